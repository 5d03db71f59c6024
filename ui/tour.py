"""The tour: the main job on an owner's own files, headless, proven at every step.

Files of the owner → vault → printed sheets → pictures of them → vault again. It runs
the very commands a user would type and shows them; a table says what took how long, and
the exit code is 1 where anything came back different. At the end it draws the window.
"""

import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from ui.book.apart import draw_apart
from vault.app.credentials import Credentials, read_secret, typed_passphrase
from vault.app.ports import Ports
from vault.app.system import system_ports
from vault.app.tour_steps import document_on_paper, photograph, read_card
from vault.app.unlock import open_vault
from vault.cli.main import refuse, run
from vault.cli.parser import parse
from vault.cli.table import table
from vault.cli.terminal import Terminal, system_terminal
from vault.errors import Exists, FileTrouble, VaultError
from vault.i18n import translate as _

OWNER_FILES = ("accounts.csv", "instagram-codes.txt", "contacts-and-more.json")
MARK = "this-is-a-tour.txt"  # only a folder that holds this is ever emptied
SHEETS = 5
SHEETS_LOST = (1, 3)  # counted from 0
FINE_DPI = 300
COARSE_DPI = 150


@dataclass(frozen=True)
class Timed:
    """One row of the table: what was done, how long it took, whether it held."""

    what: str
    seconds: float
    held: bool = True


class _Stopped(Exception):
    """A command of the tour did not do what it should."""


def main(words: Sequence[str]) -> int:
    """Run the tour that the words ask for; return the exit code."""
    options = parse(words)
    terminal = system_terminal()
    terminal.as_json = options.json
    ports = system_ports(terminal.progress)
    try:
        folder = _made(Path(options.dir), replace=options.replace)
        return _Tour(ports, terminal, folder, whole_book=options.book).run()
    except VaultError as error:
        return refuse(error, terminal)


def _emptied(folder: Path, *, replace: bool) -> Path:
    """Return a folder with nothing in it but the tour's mark."""
    if folder.exists() and any(folder.iterdir()):
        if not (replace and (folder / MARK).exists()):
            raise Exists(str(folder))
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    words = _("Made by `sparekey tour`; everything in this folder is invented.\n")
    (folder / MARK).write_text(words, encoding="utf-8")
    return folder


def _made(folder: Path, *, replace: bool) -> Path:
    """Do the same, with the system's refusal as an error of ours."""
    try:
        return _emptied(folder, replace=replace)
    except OSError as error:
        raise FileTrouble(str(folder), "make folder", error.errno or 0) from error


class _Tour:
    """One run through the main job."""

    def __init__(
        self, ports: Ports, terminal: Terminal, folder: Path, *, whole_book: bool
    ) -> None:
        self._ports = ports
        self._terminal = terminal
        self._folder = folder
        self._whole_book = whole_book
        self._rows: list[Timed] = []

    def run(self) -> int:
        """Go through it; return 0 where everything came back the same."""
        try:
            self._into_the_vault()
            self._onto_paper()
            self._back_again()
            self._pictures()
        except _Stopped:
            self._rows.append(Timed(_("stopped here"), 0, held=False))
        return self._table()

    def _into_the_vault(self) -> None:
        owned = self._folder / "from-the-owner"
        owned.mkdir()
        for name in OWNER_FILES:
            data = files("resources").joinpath("samples", name).read_bytes()
            (owned / name).write_bytes(data)
        self._command(
            _("make the vault"),
            *("new", self._at("shop.sparekey"), "--name", "Kiln & Clay"),
            *("--generate", self._at("passphrase.txt")),
        )
        names = [str(owned / name) for name in OWNER_FILES]
        self._command(
            _("import the owner's files"),
            *("import", self._at("shop.sparekey"), *names, "--with-steps"),
            *self._passphrase(),
        )
        self._command(
            _("list the accounts"),
            *("list", self._at("shop.sparekey"), *self._passphrase()),
        )

    def _onto_paper(self) -> None:
        self._command(
            _("make kit and key card, read back"),
            *("kit", "make", self._at("shop.sparekey"), "-o", self._at("kit.pdf")),
            *("--card", self._at("card.pdf"), *self._passphrase()),
        )
        for dpi in (FINE_DPI, COARSE_DPI):
            with self._timed(_("render the pages at {dpi} dpi").format(dpi=dpi)):
                self._scan("kit.pdf", dpi, f"scan-{dpi}")
        with self._timed(_("read the key card's picture")):
            card = self._scan("card.pdf", FINE_DPI, "card")[0]
            read_card(self._ports, card, self._folder / "code.txt")

    def _back_again(self) -> None:
        passphrase = self._passphrase()
        fine = self._scanned(f"scan-{FINE_DPI}")
        self._command(
            _("check the sheets, no passphrase"), "kit", "check", *map(str, fine)
        )
        self._restore(_("restore from 300 dpi"), fine, "back-300", *passphrase)
        coarse = self._scanned(f"scan-{COARSE_DPI}")
        self._restore(_("restore from 150 dpi"), coarse, "back-150", *passphrase)
        pages = [page for page in fine if _is_sheet_kept(page, fine)]
        self._must_have_sheets(fine)
        self._restore(_("restore with two sheets lost"), pages, "back-60", *passphrase)
        by_card = ("--code-file", self._at("code.txt"))
        words = ("--generate", self._at("back-card.txt"))
        self._restore(
            _("restore by key card alone"), fine, "back-card", *by_card, *words
        )

    def _pictures(self) -> None:
        """Draw the window's pages, without a screen; last, for it is extra."""
        with self._timed(_("draw the pages of the window")) as row:
            folder = self._folder / "pictures"
            row.append(draw_apart(folder, whole=self._whole_book))

    def _must_have_sheets(self, pages: Sequence[Path]) -> None:
        """Two of five or six must go: with fewer the tour would say less."""
        if len(pages) < 1 + SHEETS:
            words = _("The tour wants a kit of {wanted} sheets and got {found}.")
            self._terminal.note(words.format(wanted=SHEETS, found=len(pages) - 1))
            raise _Stopped

    def _restore(
        self, what: str, pages: Sequence[Path], name: str, *ways_in: str
    ) -> None:
        """Restore, then compare what came back with what went in, byte for byte."""
        made = self._at(f"{name}.sparekey")
        words = ("kit", "restore", *map(str, pages), "-o", made, *ways_in)
        self._command(what, *words)
        own = "back-card.txt" if name == "back-card" else "passphrase.txt"
        with self._timed(_("  the same to the byte")) as row:
            row.append(
                self._document(f"{name}.sparekey", own)
                == self._document("shop.sparekey", "passphrase.txt")
            )

    def _document(self, vault: str, passphrase_file: str) -> bytes:
        text = read_secret(self._ports, self._folder / passphrase_file).decode()
        secret = typed_passphrase(text.rstrip("\n")).secret
        path = self._folder / vault
        shown = Credentials(passphrase=secret)
        with open_vault(self._ports, path, shown, write=False) as session:
            return document_on_paper(session)

    def _command(self, what: str, *words: str) -> None:
        """Show a command and run it; stop the tour where it does not end with 0."""
        self._terminal.say()
        self._terminal.say("$ sparekey " + " ".join(map(self._shown, words)))
        with self._timed(what) as row:
            code = run(words, self._ports, self._inner())
            row.append(code == 0)
        if code:
            raise _Stopped

    def _inner(self) -> Terminal:
        """Return where the commands write: nowhere, when the tour reports as JSON."""
        out = io.StringIO() if self._terminal.as_json else self._terminal.out
        return replace(self._terminal, out=out)

    def _shown(self, word: str) -> str:
        short = word.replace(f"{self._folder}/", "")
        return f"'{short}'" if " " in short else short

    @contextmanager
    def _timed(self, what: str) -> Iterator[list[bool]]:
        """Time what happens inside; it may append whether it held."""
        start = self._ports.clock.seconds()
        held: list[bool] = []
        yield held
        seconds = self._ports.clock.seconds() - start
        self._rows.append(Timed(what, seconds, all(held)))

    def _table(self) -> int:
        held = all(row.held for row in self._rows)
        plain = [
            {"step": r.what.strip(), "seconds": round(r.seconds, 3), "ok": r.held}
            for r in self._rows
        ]
        self._terminal.report({"ok": held, "steps": plain})
        self._terminal.say()
        rows = [
            (r.what, f"{r.seconds:7.2f}", _("ok") if r.held else _("DIFFERENT"))
            for r in self._rows
        ]
        for line in table((_("step"), _("seconds"), _("result")), rows):
            self._terminal.say(line)
        total = sum(row.seconds for row in self._rows)
        said = _("Everything came back the same, in {seconds:.0f} seconds.")
        if not held:
            said = _("Something came back different: see above.")
        self._terminal.say(said.format(seconds=total))
        look = _("Look at {pdf} and {card}, and at the window in {pictures}.")
        self._terminal.say(
            look.format(
                pdf=self._at("kit.pdf"),
                card=self._at("card.pdf"),
                pictures=self._at("pictures"),
            )
        )
        return 0 if held else 1

    def _at(self, name: str) -> str:
        return str(self._folder / name)

    def _passphrase(self) -> tuple[str, str]:
        return "--passphrase-file", self._at("passphrase.txt")

    def _scan(self, pdf: str, dpi: int, folder: str) -> list[Path]:
        path = self._folder / pdf
        return photograph(self._ports, path, dpi, self._folder / folder)

    def _scanned(self, folder: str) -> list[Path]:
        return sorted((self._folder / folder).iterdir())


def _is_sheet_kept(page: Path, pages: Sequence[Path]) -> bool:
    """Tell whether a page stays when two of the sheets go; page 0 is the cover."""
    return pages.index(page) - 1 not in SHEETS_LOST
