"""Claims → points, texts → stories: which belong together."""
