"""PDF by its text layer: letters, lines, columns, running heads, paragraphs."""
