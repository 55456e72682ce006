"""The one file that knows every room: opens the store, runs the day."""
