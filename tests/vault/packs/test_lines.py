"""Numbering, marks and advice are told from codes."""

import pytest

from vault.packs import recognise, shipped_packs, split_codes

PACKS = shipped_packs()
INSTAGRAM = PACKS["instagram"]


@pytest.mark.parametrize(
    "line",
    [
        "Backup codes",
        "Save these codes!",
        "2026-11-23",
        "23.11.2026",
        "11-23-2026",
        "ana@shop.example",
        "https://shop.example/12345678",
        "+1 555 1234 5678",
        "Phone: 12345678",
        "Username: shop2024",
        "You can only use each code once",
        "All 10 codes were made at 12:30",
        "備用代碼",
        "恢复码",
    ],
)
def test_headings_dates_and_addresses_are_not_codes(line: str) -> None:
    """Such lines are ignored whole, with a shape and without one."""
    result = recognise(INSTAGRAM, None, f"{line}\n1111 2222")
    assert result.kept == ("1111 2222",)
    assert result.ignored_lines == (line,)
    assert split_codes(f"{line}\n1111 2222") == ["1111 2222"]


@pytest.mark.parametrize(
    "line",
    [
        "1234 5678 (used)",
        "1234 5678 - used 2 May by Ana",
        "✓ 1234 5678",
        "1234 5678 ✔",
        "☑ 1234 5678",
        "[x] 1234 5678",
        "~~1234 5678~~",
        "1\u0336234 5678",
        "3. 1234 5678 已使用",
        "USED 1234 5678",
        "used: 1234 5678",
        "1. (used) 1234 5678",
    ],
)
def test_a_used_mark_is_noted(line: str) -> None:
    """Ticks, words and strokes say that a code was used; the code stays bare."""
    result = recognise(INSTAGRAM, None, f"{line}\n1111 2222")
    assert result.codes == ("1234 5678", "1111 2222")
    assert result.used == {"1234 5678"}


@pytest.mark.parametrize(
    "line",
    ["1234 5678 (unused)", "☐ 1234 5678", "1234 5678 not used", "unused: 1234 5678"],
)
def test_an_unused_mark_is_no_used_mark(line: str) -> None:
    """An empty box and the word unused leave a code unused."""
    result = recognise(INSTAGRAM, None, line)
    assert (result.codes, result.used) == (("1234 5678",), frozenset())


def test_twelve_letters_of_advice_are_not_a_code_of_x() -> None:
    """X has one code of twelve small letters and digits, and words may have twelve."""
    text = "Your verification code\nverification\nkeep this code\na1b2c3d4e5f6"
    result = recognise(PACKS["x"], None, text)
    assert (result.codes, result.expected_count) == (("a1b2c3d4e5f6",), 1)
    assert recognise(PACKS["x"], None, "abcdefghijkl").codes == ("abcdefghijkl",)
    assert recognise(PACKS["x"], None, "Anna sold ties").kept == ()
    assert recognise(PACKS["x"], None, "anna sold ties").kept == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("abcd-efgh-ijkl", ["abcd-efgh-ijkl"]),
        ("ABCD EFGH", ["ABCD EFGH"]),
        ("hello again friend", []),
        ("ab cd ef", []),
        ("1234 5678, 2026-11-23", ["1234 5678"]),
        ("Order 4711, 12 pieces", []),
    ],
)
def test_a_code_of_unknown_shape_has_digits_or_even_groups(
    text: str, codes: list[str]
) -> None:
    """Words of one length, four letters or more, may be a code; others are not."""
    assert split_codes(text) == codes
