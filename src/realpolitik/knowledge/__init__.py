"""What the field knows, as data: actors, places, words, codes, and small loaders."""
