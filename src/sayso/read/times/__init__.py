"""When it was said and when it happened: the grammar of printed times and what they count from."""
