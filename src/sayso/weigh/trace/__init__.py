"""Where each mention has it from, and how many origins are left at the end."""
