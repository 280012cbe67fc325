"""Where documents come from: files, folders, rows of JSON Lines, standard input.

One file each, and `open.py` chooses. A source gives bytes and where they stood; what
the bytes mean is found out in `documents`.
"""
