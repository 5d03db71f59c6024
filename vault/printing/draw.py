"""Pages as data → one PDF: deterministic bytes, every face embedded, a title only."""

from collections.abc import Iterable

from vault.printing.fonts import bounds, run_width, runs
from vault.printing.page import Box, Item, Matrix, Modules, Page, Rule, Text
from vault.printing.pdf import Canvas


def draw_pdf(pages: Iterable[Page], title: str) -> bytes:
    """Return the PDF of these pages; the same pages and title give the same bytes.

    The title is kept in clear inside the file: it must name neither a vault nor a
    business. No author, program or time is written.
    """
    canvas = Canvas(title)
    for page in pages:
        canvas.begin_page(page.width_pt, page.height_pt)
        for item in page.items:
            _draw(canvas, item)
        canvas.end_page()
    return canvas.finish()


def _draw(canvas: Canvas, item: Item) -> None:
    match item:
        case Text():
            _draw_text(canvas, item)
        case Rule():
            start, end = (item.x, item.y), (item.to_x, item.to_y)
            canvas.line(start, end, item.width, dashed=item.dashed)
        case Box():
            corner, size = (item.x, item.y), (item.width, item.height)
            canvas.box(corner, size, item.line, dashed=item.dashed)
        case Modules():
            corner = (item.x, item.y)
            pixels = len(item.matrix)
            canvas.bits(corner, item.side_pt, pixels, _rows(item.matrix))


def _draw_text(canvas: Canvas, text: Text) -> None:
    left = bounds(text).left
    for run in runs(text.text, text.face):
        canvas.text((left, text.y), run.face, text.size, run.text, faux=run.faux)
        left += run_width(run, text.size)


def _rows(matrix: Matrix) -> bytes:
    """Pack a matrix as a 1-bit grey picture: rows of whole bytes, 0 for black."""
    return b"".join(_row(row) for row in matrix)


def _row(row: Iterable[bool]) -> bytes:
    bits = "".join("0" if black else "1" for black in row)
    length = -(-len(bits) // 8)
    return int(bits.ljust(8 * length, "1"), 2).to_bytes(length, "big")
