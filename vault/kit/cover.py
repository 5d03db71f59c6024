"""The cover: what a stranger needs in ten years, on one page.

From the top: whose it is, what it is, how it opens, whom to ring, where it is kept, a
letter; from the bottom: a ruler and the format. The letter takes the white between;
one that is longer goes behind the cover, whole, and the cover says so.
"""

from collections.abc import Sequence
from typing import Final

from vault.i18n import translate as _
from vault.kit import cover_letter
from vault.kit.cover_format import format_lines
from vault.kit.cover_words import step_words, what_words
from vault.kit.pages_column import Column, Step, shrink
from vault.kit.pages_facts import KitFacts, grouped_id
from vault.kit.pages_paper import (
    BODY,
    FINE,
    GRID,
    HEAD,
    INSET,
    LEADING,
    NOTE,
    SMALL,
    TITLE,
    TOP,
)
from vault.kit.ruler import LENGTH_MM, ruler
from vault.printing.fonts import wrap
from vault.printing.page import Box, Page, Text, points

FOOT: Final = 32.0  # below the ruler, at least
NUMBERS: Final = 2 * GRID  # the room in which the numbers of a list hang
RINGS: Final = 3  # on the cover; whoever else is to be rung stands behind it
NAME_SHARE: Final = 0.6  # of the line; the number has the rest
KEPT_HEIGHT: Final = 40.0
OWNER_STEPS: Final[Sequence[Step]] = ((TITLE, 1), (HEAD, 2), (BODY, 2), (NOTE, 3))
RING_STEPS: Final[Sequence[Step]] = ((BODY, 1), (NOTE, 2), (FINE, 3))
FORMAT_SIZES: Final = (NOTE, SMALL, FINE)


def cover_page(facts: KitFacts) -> Page:
    """Return the cover; what does not fit it stands on `letter_pages`."""
    column = _upper(facts)
    foot = _foot(facts, column.y + cover_letter.LEAST_HEIGHT)
    bottom = foot.y
    if cover_letter.fits(facts.letter, column.width, bottom - column.y):
        cover_letter.set_letter(column, facts.letter, bottom)
    else:
        cover_letter.set_notice(column)
    items = (*column.items, *foot.items)
    return Page(facts.size.width_pt, facts.size.height_pt, items)


def letter_pages(facts: KitFacts) -> list[Page]:
    """Return the pages behind the cover: none where everything fitted it."""
    upper = _upper(facts)
    foot = _foot(facts, upper.y + cover_letter.LEAST_HEIGHT)
    fits = cover_letter.fits(facts.letter, upper.width, foot.y - upper.y)
    if fits and len(facts.ring) <= RINGS:
        return []
    column = cover_letter.letter_column(facts)
    if len(facts.ring) > RINGS:
        _ring(column, _("Whom else to ring"), facts.ring[RINGS:])
    if fits:
        return [cover_letter.page_of(facts, column)]
    return cover_letter.own_pages(facts, column)


def _upper(facts: KitFacts) -> Column:
    column = Column(INSET, TOP, facts.size.column_pt)
    _head(column, facts)
    _owner(column, facts.owner)
    column.skip(GRID)
    column.paragraph(what_words(facts))
    _heading(column, _("How to open it"))
    column.numbered(step_words(facts), BODY, NUMBERS)
    if facts.ring:
        _ring(column, _("Whom to ring"), facts.ring[:RINGS])
    else:
        _boxes(column, [_("Whom to ring")])
    _boxes(column, [_("Kept at"), _("Kept by")])
    return column


def _head(column: Column, facts: KitFacts) -> None:
    column.line(_("Spare Key recovery kit"), NOTE, "bold")
    words = _("Kit {number}, printed {date}, cover and {sheets} sheets")
    right = words.format(
        number=facts.kit_number, date=facts.date.isoformat(), sheets=facts.sheets
    )
    edge = column.x + column.width
    column.items.append(Text(edge, column.y, NOTE, right, "regular", "right"))
    column.skip(GRID)
    column.rule()


def _owner(column: Column, owner: str) -> None:
    size, lines = shrink(owner, "bold", column.width, OWNER_STEPS)
    column.skip(GRID)
    for line in lines:
        column.line(line, size, "bold")


def _heading(column: Column, words: str) -> None:
    column.skip(GRID)
    column.line(words, BODY, "bold")


def _ring(column: Column, heading: str, ring: Sequence[tuple[str, str]]) -> None:
    """Set names and numbers side by side; both shrink and break, neither is cut."""
    _heading(column, heading)
    number_x = GRID * round(column.width * NAME_SHARE / GRID)
    for name, number in ring:
        left = Column(column.x, column.y, number_x - GRID)
        right = Column(column.x + number_x, column.y, column.width - number_x)
        for cell, words in ((left, name), (right, number)):
            size, lines = shrink(words, "regular", cell.width, RING_STEPS)
            cell.skip(
                max(0.0, LEADING[NOTE] - LEADING[size])
            )  # clear of the line above
            for line in lines:
                cell.line(line, size, "regular")
            column.items.extend(cell.items)
        lowest = max(left.y, right.y) - column.y
        column.skip(GRID * -(-lowest // GRID))


def _boxes(column: Column, captions: Sequence[str]) -> None:
    """Draw boxes to write in, side by side over the whole width."""
    column.skip(2 * GRID)
    count = len(captions)
    width = GRID * ((column.width - GRID * (count - 1)) // (count * GRID))
    for number, words in enumerate(captions):
        last = number == count - 1 and number > 0
        x = column.x + (column.width - width if last else 0)
        column.items.append(Box(x, column.y, width, KEPT_HEIGHT))
        column.items.append(Text(x + GRID, column.y + 12, SMALL, words))
    column.skip(KEPT_HEIGHT)


def _foot(facts: KitFacts, least_y: float) -> Column:
    """Return the format and the ruler, standing on the foot of the page.

    The format's type shrinks where what stands above, down to `least_y`, needs room.
    """
    bottom = GRID * ((facts.size.height_pt - FOOT) // GRID)
    for size in FORMAT_SIZES:
        height = _format(facts, size, 0.0).y
        top = bottom - GRID * -(-height // GRID)
        if top >= least_y:
            break
    column = _format(facts, size, top)
    column.y = top
    return column


def _format(facts: KitFacts, size: float, top: float) -> Column:
    column = Column(INSET, top, facts.size.column_pt)
    column.skip(2 * GRID)
    column.rule(1.0)
    column.skip(GRID)
    column.line(_("The format, for a programmer"), size, "bold")
    edge = column.x + column.width
    column.items.append(Text(edge, column.y, size, _this_kit(facts), align="right"))
    column.numbered(format_lines(facts), size, NUMBERS)
    about = _(
        "All of it: vault/kit/SPEC.md and vault/envelope/SPEC.md of Spare Key, "
        "Apache-2.0."
    )
    column.paragraph(about, size, indent=NUMBERS)
    _ruler(column)
    return column


def _this_kit(facts: KitFacts) -> str:
    words = _("Kit id {kit}, generation {generation}")
    return words.format(kit=grouped_id(facts), generation=facts.generation)


def _ruler(column: Column) -> None:
    """Draw 100 mm with a tick each 10 mm, and beside it what it is for."""
    beside = GRID * (-(-points(LENGTH_MM) // GRID) + 2)
    note = Column(column.x + beside, 0.0, column.width - beside)
    words = _(
        "This line must measure 100 mm. If not, print again at full size, on one side."
    )
    lines = wrap(words, "regular", SMALL, note.width)
    height = LEADING[SMALL] * len(lines) + GRID
    column.y = GRID * -(-(column.y + height) // GRID)
    note.y = column.y - LEADING[SMALL] * len(lines)
    for line in lines:
        note.line(line, SMALL, "regular")
    column.items += [*note.items, *ruler(column.x, column.y)]
