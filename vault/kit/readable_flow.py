"""Lines that flow over pages: none is split, and no heading is left alone at a foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vault.kit.pages_column import Column
from vault.printing.page import Box, Item, Modules, Rule, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A line with all that stands on it, from 0 downwards.

    `keep` holds it on the page of the next piece; `part` is whose it is, and `white`
    pieces vanish at the top of a page.
    """

    height: float
    items: tuple[Item, ...]
    part: str
    keep: bool = False
    white: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands on one page, and whose first line goes on from the page before."""

    pieces: tuple[Piece, ...]
    goes_on: str


def piece_of(column: Column, part: str, *, keep: bool = False) -> Piece:
    """Return what was set in a column that began at 0 as one piece."""
    return Piece(column.y, tuple(column.items), part, keep)


def white(height: float, part: str) -> Piece:
    """Return white between two blocks; it stays with what follows."""
    return Piece(height, (), part, keep=True, white=True)


def filled(
    pieces: Sequence[Piece], first_height: float, height: float, room: float
) -> Iterator[Filled]:
    """Deal the pieces out over pages.

    The first page has room for `first_height`, the others for `height`; `room` of it
    is taken by the line that says what goes on. A cluster that is kept together and
    is higher than a page begins one, and runs on.
    """
    page: list[Piece] = []
    left, goes_on, before = first_height, "", ""
    for cluster in _clusters(pieces):
        needed = sum(piece.height for piece in cluster)
        if page and needed > left:
            yield Filled(tuple(page), goes_on)
            first = next((p for p in cluster if not p.white), cluster[0])
            goes_on = first.part if first.part == before else ""
            page, left = [], height - (room if goes_on else 0)
        for piece in cluster:
            if page or not piece.white:
                page.append(piece)
                left -= piece.height
        before = cluster[-1].part
    if page:
        yield Filled(tuple(page), goes_on)


def placed(piece: Piece, y: float) -> Iterator[Item]:
    """Yield the items of a piece moved down by `y`."""
    for item in piece.items:
        match item:
            case Rule():
                yield replace(item, y=item.y + y, to_y=item.to_y + y)
            case Text() | Box() | Modules():
                yield replace(item, y=item.y + y)


def _clusters(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    cluster: list[Piece] = []
    for piece in pieces:
        cluster.append(piece)
        if not piece.keep:
            yield cluster
            cluster = []
    if cluster:
        yield cluster
