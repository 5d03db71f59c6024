"""The lines of the readable part: an account with its steps, contacts and codes."""

from collections.abc import Iterator, Sequence
from typing import Final

from vault.kit.pages_column import Column, Step, shrink
from vault.kit.pages_paper import BODY, GRID, HEAD, INSET, LEADING, NOTE
from vault.kit.readable_facts import (
    ReadableBlock,
    ReadableFacts,
    ReadablePart,
    ReadableStep,
)
from vault.kit.readable_flow import Piece
from vault.kit.readable_lines import Lines
from vault.printing.fonts import measure
from vault.printing.page import Box, Text

NUMBERS: Final = 3 * GRID  # the room in which the numbers of steps hang
TICK: Final = 10.0  # a box to cross off a code
CODE_GAP: Final = 2 * GRID
MOST_COLUMNS: Final = 4
NAME_STEPS: Final[Sequence[Step]] = ((HEAD, 2), (BODY, 6))


def pieces_of(facts: ReadableFacts, part: ReadablePart) -> Iterator[Piece]:
    """Yield the lines of one heading and all that stands below it."""
    lines = Lines(facts.size.column_pt, part.name)
    lines.skip(2 * GRID)
    size, name = shrink(part.name, "bold", lines.width, NAME_STEPS)
    for line in name:
        lines.text(line, size, "bold", keep=True)
    if part.under:
        lines.text(part.under, NOTE, keep=True)
    rule = lines.column()
    rule.skip(GRID)
    rule.rule(1.0)
    lines.add(rule, keep=True)
    for block in part.blocks:
        _block(lines, block)
    yield from lines.pieces


def _block(lines: Lines, block: ReadableBlock) -> None:
    lines.skip(GRID)
    body = bool(block.steps or block.pairs or block.codes or block.notes)
    lines.text(block.title, BODY, "bold", keep=body)
    if block.under:
        lines.text(block.under, NOTE, keep=body)
    for number, step in enumerate(block.steps, start=1):
        _step(lines, number, step)
    for caption, value in block.pairs:
        lines.pair(caption, value)
    if block.codes:
        _codes(lines, block.codes)
    if block.notes.strip():
        lines.skip(GRID / 2)
        lines.text(block.notes, NOTE)


def _step(lines: Lines, number: int, step: ReadableStep) -> None:
    hung = Text(INSET, LEADING[BODY], BODY, str(number), "bold")
    link = bool(step.link)
    lines.text(step.text, BODY, indent=NUMBERS, keep=link, before=[hung])
    if link:
        lines.text(step.link, NOTE, "mono", NUMBERS)


def _codes(lines: Lines, codes: Sequence[str]) -> None:
    """Set codes in columns, each with a box to cross it off; long ones break."""
    lines.skip(GRID / 2)
    widest = max(measure(code, "mono", BODY) for code in codes)
    cell = TICK + GRID + widest + CODE_GAP
    columns = max(1, min(MOST_COLUMNS, int((lines.width + CODE_GAP) // cell)))
    step = GRID * ((lines.width / columns) // GRID)
    for start in range(0, len(codes), columns):
        column = lines.column()
        height = 0.0
        for place, code in enumerate(codes[start : start + columns]):
            one = _code(INSET + place * step, code, lines.width, columns)
            column.items.extend(one.items)
            height = max(height, one.y)
        column.y = height
        lines.add(column, keep=start == 0 and len(codes) > columns)


def _code(x: float, code: str, width: float, columns: int) -> Column:
    room = width - TICK - GRID if columns == 1 else width
    one = Column(x + TICK + GRID, 0.0, room)
    one.skip(GRID / 2)
    one.items.append(Box(x, one.y + LEADING[BODY] - TICK, TICK, TICK))
    one.paragraph(code, BODY, "mono")
    one.skip(GRID / 2)
    return one
