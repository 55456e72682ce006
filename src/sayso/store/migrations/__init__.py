"""Changes of the tables, in order; run by schema.py when a record is opened."""
