"""The one door: what can be asked of a vault, by a window or a command line alike."""
