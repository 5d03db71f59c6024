"""One hostile thing: its name, how it is made, and the door that it is brought to."""

import os
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.attacks.stage import OWNER
from tests.fakes import ports_on_disk
from tests.vault.exchange.reading import read
from vault.app.kit_gather import gather
from vault.app.share_open import open_share
from vault.document.codec import decode_document
from vault.encoding.recovery_code import parse_code
from vault.envelope.header import Profile
from vault.envelope.seal import open_envelope
from vault.kit.frames import parse_frame
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import decode_picture
from vault.share.document import decode_share
from vault.storage.files import Files
from vault.storage.store import Store


@dataclass(frozen=True)
class Case:
    """What is made before anything is measured, and what is then done with it."""

    name: str
    make: Callable[[], bytes]
    act: Callable[[bytes], object]


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp())


def clear() -> None:
    """Take away what was written to be opened from a disk."""
    for path in _folder().iterdir():
        path.unlink()
    _folder().rmdir()


def as_vault(data: bytes) -> object:
    """Open as a vault file, from a disk."""
    return Store(Files(), random.randbytes).load(_written(data), OWNER.both)


def as_share(data: bytes) -> object:
    """Open as a share, from a disk."""
    return open_share(ports_on_disk(), _written(data), OWNER.both)


def as_huge_vault(size: bytes) -> object:
    """Open a vault of so many bytes, which are a hole in a file system."""
    path = _written(b"")
    os.truncate(path, int(size))
    return Store(Files(), random.randbytes).load(path, OWNER.both)


def as_paper(data: bytes) -> object:
    """Open as the bytes of a kit."""
    return open_envelope(data, OWNER.both, profile=Profile.KIT)


def as_share_document(data: bytes) -> object:
    """Read as the document of a share, which may be a stranger's."""
    return decode_share(data)


def as_vault_document(data: bytes) -> object:
    """Read as the document of a vault."""
    return decode_document(data)


def as_import(ending: str) -> Callable[[bytes], object]:
    """Read as a file that is to be imported."""
    return lambda data: read(f"a{ending}", data)


def as_picture(data: bytes) -> object:
    """Decode as a picture of a sheet."""
    return decode_picture(data)


def as_pdf(data: bytes) -> object:
    """Open as a scanned PDF, and draw its pages."""
    pdf = PdfFile(data)
    try:
        return [pdf.picture(number, 300) for number in range(pdf.page_count)]
    finally:
        pdf.close()


def as_scan(data: bytes) -> object:
    """Read as a picture in the pile that a kit is put together from."""
    return gather(ports_on_disk(), [_written(data)])


def as_code(data: bytes) -> object:
    """Type as a recovery code."""
    return parse_code(data.decode())


def as_frame(data: bytes) -> object:
    """Read as the text of one code on paper."""
    return parse_frame(data.decode())


def _written(data: bytes) -> Path:
    path = _folder() / "hostile"
    path.write_bytes(data)
    return path
