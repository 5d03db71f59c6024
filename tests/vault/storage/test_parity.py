"""The repair part: where each block lies, and that each stripe is a codeword."""

import random
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import limits
from vault.encoding import erasure
from vault.encoding.checksum import checksum
from vault.envelope import header
from vault.storage.parity import LEAST_BYTES, Layout, repair_part

SPEC = Path(header.__file__).with_name("SPEC.md").read_text("utf-8")
COVERED = st.integers(LEAST_BYTES, 200_000)


def some_bytes(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@given(COVERED)
def test_the_layout_is_what_is_written(size: int) -> None:
    """Length, both directories, and the parity between them."""
    covered = some_bytes(size)
    part, layout = repair_part(covered), Layout(size)
    first, second = layout.directories
    directory = part[: layout.directory_bytes]
    assert size + len(part) == layout.file_bytes
    assert first == size
    assert part[second - size :] == directory
    assert directory.startswith(layout.head)
    assert directory.endswith(checksum(directory[:-4]))


@given(COVERED)
def test_a_directory_lists_every_block(size: int) -> None:
    """Eight bytes of SHA-256 each, the data filled up with zeros."""
    covered = some_bytes(size)
    whole, layout = covered + repair_part(covered), Layout(size)
    for block in range(layout.blocks):
        at = size + 18 + 8 * block
        told = whole[at : at + 8]
        assert sha256(layout.block(whole, block)).digest()[:8] == told


@given(COVERED)
def test_every_stripe_is_a_codeword(size: int) -> None:
    """Of the code that paper uses; what a stripe is short of counts as zeros."""
    covered = some_bytes(size)
    whole, layout = covered + repair_part(covered), Layout(size)
    for stripe in range(layout.stripes):
        numbers = range(stripe, layout.blocks, layout.stripes)
        blocks = [layout.block(whole, n) for n in numbers]
        data, parity = blocks[:-8], blocks[-8:]
        data += [bytes(1024)] * (layout.k - len(data))
        assert erasure.encode(data, 8) == parity


def test_a_megabyte_is_laid_out_as_the_page_says() -> None:
    """Sixteen stripes of 64 and 8, and an eighth more for parity."""
    layout = Layout(1024 * 1024)
    assert (layout.stripes, layout.k, layout.blocks) == (16, 64, 1152)
    assert layout.directory_bytes == 18 + 8 * 1152 + 4
    assert layout.file_bytes == 1024 * (1024 + 128) + 2 * layout.directory_bytes
    for figure in (layout.blocks, layout.directory_bytes, layout.file_bytes):
        assert f"{figure:,}" in SPEC


def test_a_head_is_read_back() -> None:
    """To the same layout."""
    for size in (LEAST_BYTES, 65_536, 65_537, 1_000_000):
        assert Layout.read_head(Layout(size).head + b"more") == Layout(size)


@pytest.mark.parametrize("byte", range(18))
def test_a_head_has_one_spelling(byte: int) -> None:
    """Magic, k and m follow from the length; a length alone could be any."""
    head = bytearray(Layout(65_537).head)
    head[byte] ^= 1
    layout = Layout.read_head(bytes(head))
    assert layout is None or layout.head == bytes(head)


@pytest.mark.parametrize("size", [0, LEAST_BYTES - 1, limits.FILE_BYTES + 1, 2**64 - 1])
def test_a_length_that_no_file_has_is_no_head(size: int) -> None:
    """Nothing is counted or claimed for it."""
    head = Layout(LEAST_BYTES).head
    assert Layout.read_head(head[:8] + size.to_bytes(8, "big") + head[16:]) is None
