"""From bytes to a document: clean text, passages, sentences, date and condition.

A format is one file with one function `read(content: bytes) -> Extract` and one line
in the table of `formats.py`. Everything after that (frames of pages, speaker turns,
sentences, dates, condition) is the same for all formats.
"""
