"""The pages of a PDF in memory as pictures, made off the window's thread.

QtPdf is loaded on use: nobody needs it who prints nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


@contextmanager
def pdf_opened(data: bytes) -> Iterator["QPdfDocument"]:
    """Yield a PDF held in memory; one that can't be read has no pages."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - on use

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def page_pictures(data: bytes, width_pixels: int) -> list[QImage]:
    """Return each page on white, that wide."""
    with pdf_opened(data) as document:
        return [
            page_picture(document, number, width_pixels)
            for number in range(document.pageCount())
        ]


def page_picture(document: "QPdfDocument", number: int, width_pixels: int) -> QImage:
    """Return one page on white, that wide."""
    points = document.pagePointSize(number)
    height = round(width_pixels * points.height() / points.width())
    return _on_white(document.render(number, QSize(width_pixels, height)))


def _on_white(drawn: QImage) -> QImage:
    """Return the picture with paper behind it: what QtPdf draws has none."""
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    with QPainter(page) as painter:
        painter.drawImage(0, 0, drawn)
    return page
