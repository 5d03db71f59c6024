"""Any k of n blocks give the data back, and no k - 1 do."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding import erasure
from vault.encoding.galois import INVERSE, TIMES
from vault.errors import BrokenInvariant, Incomplete

SEEDS = st.integers(0, 2**32)


def coded(k: int, n: int, size: int, seed: int) -> dict[int, bytes]:
    """Return all n blocks of random data."""
    rng = random.Random(seed)
    data = [rng.randbytes(size) for _ in range(k)]
    return dict(enumerate(data + erasure.encode(data, n - k)))


def data_of(blocks: dict[int, bytes], k: int) -> list[bytes]:
    """Return the data blocks."""
    return [blocks[j] for j in range(k)]


def test_the_worked_example_of_the_specification_holds() -> None:
    """Three blocks have the coefficients and the parity that kit/SPEC.md works out."""
    table = [[INVERSE[i ^ j] for j in range(3)] for i in (3, 4, 5)]
    assert table == [[0xF4, 0x8E, 0x01], [0x47, 0xA7, 0x7A], [0xA7, 0x47, 0xBA]]
    data = [bytes.fromhex(block) for block in ("5350", "4b00", "01ff")]
    parity = [block.hex() for block in erasure.encode(data, 3)]
    assert parity == ["9bcf", "b0b0", "85e7"]


def test_an_example_small_enough_for_the_head_holds() -> None:
    """Data bytes 1 and 2: 1/2 + 2/3 and 1/3 + 2/2."""
    assert erasure.encode([b"\x01", b"\x02"], 2) == [b"\x7b", b"\xf5"]
    assert (INVERSE[2], INVERSE[3], TIMES[0xF4][2]) == (0x8E, 0xF4, 0xF5)


@pytest.mark.parametrize(("k", "n"), [(1, 1), (1, 4), (2, 2), (3, 7), (4, 8), (5, 6)])
def test_every_subset_of_k_restores(k: int, n: int) -> None:
    """All choices of k of n give the same data."""
    blocks = coded(k, n, 3, seed=k * n)
    for chosen in combinations(range(n), k):
        some = {j: blocks[j] for j in chosen}
        assert erasure.recover(some, k, n) == data_of(blocks, k)


@given(SEEDS, st.sampled_from([(69, 120, 30), (168, 240, 8), (64, 72, 50)]))
def test_random_losses_of_real_size_restore(
    seed: int, shape: tuple[int, int, int]
) -> None:
    """What a kit and a vault file use loses nothing to random losses."""
    k, n, size = shape
    blocks = coded(k, n, size, seed)
    kept = random.Random(seed).sample(range(n), k)
    assert erasure.recover({j: blocks[j] for j in kept}, k, n) == data_of(blocks, k)


@given(SEEDS, st.integers(2, 12), st.integers(0, 6))
def test_one_block_too_few_tells_nothing(seed: int, k: int, parity: int) -> None:
    """With k - 1 blocks it says that one is missing; every value of it is possible."""
    n = k + parity
    blocks = coded(k, n, 2, seed)
    kept = random.Random(seed).sample(range(n), k - 1)
    some = {j: blocks[j] for j in kept}
    with pytest.raises(Incomplete) as failure:
        erasure.recover(some, k, n)
    assert (failure.value.more, failure.value.found) == (1, k - 1)
    other = next(j for j in range(n) if j not in some)
    guesses = {
        tuple(erasure.recover(some | {other: bytes([value, 0])}, k, n))
        for value in range(256)
    }
    assert len(guesses) == 256


def test_long_blocks_get_the_parity_of_their_parts() -> None:
    """Long blocks are added up in another way: byte for byte it is the same code."""
    blocks = [random.Random(j).randbytes(5000) for j in range(20)]
    parts = [[block[at : at + 500] for block in blocks] for at in range(0, 5000, 500)]
    joined = zip(*(erasure.encode(part, 8) for part in parts), strict=True)
    assert erasure.encode(blocks, 8) == list(map(b"".join, joined))


@pytest.mark.parametrize(
    ("data", "parity"),
    [([], 3), ([b"a", b"bc"], 1), ([b"a"] * 200, 57)],
)
def test_refuses_to_encode_what_makes_no_code(data: list[bytes], parity: int) -> None:
    """No data, unequal blocks and more blocks than the field has are our own bug."""
    with pytest.raises(BrokenInvariant):
        erasure.encode(data, parity)


@pytest.mark.parametrize(
    ("blocks", "k", "n"),
    [
        ({0: b"a", 1: b"bc"}, 2, 3),
        ({0: b"a", 3: b"b"}, 2, 3),
        ({-1: b"a", 1: b"b"}, 2, 3),
        ({0: b"a"}, 0, 3),
        ({0: b"a"}, 4, 3),
        ({0: b"a"}, 1, 257),
    ],
)
def test_refuses_to_recover_from_impossible_numbers(
    blocks: dict[int, bytes], k: int, n: int
) -> None:
    """Numbers outside the code are our own bug: the frames were checked before."""
    with pytest.raises(BrokenInvariant):
        erasure.recover(blocks, k, n)
