"""QR codes written: read by another library, exactly as large as promised."""

import random

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paper import draw_page
from vault.encoding import base45
from vault.errors import BrokenInvariant, TooLarge
from vault.optics.qr_write import matrix


def read_by_zxing(text: str, version: int, level: str) -> zxingcpp.Barcode:
    """Return what the other library says about a code written by ours."""
    (code,) = zxingcpp.read_barcodes(draw_page([matrix(text, version, level)]))
    return code


@pytest.mark.parametrize(("version", "frame_bytes"), [(13, 320), (16, 435)])
def test_a_frame_fills_its_version_exactly(version: int, frame_bytes: int) -> None:
    """The two densities of a kit fit; one character more does not."""
    text = "SK:" + base45.encode(random.Random(1).randbytes(frame_bytes))
    rows = matrix(text, version)
    assert len(rows) == 17 + 4 * version
    assert {len(row) for row in rows} == {17 + 4 * version}
    with pytest.raises(TooLarge):
        matrix(text + "0", version)


@pytest.mark.long
@given(st.text(st.sampled_from(base45.ALPHABET), min_size=1, max_size=60))
@settings(max_examples=8)
def test_another_library_reads_the_same_text(text: str) -> None:
    """Whatever the alphanumeric set allows comes back unharmed."""
    code = read_by_zxing(text, 6, "M")
    assert code.text == text


def test_level_and_version_are_those_asked_for() -> None:
    """The small code of a key card keeps the strongest correction."""
    code = read_by_zxing("SPARE-KEY CARD 1234", 3, "H")
    assert code.ec_level == "H"
    assert len(matrix("SPARE-KEY CARD 1234", 3, "H")) == 29


def test_the_mask_changes_the_modules_and_not_the_text() -> None:
    """One fixed mask is a choice of speed, not of content."""
    codes = {matrix("SAME TEXT", 2, mask=mask) for mask in range(8)}
    assert len(codes) == 8
    shown = zxingcpp.read_barcodes(draw_page(sorted(codes)))
    assert [code.text for code in shown] == ["SAME TEXT"] * 8


@pytest.mark.parametrize("text", ["lower", "\u00e9", "TAB\t"])
def test_other_characters_are_our_own_bug(text: str) -> None:
    """Only the alphanumeric set is ever written."""
    with pytest.raises(BrokenInvariant):
        matrix(text, 3)


def test_a_block_of_zeros_is_our_own_bug() -> None:
    """The writer fails on such a run, which no ciphertext has: it must not pass."""
    with pytest.raises(BrokenInvariant):
        matrix("SK:" + "0" * 480, 13)
