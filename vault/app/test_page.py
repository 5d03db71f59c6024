"""The test page: made before the first kit, and judged from pictures of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vault.app.kit_decoding import Decoding
from vault.app.ports import Ports
from vault.errors import BadInput, VaultError
from vault.kit.pages_paper import PaperName
from vault.kit.scan import DPI, scan
from vault.kit.test_page import the_test_page
from vault.kit.test_page_reading import Measured
from vault.kit.test_page_verdict import Verdict, verdict
from vault.limits import PICTURE_FILE_BYTES, PICTURES
from vault.printing.draw import draw_pdf
from vault.storage import atomic
from vault.storage.trouble import step

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
    decoding = Decoding(ports)
    try:
        for done, path in enumerate(todo):
            decoding.at = (done, len(todo))
            ports.progress("read", *decoding.at)
            tried.extend(_tried(ports, decoding, path))
    finally:
        decoding.rest()
    return sorted(tried, key=_worth)


def _worth(tried: Tried) -> int:
    if tried.verdict is None:
        return len(_BEST_FIRST)
    return _BEST_FIRST.index(tried.verdict.fit)


def _tried(ports: Ports, decoding: Decoding, path: Path) -> Iterator[Tried]:
    file = str(path)
    try:
        with step("read", path):
            data = ports.files.read(path, PICTURE_FILE_BYTES)
        for page in decoding.pages(scan, file, data, DPI):
            trouble = BadInput(file, page.problem, page.detail)
            judged = verdict(page.tried) if page.tried else None
            yield Tried(file, page.tried, judged, trouble if page.problem else None)
    except VaultError as error:
        yield Tried(file, trouble=error)
