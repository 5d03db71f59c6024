"""The owner's letter to the deputy: in the white of the cover, or on its own pages.

An empty letter is a place to write: ruled lines. Nothing is ever cut.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from vault.i18n import translate as _
from vault.kit.pages_column import Column
from vault.kit.pages_facts import KitFacts
from vault.kit.pages_paper import BODY, GRID, INSET, LEADING, NOTE, TOP
from vault.printing.fonts import wrap
from vault.printing.page import Page, Rule

HANDWRITING: Final = 24.0  # from one ruled line to the next
WRITING_LINE: Final = 0.4  # thin, but a photocopy still shows it
LEAST_LINES: Final = 2  # fewer ruled lines are no letter
LEAST_HEIGHT: Final = 40.0  # a heading and the one line that says where the letter is
MARGIN: Final = 48.0  # below the text of a letter's own page


def letter_lines(letter: str, width: float) -> list[str]:
    """Return the letter in lines of body type; blank lines stay."""
    return [
        line
        for paragraph in letter.strip().splitlines()
        for line in wrap(paragraph, "regular", BODY, width)
    ]


def fits(letter: str, width: float, height: float) -> bool:
    """Tell whether the letter, or lines to write it on, fit below a heading."""
    room = height - GRID - LEADING[BODY]
    if not letter.strip():
        return room >= LEAST_LINES * HANDWRITING
    return len(letter_lines(letter, width)) * LEADING[BODY] <= room


def set_letter(column: Column, letter: str, bottom: float) -> None:
    """Set the letter, or the lines to write it on, between here and `bottom`."""
    _heading(column)
    if letter.strip():
        for line in letter_lines(letter, column.width):
            column.line(line, BODY, "regular")
    else:
        _ruled(column, bottom)


def set_notice(column: Column) -> None:
    """Say on the cover that the letter stands elsewhere."""
    _heading(column)
    column.paragraph(_("The letter is on the page behind this one."))


def own_pages(facts: KitFacts, first: Column) -> list[Page]:
    """Set the letter on pages of its own; `first` holds what stands above it."""
    bottom = facts.size.height_pt - MARGIN
    if not facts.letter.strip():
        set_letter(first, "", bottom)
        return [page_of(facts, first)]
    _heading(first)
    return list(_flow(facts, first, letter_lines(facts.letter, first.width), bottom))


def _flow(
    facts: KitFacts, column: Column, lines: Sequence[str], bottom: float
) -> Iterator[Page]:
    for line in lines:
        if column.y + LEADING[BODY] > bottom:
            yield page_of(facts, column)
            column = letter_column(facts)
        column.line(line, BODY, "regular")
    yield page_of(facts, column)


def letter_column(facts: KitFacts) -> Column:
    """Return the empty column of a page behind the cover, its head line set."""
    column = Column(INSET, TOP, facts.size.column_pt)
    words = _("Spare Key kit {number}, behind the cover, {date}")
    head = words.format(number=facts.kit_number, date=facts.date.isoformat())
    column.line(head, NOTE, "bold")
    column.skip(GRID)
    column.rule()
    column.skip(GRID)
    return column


def page_of(facts: KitFacts, column: Column) -> Page:
    """Return a page of the kit's paper with what stands in the column."""
    return Page(facts.size.width_pt, facts.size.height_pt, tuple(column.items))


def _heading(column: Column) -> None:
    column.skip(GRID)
    column.line(_("A letter to whoever steps in"), BODY, "bold")


def _ruled(column: Column, bottom: float) -> None:
    right = column.x + column.width
    while column.y + HANDWRITING <= bottom:
        column.skip(HANDWRITING)
        column.items.append(Rule(column.x, column.y, right, column.y, WRITING_LINE))
