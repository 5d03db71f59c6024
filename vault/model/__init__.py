"""The records of a vault: frozen, plain, no input or output. Start at `vault.py`."""
