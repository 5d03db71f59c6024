"""Codes are told from numbering, marks and advice, and nothing pasted is lost."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vault.errors import TooLarge
from vault.limits import IMPORT_BYTES
from vault.packs import Recognised, comparable, recognise, shipped_packs, split_codes

PACKS = shipped_packs()
INSTAGRAM = PACKS["instagram"]
EIGHT_DIGITS = st.integers(0, 10**8 - 1).map("{:08}".format)

# The arrangement of a downloaded list: heading, two columns with boxes, advice.
DOWNLOAD = """SAVE YOUR BACKUP CODES
Keep these backup codes somewhere safe but accessible.

☐ 1. 1000 0001\t\t☐ 6. 1000 0006
☐ 2. 1000 0002\t\t☐ 7. 1000 0007
☐ 3. 1000 0003\t\t☐ 8. 1000 0008
☐ 4. 1000 0004\t\t☐ 9. 1000 0009
☐ 5. 1000 0005\t\t☐ 10. 1000 0010

(ana.shop@gmail.example)

* You can only use each backup code once.
* Need more? Visit https://g.example/2sv
* These codes were generated on: Nov 23, 2026.
"""


def _grouped(digits: str) -> str:
    return f"{digits[:4]} {digits[4:]}"


def _everything(result: Recognised) -> Counter[str]:
    parts = (
        *result.codes,
        *result.doubled,
        *result.odd,
        *result.ignored_lines,
        *result.marks,
    )
    return Counter("".join("".join(parts).split()))


def test_a_google_download_gives_ten_codes() -> None:
    """Ten codes in two columns come whole; heading, address and advice do not."""
    result = recognise(PACKS["google-account"], None, DOWNLOAD)
    assert len(result.codes) == result.expected_count == 10
    assert {comparable(code) for code in result.codes} == {
        f"1000{number:04}" for number in range(1, 11)
    }
    assert result.codes[0] == "1000 0001"
    assert len(result.ignored_lines) == 6
    assert (result.odd, result.doubled, result.used) == ((), (), frozenset())


def test_the_same_download_needs_no_pack() -> None:
    """A file of codes is understood where the platform is not known."""
    assert sorted(split_codes(DOWNLOAD)) == sorted(
        f"1000 {number:04}" for number in range(1, 11)
    )


@given(st.lists(EIGHT_DIGITS, min_size=1, max_size=10, unique=True), st.data())
def test_eight_digits_are_found_however_they_are_laid_out(
    codes: list[str], data: st.DataObject
) -> None:
    """Numbering, boxes, columns and grouping do not change which codes are read."""
    marks = ["", "{n}. ", "{n}) ", "- ", "• ", "☐ ", "[ ] ", "Backup code {n}: "]
    mark = data.draw(st.sampled_from(marks))
    gap = data.draw(st.sampled_from(["\n", "\t", "   ", ", ", ";", "\r\n", " | "]))
    show = data.draw(st.sampled_from([str, _grouped]))
    cells = [f"{mark.format(n=n)}{show(code)}" for n, code in enumerate(codes, 1)]
    result = recognise(INSTAGRAM, "backup-codes", gap.join(cells))
    assert result.codes == tuple(map(show, codes))
    assert (result.odd, result.ignored_lines, result.doubled) == ((), (), ())


@pytest.mark.parametrize("name", ["instagram", "facebook", "google-account"])
def test_codes_side_by_side_with_single_spaces_are_parted(name: str) -> None:
    """Four groups of four digits are two codes where a code has eight digits."""
    result = recognise(PACKS[name], None, "1234 5678 8765 4321")
    assert result.codes == ("1234 5678", "8765 4321")


def test_a_shown_code_is_one_code_and_not_two() -> None:
    """A space inside a code does not part it, not even a wide one."""
    assert recognise(INSTAGRAM, None, "1234 5678").codes == ("1234 5678",)
    assert recognise(INSTAGRAM, None, "1234   5678").codes == ("1234 5678",)


def test_a_doubled_code_is_set_aside_however_it_is_grouped() -> None:
    """Codes are compared without spaces and hyphens."""
    result = recognise(INSTAGRAM, None, "1234 5678\n12345678\n1234-5678")
    assert result.codes == ("1234 5678",)
    assert result.doubled == ("12345678", "1234-5678")


def test_codes_differ_by_case() -> None:
    """Upper and lower case are different codes."""
    assert recognise(None, None, "AbC9-x1\nabc9-x1").codes == ("AbC9-x1", "abc9-x1")


@pytest.mark.parametrize("odd", ["1234 567", "l234 5678", "1234 5678 90", "A1B2-C3D4"])
def test_a_mistyped_code_is_kept_with_a_warning(odd: str) -> None:
    """What looks like a code of another shape is odd, and kept."""
    result = recognise(INSTAGRAM, None, f"1111 2222\n{odd}")
    assert result.codes == ("1111 2222",)
    assert result.odd == (odd,)
    assert result.kept == ("1111 2222", odd)


def test_a_used_copy_marks_the_code_that_is_kept() -> None:
    """If either of two copies is marked used, the code is used."""
    result = recognise(INSTAGRAM, None, "1234 5678\n12345678 (used)")
    assert (result.codes, result.used) == (("1234 5678",), {"1234 5678"})


@pytest.mark.parametrize(
    "text",
    ["1234 5678.", "Your backup code is 1234 5678", "1.1234 5678", "Code 3 1234 5678"],
)
def test_a_code_is_found_beside_a_few_words(text: str) -> None:
    """A short sentence around a code of known shape does not hide it."""
    (code,) = recognise(INSTAGRAM, None, text).codes
    assert code == "1234 5678"


def test_a_carrier_has_a_pin_and_a_puk() -> None:
    """Each kind has its own shape; asked for none, the one that fits best is taken."""
    carrier = PACKS["mobile-carrier"]
    assert recognise(carrier, "pin", "PIN: 4711").codes == ("4711",)
    assert recognise(carrier, "sim-puk", "PUK: 12345678").codes == ("12345678",)
    assert recognise(carrier, "pin", "4711 0815").codes == ("4711 0815",)
    assert recognise(carrier, "sim-puk", "4711").odd == ("4711",)
    assert recognise(carrier, None, "4711").kind == "pin"


@pytest.mark.parametrize("name", sorted(PACKS))
def test_every_example_of_every_shipped_kind_is_recognised(name: str) -> None:
    """A numbered list of a kind's own examples is read without a doubt."""
    for kind in PACKS[name].codes:
        lines = [f"{n}. {one}" for n, one in enumerate(kind.examples, 1)]
        result = recognise(PACKS[name], kind.kind, "\n".join(lines))
        assert result.codes == kind.examples
        assert (result.odd, result.ignored_lines) == ((), ())
        assert (result.kind, result.expected_count) == (kind.kind, kind.count)


@pytest.mark.parametrize(
    "pack", [None, INSTAGRAM, *map(PACKS.get, ["snapchat", "etsy"])]
)
def test_an_unknown_shape_takes_each_line_as_it_is(pack: object) -> None:
    """Without a shape a line is a code once numbering and headings are gone."""
    kind = "no-such-kind" if pack is INSTAGRAM else None
    text = "Recovery codes\n1. K7-mm, pq\n2) correct horse battery staple\n- Ärger?42"
    result = recognise(pack, kind, text)
    assert result.codes == ("K7-mm, pq", "correct horse battery staple", "Ärger?42")
    assert result.ignored_lines == ("Recovery codes",)


def test_a_label_of_a_free_code_is_taken_off() -> None:
    """A label that announces a code is none of it; another label may be."""
    result = recognise(None, None, "Backup code: xyz123\nabcd:efgh")
    assert result.codes == ("xyz123", "abcd:efgh")


def test_a_free_code_may_hold_a_word_of_advice_or_end_like_a_sentence() -> None:
    """One common word or a last sign does not make a phrase a heading."""
    text = "1. correct horse save battery staple\n2. xyzzyplugh!"
    codes = recognise(None, None, text).codes
    assert codes == ("correct horse save battery staple", "xyzzyplugh!")


def test_a_word_without_digits_is_no_mistyped_code() -> None:
    """Where codes are digits, a strange word is a heading."""
    result = recognise(INSTAGRAM, None, "Sicherungsliste\n1111 2222")
    assert (result.odd, result.ignored_lines) == ((), ("Sicherungsliste",))


def test_numbered_columns_are_parted_even_without_a_shape() -> None:
    """Where each column has its number, each column is a code."""
    result = recognise(None, None, "1. abcd efgh   2. ijkl mnop")
    assert result.codes == ("abcd efgh", "ijkl mnop")


def test_nothing_gives_nothing() -> None:
    """An empty paste is an empty result."""
    assert recognise(INSTAGRAM, None, " \n\n").kept == ()
    assert split_codes("") == []


def test_a_text_beyond_the_bound_is_refused() -> None:
    """Size is checked before any work."""
    with pytest.raises(TooLarge):
        recognise(None, None, "1" * (IMPORT_BYTES + 1))


def test_an_endless_line_is_ignored_whole() -> None:
    """A line longer than any code is set aside, with a shape and without one."""
    line = "12345678 " * 200
    for pack in (None, INSTAGRAM):
        result = recognise(pack, None, line)
        assert (result.kept, result.ignored_lines) == ((), (line.strip(),))
    assert split_codes(line) == []


SCRAPS = st.sampled_from(
    [
        *"\t\n ,;|-\u2013☐✓~\"'.:)",
        *("  ", "1. ", "[x] ", "1234 5678", "a1b2c3d4e5f6", "used", "(used)"),
        *("USED ", "| ", " |", "|---|", "n/a", "01 ", "2) ", "unused: "),
        *("Backup codes", "code: ", "2026-11-23", "a@b.c", "\ufeff", "\u0336"),
    ]
)


@given(
    st.one_of(st.text(max_size=120), st.lists(SCRAPS, max_size=12).map("".join)),
    st.sampled_from([None, *PACKS.values()]),
)
@example("1. 1234 5678 - used, ~~8765 4321~~\ufeff", INSTAGRAM)
@example("1.1234 5678", INSTAGRAM)
@example("| 1 | abcd-efgh | x |\n|---|---|\n1) aaaa1111 2) bbbb2222", None)
@example("Code 1: 1234 5678.\x1cCode 2= x", INSTAGRAM)
def test_nothing_pasted_is_lost(text: str, pack: object) -> None:
    """Every sign but blanks is in a code, set aside, or in an ignored line."""
    result = recognise(pack, None, text)
    assert _everything(result) == Counter("".join(text.split()))
    assert result.used <= set(result.kept)
    assert len({comparable(code) for code in result.kept}) == len(result.kept)


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    """No text breaks the splitter, and each code stands in the text."""
    squeezed = "".join(sign for sign in "".join(text.split()))
    for code in split_codes(text):
        assert "".join(code.split()) in squeezed


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ABCD1234, EFGH5678, IJKL9012", ("ABCD1234", "EFGH5678", "IJKL9012")),
        ("ABCDEFGH; IJKLMN | QRSTUV12", ("ABCDEFGH", "IJKLMN", "QRSTUV12")),
        ("12 34 56, 65 43 21", ("12 34 56", "65 43 21")),
        ("Codes: abcd1234, n/a, efgh5678", ("abcd1234", "efgh5678")),
        ("1) aaaa1111 2) bbbb2222", ("aaaa1111", "bbbb2222")),
        ("ABCD1234\tEFGH5678", ("ABCD1234", "EFGH5678")),
        ("correct horse, battery staple", ("correct horse, battery staple",)),
        ("Ab12,Cd34!", ("Ab12,Cd34!",)),
        ("1) aaaa1111 4) bbbb2222", ("aaaa1111 4) bbbb2222",)),
    ],
)
def test_a_line_of_unknown_shape_is_parted_if_it_is_plainly_a_list(
    text: str, codes: tuple[str, ...]
) -> None:
    """Each part must surely be a code; a phrase with a comma stays one."""
    assert recognise(None, None, text).codes == codes


@pytest.mark.parametrize(
    "text",
    [
        "01 1234 5678\n02 87654321",
        "1 1234 5678 2 87654321",
        "1) 1234 5678 2) 87654321",
    ],
)
def test_a_number_before_a_code_of_known_shape_is_numbering(text: str) -> None:
    """It needs no point, as long as it counts."""
    result = recognise(INSTAGRAM, None, text)
    assert result.codes == ("1234 5678", "87654321")
    assert (result.odd, result.ignored_lines) == ((), ())


def test_a_short_number_behind_a_code_is_no_numbering() -> None:
    """Ten digits are a mistyped code, and kept whole."""
    assert recognise(INSTAGRAM, None, "1234 5678 90").odd == ("1234 5678 90",)


def test_two_codes_stand_on_one_line_even_if_the_first_is_used() -> None:
    """A used mark ends at a separator where another code follows."""
    for text in ("1111 1111 (used), 2222 2222", "1111 1111 used in May; 2222 2222"):
        result = recognise(INSTAGRAM, None, text)
        assert result.codes == ("1111 1111", "2222 2222")
        assert result.used == {"1111 1111"}


@pytest.mark.parametrize("pack", [None, INSTAGRAM])
def test_a_table_in_markdown_is_read_by_its_cells(pack: object) -> None:
    """Header, rules and row numbers are none; a tick is about the code of its row."""
    text = "| # | Wert | Used |\n|---|:-:|---|\n| 1 | 1234 5678 | |\n"
    result = recognise(pack, None, text + "| 2 | 8765 4321 | x |\n")
    assert result.codes == ("1234 5678", "8765 4321")
    assert result.used == {"8765 4321"}
    assert result.ignored_lines == ("| # | Wert | Used |", "|---|:-:|---|")


def test_a_phrase_alone_in_its_row_is_a_code() -> None:
    """Words beside words are not told apart, one phrase beside a number is."""
    row = "| 1 | correct horse battery staple |"
    assert recognise(None, None, row).codes == ("correct horse battery staple",)
    assert recognise(None, None, "| abcd-efgh | Anna |").codes[0] == "abcd-efgh"


@pytest.mark.parametrize("line", ["---", "\u2013", "n/a", "None", "- -", "…"])
def test_a_line_that_says_nothing_is_no_code(line: str) -> None:
    """People write so where a code is missing."""
    for pack in (None, INSTAGRAM):
        result = recognise(pack, None, line)
        assert (result.kept, result.ignored_lines) == ((), (line,))
