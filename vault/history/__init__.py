"""What was there before: read out of the history, brought back, forgotten in time."""
