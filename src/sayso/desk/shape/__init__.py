"""What a template prints of a record type: pure functions, no record asked, no word marked up."""
