"""A desk to run commands at: a folder, cheap keys, and a paper that costs no time."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.builders import a_vault
from tests.fakes import a_terminal, noted, ports_on_disk, said
from vault.app import kit_gather, kit_make, kit_proof
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import blank_vault, create_vault, open_vault
from vault.app.ways_change import plan_passphrase
from vault.app.ways_plan import carry_out
from vault.cli.main import run
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import parse_header
from vault.envelope.seal import Credentials
from vault.kit.frames import Frame
from vault.kit.scan import Page, scan
from vault.model.vault import KINDS, Vault
from vault.optics.qr_write import Matrix

WORDS = "glad amber river stone quiet lamp"  # the passphrase of every vault here
OPENS = ("--passphrase-file", "words.txt")
SHEET = b"a sheet's codes\n"


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  whatever a command reports
        """Return the report; fails where standard output is not one JSON value."""
        return json.loads(self.out)

    @property
    def all(self) -> str:
        """Return everything that was said."""
        return self.out + self.err


class Desk:
    """A folder in which commands are typed, by their words."""

    def __init__(self, folder: Path, ports: Ports | None = None) -> None:
        """Sit down at a folder, which is the working folder."""
        self.folder = folder
        self.ports = ports or ports_on_disk()

    def __call__(
        self,
        *words: str,
        typed: bytes = b"",
        answers: tuple[str, ...] = (),
        ports: Ports | None = None,
    ) -> Said:
        """Run a command; `typed` is standard input, `answers` are typed unseen."""
        terminal = a_terminal(typed, answers=answers)
        code = run(words, ports or self.ports, terminal)
        return Said(code, said(terminal), noted(terminal))

    def done(self, *words: str, **given: Any) -> Said:  # noqa: ANN401
        """Run a command that must end well."""
        ended = self(*words, **given)
        assert ended.code == 0, ended.all
        return ended

    def write(self, name: str, content: str | bytes) -> str:
        """Write a file and return its name."""
        data = content.encode() if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)
        return name

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        return (self.folder / name).read_bytes()

    def opened(self, name: str = "shop.sparekey", *, write: bool = False) -> Session:
        """Open a vault of the desk by its words."""
        return opened(self.ports, self.folder / name, write=write)

    def vault(self, name: str = "shop.sparekey") -> Vault:
        """Return what a vault of the desk holds."""
        with self.opened(name) as session:
            return session.vault

    def vault_by(self, name: str, words_file: str) -> Vault:
        """Return what a vault of the desk holds that other words open."""
        words = self.read(words_file).decode().strip()
        with opened(self.ports, self.folder / name, words) as session:
            return session.vault

    def files(self) -> dict[str, bytes]:
        """Return every file with its bytes, the lock files left out."""
        return files_in(self.folder)

    def copy(self, folder: Path) -> None:
        """Put copies of a folder's files on the desk."""
        left = shutil.ignore_patterns("*.lock")
        shutil.copytree(folder, self.folder, dirs_exist_ok=True, ignore=left)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, the lock files left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def without_parity(data: bytes) -> bytes:
    """Return a file as it was before files had parity that heals them."""
    header = parse_header(data, paper=False)
    return data[: header.payload_start + header.payload_bytes]


def opened(
    ports: Ports, path: Path, words: str = WORDS, *, write: bool = False
) -> Session:
    """Open a vault by its words."""
    shown = Credentials(passphrase=typed_passphrase(words).secret)
    return open_vault(ports, path, shown, write=write)


def new_words(session: Session, words: str, *, drawn: bool = False) -> None:
    """Replace the passphrase that opened a session."""
    new = Passphrase(typed_passphrase(words).secret, generated=drawn)
    shown = Credentials(session.presented.passphrase)
    carry_out(session, plan_passphrase(session, new, shown))


def make_shop(
    ports: Ports, folder: Path, *, generated: bool = True, accounts: int = 3
) -> None:
    """Make `shop.sparekey`, `words.txt` and `code.txt` in a folder."""
    records = a_vault(accounts)
    own = {
        kind.collection: getattr(records, kind.collection) for kind in KINDS.values()
    }
    vault = replace(blank_vault(ports, "Tea Shop"), **(own | {"kits": {}}))
    passphrase = Passphrase(typed_passphrase(WORDS).secret, generated=generated)
    with create_vault(ports, folder / "shop.sparekey", vault, passphrase) as session:
        key = bytes.fromhex(session.vault.vault_code)
    (folder / "words.txt").write_text(WORDS + "\n", encoding="utf-8")
    code = print_code(key, CodeKind.VAULT)
    (folder / "code.txt").write_text(code + "\n", encoding="utf-8")


def write_sheets(
    folder: Path, frames: Sequence[Frame], name: str = "sheet"
) -> list[str]:
    """Write a file for each sheet, as `quick_paper` reads them; return their names."""
    names = []
    for number in sorted({frame.sheet for frame in frames}):
        texts = [frame.to_text() for frame in frames if frame.sheet == number]
        path = folder / f"{name}-{number + 1}"
        path.write_bytes(SHEET + "\n".join(texts).encode())
        names.append(path.name)
    return names


@cache
def _blank(side: int) -> Matrix:
    return [[True] * side] * side


def quick_paper(patch: pytest.MonkeyPatch) -> None:
    """Let kits be made without drawing codes and be read without a picture.

    The PDF is a word, and the sheets' codes are read from memory; `write_sheets`
    makes files that a scan takes for pictures. Other files are scanned for real.
    """
    drawn: list[str] = []

    def matrix(text: str, version: int, level: str = "M") -> Matrix:
        if text.startswith("SK:"):
            drawn.append(text)
        return _blank(4 * version + 17)

    def own_pages(name: str, data: bytes, dpi: int, *_: int) -> Iterator[Page]:
        texts, drawn[:] = tuple(drawn), ()
        yield Page(name, 1, 1, dpi, texts)

    def pictures(name: str, data: bytes, dpi: int, *_: int) -> Iterator[Page]:
        if not data.startswith(SHEET):
            yield from scan(name, data, dpi)
            return
        texts = data.removeprefix(SHEET).decode().splitlines()
        yield Page(name, 1, 1, 0, tuple(texts))

    patch.setattr(kit_make, "cover_page", lambda _: None)
    patch.setattr(kit_make, "code_sheets", lambda *_: [])
    patch.setattr(kit_make, "draw_pdf", lambda _, title: b"%PDF " + title.encode())
    patch.setattr(kit_make, "matrix", matrix)
    patch.setattr(kit_proof, "scan", own_pages)
    patch.setattr(kit_gather, "scan", pictures)
