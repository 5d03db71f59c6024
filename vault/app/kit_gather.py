"""From files to the codes of kits: pictures and PDFs, page by page, in any order.

Nothing secret is needed, and nothing that a stranger printed raises: a page that gave
nothing says why, as far as can be seen.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from vault.app.kit_decoding import Decoding
from vault.app.kit_reading import Gathering, PageRead, Reading
from vault.app.ports import Ports
from vault.encoding.recovery_code import parse_code
from vault.errors import BadInput, Malformed, VaultError
from vault.kit.collect import Added, Collection
from vault.kit.frames import parse_frame
from vault.kit.scan import Page, scan
from vault.kit.scan_apart import Dots
from vault.limits import PICTURE_FILE_BYTES, PICTURES
from vault.storage.trouble import step

SCAN_DPI = 300  # PDF pages are drawn at this; pictures are taken as they are


class Gatherer:
    """Reads files into one pile, some now and some later; one thread at a time."""

    def __init__(self, ports: Ports) -> None:
        """Nothing read yet."""
        self._ports = ports
        self._decoding = Decoding(ports)
        self._collection = Collection()
        self._pages: list[PageRead] = []

    def read(self, path: Path) -> Iterator[Reading]:
        """Read one file; after each page, say how far all has come.

        A file that can't be read is a page with its trouble. `BadInput` for more pages
        than forty sheets photographed five times.
        """
        self._decoding.at = (0, 1)
        for page in _pages_of(self._ports, self._decoding, self._collection, path):
            if len(self._pages) >= PICTURES:
                raise BadInput("files", "too-many-pictures", str(PICTURES))
            self._pages.append(page)
            self._decoding.at = (page.page - 1, page.pages)
            self._ports.progress("read", *self._decoding.at)
            yield Reading(tuple(self._collection.kits()), tuple(self._pages))

    def take(self, name: str, grey: bytes, width: int, height: int) -> Reading:
        """Read one picture that is no file; a byte a dot, row by row."""
        if len(self._pages) >= PICTURES:
            raise BadInput("files", "too-many-pictures", str(PICTURES))
        page = self._decoding.dots(name, Dots(grey, width, height))
        self._pages.append(_tally(self._collection, name, page))
        return Reading(tuple(self._collection.kits()), tuple(self._pages))

    def see(self, name: str, grey: bytes, width: int, height: int) -> Reading:
        """Read one frame of a camera called `name`; a byte a dot, row by row.

        A frame that gave nothing is forgotten: there are many, and the next may do.
        """
        seen = self._decoding.dots(name, Dots(grey, width, height, quick=True))
        page = _tally(self._collection, name, seen)
        cards = {known.card for known in self._pages}
        if page.card not in {"", *cards}:
            self._pages.append(page)
        return Reading(tuple(self._collection.kits()), tuple(self._pages))

    def rest(self) -> None:
        """Let go of what decodes: nothing is to be read soon."""
        self._decoding.rest()

    def gathering(self) -> Gathering:
        """Return all that was read, to put a kit together."""
        return Gathering(self._collection, tuple(self._pages))


def gather(ports: Ports, paths: Iterable[Path]) -> Gathering:
    """Read pictures and PDF files in any order.

    A file that can't be read is noted with its reason and the others go on; where all
    fail, the first reason is raised.
    """
    collection = Collection()
    pages: list[PageRead] = []
    todo = list(paths)
    if len(todo) > PICTURES:
        raise BadInput("files", "too-many-pictures", str(PICTURES))
    decoding = Decoding(ports)
    try:
        for done, path in enumerate(todo):
            decoding.at = (done, len(todo))
            ports.progress("read", *decoding.at)
            pages.extend(_pages_of(ports, decoding, collection, path))
    finally:
        decoding.rest()
    troubles = [page.trouble for page in pages if page.trouble]
    if troubles and len(troubles) == len(pages):
        raise troubles[0]
    return Gathering(collection, tuple(pages))


def _pages_of(
    ports: Ports, decoding: Decoding, collection: Collection, path: Path
) -> Iterator[PageRead]:
    """Yield the pages of a file; what goes wrong is the last one."""
    try:
        with step("read", path):
            data = ports.files.read(path, PICTURE_FILE_BYTES)
        if len(data) > PICTURE_FILE_BYTES:
            raise BadInput(str(path), "picture-large")
        for page in decoding.pages(scan, str(path), data, SCAN_DPI):
            yield _tally(collection, str(path), page)
    except VaultError as error:
        yield PageRead(str(path), 1, trouble=error)


def _tally(collection: Collection, file: str, page: Page) -> PageRead:
    source = f"{file}, page {page.number}"
    outcomes = [collection.add(text, source) for text in page.texts]
    return PageRead(
        file,
        page.number,
        new=outcomes.count(Added.NEW) + outcomes.count(Added.OTHER_KIT),
        known=outcomes.count(Added.DOUBLE),
        damaged=outcomes.count(Added.DAMAGED),
        foreign=outcomes.count(Added.NOT_OURS),
        trouble=BadInput(file, page.problem, page.detail) if page.problem else None,
        pages=page.pages,
        sheets=_sheets(page.texts),
        fault=page.fault,
        card=_card(page.texts),
        percent=page.percent,
    )


def _sheets(texts: Iterable[str]) -> tuple[tuple[bytes, int], ...]:
    """Return the sheets that the codes are of, in the order first met."""
    found: dict[tuple[bytes, int], None] = {}
    for text in texts:
        try:
            frame = parse_frame(text)
        except Malformed:
            continue
        found[frame.kit, frame.sheet] = None
    return tuple(found)


def _card(texts: Iterable[str]) -> str:
    """Return the first text that is the code of a key card."""
    for text in texts:
        try:
            return parse_code(text).text
        except BadInput:
            continue
    return ""
