"""Paper: an envelope cut into codes on sheets, and put together again."""
