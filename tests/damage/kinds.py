"""All kinds of damage by name: PAPER's fifteen, and those it does not name."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PIL import Image

from tests.damage import copies, phone, scans, wear

Hurt = Callable[[Image.Image, random.Random], Image.Image]

NAMED: Final[Mapping[str, Hurt]] = {
    "scan 300 dpi": scans.scan_300,
    "scan 200 dpi": scans.scan_200,
    "scan 150 dpi": scans.scan_150,
    "JPEG 60": scans.jpeg_60,
    "skew": scans.skew,
    "folds": wear.folds,
    "coffee": wear.coffee,
    "faded toner": copies.faded_toner,
    "marker": wear.marker,
    "punched holes": wear.punched,
    "torn corner": wear.torn_corner,
    "photo, good light": phone.photo_good,
    "photo, low light": phone.photo_low_light,
    "photo, blurred": phone.photo_blurred,
    "fax": copies.fax,
    "third copy": copies.third_copy,
}
UNNAMED: Final[Mapping[str, Hurt]] = {
    "crumpled": wear.crumpled,
    "water": wear.water_run,
    "staple, shadow": wear.staple_shadow,
    "torn and taped": wear.taped,
    "specks": wear.specks,
    "thin contrast": copies.thin_contrast,
    "screen": copies.screen,
    "ink bleed": copies.ink_bleed,
    "drum streaks": copies.drum_streaks,
    "clogged nozzles": copies.striped,
    "heavy JPEG": scans.heavy_jpeg,
    "110 dpi": scans.strong_downscale,
    "lost strip": scans.lost_strip,
    "uneven feed": scans.stretched_feed,
    "mirrored": scans.mirrored,
    "upside down": scans.upside_down,
    "negative": scans.negative,
    "glare": phone.glare,
    "fingers": phone.finger,
    "phone's shadow": phone.phone_shadow,
    "wide lens": phone.wide_lens,
    "colour cast": phone.colour_cast,
    "from the side": phone.steep,
    "curled": phone.curled,
    "against the light": phone.bright_window,
}
TWO_IN_ONE: Final = "two in one"
KINDS: Final = (*NAMED, *UNNAMED, TWO_IN_ONE)
WHOLE_ONLY: Final = ("marker", "torn corner")  # no sheet may be missing besides


def damaged(
    kind: str, pages: Sequence[Image.Image], rng: random.Random
) -> list[Image.Image]:
    """Return pictures of all sheets, each hurt by a draw of its own."""
    if kind == TWO_IN_ONE:
        return phone.two_in_one(pages, rng)
    hurt = (NAMED | UNNAMED)[kind]
    return [hurt(page, rng) for page in pages]
