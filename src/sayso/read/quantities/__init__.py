"""How many of what: numbers, units, bounds, parts."""
