"""Where things lie in a picture of a flat sheet: a view in perspective, fitted.

A view is eight numbers a..h: (x, y) is seen at ((ax + by + c) / w, (dx + ey + f) / w)
with w = gx + hy + 1.
"""

from collections.abc import Iterable, Sequence
from math import hypot

Point = tuple[float, float]
Pair = tuple[Point, Point]  # where it is, where it is seen
View = tuple[float, ...]
_NOTHING = 1e-12


def view(pairs: Sequence[Pair], weights: Sequence[float] | None = None) -> View:
    """Return the view that fits the pairs best, by least squares; four are needed.

    Pairs of more weight are fitted more closely. Raises `ValueError` where the pairs
    lie on one line or the like, so that no view follows.
    """
    sums = [[0.0] * 9 for _ in range(8)]
    # Numbers about one: squares of thousands would leave no digits for the rest.
    far = max(max(abs(x), abs(y)) for (x, y), _ in pairs) or 1.0
    wide = max(max(abs(u), abs(v)) for _, (u, v) in pairs) or 1.0
    for (place, shown), weight in zip(
        pairs, weights or [1.0] * len(pairs), strict=True
    ):
        x, y, u, v = place[0] / far, place[1] / far, shown[0] / wide, shown[1] / wide
        for row in (
            (x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u),
            (0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v),
        ):
            for at, one in enumerate(row[:8]):
                if one:
                    line = sums[at]
                    for column, other in enumerate(row):
                        line[column] += weight * one * other
    a, b, c, d, e, f, g, h = _solved(sums)
    ab, de = (a * wide / far, b * wide / far), (d * wide / far, e * wide / far)
    return (*ab, c * wide, *de, f * wide, g / far, h / far)


def seen(through: View, place: Point) -> Point:
    """Return where a place is seen; far away where it lies on the horizon."""
    a, b, c, d, e, f, g, h = through
    x, y = place
    w = g * x + h * y + 1
    if abs(w) < _NOTHING:
        return (-1e9, -1e9)
    return ((a * x + b * y + c) / w, (d * x + e * y + f) / w)


def misfit(through: View, pairs: Iterable[Pair]) -> float:
    """Return how far the pairs are seen from where they should be, in the mean."""
    distances = []
    for place, (u, v) in pairs:
        x, y = seen(through, place)
        distances.append(hypot(x - u, y - v))
    return sum(distances) / len(distances)


def _solved(rows: list[list[float]]) -> View:
    """Solve by Gauss and Jordan, the largest pivot first."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        pivot = rows[at][at]
        if abs(pivot) < _NOTHING:
            raise ValueError
        rows[at] = [value / pivot for value in rows[at]]
        for row in range(count):
            times = rows[row][at]
            if row != at and times:
                pairs = zip(rows[row], rows[at], strict=True)
                rows[row] = [mine - times * other for mine, other in pairs]
    return tuple(row[-1] for row in rows)
