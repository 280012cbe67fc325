"""Where documents come from: files, folders, the web, and all that carries documents.

One file each; `open.py` chooses by the address, `kinds.py` by the look of the bytes,
`opening.py` keeps all of it within bounds. A source gives bytes and where they stood;
what the bytes mean is found out in `documents`.
"""
