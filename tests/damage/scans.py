"""Damage by scanners: resolution, compression, feeding."""

import random

from PIL import Image, ImageOps

from tests.damage.light import blurred, grain, jpeg, shades, sized
from tests.damage.shape import turned


def _scanned(page: Image.Image, rng: random.Random, dpi: int) -> Image.Image:
    """Scan a little askew, out of focus, and with grain."""
    page = turned(page, rng.uniform(-1.5, 1.5))
    page = sized(blurred(page, rng.uniform(0.3, 1.0)), dpi / 300)
    black, white = rng.uniform(15, 60), rng.uniform(225, 250)
    return grain(shades(page, black, white), rng, rng.uniform(4, 14))


def scan_300(page: Image.Image, rng: random.Random) -> Image.Image:
    return _scanned(page, rng, 300)


def scan_200(page: Image.Image, rng: random.Random) -> Image.Image:
    return _scanned(page, rng, 200)


def scan_150(page: Image.Image, rng: random.Random) -> Image.Image:
    return _scanned(page, rng, 150)


def jpeg_60(page: Image.Image, rng: random.Random) -> Image.Image:
    return jpeg(_scanned(page, rng, rng.choice([150, 200])), 60)


def heavy_jpeg(page: Image.Image, rng: random.Random) -> Image.Image:
    """Sent on by a messenger, twice."""
    page = jpeg(_scanned(page, rng, 200), rng.randint(15, 30))
    return jpeg(sized(page, rng.uniform(0.8, 0.95)), rng.randint(20, 35))


def skew(page: Image.Image, rng: random.Random) -> Image.Image:
    degrees = rng.choice([-1, 1]) * rng.uniform(3, 14)
    return turned(_scanned(page, rng, 200), degrees, rng.choice([20, 120, 250]))


def strong_downscale(page: Image.Image, rng: random.Random) -> Image.Image:
    """Shrunk to about 110 dpi: 2.2 pixels a module."""
    return sized(blurred(page, 0.5), rng.uniform(105, 120) / 300)


def lost_strip(page: Image.Image, rng: random.Random) -> Image.Image:
    """The feeder slipped: a band is missing, the rest closed up."""
    page = _scanned(page, rng, 200)
    at = round(page.height * rng.uniform(0.15, 0.8))
    gap = round(page.height * rng.uniform(0.01, 0.04))
    out = Image.new("L", (page.width, page.height - gap), 250)
    out.paste(page.crop((0, 0, page.width, at)), (0, 0))
    lower = page.crop((0, at + gap, page.width, page.height))
    out.paste(lower, (rng.randint(-12, 12), at))
    return out


def stretched_feed(page: Image.Image, rng: random.Random) -> Image.Image:
    """The feeder ran unevenly: bands drawn out or pressed together."""
    page = _scanned(page, rng, 200)
    bands, top, parts = 6, 0, []
    for band in range(bands):
        low = page.height * (band + 1) // bands
        part = page.crop((0, top, page.width, low))
        tall = round(part.height * rng.uniform(0.93, 1.07))
        parts.append(part.resize((page.width, tall), Image.Resampling.BICUBIC))
        top = low
    out = Image.new("L", (page.width, sum(part.height for part in parts)), 255)
    at = 0
    for part in parts:
        out.paste(part, (0, at))
        at += part.height
    return out


def mirrored(page: Image.Image, rng: random.Random) -> Image.Image:
    """Scanned through the back of a foil, or by a front camera."""
    return ImageOps.mirror(_scanned(page, rng, 200))


def upside_down(page: Image.Image, rng: random.Random) -> Image.Image:
    return _scanned(page, rng, 200).rotate(rng.choice([90, 180, 270]), expand=True)


def negative(page: Image.Image, rng: random.Random) -> Image.Image:
    """White on black."""
    return ImageOps.invert(_scanned(page, rng, 200))
