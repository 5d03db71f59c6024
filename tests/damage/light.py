"""Light and grain: what a lens and a sensor add to a page, all seeded."""

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter


def grain(page: Image.Image, rng: random.Random, most: float) -> Image.Image:
    """Add noise of a triangular spread up to `most` shades either way."""
    pixels = page.width * page.height
    one, two = (
        Image.frombytes("L", page.size, rng.randbytes(pixels)) for _ in range(2)
    )
    both = Image.blend(one, two, 0.5)
    low = both.point(
        [round(128 + (shade - 127.5) / 127.5 * most) for shade in range(256)]
    )
    return ImageChops.add(page, low, 1, -128)


def shades(page: Image.Image, black: float, white: float) -> Image.Image:
    """Return the page with its black and its white at these shades."""
    span = white - black
    return page.point([round(black + shade / 255 * span) for shade in range(256)])


def uneven(page: Image.Image, rng: random.Random, darkest: float) -> Image.Image:
    """Light the page from one side: `darkest` (0..1) is left at the far corner."""
    corners = [1.0, rng.uniform(darkest, 1), rng.uniform(darkest, 1), darkest]
    if rng.random() < 0.5:
        corners.reverse()
    small = Image.new("L", (2, 2))
    small.putdata([round(255 * corner) for corner in corners])
    return ImageChops.multiply(page, _stretched(small, page.size))


def patchy(
    page: Image.Image, rng: random.Random, darkest: float, patches: int = 5
) -> Image.Image:
    """Lay clouds of shadow over the page."""
    size = (patches, patches)
    small = Image.new("L", size)
    small.putdata(
        [round(255 * rng.uniform(darkest, 1)) for _ in range(patches * patches)]
    )
    return ImageChops.multiply(page, _stretched(small, page.size))


def _stretched(small: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Scale smoothly, edge to edge."""
    half = 0.5
    box = (half, half, small.width - half, small.height - half)
    return small.resize(size, Image.Resampling.BILINEAR, box)


def spot(
    page: Image.Image, rng: random.Random, width: float, shade: int, soft: float
) -> Image.Image:
    """Lay a soft round patch of one shade on the page, `width` of its width."""
    eighth = (max(page.width // 8, 8), max(page.height // 8, 8))
    mask = Image.new("L", eighth)
    radius = width * eighth[0] / 2
    x, y = rng.uniform(0.1, 0.9) * eighth[0], rng.uniform(0.1, 0.9) * eighth[1]
    box = (x - radius, y - radius * 0.7, x + radius, y + radius * 0.7)
    ImageDraw.Draw(mask).ellipse(box, fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(soft * radius)).resize(page.size)
    return Image.composite(Image.new("L", page.size, shade), page, mask)


def moved(page: Image.Image, rng: random.Random, pixels: float) -> Image.Image:
    """Blur as a hand that moved by that many pixels does."""
    steps = max(round(pixels), 1)
    dx, dy = rng.choice([(1, 0), (0, 1), (0.7, 0.7), (0.7, -0.7)])
    total = page
    for step in range(1, steps):
        shifted = ImageChops.offset(page, round(dx * step), round(dy * step))
        total = Image.blend(total, shifted, 1 / (step + 1))
    return total


def blurred(page: Image.Image, pixels: float) -> Image.Image:
    """Blur as a lens out of focus does."""
    return page.filter(ImageFilter.GaussianBlur(pixels))


def jpeg(page: Image.Image, quality: int) -> Image.Image:
    """Return the page after a JPEG of that quality."""
    out = BytesIO()
    page.save(out, "JPEG", quality=quality)
    return Image.open(BytesIO(out.getvalue())).convert("L")


def sized(page: Image.Image, factor: float) -> Image.Image:
    """Return the page scaled, as a scanner of another resolution sees it."""
    size = (round(page.width * factor), round(page.height * factor))
    kind = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    return page.resize(size, kind)
