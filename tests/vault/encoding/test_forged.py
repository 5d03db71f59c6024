"""Which blocks do not belong, told from redundancy alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding import erasure
from vault.encoding.erasure import find_forged
from vault.encoding.galois import added

K, N, SIZE = 12, 24, 40
SEEDS = st.integers(0, 2**32)


def received(seed: int, count: int = N) -> dict[int, bytes]:
    """Return `count` of the N blocks of random data."""
    rng = random.Random(seed)
    data = [rng.randbytes(SIZE) for _ in range(K)]
    blocks = dict(enumerate(data + erasure.encode(data, N - K)))
    return {j: blocks[j] for j in rng.sample(range(N), count)}


def forge(blocks: dict[int, bytes], numbers: list[int], errors: list[bytes]) -> None:
    """Add the errors, taken in turn, to the blocks of these numbers."""
    for at, number in enumerate(numbers):
        blocks[number] = added(blocks[number], errors[at % len(errors)])


@given(SEEDS, st.integers(K, N))
def test_genuine_blocks_are_not_suspected(seed: int, count: int) -> None:
    """A part of a codeword, however small, is consistent."""
    assert find_forged(received(seed, count), K, N) == set()


@given(SEEDS, st.integers(K + 2, N), st.data())
def test_independent_forgeries_are_found_to_one_below_the_redundancy(
    seed: int, count: int, draw: st.DataObject
) -> None:
    """With r blocks, r - k - 1 with random content are named exactly."""
    blocks = received(seed, count)
    rng = random.Random(seed + 1)
    bad = rng.sample(sorted(blocks), draw.draw(st.integers(1, count - K - 1)))
    forge(blocks, bad, [rng.randbytes(SIZE) for _ in bad])
    assert find_forged(blocks, K, N) == set(bad)


@given(SEEDS, st.integers(K + 2, N), st.integers(1, 3), st.data())
def test_contrived_forgeries_are_found_to_half_the_redundancy(
    seed: int, count: int, kinds: int, draw: st.DataObject
) -> None:
    """Half as many are named even where all carry the same few errors."""
    blocks = received(seed, count)
    rng = random.Random(seed + 1)
    bad = rng.sample(sorted(blocks), draw.draw(st.integers(1, (count - K) // 2)))
    errors = [bytes(SIZE - 1) + bytes([at + 1]) for at in range(kinds)]
    forge(blocks, bad, errors)
    assert find_forged(blocks, K, N) == set(bad)


@given(SEEDS)
def test_too_many_forgeries_name_nobody(seed: int) -> None:
    """As many wrong blocks as redundancy could be anywhere, so none is accused."""
    blocks = received(seed)
    rng = random.Random(seed + 1)
    bad = rng.sample(sorted(blocks), N - K)
    forge(blocks, bad, [rng.randbytes(SIZE) for _ in bad])
    assert find_forged(blocks, K, N) == set()


@pytest.mark.parametrize("forged", [1, 24, 50])
def test_a_whole_forged_sheet_is_found_at_real_size(forged: int) -> None:
    """A kit of five sheets bears one code less than all its parity."""
    rng = random.Random(forged)
    data = [rng.randbytes(300) for _ in range(69)]
    blocks = dict(enumerate(data + erasure.encode(data, 51)))
    bad = rng.sample(range(120), forged)
    forge(blocks, bad, [rng.randbytes(300) for _ in bad])
    assert find_forged(blocks, 69, 120) == set(bad)


def test_numbers_outside_the_code_are_ignored() -> None:
    """Only blocks numbered below n are looked at."""
    blocks = received(1) | {N: bytes(SIZE), -1: bytes(SIZE)}
    assert find_forged(blocks, K, N) == set()
