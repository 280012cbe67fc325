"""One file a command; each holds a click command by the name `command`."""
