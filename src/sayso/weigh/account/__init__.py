"""A reading → accounts: what the weighing needs of each story item."""
