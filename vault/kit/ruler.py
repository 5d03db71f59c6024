"""The ruler: a line of 100 mm by which the printer's scale is seen with any other."""

from typing import Final

from vault.kit.pages_paper import GRID
from vault.printing.page import Item, Rule, points

LENGTH_MM: Final = 100
TICK_MM: Final = 10
LINE_PT: Final = 1.0


def ruler(x: float, y: float) -> list[Item]:
    """Return the line from (x, y) to the right, a tick at each 10 mm, 50 mm taller.

    The outer edges of the first and the last tick are 100 mm apart, to be measured
    from edge to edge.
    """
    length, half = points(LENGTH_MM), LINE_PT / 2
    items: list[Item] = [Rule(x, y, x + length, y, LINE_PT)]
    for millimetres in range(0, LENGTH_MM + 1, TICK_MM):
        inward = {0: half, LENGTH_MM: -half}.get(millimetres, 0.0)
        at = x + points(millimetres) + inward
        tall = GRID if millimetres % (5 * TICK_MM) == 0 else GRID / 2
        items.append(Rule(at, y - tall, at, y + half, LINE_PT))
    return items
