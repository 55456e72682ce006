"""What an edit changed, claim by claim."""
