"""Names on the page, and whom they stand for."""
