"""The one file that knows the PDF writer: faces read and registered, and its canvas.

The writer keeps its fonts and its switches for the whole process; nothing else here
does. Positions are points from the upper left corner, as in `page`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas as Writer

FILES: Final[Mapping[str, str]] = {
    "regular": "NotoSans-Regular.ttf",
    "bold": "NotoSans-Bold.ttf",
    "mono": "NotoSansMono-Regular.ttf",
    "mono-bold": "NotoSansMono-Bold.ttf",
    "cjk": "WenQuanYiMicroHei.ttf",
}
FIRST_FACE: Final = "regular"  # the writer's own choice would not be embedded
FAUX_BOLD: Final = 1 / 32  # em of outline around a face that has no bold cut
FILL_AND_STROKE: Final = 2
DASH: Final = (4, 4)


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """What a face can show: the advance of each character, in thousandths of an em."""

    widths: Mapping[int, float]


@lru_cache(maxsize=len(FILES))
def load_face(name: str) -> FaceMetrics:
    """Read the face called `name` from our resources and tell the writer about it."""
    outlines = files("resources").joinpath("fonts", FILES[name]).read_bytes()
    # asciiReadable would embed all of ASCII whether it is shown or not.
    font = ttfonts.TTFont(name, BytesIO(outlines), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return FaceMetrics(widths=font.face.charWidths)


class _TitleOnly(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab ships no types
    """A document that tells its title and neither author, program nor time."""

    def format(self, document: Any) -> bytes:  # noqa: ANN401  # reportlab has no types
        """Return the information dictionary as PDF source."""
        info = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        return bytes(info.format(document))


@contextmanager
def _binary_streams() -> Iterator[None]:
    # The switch belongs to the process and is read while saving; ASCII85, the
    # writer's habit, would add a quarter to every stream.
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


class Canvas:
    """A PDF being written, page by page."""

    def __init__(self, title: str) -> None:
        self._out = BytesIO()
        self._height = 0.0
        load_face(FIRST_FACE)
        self._writer = Writer(
            self._out, pageCompression=1, invariant=1, initialFontName=FIRST_FACE
        )
        info = _TitleOnly()
        info.title = title
        self._writer._doc.info = info  # noqa: SLF001  # the writer has no other door

    def begin_page(self, width_pt: float, height_pt: float) -> None:
        """Start a page of this size."""
        self._height = height_pt
        self._writer.setPageSize((width_pt, height_pt))

    def end_page(self) -> None:
        """Close the page."""
        self._writer.showPage()

    def text(
        self, at: tuple[float, float], face: str, size: float, text: str, *, faux: bool
    ) -> None:
        """Draw one run of one face; `faux` thickens it."""
        load_face(face)
        self._writer.saveState()  # the render mode would outlive the run
        self._writer.setLineWidth(size * FAUX_BOLD)
        line = self._writer.beginText(at[0], self._height - at[1])
        line.setFont(face, size)
        if faux:
            line.setTextRenderMode(FILL_AND_STROKE)
        line.textOut(text)
        self._writer.drawText(line)
        self._writer.restoreState()

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        *,
        dashed: bool,
    ) -> None:
        """Draw a straight black line."""
        self._pen(width, dashed=dashed)
        top = self._height
        self._writer.line(start[0], top - start[1], end[0], top - end[1])

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        width: float,
        *,
        dashed: bool,
    ) -> None:
        """Draw the outline of a rectangle whose upper left corner is given."""
        self._pen(width, dashed=dashed)
        bottom = self._height - corner[1] - size[1]
        self._writer.rect(corner[0], bottom, size[0], size[1])

    def bits(
        self, corner: tuple[float, float], side: float, pixels: int, rows: bytes
    ) -> None:
        """Draw a square 1-bit picture, 0 for black, its rows padded to whole bytes.

        The writer's own pictures become 24-bit; an inline image stays as small as it
        is. Hexadecimal, because a content stream of the writer is text; the stream's
        compression takes the doubling back.
        """
        bottom = self._height - corner[1] - side
        self._writer.addLiteral(
            f"q {side:.4f} 0 0 {side:.4f} {corner[0]:.4f} {bottom:.4f} cm "
            f"BI /W {pixels} /H {pixels} /BPC 1 /CS /G /I false /F /AHx "
            f"ID {rows.hex()}> EI Q"
        )

    def finish(self) -> bytes:
        """Return the whole PDF; the canvas is spent."""
        with _binary_streams():
            self._writer.save()
        return self._out.getvalue()

    def _pen(self, width: float, *, dashed: bool) -> None:
        self._writer.setLineWidth(width)
        self._writer.setDash(*([DASH] if dashed else []))
