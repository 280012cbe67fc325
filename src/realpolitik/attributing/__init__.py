"""Attributing: who says what, from the words of a document alone."""
