"""Damage by printers, copiers, fax machines and screens."""

import random
from math import sin

from PIL import Image, ImageChops, ImageFilter

from tests.damage.kit import PIXELS_A_MM
from tests.damage.light import blurred, grain, patchy, shades, sized
from tests.damage.shape import turned


def faded_toner(page: Image.Image, rng: random.Random) -> Image.Image:
    """Black is grey, paler in streaks, and full of tiny holes."""
    pale = Image.new("L", (rng.randint(9, 15), 1))
    pale.putdata([rng.randint(90, 190) for _ in range(pale.width)])
    page = ImageChops.lighter(page, pale.resize(page.size, Image.Resampling.BICUBIC))
    noise = Image.frombytes(
        "L", page.size, rng.randbytes(page.width * page.height)
    ).filter(ImageFilter.GaussianBlur(1))
    holes = noise.point([255 if shade > 158 else 0 for shade in range(256)])
    page = ImageChops.lighter(page, holes)
    page = sized(turned(page, rng.uniform(-1, 1)), 200 / 300)
    return grain(shades(page, 30, 235), rng, 10)


def fax(page: Image.Image, rng: random.Random) -> Image.Image:
    """204 x 196 dpi, one bit, a little askew, a line lost here and there."""
    page = turned(page, rng.uniform(-1, 1)).filter(ImageFilter.GaussianBlur(0.8))
    size = (page.width * 204 // 300, page.height * 196 // 300)
    page = grain(page.resize(size, Image.Resampling.BOX), rng, 40)
    threshold = rng.randint(95, 165)
    page = page.point([255 if shade > threshold else 0 for shade in range(256)])
    for _ in range(8):
        y = rng.randrange(page.height - 2)
        page.paste(page.crop((0, y, page.width, y + 1)), (0, y + 1))
    return page


def third_copy(page: Image.Image, rng: random.Random) -> Image.Image:
    """A copy of a copy of a copy: each blurs, thickens or thins, adds dirt."""
    for _ in range(3):
        page = blurred(turned(page, rng.uniform(-0.8, 0.8)), rng.uniform(0.7, 1.3))
        page = grain(page, rng, 30)
        middle, steep = rng.uniform(100, 155), rng.uniform(2.5, 5)
        page = page.point(
            [min(max(round(128 + (s - middle) * steep), 0), 255) for s in range(256)]
        )
    return grain(shades(sized(page, 200 / 300), 20, 245), rng, 8)


def thin_contrast(page: Image.Image, rng: random.Random) -> Image.Image:
    """Printed in draft on grey recycled paper."""
    page = patchy(shades(page, 105, 165), rng, 0.75, 6)
    return grain(sized(turned(page, rng.uniform(-2, 2)), 200 / 300), rng, 10)


def screen(page: Image.Image, rng: random.Random) -> Image.Image:
    """Photographed from a screen: moire waves over the page."""
    page = sized(turned(page, rng.uniform(-3, 3)), 220 / 300)
    period, lean = rng.uniform(4, 30), rng.uniform(-0.6, 0.6)
    column = Image.new("L", (page.width, 1))
    column.putdata(
        [round(205 + 50 * sin(6.283 * x / period)) for x in range(page.width)]
    )
    waves = column.resize(page.size)
    waves = waves.transform(
        page.size, Image.Transform.AFFINE, (1, lean, 0, 0, 1, 0), fillcolor=205
    )
    return grain(shades(ImageChops.multiply(page, waves), 60, 230), rng, 12)


def ink_bleed(page: Image.Image, rng: random.Random) -> Image.Image:
    """An inkjet on blotting paper: black grew by a quarter of a module."""
    page = page.filter(ImageFilter.MinFilter(3))
    page = blurred(page, rng.uniform(1, 1.8))
    return grain(sized(shades(page, 45, 240), 200 / 300), rng, 8)


def drum_streaks(page: Image.Image, rng: random.Random) -> Image.Image:
    """White and black lines along the sheet from a scratched drum."""
    page = page.copy()
    for _ in range(14):
        x = rng.randrange(page.width)
        wide = round(rng.uniform(0.2, 1.4) * PIXELS_A_MM)
        page.paste(rng.choice([0, 120, 255]), (x, 0, x + wide, page.height))
    return grain(sized(turned(page, rng.uniform(-1, 1)), 200 / 300), rng, 8)


def striped(page: Image.Image, rng: random.Random) -> Image.Image:
    """An inkjet with clogged nozzles: thin white lines across at a regular pitch."""
    page = page.copy()
    pitch, wide = rng.randint(16, 40), rng.randint(2, 3)
    for y in range(rng.randrange(pitch), page.height, pitch):
        page.paste(255, (0, y, page.width, y + wide))
    return grain(sized(shades(page, 60, 235), 200 / 300), rng, 8)
