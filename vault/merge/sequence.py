"""Two orders of things become one; texts in a list are joined one by one."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from vault.merge.side import Side, Two

T = TypeVar("T", bound=Hashable)


def merged_order(lead: Sequence[T], other: Iterable[T]) -> list[T]:
    """Return the lead's order with what only the other has, behind what it stood by."""
    order = list(lead)
    known = set(order)
    place = 0
    for one in other:
        if one in known:
            place = order.index(one) + 1
            continue
        order.insert(place, one)
        known.add(one)
        place += 1
    return order


def leading(found: Iterable[Hashable], lists: Two[tuple[T, ...]], later: Side) -> Side:
    """Return whose order is kept: of the copy that holds just these, else the later."""
    just = Two(*(set(one) == set(found) for one in lists))
    if just.mine == just.theirs:
        return later
    return "mine" if just.mine else "theirs"


def joined_texts(
    lists: Two[tuple[str, ...]], base: Iterable[str] | None, later: Side
) -> tuple[str, ...]:
    """Return what both hold and what either added; without a base, what either holds.

    The lists are lists of links or of plain texts, in which order means little.
    """
    mine, theirs = map(set, lists)
    found = mine | theirs
    if base is not None:
        found = (mine & theirs) | (found - set(base))
    lead = leading(found, lists, later)
    other = lists.of("theirs" if lead == "mine" else "mine")
    return tuple(one for one in merged_order(lists.of(lead), other) if one in found)
