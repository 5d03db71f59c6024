"""Hand out a kit that was made: its PDF files, and its entry in the register."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vault.app.kit_make import Made
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import Unconfirmed
from vault.storage import atomic


def hand_out(session: Session, made: Made, pdf: Path, card: Path | None) -> None:
    """Write the PDF files and save the register, just entered; all, or nothing.

    Raises what `write_kit` and saving raise.
    """
    try:
        written = write_kit(session.ports, made, pdf, card)
    except BaseException:
        session.withdraw()
        raise
    try:
        session.save()
    except BaseException as error:
        path = str(session.file.path)
        entered = isinstance(error, Unconfirmed) and error.path == path
        if not entered:
            _take_back(session.ports, written)
            session.withdraw()
        raise


def write_kit(ports: Ports, made: Made, pdf: Path, card: Path | None) -> list[Path]:
    """Write the PDF files, both or none; return their paths.

    Raises `Exists`, `FileTrouble`.
    """
    written: list[Path] = []
    wanted = [(pdf, made.sheets_pdf)]
    if card and made.card_pdf:
        wanted.append((card, made.card_pdf))
    try:
        for path, data in wanted:
            with _noted_if_made(path, written):
                atomic.write_new(ports.files, ports.random, path, data)
    except BaseException:
        _take_back(ports, written)
        raise
    return written


def _take_back(ports: Ports, written: Iterable[Path]) -> None:
    for path in written:
        ports.files.remove(path)


@contextmanager
def _noted_if_made(path: Path, written: list[Path]) -> Iterator[None]:
    """Note a file that is made inside, confirmed by the disk or not."""
    try:
        yield
    except Unconfirmed:
        written.append(path)
        raise
    written.append(path)
