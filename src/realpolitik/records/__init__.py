"""Claims to records: the same happening, view or figure is counted once."""
