"""The encrypted container for any bytes; its exact format is in SPEC.md beside this."""
