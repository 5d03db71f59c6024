"""The command line: the same flows as the window, for scripts and for hands."""
