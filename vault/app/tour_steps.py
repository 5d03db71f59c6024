"""What the tour needs beside the commands: a scanner made of code, and a comparison."""

from pathlib import Path

from vault.app.kit_gather import SCAN_DPI
from vault.app.ports import Ports
from vault.app.session import Session
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.encoding.recovery_code import parse_code
from vault.errors import BadInput, VaultError
from vault.kit.scan import scan
from vault.limits import PICTURE_FILE_BYTES
from vault.optics.pdf_pages import render_png
from vault.storage import atomic
from vault.storage.trouble import step


def photograph(ports: Ports, pdf: Path, dpi: int, folder: Path) -> list[Path]:
    """Render every page of a PDF to a PNG file in `folder`, as a scanner would."""
    with step("read", pdf):
        data = ports.files.read(pdf, PICTURE_FILE_BYTES)
    with step("make folder", folder):
        ports.files.make_folder(folder)
    made = []
    for number, png in enumerate(render_png(data, dpi)):
        path = folder / f"page-{number:02d}.png"
        atomic.write_new(ports.files, ports.random, path, png)
        made.append(path)
    return made


def read_card(ports: Ports, picture: Path, code_file: Path) -> None:
    """Read the code off a picture of a key card into a file for `--code-file`.

    Raises `BadInput` where no code of a key card is seen.
    """
    with step("read", picture):
        data = ports.files.read(picture, PICTURE_FILE_BYTES)
    texts = [t for page in scan(str(picture), data, SCAN_DPI) for t in page.texts]
    for text in texts:
        try:
            parse_code(text)
        except VaultError:
            continue
        line = text.encode() + b"\n"
        atomic.write_new(ports.files, ports.random, code_file, line)
        return
    raise BadInput(str(picture), "no-card")


def document_on_paper(session: Session) -> bytes:
    """Return an open vault's document as a full kit carries it, byte for byte."""
    return encode_document(kit_document(session.vault))
