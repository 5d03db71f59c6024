"""What a person sees: the command's start, the tour, and (next) the window."""
