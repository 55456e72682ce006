"""Stories → pages, feeds, files, sound: not built yet."""
