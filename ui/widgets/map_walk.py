"""Where an arrow leads on a map: to the nearest spot that way, or along a thread."""

from collections.abc import Iterable
from math import hypot
from typing import Final

from ui.widgets.map_shape import MapShape

_ACROSS: Final = 3  # how much a step aside counts against a step ahead


def nearest(shape: MapShape, here: int, across: int, down: int) -> int:
    """Return the place of the nearest spot that way; `here` where there is none."""
    return _nearest(shape, here, across, down, range(len(shape.spots)))


def along(shape: MapShape, here: int, across: int, down: int) -> int:
    """Return the nearest spot that way which a thread joins with this one."""
    joined = {one.target for one in shape.threads if one.source == here}
    joined |= {one.source for one in shape.threads if one.target == here}
    return _nearest(shape, here, across, down, sorted(joined))


def leans(shape: MapShape, here: int) -> tuple[list[str], list[str]]:
    """Return the names of what a spot leans on, and of what leans on it."""
    names = [one.name for one in shape.spots]
    on = [names[one.source] for one in shape.threads if one.target == here]
    by = [names[one.target] for one in shape.threads if one.source == here]
    return on, by


def _nearest(
    shape: MapShape, here: int, across: int, down: int, places: Iterable[int]
) -> int:
    at, best, least = shape.spots[here], here, 0.0
    for place in places:
        x, y = shape.spots[place].x - at.x, shape.spots[place].y - at.y
        ahead = x * across + y * down
        far = hypot(ahead, _ACROSS * (abs(x * down) + abs(y * across)))
        if ahead > 0 and (best == here or far < least):
            best, least = place, far
    return best
