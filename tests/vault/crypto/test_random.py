"""The source of randomness."""

from vault.crypto.random import system_random


def test_the_system_gives_as_many_bytes_as_asked() -> None:
    """And other ones each time."""
    assert len(system_random(0)) == 0
    assert len({system_random(16) for _ in range(100)}) == 100
