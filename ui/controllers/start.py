"""Before a vault is open: the first page, and the way into a file by what it is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.controllers.stage import Desk, as_path, notice_of
from ui.controllers.unlocking import Unlocking
from ui.shared.notice import Notice
from ui.views.welcome import Recent, Welcome
from vault.app.glance import GLANCE_BYTES, begins_as_vault
from vault.errors import VaultError
from vault.i18n import translate as _

# What a kit may lie in: scans and photographs.
PICTURES: Final = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"}
)
LOADED_AFTER_MS: Final = 200  # the page is painted by then
_PLACES: Final = {"share": "shared"}  # other kinds of files are told at the lock


class StartFlow:
    """Shows the welcome and the unlock page, and opens what a path names."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unlocking: Unlocking | None = None
        self._page: Welcome | None = None

    def welcome(self, _what: object) -> None:
        """Show the five ways to begin, and the vaults opened lately."""
        paths = self._desk.settings.recent
        page = Welcome([_recent(path, there=True) for path in paths])
        page.chosen.connect(self._desk.go)
        page.open_asked.connect(lambda: self.ask_file(page))
        page.recent_chosen.connect(self._open_recent)
        self._page = page
        self._desk.stage.show_page(page, "welcome")
        if paths:  # a disk that sleeps must not hold the first paint up
            look = partial(_those_there, paths)
            self._desk.ops.run(look, self._show_recent, self._desk.tell)

    def unlock(self, what: object) -> None:
        """Ask for the way into the vault at a path."""
        self._unlocking = Unlocking(self._desk, as_path(what))  # kept: Qt does not
        self._unlocking.show()
        QTimer.singleShot(LOADED_AFTER_MS, self._load_core)

    def _load_core(self) -> None:
        """Load what unlocking takes while the passphrase is typed."""
        self._desk.ops.run(_core, lambda _none: None, self._desk.tell)
        if self._unlocking is not None:
            self._unlocking.look()

    def ask_file(self, parent: QWidget) -> None:
        """Let the user choose a file, and open it by what it is."""
        dialog = QFileDialog(parent, _("Open a file"))
        dialog.setNameFilter(_("Spare Key files (*.sparekey);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    def open_dropped(self, paths: list[str]) -> None:
        """Open what was dropped on the window: sheets of a kit, or one file."""
        files = [Path(path) for path in paths]
        if self._desk.vault.is_open:
            self._say_open()
        elif all(_is_picture(file) for file in files):
            self._desk.go("restore", files)
        elif len(files) == 1:
            self.open_path(files[0])
        else:
            words = _("Drop one vault or share, or any number of pictures of a kit.")
            notice = Notice("info", _("Too much at once"), words)
            self._desk.stage.notify(notice)

    def open_path(self, path: str | Path) -> None:
        """Look at what a file is, without any passphrase, and go where it belongs."""
        path = Path(path)
        if _is_picture(path):
            self._desk.go("restore", [path])
            return
        work = partial(self._kind, path)
        self._desk.ops.run(work, partial(self._go, path), self._not_opened)

    def _kind(self, path: Path) -> str:
        """Tell what a file is; of a vault without loading the core, before the paint.

        What is wrong with a file that can't be read is said by the long way.
        """
        with suppress(OSError), path.open("rb") as file:
            if begins_as_vault(file.read(GLANCE_BYTES)):
                return "vault"
        from vault.app.look import describe  # noqa: PLC0415 - after the first paint

        return describe(self._desk.ports, path).kind

    def _go(self, path: Path, kind: str) -> None:
        self._desk.go(_PLACES.get(kind, "unlock"), path)

    def _not_opened(self, error: VaultError) -> None:
        if self._desk.stage.page is None:  # the program was started with this file
            self.welcome(None)
        backup, error.backup = error.backup, ""  # a button, not a path
        self._desk.tell(error)
        if backup:
            from vault.app.beside import written  # noqa: PLC0415 - rare

            work = partial(written, self._desk.ports, Path(backup))
            offer = partial(self._offer_backup, error, Path(backup))
            self._desk.ops.run(work, offer, lambda _error: None)

    def _offer_backup(self, error: VaultError, backup: Path, day: str) -> None:
        """Say it once more, with a way to the newest good backup."""
        from ui.shared.days import day_words  # noqa: PLC0415 - rare

        said = notice_of(error)
        open_ = _("Open the backup of {day}").format(day=day_words(day))
        go = partial(self._desk.go, "unlock", backup)
        self._desk.stage.notify(Notice(said.tone, said.title, said.text, open_), go)

    def _say_open(self) -> None:
        words = _("Lock it first; then a kit or another file can be opened.")
        notice = Notice("info", _("A vault is open"), words)
        self._desk.stage.notify(notice)

    def _show_recent(self, there: set[Path]) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            recent = self._desk.settings.recent
            self._page.show_recent([_recent(one, there=one in there) for one in recent])

    def _open_recent(self, path: str) -> None:
        """Open a vault of the list; one that is gone may be taken off it."""
        look = partial(_those_there, [Path(path)])
        done = partial(self._open_if_there, Path(path))
        self._desk.ops.run(look, done, self._desk.tell)

    def _open_if_there(self, path: Path, there: set[Path]) -> None:
        if there:
            self.open_path(path)
            return
        words = _(
            "{path} is not there now. If it lies on a stick or another disk, connect "
            "that; if it was moved, open it where it is."
        ).format(path=path)
        off = _("Take it off the list")
        notice = Notice("warn", _("The file is not there"), words, off)
        self._desk.stage.notify(notice, partial(self._forget, path))

    def _forget(self, path: Path) -> None:
        self._desk.settings.forget(path)
        self.welcome(None)


def _core() -> None:
    import vault.app.unlock  # noqa: F401, PLC0415 - not before the paint


def _those_there(paths: Iterable[Path]) -> set[Path]:
    """Return the paths at which a file can be seen."""
    found = set()
    for path in paths:
        try:
            if path.is_file():
                found.add(path)
        except OSError:  # no way to it now: as good as not there
            continue
    return found


def _recent(path: Path, *, there: bool) -> Recent:
    return Recent(str(path), path.stem, str(path.parent), there)


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURES
