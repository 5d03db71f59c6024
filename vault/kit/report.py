"""A report on paper: headings, captions, lines with boxes to tick, lines to sign on.

In the same type and on the same grid as what of a kit is printed in clear.
"""

from collections.abc import Iterator
from typing import Final

from vault.i18n import translate as _
from vault.kit.pages_column import shrink
from vault.kit.pages_paper import BODY, GRID, HEAD, INSET, LEADING, NOTE, TITLE, TOP
from vault.kit.readable_flow import Filled, Piece, filled, placed
from vault.kit.readable_lines import Lines
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.printing.fonts import fit
from vault.printing.page import Box, Item, Page, Rule, Text

FOOT: Final = 56.0  # white below the last line; the number of the page stands in it
TICK: Final = 10.0
HUNG: Final = 3 * GRID  # the room in which boxes hang
GOES_ON: Final = LEADING[NOTE] + 12.0
_SIGN: Final = 6 * GRID  # the room of one signature
_SIGN_WIDTH: Final = 0.6  # of the column


def report_pages(facts: ReportFacts) -> list[Page]:
    """Return the pages, numbered; one at least."""
    pieces = list(_pieces(facts))
    height = facts.size.height_pt - TOP - FOOT
    pages = list(filled(pieces, height, height, GOES_ON))
    return [
        _page(facts, one, number, len(pages)) for number, one in enumerate(pages, 1)
    ]


def _page(facts: ReportFacts, one: Filled, number: int, of: int) -> Page:
    size, y = facts.size, TOP
    items: list[Item] = []
    if one.goes_on:
        said = _("{name}, continued").format(name=one.goes_on)
        words = fit(said, "bold", NOTE, size.column_pt)
        items.append(Text(INSET, y + LEADING[NOTE], NOTE, words, "bold"))
        y += GOES_ON
    for piece in one.pieces:
        items += placed(piece, y)
        y += piece.height
    items += _foot(facts, number, of)
    return Page(size.width_pt, size.height_pt, tuple(items))


def _foot(facts: ReportFacts, number: int, of: int) -> Iterator[Item]:
    y = facts.size.height_pt - FOOT / 2
    edge = INSET + facts.size.column_pt
    place = _("{page} of {pages}").format(page=number, pages=of)
    title = ", ".join(filter(None, (facts.title, facts.under)))
    room = facts.size.column_pt * 0.8
    yield Rule(INSET, y - LEADING[NOTE], edge, y - LEADING[NOTE])
    yield Text(INSET, y, NOTE, fit(title, "regular", NOTE, room))
    yield Text(edge, y, NOTE, place, "regular", "right")


def _pieces(facts: ReportFacts) -> Iterator[Piece]:
    width = facts.size.column_pt
    top = Lines(width, "")
    size, title = shrink(facts.title, "bold", width, ((TITLE, 2), (HEAD, 4)))
    for line in title:
        top.text(line, size, "bold", keep=True)
    told = ", ".join(filter(None, (facts.under, facts.owner, facts.date)))
    top.text(told, NOTE)
    yield from top.pieces
    for block in facts.blocks:
        yield from _block(width, block)
    yield from _end(width, facts)


def _block(width: float, block: ReportBlock) -> Iterator[Piece]:
    lines = Lines(width, block.title)
    lines.skip(2 * GRID)
    lines.text(block.title, HEAD, "bold", keep=True)
    rule = lines.column()
    rule.skip(GRID / 2)
    rule.rule(1.0)
    rule.skip(GRID / 2)
    body = bool(block.under or block.pairs or block.lines or block.notes.strip())
    lines.add(rule, keep=body)
    if block.under:
        lines.text(block.under, NOTE)
    for caption, value in block.pairs:
        lines.pair(caption, value)
    for line in block.lines:
        _line(lines, line)
    if block.notes.strip():
        lines.text(block.notes, BODY)
    yield from lines.pieces


def _line(lines: Lines, line: ReportLine) -> None:
    indent = line.depth * HUNG
    lines.skip(GRID / 2)
    before = list(_hung(INSET + indent, line.mark))
    under = bool(line.under.strip())
    lines.text(line.text, BODY, indent=indent + HUNG, keep=under, before=before)
    if under:
        lines.text(line.under, NOTE, indent=indent + HUNG)


def _hung(x: float, mark: str) -> Iterator[Item]:
    """Yield the box before a line, ticked where it is done; else a dash."""
    if not mark:
        yield Text(x, LEADING[BODY], BODY, "–")  # noqa: RUF001 - it is a dash
        return
    top = LEADING[BODY] - TICK
    yield Box(x, top, TICK, TICK, 1.0)
    if mark == "done":
        low = top + TICK * 0.8
        yield Rule(x + TICK * 0.2, top + TICK * 0.5, x + TICK * 0.4, low, 1.5)
        yield Rule(x + TICK * 0.4, low, x + TICK * 0.8, top + TICK * 0.2, 1.5)


def _end(width: float, facts: ReportFacts) -> Iterator[Piece]:
    lines = Lines(width, "")
    for caption in facts.sign:
        column = lines.column()
        column.skip(_SIGN)
        edge = INSET + width * _SIGN_WIDTH
        column.items.append(Rule(INSET, column.y, edge, column.y))
        column.line(caption, NOTE, "regular")
        lines.add(column)
    if facts.foot:
        lines.skip(2 * GRID)
        lines.text(facts.foot, NOTE)
    yield from lines.pieces
