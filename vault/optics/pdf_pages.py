"""Pages of PDF files as pictures, within limits; the only file that knows pypdfium2."""

from collections.abc import Iterator
from contextlib import closing
from math import isfinite, sqrt
from typing import Final

import pypdfium2
import pypdfium2.raw

from vault.errors import BadInput
from vault.limits import PICTURE_FILE_BYTES, PICTURE_PIXELS, PICTURES
from vault.optics.pictures import Picture

POINTS_AN_INCH: Final = 72
_DEPTH: Final = 15  # forms within forms that are searched for oversized pictures


class PdfFile:
    """An open PDF: how many pages it has, and each page as a picture."""

    def __init__(self, data: bytes, where: str = "pdf") -> None:
        """Open `data`; `where` names it in errors.

        Raises `BadInput(where, problem)`: "pdf-unreadable" where it is encrypted or
        broken, "pdf-large" above the limits of bytes or pages.
        """
        self._where = where
        if len(data) > PICTURE_FILE_BYTES:
            raise BadInput(where, "pdf-large", f"{len(data)} bytes")
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise BadInput(where, "pdf-unreadable") from error
        self.page_count = len(self._document)
        if not 1 <= self.page_count <= PICTURES:
            self.close()
            problem = "pdf-large" if self.page_count > 0 else "pdf-unreadable"
            raise BadInput(where, problem, f"{self.page_count} pages")

    def picture(self, number: int, dpi: int) -> Picture:
        """Return page `number` (from 0) in grey, coarser than `dpi` where it is huge.

        Raises `BadInput` as the constructor does, also for a page with a picture in it
        beyond the pixel limit.
        """
        try:
            with closing(self._document[number]) as page:
                return self._rendered(page, dpi)
        except pypdfium2.PdfiumError as error:
            raise BadInput(self._where, "pdf-unreadable", str(number + 1)) from error

    def close(self) -> None:
        """Let go of the document; nothing may be asked of it afterwards."""
        self._document.close()

    def _rendered(self, page: pypdfium2.PdfPage, dpi: int) -> Picture:
        self._check_images(page)
        width, height = page.get_size()  # points; a hostile file may say anything
        area = width * height
        if not (isfinite(area) and width > 0 and height > 0):
            raise BadInput(self._where, "pdf-unreadable")
        # A little below the limit, because both sides are rounded up to whole pixels.
        finest = sqrt(PICTURE_PIXELS * 0.99 / area)
        scale = min(dpi / POINTS_AN_INCH, finest)
        if max(width, height) * scale > PICTURE_PIXELS / 1000:
            size = f"{width:.0f}x{height:.0f} pt"
            raise BadInput(self._where, "pdf-large", size)
        with closing(page.render(scale=scale, grayscale=True)) as bitmap:
            return _picture(bitmap)

    def _check_images(self, page: pypdfium2.PdfPage) -> None:
        kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        for image in page.get_objects(filter=kinds, max_depth=_DEPTH):
            width, height = image.get_px_size()
            if width * height > PICTURE_PIXELS:
                raise BadInput(self._where, "pdf-large", f"{width}x{height}")


def pages(data: bytes, dpi: int, where: str = "pdf") -> Iterator[Picture]:
    """Yield every page of a PDF as a picture; raises `BadInput` as `PdfFile` does."""
    with closing(PdfFile(data, where)) as pdf:
        for number in range(pdf.page_count):
            yield pdf.picture(number, dpi)


def render_png(pdf: bytes, dpi: int) -> list[bytes]:
    """Return every page of a PDF as a grey PNG file; raises as `pages` does."""
    return [page.to_png() for page in pages(pdf, dpi)]


def _picture(bitmap: pypdfium2.PdfBitmap) -> Picture:
    """Copy the pixels, without what pads each row to `stride` bytes."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    rows = memoryview(bitmap.buffer).cast("B")
    if stride == width:
        return Picture(bytes(rows[: width * height]), width, height)
    starts = range(0, stride * height, stride)
    grey = b"".join(rows[start : start + width] for start in starts)
    return Picture(grey, width, height)
