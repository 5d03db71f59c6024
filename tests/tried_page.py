"""Pictures of the test page, whole and damaged, made with a real picture library."""

from functools import cache
from pathlib import Path

from PIL import Image

from vault.app.test_page import drawn_test_page
from vault.kit.pages_paper import PaperName
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture

FINE_DPI = 600


@cache
def _drawn(paper: PaperName, dpi: int) -> Image.Image:
    page = PdfFile(drawn_test_page(paper)).picture(0, dpi)
    return Image.frombytes("L", (page.width, page.height), page.grey)


def scan_of(paper: PaperName = "a4", dpi: int = 300) -> Image.Image:
    """Return what a scanner gives of a page that was printed well."""
    fine = _drawn(paper, FINE_DPI)
    size = (fine.width * dpi // FINE_DPI, fine.height * dpi // FINE_DPI)
    return fine.resize(size, Image.Resampling.BOX)


def shrunk(percent: float, paper: PaperName = "a4") -> Image.Image:
    """Return a scan of the page printed at that scale, about its middle."""
    whole = scan_of(paper)
    size = (round(whole.width * percent / 100), round(whole.height * percent / 100))
    small = whole.resize(size, Image.Resampling.BICUBIC)
    sheet = Image.new("L", whole.size, 255)
    sheet.paste(
        small, ((whole.width - small.width) // 2, (whole.height - small.height) // 2)
    )
    return sheet


def photo() -> Image.Image:
    """Return a photo from above and a little aside, on a grey desk."""
    seen = (-300, -200, -100, 3700, 2700, 3650, 2600, -250)
    return scan_of().transform(
        (3000, 4000),
        Image.Transform.QUAD,
        seen,
        resample=Image.Resampling.BICUBIC,
        fillcolor=90,
    )


def as_picture(image: Image.Image) -> Picture:
    """Return the pixels as the reader gets them."""
    return Picture(image.tobytes(), image.width, image.height)


def saved(image: Image.Image, path: Path) -> Path:
    """Write the picture as a file of the kind that its name says."""
    image.save(path)
    return path
