"""The checksum of a printed code."""

from hypothesis import given
from hypothesis import strategies as st

from vault.encoding.checksum import checksum


def test_is_the_crc_everybody_knows() -> None:
    """The check value of CRC-32 is the published one."""
    assert checksum(b"123456789").hex() == "cbf43926"


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_parts_count_as_one_text(left: bytes, right: bytes) -> None:
    """Where the bytes are cut makes no difference."""
    assert checksum(left, right) == checksum(left + right)


@given(st.binary(min_size=1, max_size=50), st.data())
def test_a_flipped_bit_shows(data: bytes, draw: st.DataObject) -> None:
    """No single flipped bit goes unnoticed."""
    bit = draw.draw(st.integers(0, 8 * len(data) - 1))
    value = int.from_bytes(data) ^ 1 << bit
    assert checksum(value.to_bytes(len(data))) != checksum(data)
