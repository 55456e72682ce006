"""Through whom a claim reached the page, and what its speaker does to it: source kinds, relays, stance."""
