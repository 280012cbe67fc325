"""The command line: words typed by a person to calls, and answers to lines."""
