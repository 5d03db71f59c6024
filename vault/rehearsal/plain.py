"""Addresses and numbers as they are compared."""

import re
from typing import Final

_NO_DIGIT: Final = re.compile(r"[^\d+]")


def plain_number(text: str) -> str:
    """Return a telephone number without what people put between its digits."""
    return _NO_DIGIT.sub("", text)


def plain_address(text: str) -> str:
    """Return a mail address as it is compared."""
    return text.strip().casefold()
