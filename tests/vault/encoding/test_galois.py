"""The field the erasure code counts in."""

from hypothesis import given
from hypothesis import strategies as st

from vault.encoding.galois import INVERSE, TIMES, added, combined, scaled, wide_sums

ELEMENT = st.integers(0, 255)


def slow_product(left: int, right: int) -> int:
    """Multiply as polynomials over GF(2), reduced by 0x11D: the definition."""
    total = 0
    for bit in range(8):
        if right >> bit & 1:
            total ^= left << bit
    for bit in range(14, 7, -1):
        if total >> bit & 1:
            total ^= 0x11D << (bit - 8)
    return total


def test_the_tables_are_the_definition() -> None:
    """All 65,536 products are those of the polynomial."""
    for left in range(256):
        assert TIMES[left] == bytes(slow_product(left, b) for b in range(256))


def test_every_element_but_zero_has_an_inverse() -> None:
    """An element times its inverse is one."""
    assert all(TIMES[a][INVERSE[a]] == 1 for a in range(1, 256))


@given(st.binary(min_size=1, max_size=20), ELEMENT, ELEMENT)
def test_scaling_distributes(block: bytes, left: int, right: int) -> None:
    """A block times a sum is the sum of the products."""
    both = added(scaled(block, left), scaled(block, right))
    assert both == scaled(block, left ^ right)


@given(st.lists(st.binary(min_size=9, max_size=9), min_size=1, max_size=9), st.data())
def test_wide_sums_are_the_sums(blocks: list[bytes], data: st.DataObject) -> None:
    """Whichever way is quicker, the sum is one."""
    row = st.lists(ELEMENT, min_size=len(blocks), max_size=len(blocks))
    rows = data.draw(st.lists(row, max_size=4))
    assert wide_sums(blocks, rows) == [combined(blocks, row) for row in rows]
