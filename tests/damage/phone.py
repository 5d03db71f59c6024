"""Damage by whoever photographs a sheet: angle, light, hands, lens."""

import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from tests.damage.light import (
    blurred,
    grain,
    jpeg,
    moved,
    patchy,
    shades,
    sized,
    spot,
    uneven,
)
from tests.damage.shape import barrel, bent, seen_askew, turned


def _seen(page: Image.Image, rng: random.Random, most: float = 0.07) -> Image.Image:
    """Hold the phone over the sheet, nearly straight; 8 megapixels and a table."""
    page = turned(page, rng.uniform(-6, 6), rng.choice([60, 110]))
    return seen_askew(page, rng, most, rng.choice([30, 90, 150]))


def photo_good(page: Image.Image, rng: random.Random) -> Image.Image:
    page = uneven(shades(_seen(page, rng), 25, 235), rng, 0.6)
    return jpeg(grain(blurred(page, 0.8), rng, 8), 80)


def photo_low_light(page: Image.Image, rng: random.Random) -> Image.Image:
    """An evening kitchen: dark, grainy, smoothed by the phone."""
    page = uneven(shades(_seen(page, rng), 20, 120), rng, 0.4)
    page = grain(sized(page, 0.85), rng, rng.uniform(25, 40))
    return jpeg(blurred(page, 1.0), 70)


def photo_blurred(page: Image.Image, rng: random.Random) -> Image.Image:
    """Out of focus, and the hand moved."""
    page = uneven(shades(_seen(page, rng), 30, 225), rng, 0.6)
    page = moved(blurred(page, rng.uniform(1.4, 2.4)), rng, rng.uniform(2, 5))
    return jpeg(grain(page, rng, 8), 75)


def glare(page: Image.Image, rng: random.Random) -> Image.Image:
    """A lamp mirrored in glossy paper."""
    page = spot(shades(_seen(page, rng), 30, 200), rng, 0.3, 250, 0.35)
    return jpeg(grain(uneven(page, rng, 0.5), rng, 10), 80)


def finger(page: Image.Image, rng: random.Random) -> Image.Image:
    """Thumbs hold two corners down."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    for corner in rng.sample(range(4), 2):
        x = (corner % 2) * page.width
        y = (0.05 + 0.9 * (corner // 2)) * page.height + rng.uniform(-200, 200)
        long, wide = rng.uniform(250, 480), rng.uniform(110, 160)
        draw.ellipse(
            (x - long, y - wide, x + long, y + wide), fill=rng.randint(80, 170)
        )
    return photo_good(page, rng)


def phone_shadow(page: Image.Image, rng: random.Random) -> Image.Image:
    """The phone's own shadow: half of the sheet at a third of the light."""
    mask = Image.new("L", page.size, 255)
    left, top = rng.uniform(0, 0.5) * page.width, rng.uniform(0, 0.5) * page.height
    box = (left, top, left + 0.6 * page.width, top + 0.6 * page.height)
    ImageDraw.Draw(mask).rectangle(box, fill=0)
    mask = mask.filter(ImageFilter.GaussianBlur(rng.uniform(6, 40)))
    dark = shades(page, 5, rng.uniform(60, 90))
    page = Image.composite(shades(page, 25, 235), dark, mask)
    return jpeg(grain(_seen(page, rng), rng, 10), 75)


def wide_lens(page: Image.Image, rng: random.Random) -> Image.Image:
    """Barrel distortion of a phone held close."""
    page = bent(page, barrel(page.size, rng.uniform(0.04, 0.12)))
    return photo_good(page, rng)


def colour_cast(page: Image.Image, rng: random.Random) -> Image.Image:
    """A coloured lamp, and one channel clipped."""
    page = uneven(_seen(page, rng), rng, 0.5)
    gains = [rng.uniform(0.9, 1.3), rng.uniform(0.4, 0.8), rng.uniform(0.2, 0.5)]
    rng.shuffle(gains)
    bands = [
        page.point([min(round(30 + shade * gain * 0.85), 255) for shade in range(256)])
        for gain in gains
    ]
    return jpeg(grain(Image.merge("RGB", bands).convert("L"), rng, 8), 75)


def steep(page: Image.Image, rng: random.Random) -> Image.Image:
    """From the side: the far edge is a third shorter than the near one."""
    page = seen_askew(page, rng, 0.17, 90)
    return jpeg(grain(uneven(shades(page, 25, 235), rng, 0.5), rng, 8), 80)


def curled(page: Image.Image, rng: random.Random) -> Image.Image:
    """The sheet wants to roll up: its ends are nearer and shaded."""
    height, most = page.height, rng.uniform(0.02, 0.05) * page.width
    tilt = rng.uniform(-0.3, 0.3)

    def bend(x: float, y: float) -> tuple[float, float]:
        part = (y / height - 0.5) * 2
        return x + most * part**2 * (x / page.width - 0.5 + tilt), y + most * part**3

    return photo_good(patchy(bent(page, bend), rng, 0.6, 3), rng)


def bright_window(page: Image.Image, rng: random.Random) -> Image.Image:
    """Against the light: the sheet is dark, its back shows through."""
    page = Image.blend(page, Image.new("L", page.size, 128), 0.45)
    page = patchy(shades(page, 10, 150), rng, 0.4, 4)
    return jpeg(grain(blurred(_seen(page, rng), 0.9), rng, 14), 75)


def two_in_one(pages: Sequence[Image.Image], rng: random.Random) -> list[Image.Image]:
    """Two sheets side by side in each picture, together as wide as one at 250 dpi."""
    pictures = []
    for at in range(0, len(pages), 2):
        pair = [turned(page, rng.uniform(-3, 3), 90) for page in pages[at : at + 2]]
        width = sum(page.width for page in pair)
        table = Image.new("L", (width, max(page.height for page in pair)), 90)
        left = 0
        for page in pair:
            table.paste(page, (left, 0))
            left += page.width
        table = grain(sized(table, rng.uniform(0.62, 0.75)), rng, 8)
        pictures.append(jpeg(table, 80))
    return pictures
