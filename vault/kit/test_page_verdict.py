"""What a measured test page is worth: which sheets will do, and what is at fault."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from vault.kit.scale import is_scaled
from vault.kit.test_page_reading import Measured

Fit = Literal["compact", "sturdy", "neither", "again"]
Fault = Literal[
    "cut",
    "scaled",
    "unscaled",
    "coarse",
    "blurred",
    "dark",
    "faint",
    "patchy",
    "spread",
    "thin",
    "spot",
    "spare",
]

LEAST_MODULE_PIXELS: Final = 2.9  # 150 dpi; below that damage costs codes quickly
LEAST_LINES: Final = 0.3  # of their contrast; sturdy codes go at 0.1, compact at 0.2
LEAST_WHITE: Final = 90  # a picture taken in the dark, whatever the printer did
LEAST_INK: Final = 0.5  # of the way from the paper's white to black
MOST_PALE: Final = 0.03  # of the black patch
GREY: Final = (0.2, 0.8)  # what half the dots may look like


class Verdict(NamedTuple):
    """`fit` is what will do; "again" that the picture shows too little to say."""

    fit: Fit
    faults: tuple[Fault, ...]


def verdict(page: Measured) -> Verdict:
    """Judge a measured page: what it does for, and what to change, gravest first."""
    return Verdict(_fit(page), tuple(_faults(page)))


def _fit(page: Measured) -> Fit:
    if page.outside:
        return "again"
    if "sturdy" in page.missing:
        return "neither"
    # A size does where the next finer one was read as well: paper ages.
    reserve = "compact" not in page.missing and "fine" not in page.missing
    return "compact" if reserve else "sturdy"


def _faults(page: Measured) -> Iterator[Fault]:
    if page.outside:
        yield "cut"
    if is_scaled(page.percent):
        yield "scaled"
    yield from _of_the_picture(page)
    yield from _of_the_ink(page)
    if not page.outside and set(page.read) & set(page.missing):
        yield "spot"
    if _fit(page) == "sturdy" and "compact" not in page.missing:
        yield "spare"
    if page.percent is None:
        yield "unscaled"


def _of_the_picture(page: Measured) -> Iterator[Fault]:
    if page.module_pixels < LEAST_MODULE_PIXELS:
        yield "coarse"
    elif page.lines[-1] < LEAST_LINES:
        yield "blurred"
    if page.white < LEAST_WHITE:
        yield "dark"


def _of_the_ink(page: Measured) -> Iterator[Fault]:
    if page.white - page.black < LEAST_INK * page.white:
        yield "faint"
    if page.pale > MOST_PALE:
        yield "patchy"
    if page.module_pixels < LEAST_MODULE_PIXELS:
        return  # the dots run together in the picture, not on the paper
    least, most = GREY
    if page.grey > most:
        yield "spread"
    elif page.grey < least:
        yield "thin"
