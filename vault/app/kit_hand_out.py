"""Hand out a kit that was made: its PDF files, and its entry in the register."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vault.app.kit_make import Made
from vault.app.session import Session
from vault.errors import Unconfirmed
from vault.storage import atomic


def hand_out(session: Session, made: Made, pdf: Path, card: Path | None) -> None:
    """Write the PDF files and save the register; all of it, or nothing.

    Raises `Exists`, `FileTrouble` and what saving raises.
    """
    files, random = session.ports.files, session.ports.random
    written: list[Path] = []
    wanted = [(pdf, made.sheets_pdf)]
    if card and made.card_pdf:
        wanted.append((card, made.card_pdf))
    try:
        for path, data in wanted:
            with _noted_if_made(path, written):
                atomic.write_new(files, random, path, data)
        session.save()
    except BaseException as error:
        entered = isinstance(error, Unconfirmed) and error.path == str(
            session.file.path
        )
        for path in () if entered else written:
            files.remove(path)
        raise


@contextmanager
def _noted_if_made(path: Path, written: list[Path]) -> Iterator[None]:
    """Note a file that is made inside, confirmed by the disk or not."""
    try:
        yield
    except Unconfirmed:
        written.append(path)
        raise
    written.append(path)
