"""Which face shows what, how wide it is, and where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.printing import fonts
from vault.printing.page import Text

WORDS = st.text(max_size=120)
FACES = st.sampled_from(["regular", "bold", "mono", "mono-bold"])


@given(WORDS, FACES)
def test_no_visible_character_is_lost_between_the_runs(text: str, face: str) -> None:
    """Each character that has a look is shown, by itself or as a box."""
    shown = "".join(run.text for run in fonts.runs(text, face))
    wanted = fonts.printable(text)
    assert len(shown) == len(wanted)
    assert all(s in {w, fonts.MISSING} for s, w in zip(shown, wanted, strict=True))


@pytest.mark.parametrize("text", ["Müller & Søn", "ΑΒΓ абв", "Trần Thị Ngọc", "£ € ₩"])
def test_european_words_stay_in_the_named_face(text: str) -> None:
    """Latin, Greek, Cyrillic and Vietnamese need no fallback."""
    assert [run.face for run in fonts.runs(text, "bold")] == ["bold"]


def test_chinese_and_korean_come_from_the_fallback_face_and_nothing_is_a_box() -> None:
    """A mixed line changes the face where the script changes."""
    found = fonts.runs("Bar 纸灯笼 등불", "regular")
    assert [run.text for run in found] == ["Bar ", "纸灯笼", " ", "등불"]
    assert [run.face for run in found] == ["regular", "cjk", "regular", "cjk"]


def test_bold_chinese_is_thickened_because_there_is_no_bold_cut() -> None:
    """Only the fallback's runs are faux, and only where bold was asked for."""
    assert [run.faux for run in fonts.runs("a纸", "bold")] == [False, True]
    assert [run.faux for run in fonts.runs("a纸", "regular")] == [False, False]


@pytest.mark.parametrize("text", ["🏮", "שלום", "مرحبا", "नमस्ते"])
def test_a_character_that_no_face_has_is_a_visible_box(text: str) -> None:
    """Boxes stand for every character that cannot be shown."""
    shown = "".join(run.text for run in fonts.runs(text, "regular"))
    assert set(shown) == {fonts.MISSING}


def test_decomposed_accents_are_composed_and_line_ends_become_spaces() -> None:
    """What is printed is one line of composed characters without controls."""
    assert fonts.printable("e\u0301\nx\u200d\u0007y") == "é xy"


@given(WORDS, FACES, st.sampled_from([7.0, 12.0]), st.floats(30, 400))
def test_no_line_is_wider_than_asked(
    text: str, face: str, size: float, width: float
) -> None:
    """A line exceeds the width only where one character does."""
    for line in fonts.wrap(text, face, size, width):
        assert fonts.measure(line, face, size) <= width + 1e-6 or len(line) == 1


@given(WORDS, st.floats(30, 400))
def test_wrapping_loses_nothing_but_spaces(text: str, width: float) -> None:
    """The lines together are the text without its spaces."""
    joined = "".join(fonts.wrap(text, "regular", 12, width))
    assert joined.replace(" ", "") == fonts.printable(text).replace(" ", "")


def test_words_stay_whole_and_chinese_breaks_between_characters() -> None:
    """Latin and Korean break at spaces, Chinese anywhere but before a stop."""
    assert fonts.wrap("one two", "regular", 12, 30) == ["one", "two"]
    assert fonts.wrap("서울 마포", "regular", 12, 30) == ["서울", "마포"]
    assert fonts.wrap("光影。灯笼", "regular", 12, 25) == ["光", "影。", "灯笼"]


def test_a_mail_address_breaks_behind_its_at() -> None:
    """A long address is torn where a reader expects it."""
    lines = fonts.wrap("someone@example.org", "regular", 12, 80)
    assert lines[0] == "someone@"


@given(WORDS, st.floats(20, 300))
def test_fitting_keeps_a_line_within_its_room(text: str, width: float) -> None:
    """What does not fit ends in an ellipsis, what fits is unchanged."""
    line = fonts.fit(text, "regular", 9, width)
    assert fonts.measure(line, "regular", 9) <= width + 1e-6
    whole = fonts.printable(text)
    assert line == whole or line.endswith(fonts.ELLIPSIS)


def test_bounds_follow_the_alignment() -> None:
    """The same word hangs right of, around or left of its point."""
    width = fonts.measure("word", "regular", 10)
    left, middle, right = (
        fonts.bounds(Text(100, 50, 10, "word", align=align))
        for align in ("left", "center", "right")
    )
    assert left.left == 100
    assert right.right == pytest.approx(100)
    assert middle.left == pytest.approx(100 - width / 2)
    assert left.top < 50 < left.bottom


def test_bounds_overlap_only_within_the_gap() -> None:
    """Neighbours that touch do not overlap; a gap makes them."""
    one, two = fonts.Bounds(0, 0, 10, 10), fonts.Bounds(10, 0, 20, 10)
    assert not one.overlaps(two)
    assert one.overlaps(two, gap=1)
    assert not one.overlaps(fonts.Bounds(0, 12, 10, 20), gap=1)


def test_what_no_face_has_is_named() -> None:
    """The owner learns of it before the paper does."""
    assert fonts.unprintable("Kiln & Clay 陶 가 é") == ""
    assert fonts.unprintable("a\u0633b\U0001f3fa\u0633") == "\u0633\U0001f3fa"
