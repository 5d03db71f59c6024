"""Files that may show a kit, one page after the other: pictures to texts."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final

from vault.errors import BadInput
from vault.kit.fault import Fault, fault_of
from vault.kit.read_page import read_page
from vault.kit.scale import sheet_percent
from vault.kit.test_page_grid import PREFIX
from vault.kit.test_page_reading import Measured, measured
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture, PictureFile

DPI: Final = 300  # a sturdy module is six pixels wide
OTHER_DPI: Final = (200, 400)  # where nothing was read: a picture resampled unluckily
_PDF_START: Final = b"%PDF-"
_PDF_SEARCHED_BYTES: Final = 1024  # readers allow that much before the header

Begin = Callable[[int, int], None]  # hears which page is begun, from 1, and of how many


@dataclass(frozen=True)
class Page:
    """What was read from one page or picture: the texts of its codes.

    `source` names it for `Collection.add`; `number` counts from 1; `pages` is how many
    the file has; `dpi` is 0 for a picture. Where there are no texts, `fault` says why,
    as far as can be seen; or `problem`, a key of `explain.PROBLEMS`, and its detail.
    `tried` is what was measured of a test page; `percent` the scale of a sheet, where
    that can be told.
    """

    source: str
    number: int
    pages: int
    dpi: int
    texts: tuple[str, ...]
    fault: Fault = ""
    problem: str = ""
    detail: str = ""
    tried: Measured | None = None
    percent: float | None = None


def scan(
    name: str,
    data: bytes,
    dpi: int = DPI,
    first_page: int = 0,
    begin: Begin = lambda _number, _pages: None,
) -> Iterator[Page]:
    """Yield every page of a PDF or a picture, by content and not by `name`.

    `first_page` counts from 0: whoever knows that a PDF begins with a cover need not
    look for codes on it, which takes longer than reading a page that has them.

    One page is in memory at a time; one that can't be read tells its problem, and the
    next is read. Raises `BadInput(name, problem)` as `PictureFile` and `PdfFile` do
    where no page can be told. How many files are scanned is the caller's to bound, by
    `limits.PICTURES`.
    """
    if _PDF_START not in data[:_PDF_SEARCHED_BYTES]:
        with closing(PictureFile(data, name)) as file:
            for number in range(first_page, file.page_count):
                begin(number + 1, file.page_count)
                yield _page_of_picture(file, number, name)
        return
    with closing(PdfFile(data, name)) as pdf:
        for number in range(first_page, pdf.page_count):
            begin(number + 1, pdf.page_count)
            yield _page(pdf, number, name, dpi)


def source_of(name: str, number: int, pages: int, dpi: int) -> str:
    """Return what a page is called, so that two pages are never taken for one."""
    return name if pages == 1 and not dpi else f"{name}#{number}"


def _page_of_picture(file: PictureFile, number: int, name: str) -> Page:
    """Read a page as it is."""
    pages = file.page_count
    source = source_of(name, number + 1, pages, 0)
    try:
        picture = file.picture(number)
        texts = _texts(picture)
        fault = "" if texts else fault_of(picture)
    except BadInput as error:
        return _bad(source, number, pages, 0, error)
    page = Page(source, number + 1, pages, 0, texts, fault)
    return _with_sizes(page, picture)


def _page(pdf: PdfFile, number: int, name: str, dpi: int) -> Page:
    """Read one page, at other resolutions as well where nothing is found."""
    source = source_of(name, number + 1, pdf.page_count, dpi)
    texts: tuple[str, ...] = ()
    fault: Fault = ""
    for tried in (dpi, *(other for other in OTHER_DPI if other != dpi)):
        try:
            picture = pdf.picture(number, tried)
        except BadInput as error:
            return _bad(source, number, pdf.page_count, tried, error)
        texts = _texts(picture)
        if texts:
            dpi = tried
            break
    else:
        fault = fault_of(picture)
    page = Page(source, number + 1, pdf.page_count, dpi, texts, fault)
    return _with_sizes(page, picture)


def _with_sizes(page: Page, picture: Picture) -> Page:
    """Add what a page tells of its printer."""
    if any(text.startswith(PREFIX) for text in page.texts):
        return replace(page, tried=measured(picture))
    if not page.texts:
        return page
    return replace(page, percent=sheet_percent(picture))


def _bad(source: str, number: int, pages: int, dpi: int, error: BadInput) -> Page:
    problem, detail = error.problem, error.detail
    return Page(source, number + 1, pages, dpi, (), "", problem, detail)


def _texts(picture: Picture) -> tuple[str, ...]:
    return read_page(picture)
