"""The forms in which a brief leaves the program, one file each."""
