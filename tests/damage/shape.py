"""What paper and lens do to the shape of a page: turned, seen askew, bent, crumpled."""

import random
from collections.abc import Callable
from math import hypot, pi, sin

from PIL import Image

Point = tuple[float, float]
Bend = Callable[[float, float], Point]  # a place in the picture -> on the page, pixels
_STEP = 96  # pixels of a mesh's square


def turned(page: Image.Image, degrees: float, around: int = 255) -> Image.Image:
    """Return the page turned, its corners kept."""
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=around)


def seen_askew(
    page: Image.Image, rng: random.Random, most: float, around: int = 90
) -> Image.Image:
    """Return the page as photographed from one side: corners move by up to `most`.

    The picture shows a table of shade `around` on every side.
    """
    width, height = page.size
    air = 0.04

    def corner(x: float, y: float) -> Point:
        towards = (1 - 2 * x, 1 - 2 * y)
        moved = (air + rng.uniform(0, most) for _ in range(2))
        across, down = moved
        return (
            width * (x + towards[0] * across),
            height * (y + towards[1] * down),
        )

    shown = [corner(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    flat: list[Point] = [(0, 0), (width, 0), (width, height), (0, height)]
    return page.transform(
        page.size,
        Image.Transform.PERSPECTIVE,
        coefficients(shown, flat),
        Image.Resampling.BICUBIC,
        fillcolor=around,
    )


def bent(page: Image.Image, bend: Bend) -> Image.Image:
    """Return the page warped smoothly; nothing outside it is shown but its edge."""
    mesh = []
    for top in range(0, page.height, _STEP):
        for left in range(0, page.width, _STEP):
            right = min(left + _STEP, page.width)
            low = min(top + _STEP, page.height)
            places = ((left, top), (left, low), (right, low), (right, top))
            quad = [_inside(bend(*place), page.size) for place in places]
            mesh.append(
                ((left, top, right, low), tuple(n for one in quad for n in one))
            )
    return page.transform(
        page.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC
    )


def _inside(place: Point, size: tuple[int, int]) -> Point:
    return min(max(place[0], 0), size[0] - 1), min(max(place[1], 0), size[1] - 1)


def waves(rng: random.Random, most: float, size: tuple[int, int]) -> Bend:
    """Return a bend of three waves, each moving the page by up to `most` pixels."""
    drawn = [
        (
            rng.uniform(0.3, 1) * most / 3,
            rng.uniform(0.6, 2.5) * 2 * pi / size[1],
            rng.uniform(0.6, 2.5) * 2 * pi / size[0],
            rng.uniform(0, 2 * pi),
            rng.uniform(0, 2 * pi),
        )
        for _ in range(3)
    ]

    def bend(x: float, y: float) -> Point:
        dx = sum(a * sin(fy * y + fx * x / 2 + p) for a, fy, fx, p, _ in drawn)
        dy = sum(a * sin(fx * x + fy * y / 2 + q) for a, fy, fx, _, q in drawn)
        return x + dx, y + dy

    return bend


def barrel(size: tuple[int, int], strength: float) -> Bend:
    """Return what a wide lens does: the edges drawn in by `strength` of the radius."""
    middle_x, middle_y = size[0] / 2, size[1] / 2
    far = hypot(middle_x, middle_y)

    def bend(x: float, y: float) -> Point:
        dx, dy = x - middle_x, y - middle_y
        out = 1 + strength * (hypot(dx, dy) / far) ** 2 - strength / 2
        return middle_x + dx * out, middle_y + dy * out

    return bend


def coefficients(shown: list[Point], flat: list[Point]) -> list[float]:
    """Return Pillow's eight numbers that take the shown corners to the flat ones."""
    rows = []
    for (x, y), (u, v) in zip(shown, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return solved(rows)


def solved(rows: list[list[float]]) -> list[float]:
    """Solve by Gauss: each row is an equation, its last number the right side."""
    rows = [list(row) for row in rows]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda row, at=at: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(len(rows)):
            if row != at and rows[row][at]:
                times = rows[row][at]
                pairs = zip(rows[row], rows[at], strict=True)
                rows[row] = [mine - times * other for mine, other in pairs]
    return [row[-1] for row in rows]
