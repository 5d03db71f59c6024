"""Damage to the paper itself, then a scan at 200 dpi."""

import random
from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.damage.kit import PIXELS_A_MM
from tests.damage.light import grain, patchy, shades, sized, spot
from tests.damage.shape import bent, turned, waves

_SCAN = 200 / 300


def _then_scanned(page: Image.Image, rng: random.Random) -> Image.Image:
    page = sized(turned(page, rng.uniform(-2, 2)), _SCAN)
    return grain(shades(page, 40, 240), rng, 8)


def folds(page: Image.Image, rng: random.Random) -> Image.Image:
    """Folded to a letter and in half, near the marks; ink broke off, paper shades."""
    ink = page.copy()
    draw = ImageDraw.Draw(ink)
    stray = 3 * PIXELS_A_MM
    for third in (1, 2):
        y = page.height * third / 3 + rng.uniform(-stray, stray)
        _crease(draw, rng, page.width, lambda along, y=y: (along, y))
    x = page.width / 2 + rng.uniform(-stray, stray)
    _crease(draw, rng, page.height, lambda along: (x, along))
    return _then_scanned(patchy(ink, rng, 0.6, 3), rng)


def _crease(
    draw: ImageDraw.ImageDraw,
    rng: random.Random,
    length: int,
    place: Callable[[float], tuple[float, float]],
) -> None:
    """Draw a dark line and flakes of white along it."""
    wide = rng.uniform(0.3, 1.2) * PIXELS_A_MM
    draw.line([place(0), place(length)], fill=rng.randint(90, 190), width=round(wide))
    for _ in range(500):
        x, y = place(rng.uniform(0, length))
        x, y = x + rng.gauss(0, 2 * wide), y + rng.gauss(0, 2 * wide)
        size = rng.uniform(1, 5)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=255)


def coffee(page: Image.Image, rng: random.Random) -> Image.Image:
    """Two rings of a cup and a puddle."""
    stain = Image.new("L", page.size, 255)
    draw = ImageDraw.Draw(stain)
    for _ in range(2):
        radius = rng.uniform(35, 45) * PIXELS_A_MM
        x, y = rng.uniform(0, page.width), rng.uniform(0, page.height)
        box = (x - radius, y - radius, x + radius, y + radius)
        width = round(rng.uniform(2, 7) * PIXELS_A_MM)
        draw.ellipse(box, outline=rng.randint(90, 150), width=width)
    stain = stain.filter(ImageFilter.GaussianBlur(6))
    stain = spot(stain, rng, rng.uniform(0.2, 0.5), rng.randint(120, 170), 0.15)
    return _then_scanned(ImageChops.multiply(page, stain), rng)


def marker(page: Image.Image, rng: random.Random) -> Image.Image:
    """A felt pen, 5 mm wide, crossed the sheet out in a zigzag of three strokes."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    places = [
        (rng.uniform(0, 1) * page.width, (0.1 + 0.27 * turn) * page.height)
        for turn in range(4)
    ]
    width = round(rng.uniform(3, 6) * PIXELS_A_MM)
    draw.line(places, fill=rng.randint(0, 60), width=width, joint="curve")
    return _then_scanned(page, rng)


def punched(page: Image.Image, rng: random.Random) -> Image.Image:
    """Holes of a filing punch, once on the left, once on another edge, carelessly."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    radius = 3 * PIXELS_A_MM
    for edge in (0, rng.randint(1, 3)):
        long = page.height if edge % 2 == 0 else page.width
        wide = page.width if edge % 2 == 0 else page.height
        depth = rng.uniform(8, 16) * PIXELS_A_MM
        depth = depth if edge < 2 else wide - depth
        middle = long / 2 + rng.uniform(-15, 15) * PIXELS_A_MM
        for way in (-40, 40):
            along = middle + way * PIXELS_A_MM
            x, y = (depth, along) if edge % 2 == 0 else (along, depth)
            box = (x - radius, y - radius, x + radius, y + radius)
            draw.ellipse(box, fill=rng.choice([0, 60, 200]))
    return _then_scanned(page, rng)


def torn_corner(page: Image.Image, rng: random.Random) -> Image.Image:
    """A corner is gone: up to a third of the width and the height."""
    page = page.copy()
    across = rng.uniform(0.15, 0.4) * page.width
    down = rng.uniform(0.12, 0.33) * page.height
    corner = [(0, 0), (across, 0)]
    steps = 12
    for step in range(1, steps):
        part = step / steps
        x = across * (1 - part) + rng.uniform(-20, 20)
        corner.append((x, down * part + rng.uniform(-20, 20)))
    corner.append((0, down))
    right, low = rng.random() < 0.5, rng.random() < 0.5
    torn = [
        (page.width - x if right else x, page.height - y if low else y)
        for x, y in corner
    ]
    ImageDraw.Draw(page).polygon(torn, fill=rng.choice([15, 120, 255]))
    return _then_scanned(page, rng)


def crumpled(page: Image.Image, rng: random.Random) -> Image.Image:
    """Crushed and smoothed: bent by millimetres, creases in all directions."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    for _ in range(25):
        x, y = rng.uniform(0, page.width), rng.uniform(0, page.height)
        far = (x + rng.uniform(-900, 900), y + rng.uniform(-900, 900))
        shade, width = rng.choice([110, 170, 225]), rng.randint(2, 7)
        draw.line([(x, y), far], fill=shade, width=width)
    page = bent(page, waves(rng, rng.uniform(20, 60), page.size))
    return _then_scanned(patchy(page, rng, 0.55, 9), rng)


def water_run(page: Image.Image, rng: random.Random) -> Image.Image:
    """Ink ran downwards in three broad drops, and the paper waved."""
    run = page
    for step in range(1, 4):
        down = ImageChops.offset(page, 0, 3 * step)
        run = Image.blend(run, ImageChops.darker(run, down), 0.6)
    run = run.filter(ImageFilter.GaussianBlur(2.5))
    mask = Image.new("L", page.size)
    draw = ImageDraw.Draw(mask)
    for _ in range(3):
        x, half = rng.uniform(0, page.width), rng.uniform(8, 20) * PIXELS_A_MM
        top = rng.uniform(0, 0.6) * page.height
        draw.ellipse((x - half, top, x + half, top + 0.5 * page.height), fill=255)
    wet = Image.composite(run, page, mask.filter(ImageFilter.GaussianBlur(15)))
    wet = bent(wet, waves(rng, rng.uniform(8, 25), page.size))
    return _then_scanned(patchy(wet, rng, 0.7, 4), rng)


def staple_shadow(page: Image.Image, rng: random.Random) -> Image.Image:
    """Stapled, torn off, the corner folded over, and a shadow at the edge."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    x, y = rng.uniform(0.03, 0.2) * page.width, rng.uniform(0.02, 0.12) * page.height
    far = (x + rng.uniform(60, 140), y + rng.uniform(-60, 60))
    draw.line([(x, y), far], fill=0, width=10)
    edge = rng.uniform(0.06, 0.16) * page.width
    fold = [(0, 0), (edge, 0), (0, edge)]
    draw.polygon(fold, fill=rng.choice([90, 200]))
    shadow = Image.new("L", (64, 1), 255)
    shadow.putdata([min(255, 40 + 6 * at) for at in range(64)])
    return _then_scanned(ImageChops.multiply(page, shadow.resize(page.size)), rng)


def taped(page: Image.Image, rng: random.Random) -> Image.Image:
    """Torn in two, taped: a shift along the tear, a yellow strip over it."""
    at = round(page.height * rng.uniform(0.2, 0.8))
    out = Image.new("L", page.size, 255)
    out.paste(page.crop((0, 0, page.width, at)), (0, 0))
    lower = page.crop((0, at, page.width, page.height))
    out.paste(lower, (rng.randint(-18, 18), at + rng.randint(2, 14)))
    half = round(9 * PIXELS_A_MM)
    strip = Image.new("L", page.size, 255)
    ImageDraw.Draw(strip).rectangle((0, at - half, page.width, at + half), fill=180)
    return _then_scanned(ImageChops.multiply(out, strip), rng)


def specks(page: Image.Image, rng: random.Random) -> Image.Image:
    """Mould and dirt: hundreds of dots, black and white, up to 2 mm."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    for _ in range(400):
        x, y = rng.uniform(0, page.width), rng.uniform(0, page.height)
        size = rng.uniform(0.1, 1) ** 2 * PIXELS_A_MM
        box = (x - size, y - size, x + size, y + size)
        draw.ellipse(box, fill=rng.choice([0, 40, 120, 255]))
    return _then_scanned(page, rng)
