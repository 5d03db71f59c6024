"""A code sheet: 24 codes with their numbers, a line above and below, a strip between.

The strip stands between rows three and four, the only band that no fold crosses.
Numbers stand outside the pairs of columns: there is room for three upright digits in
8 pt, and each is next to one code only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from vault.errors import BrokenInvariant
from vault.i18n import translate as _
from vault.kit.pages_facts import (
    KitFacts,
    enough_words,
    grouped_id,
    key_words,
    kit_words,
)
from vault.kit.pages_paper import BODY, FINE, GRID, NOTE, SMALL, PaperName
from vault.kit.sheet_grid import (
    COLUMNS,
    DOT_PT,
    QUIET_MODULES,
    code_corner,
    edges,
    folds,
    modules,
)
from vault.limits import CODES_A_SHEET
from vault.printing.fonts import fit, measure
from vault.printing.page import Face, Item, Matrix, Modules, Page, Rule, Text

CAPITAL: Final = 0.714  # em; the height of a figure in the Latin faces
CAPTION_AIR: Final = 1.2  # beyond the quiet zone
STRIP_SHARE: Final = 0.6  # of the line, for the sentence that matters most
HAIRLINE: Final = 0.5
LEAST_NAME: Final = 4  # of its characters; less tells nobody anything


@dataclass(frozen=True, slots=True)
class Lines:
    """The baselines of the three lines of words."""

    above: float
    strip: float
    below: float


LINES: Final[Mapping[PaperName, Lines]] = {
    "a4": Lines(above=32, strip=424, below=816),
    "letter": Lines(above=24, strip=400, below=772),
}


def code_sheets(facts: KitFacts, codes: Sequence[Sequence[Matrix]]) -> list[Page]:
    """Return one page for each sheet; `codes` holds the matrices sheet by sheet.

    A sheet has at most 24, each of the size of the kit's density. Raises
    BrokenInvariant where sheets or codes do not fit what the facts say.
    """
    if len(codes) != facts.sheets:
        raise BrokenInvariant("kit.sheet.sheets")
    total = sum(len(sheet) for sheet in codes)
    return [
        _page(facts, number, sheet, total)
        for number, sheet in enumerate(codes, start=1)
    ]


def _page(facts: KitFacts, number: int, matrices: Sequence[Matrix], total: int) -> Page:
    first = CODES_A_SHEET * (number - 1) + 1
    last = first + len(matrices) - 1
    span = _("Codes {first} to {last} of {total}")
    below = span.format(first=first, last=last, total=total)
    items = (
        *_above(facts, number),
        *_strip(facts),
        *_below(facts, below),
        *_fold_marks(facts.paper),
        *_codes(facts, matrices, first),
    )
    return Page(facts.size.width_pt, facts.size.height_pt, items)


def _above(facts: KitFacts, number: int) -> Iterator[Item]:
    left, right = edges(facts.paper)
    y = LINES[facts.paper].above
    kit = kit_words(facts)
    sheet = _("Sheet {number} of {sheets}").format(number=number, sheets=facts.sheets)
    printed = facts.date.isoformat()
    digits = grouped_id(facts)
    beside = measure(digits, "mono", SMALL) + measure(sheet, "bold", NOTE)
    room = right - left - beside - measure(printed, "regular", NOTE) - 5 * GRID
    size, kit = _fitting(kit, "bold", (NOTE, SMALL, FINE), room)
    day_x = left + measure(kit, "bold", size) + GRID
    day_end = day_x + measure(printed, "regular", NOTE)
    least = day_end + 2 * GRID + measure(digits, "mono", SMALL) / 2
    yield Text(left, y, size, kit, "bold")
    yield Text(day_x, y, NOTE, printed)
    middle = max((left + right) / 2, least)  # where a long name leaves it free
    yield Text(middle, y, SMALL, digits, "mono", "center")
    yield Text(right, y, NOTE, sheet, "bold", "right")


def _strip(facts: KitFacts) -> Iterator[Item]:
    left, right = edges(facts.paper)
    y = LINES[facts.paper].strip
    room = (right - left) * STRIP_SHARE
    opens = _("Opens with {key}").format(key=key_words(facts))
    for largest in range(3):  # the first gives way where the second would be cut
        sizes = (BODY, NOTE, SMALL)[largest:]
        enough = _fitting(enough_words(facts), "bold", sizes, room)
        rest = right - left - measure(enough[1], "bold", enough[0]) - 2 * GRID
        size, words = _fitting(opens, "regular", (NOTE, SMALL, FINE), rest)
        if words == opens:
            break
    yield Text(left, y, *enough, "bold")
    yield Text(right, y, size, words, "regular", "right")


def _fitting(
    words: str, face: Face, sizes: Sequence[float], room: float
) -> tuple[float, str]:
    """Return the largest of `sizes` in which the words fit; cut in the smallest."""
    for size in sizes:
        if measure(words, face, size) <= room:
            return size, words
    return sizes[-1], fit(words, face, sizes[-1], room)


def _below(facts: KitFacts, span: str) -> Iterator[Item]:
    left, right = edges(facts.paper)
    y = LINES[facts.paper].below
    room = right - left - measure(span, "regular", NOTE) - 2 * GRID
    yield Text(left, y, *_ring_words(facts, room))
    yield Text(right, y, NOTE, span, "regular", "right")


def _ring_words(facts: KitFacts, room: float) -> tuple[float, str]:
    """Name the first whom to ring; a name that is too long gives way to its number.

    The type shrinks before anything is cut: other languages need longer words.
    """
    sizes = (NOTE, SMALL, FINE)
    if not facts.ring:
        cover = _("Found this sheet? See the cover")
        if facts.supplement:
            cover = _("Found this sheet? It belongs to kit {number}")
            cover = cover.format(number=facts.kit_number)
        return _fitting(cover, "regular", sizes, room)
    name, number = facts.ring[0]
    words = _("Found this sheet? Please ring {name}, {number}")
    whole = words.format(name=name, number=number)
    size, cut = _fitting(whole, "regular", sizes, room)
    if cut == whole:
        return size, whole
    around = measure(words.format(name="", number=number), "regular", NOTE)
    short = fit(name, "regular", NOTE, room - around)
    if len(short) >= LEAST_NAME:
        return NOTE, words.format(name=short, number=number)
    alone = _("Found this sheet? Please ring {number}").format(number=number)
    return _fitting(alone, "regular", sizes, room)


def _fold_marks(paper: PaperName) -> Iterator[Item]:
    heights, middle = folds(paper)
    size_x, size_y = 2 * middle, 1.5 * heights[1]
    for y in heights:
        yield Rule(GRID, y, 3 * GRID, y, HAIRLINE)
        yield Rule(size_x - 3 * GRID, y, size_x - GRID, y, HAIRLINE)
        yield Rule(middle - GRID, y, middle + GRID, y, HAIRLINE)
        yield Rule(middle, y - GRID, middle, y + GRID, HAIRLINE)
    near, far = 0.5 * GRID, 1.5 * GRID
    yield Rule(middle, near, middle, far, HAIRLINE)
    yield Rule(middle, size_y - far, middle, size_y - near, HAIRLINE)


def _codes(facts: KitFacts, matrices: Sequence[Matrix], first: int) -> Iterator[Item]:
    module_pt = facts.density.module_dots * DOT_PT
    if len(matrices) > CODES_A_SHEET:
        raise BrokenInvariant("kit.sheet.cells")
    for cell, matrix in enumerate(matrices):
        if len(matrix) != modules(facts.density):
            raise BrokenInvariant("kit.sheet.modules")
        x, y = code_corner(facts.paper, facts.density, cell)
        code = Modules(x, y, module_pt, matrix)
        yield code
        yield _caption(code, cell % COLUMNS, first + cell)


def _caption(code: Modules, column: int, number: int) -> Text:
    air = QUIET_MODULES * code.module_pt + CAPTION_AIR
    y = code.y + CAPITAL * SMALL
    if column % 2 == 0:
        return Text(code.x - air, y, SMALL, str(number), "bold", "right")
    return Text(code.x + code.side_pt + air, y, SMALL, str(number), "bold", "left")
