"""The readable part: steps, contacts, perhaps codes, in clear on pages of their own.

Each page says at its top that anybody can read it and where it should lie. A page of
codes of the kit is never among them: the two belong in different places.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.kit.pages_column import Column, Step, shrink
from vault.kit.pages_paper import (
    BODY,
    GRID,
    HEAD,
    INSET,
    LEADING,
    NOTE,
    TITLE,
    TOP,
)
from vault.kit.readable_facts import ReadableFacts
from vault.kit.readable_flow import Filled, filled, placed
from vault.kit.readable_parts import pieces_of
from vault.printing.fonts import fit, wrap
from vault.printing.page import Box, Item, Page, Rule, Text

FOOT: Final = 48.0  # white below the last line
AIR: Final = 2 * GRID  # between the warning's frame and its words
GOES_ON: Final = LEADING[NOTE] + 12.0  # the line that says what goes on, and its white
OWNER_STEPS: Final[Sequence[Step]] = ((TITLE, 1), (HEAD, 2), (BODY, 4))


def readable_pages(facts: ReadableFacts) -> list[Page]:
    """Return the pages in clear, numbered; none where nothing was chosen."""
    pieces = [piece for part in facts.parts for piece in pieces_of(facts, part)]
    if not pieces:
        return []
    bottom = facts.size.height_pt - FOOT
    first, other = _top(facts, first=True), _top(facts, first=False)
    pages = list(filled(pieces, bottom - first.y, bottom - other.y, GOES_ON))
    return [
        _page(facts, first if number == 1 else other, one, (number, len(pages)))
        for number, one in enumerate(pages, start=1)
    ]


def _page(
    facts: ReadableFacts, top: Column, one: Filled, number: tuple[int, int]
) -> Page:
    column = Column(top.x, top.y, top.width)
    items: list[Item] = [*top.items, *_head(facts, number)]
    if one.goes_on:
        words = _("{name}, continued").format(name=one.goes_on)
        column.line(fit(words, "bold", NOTE, column.width), NOTE, "bold")
        column.skip(GOES_ON - LEADING[NOTE])
    for piece in one.pieces:
        items += placed(piece, column.y)
        column.y += piece.height
    items += column.items
    return Page(facts.size.width_pt, facts.size.height_pt, tuple(items))


def _head(facts: ReadableFacts, number: tuple[int, int]) -> Iterator[Item]:
    y = TOP + LEADING[NOTE]
    left = _("Spare Key kit {number}, part in clear").format(number=facts.kit_number)
    right = _("{date}, page {page} of {pages}").format(
        date=facts.date.isoformat(), page=number[0], pages=number[1]
    )
    edge = INSET + facts.size.column_pt
    yield Text(INSET, y, NOTE, left, "bold")
    yield Text(edge, y, NOTE, right, "regular", "right")
    yield Rule(INSET, y + GRID, edge, y + GRID)


def _top(facts: ReadableFacts, *, first: bool) -> Column:
    """Return what stands above the lines that flow."""
    column = Column(INSET, TOP + LEADING[NOTE] + GRID, facts.size.column_pt)
    if first:
        column.skip(GRID)
        size, lines = shrink(facts.owner, "bold", column.width, OWNER_STEPS)
        for line in lines:
            column.line(line, size, "bold")
        column.skip(GRID)
        column.paragraph(_about(facts), BODY)
    _warning(column, facts)
    column.skip(2 * GRID)
    return column


def _warning(column: Column, facts: ReadableFacts) -> None:
    """Frame what everybody must know who holds the page."""
    inner = Column(column.x + AIR, column.y + 2 * GRID, column.width - 2 * AIR)
    start = inner.y
    inner.skip(GRID / 2)
    inner.paragraph(_("In clear: whoever finds this page can read it."), BODY, "bold")
    for line in wrap(_place(facts), "regular", NOTE, inner.width):
        inner.line(line, NOTE, "regular")
    end = GRID * -(-(inner.y + GRID) // GRID)
    column.items.append(Box(column.x, start, column.width, end - start, 1.0))
    column.items += inner.items
    column.y = end


def _place(facts: ReadableFacts) -> str:
    if facts.has_codes:
        return _(
            "It shows recovery codes: whoever holds it gets into the accounts. Lock it "
            "away like money, apart from the sheets, the key card, telephones and "
            "computers."
        )
    return _(
        "No recovery code is on it. Keep it where those who step in will look, and "
        "never together with the key card."
    )


def _about(facts: ReadableFacts) -> str:
    count = sum(part.is_account for part in facts.parts)
    words = translate_count(
        "What to do and whom to ask for {count} online account, without a computer. "
        "It is as of {date}: what changed later is not here.",
        "What to do and whom to ask for {count} online accounts, without a computer. "
        "It is as of {date}: what changed later is not here.",
        count,
    )
    about = words.format(count=count, date=facts.date.isoformat())
    if facts.has_codes:
        tick = _("Cross off each code when it is used: most work only once.")
        about = f"{about} {tick}"
    return about
