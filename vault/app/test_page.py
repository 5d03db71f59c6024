"""The test page: made before the first kit, and judged from pictures of it."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vault.app.ports import Ports
from vault.errors import BadInput, VaultError
from vault.kit.pages_paper import PaperName
from vault.kit.test_page import the_test_page
from vault.kit.test_page_reading import Measured, measured
from vault.kit.test_page_verdict import Verdict, verdict
from vault.limits import PICTURE_FILE_BYTES, PICTURES
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture, decode_picture
from vault.printing.draw import draw_pdf
from vault.storage import atomic
from vault.storage.trouble import step

_DPI: Final = 300  # a page of a PDF is drawn at this, as those of a kit are
_PDF: Final = b"%PDF-"
_PDF_SEARCHED_BYTES: Final = 1024
_BEST_FIRST: Final = ("compact", "sturdy", "neither", "again")


@dataclass(frozen=True)
class Tried:
    """One picture of a test page: what it shows and what that is worth.

    `trouble` is why the file could not be read; without it and without a measure there
    is no test page on the picture.
    """

    file: str
    page: Measured | None = None
    verdict: Verdict | None = None
    trouble: VaultError | None = None


def drawn_test_page(paper: PaperName) -> bytes:
    """Return the test page as PDF."""
    return draw_pdf([the_test_page(paper)], "Spare Key test page")


def write_test_page(ports: Ports, path: Path, paper: PaperName) -> None:
    """Write the test page to a new file; raises `Exists`, `FileTrouble`."""
    atomic.write_new(ports.files, ports.random, path, drawn_test_page(paper))


def read_test_pages(ports: Ports, paths: Iterable[Path]) -> list[Tried]:
    """Measure and judge every picture, the best first.

    A file that can't be read is told with its trouble. Raises `BadInput` for more files
    than `limits.PICTURES`.
    """
    todo = list(paths)
    if len(todo) > PICTURES:
        raise BadInput("files", "too-many-pictures", str(PICTURES))
    tried: list[Tried] = []
    for done, path in enumerate(todo):
        ports.progress("read", done, len(todo))
        tried.extend(_tried(ports, path))
    return sorted(tried, key=_worth)


def _worth(tried: Tried) -> int:
    if tried.verdict is None:
        return len(_BEST_FIRST)
    return _BEST_FIRST.index(tried.verdict.fit)


def _tried(ports: Ports, path: Path) -> Iterator[Tried]:
    try:
        with step("read", path):
            data = ports.files.read(path, PICTURE_FILE_BYTES)
        for picture in _pictures(str(path), data):
            page = measured(picture)
            yield Tried(str(path), page, verdict(page) if page else None)
    except VaultError as error:
        yield Tried(str(path), trouble=error)


def _pictures(name: str, data: bytes) -> Iterator[Picture]:
    if _PDF not in data[:_PDF_SEARCHED_BYTES]:
        yield decode_picture(data, name)
        return
    with closing(PdfFile(data, name)) as pdf:
        for number in range(pdf.page_count):
            yield pdf.picture(number, _DPI)
