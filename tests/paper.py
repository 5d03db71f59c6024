"""Sheets of codes drawn for tests, as crude as the real ones are careful."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageFilter

from vault.optics.qr_write import Matrix, matrix

A4_AT_300_DPI = (2480, 3508)
LEFT, TOP, ACROSS, DOWN = 235, 215, 510, 540  # pixels at 300 dpi; 4 x 6 codes


def codes_of(texts: Sequence[str], version: int = 13) -> list[Matrix]:
    """Return the matrices of the texts."""
    return [matrix(text, version) for text in texts]


def draw_page(codes: Sequence[Matrix], module_pixels: int = 6) -> Image.Image:
    """Return a clean A4 page of up to 24 codes at 300 dpi."""
    page = Image.new("L", A4_AT_300_DPI, 255)
    for cell, code in enumerate(codes):
        side = len(code)
        dots = bytes(0 if black else 255 for row in code for black in row)
        small = Image.frombytes("L", (side, side), dots)
        size = (side * module_pixels, side * module_pixels)
        large = small.resize(size, Image.Resampling.NEAREST)
        page.paste(large, (LEFT + cell % 4 * ACROSS, TOP + cell // 4 * DOWN))
    return page


def scanned(
    page: Image.Image, dpi: int = 300, turned_degrees: float = 0, blur_mm: float = 0
) -> Image.Image:
    """Return the page as a scanner of that resolution would give it."""
    if turned_degrees:
        page = page.rotate(turned_degrees, Image.Resampling.BICUBIC, fillcolor=255)
    if blur_mm:
        page = page.filter(ImageFilter.GaussianBlur(blur_mm / 25.4 * 300))
    size = (page.width * dpi // 300, page.height * dpi // 300)
    return page.resize(size, Image.Resampling.BOX) if dpi != 300 else page


def file_of(page: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return the page as a file of that kind."""
    out = BytesIO()
    page.save(out, kind, **options)
    return out.getvalue()
