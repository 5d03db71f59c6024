"""From places on paper to places on a picture of it, however it was held."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_UNKNOWN = 8  # of a perspective; the ninth only scales it
_PIVOT = 1e-12  # smaller, and the points lie on one line


@dataclass(frozen=True)
class Perspective:
    """The plane of the paper seen by a lens: eight numbers."""

    terms: tuple[float, ...]
    unit: float

    def at(self, x: float, y: float) -> Point:
        """Return where a place on the paper lies on the picture."""
        a, b, c, d, e, f, g, h = self.terms
        x, y = x / self.unit, y / self.unit
        depth = g * x + h * y + 1
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def perspective(pairs: Sequence[tuple[Point, Point]]) -> Perspective | None:
    """Return what leads each first point to its second, as near as can be.

    None for fewer than four pairs, and for points that lie on one line.
    """
    if len(pairs) < _UNKNOWN // 2:
        return None
    unit = max(max(abs(x), abs(y)) for (x, y), _seen in pairs) or 1.0
    rows = [row for paper, seen in pairs for row in _rows(paper, seen, unit)]
    squares = [
        [sum(row[i] * row[j] for row in rows) for j in range(_UNKNOWN + 1)]
        for i in range(_UNKNOWN)
    ]
    terms = _solved(squares)
    return None if terms is None else Perspective(terms, unit)


def _rows(paper: Point, seen: Point, unit: float) -> list[list[float]]:
    """Return the two equations of a pair, the right side last."""
    x, y, (u, v) = paper[0] / unit, paper[1] / unit, seen
    return [
        [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
        [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]


def _solved(rows: list[list[float]]) -> tuple[float, ...] | None:
    """Solve by elimination, the largest number of each column first."""
    for column in range(_UNKNOWN):
        best = max(range(column, _UNKNOWN), key=lambda r: abs(rows[r][column]))
        rows[column], rows[best] = rows[best], rows[column]
        if abs(rows[column][column]) < _PIVOT:
            return None
        rows[column] = [one / rows[column][column] for one in rows[column]]
        for other in range(_UNKNOWN):
            if other != column:
                factor = rows[other][column]
                pairs = zip(rows[other], rows[column], strict=True)
                rows[other] = [one - factor * two for one, two in pairs]
    return tuple(row[-1] for row in rows)
