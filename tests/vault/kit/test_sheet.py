"""A code sheet: codes at their places, off the folds, and the three lines of words."""

import pytest

from tests.printed import blank_codes, distance, facts, ink, words_of
from vault.errors import BrokenInvariant
from vault.kit.pages import code_sheets
from vault.kit.plan import Density
from vault.kit.sheet_grid import folds
from vault.printing.fonts import bounds
from vault.printing.page import Modules, Page, Text, points

COLUMNS = {
    "a4": (19.90, 61.93, 112.99, 155.07),
    "letter": (22.86, 64.90, 115.95, 157.99),
}
ROWS = {
    "a4": (18.41, 55.96, 107.02, 154.94, 205.99, 243.54),
    "letter": (14.01, 51.56, 99.65, 144.70, 192.79, 230.34),
}
PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
DENSITIES = pytest.mark.parametrize("density", list(Density))


def sheet(number: int = 1, **changes: object) -> Page:
    """Return one sheet of a kit with blank codes."""
    kit = facts(**changes)
    return code_sheets(kit, blank_codes(kit))[number - 1]


def codes(page: Page) -> list[Modules]:
    """Return the codes of a page, in their order."""
    return [item for item in page.items if isinstance(item, Modules)]


@PAPERS
def test_the_24_codes_stand_where_they_were_measured(paper: str) -> None:
    """Within 0.05 mm of the table, row by row."""
    places = [(x, y) for y in ROWS[paper] for x in COLUMNS[paper]]
    for code, (x, y) in zip(codes(sheet(paper=paper)), places, strict=True):
        assert code.x == pytest.approx(points(x), abs=points(0.05))
        assert code.y == pytest.approx(points(y), abs=points(0.05))
        assert code.side_pt == pytest.approx(points(35.05), abs=points(0.01))


@PAPERS
@DENSITIES
def test_modules_begin_on_whole_dots_of_600_dpi(paper: str, density: Density) -> None:
    """Position and module size are multiples of 1/600 inch."""
    for code in codes(sheet(paper=paper, density=density)):
        for length in (code.x, code.y, code.module_pt):
            assert length / 0.12 == pytest.approx(round(length / 0.12), abs=1e-6)


@PAPERS
def test_compact_codes_are_centred_in_the_same_cells(paper: str) -> None:
    """Both densities have the same middles; compact ones are 34.29 mm wide."""
    sturdy = codes(sheet(paper=paper))
    compact = codes(sheet(paper=paper, density=Density.COMPACT))
    for one, two in zip(sturdy, compact, strict=True):
        assert two.side_pt == pytest.approx(points(34.29))
        assert one.x + one.side_pt / 2 == pytest.approx(two.x + two.side_pt / 2)
        assert one.y + one.side_pt / 2 == pytest.approx(two.y + two.side_pt / 2)


@PAPERS
@DENSITIES
def test_no_fold_comes_near_a_code(paper: str, density: Density) -> None:
    """Five millimetres of paper lie between each fold and the nearest code."""
    heights, middle = folds(paper)
    for code in codes(sheet(paper=paper, density=density)):
        left, top, side = code.x, code.y, code.side_pt
        away = max(left - middle, middle - left - side)
        assert away >= points(5)
        assert all(max(top - y, y - top - side) >= points(5) for y in heights)


@PAPERS
@DENSITIES
def test_every_code_has_its_number_beside_it(paper: str, density: Density) -> None:
    """Numbers are upright, at least 6 pt, and next to no other code."""
    page = sheet(2, paper=paper, density=density)
    numbers = [i for i in page.items if isinstance(i, Text) and i.text.isdigit()]
    assert [n.text for n in numbers] == [str(n) for n in range(25, 49)]
    found = codes(page)
    for number, own in zip(numbers, found, strict=True):
        nearest = min(found, key=lambda c: distance(bounds(number), ink(c)))
        assert nearest is own
        assert number.size >= 6


@pytest.mark.parametrize(("paper", "air_mm"), [("a4", 6), ("letter", 4)])
def test_the_lines_above_and_below_leave_air_to_the_codes(
    paper: str, air_mm: float
) -> None:
    """Six millimetres on A4; Letter has room for four."""
    page = sheet(paper=paper)
    first, last = codes(page)[0], codes(page)[-1]
    words = [bounds(i) for i in page.items if isinstance(i, Text)]
    above = max(w.bottom for w in words if w.bottom < first.y)
    below = min(w.top for w in words if w.top > last.y + last.side_pt)
    assert first.y - above >= points(air_mm)
    assert below - last.y - last.side_pt >= points(air_mm)


@PAPERS
def test_no_number_lies_across_the_middle_fold(paper: str) -> None:
    """Three digits still end before the fold."""
    page = sheet(24, paper=paper, sheets=24, needed=17)
    _, middle = folds(paper)
    for item in page.items:
        if isinstance(item, Text) and item.text.isdigit():
            here = bounds(item)
            assert here.right < middle or here.left > middle


def test_a_sheet_tells_its_kit_date_number_and_whom_to_ring() -> None:
    """All that a finder needs stands on every sheet."""
    words = words_of(sheet(2))
    for told in (
        "Spare Key kit 7",
        "2026-11-23",
        "3F2A 9C01 77B0 E4D2",
        "Sheet 2 of 2",
        "Codes 25 to 48 of 48",
        "Mina Park, +82 10 1234 5678",
    ):
        assert told in words


@pytest.mark.parametrize(
    ("needed", "sheets", "words"),
    [
        (3, 5, "Any 3 of these 5 sheets are enough"),
        (1, 2, "Any 1 of these 2 sheets is enough"),
        (2, 2, "All 2 sheets are needed"),
    ],
)
def test_the_strip_says_how_many_sheets_are_enough(
    needed: int, sheets: int, words: str
) -> None:
    """It is bold and stands between rows three and four, off every fold."""
    page = sheet(needed=needed, sheets=sheets)
    (strip,) = (i for i in page.items if isinstance(i, Text) and i.text == words)
    here, rows = bounds(strip), ROWS["a4"]
    assert strip.face == "bold"
    assert points(rows[2] + 35.05 + 2.03) < here.top
    assert here.bottom < points(rows[3] - 2.03)


@PAPERS
@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ("passphrase", "Opens with the passphrase"),
        ("card", "Opens with key card 2"),
        ("either", "Opens with key card 2 or the passphrase"),
        ("both", "Opens with key card 2 and the passphrase"),
    ],
)
def test_a_sheet_names_what_opens_it_and_nothing_else(
    paper: str, ways: str, words: str
) -> None:
    """The sentence is whole on both papers, also beside the longest number."""
    page = sheet(ways=ways, paper=paper, sheets=24, needed=17)
    texts = [i.text for i in page.items if isinstance(i, Text)]
    assert words in texts


def test_a_long_name_gives_way_to_its_number() -> None:
    """The number to ring is whole, the name before it is cut with an ellipsis."""
    words = words_of(sheet(ring=[("An endless name " * 20, "+82 10 1234 5678")]))
    assert "…, +82 10 1234 5678" in words


def test_an_address_that_leaves_no_room_for_a_name_stands_alone() -> None:
    """Whole, where it fits in smaller type: half an address reaches nobody."""
    mail = "hong.gildong.longmailbox@paper-lantern-workshop.example.co.kr"
    words = words_of(sheet(ring=[("An endless name " * 20, mail)]))
    assert f"Please ring {mail}" in words


def test_whoever_finds_a_sheet_without_a_number_is_sent_to_the_cover() -> None:
    """Nobody to ring is no blank."""
    assert "See the cover" in words_of(sheet(ring=[]))


def test_codes_that_do_not_fit_the_facts_are_our_own_bug() -> None:
    """Another number of sheets, 25 codes, or codes of another size are refused."""
    kit = facts()
    good = blank_codes(kit)
    small = [[True] * 81] * 81
    for wrong in (good[:1], [good[0] + good[0][:1], good[1]], [[small], good[1]]):
        with pytest.raises(BrokenInvariant):
            code_sheets(kit, wrong)
