"""The source of randomness, passed to whoever needs it."""

import secrets
from collections.abc import Callable

Random = Callable[[int], bytes]


def system_random(count: int) -> bytes:
    """Return `count` bytes from the operating system's generator."""
    return secrets.token_bytes(count)
