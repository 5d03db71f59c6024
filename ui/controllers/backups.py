"""The backups page: older states, the second place, damaged files that were kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.controllers.backups_words import damaged_names, line_of, second_of
from ui.controllers.bringing_back import BringingBack
from ui.dialogs.choice import Answer, Choice
from ui.views.backups import BackupsPage, BackupsState, SecondState
from vault.app.backups import (
    Backup,
    KeptDamaged,
    damaged_files,
    list_backups,
    remove_damaged,
)
from vault.app.kit_look import is_look
from vault.app.second_place import (
    choose_second_place,
    is_there,
    keep_second,
    leave_second_place,
    on_same_disk,
    second_place,
)
from vault.app.session import Session
from vault.app.unlock import A_BACKUP
from vault.errors import ReadOnly
from vault.i18n import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.controllers.stage import Desk


class _Found(NamedTuple):
    second: SecondState
    backups: tuple[Backup, ...]
    damaged: tuple[KeptDamaged, ...]


class BackupsFlow:
    """Shows one page, looks at the disk off the window's thread, redraws."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: BackupsPage | None = None
        self._sheet: QWidget | None = None
        self._damaged: tuple[KeptDamaged, ...] = ()
        self._bringing = BringingBack(desk)

    def show(self, _what: object) -> None:
        """Show the page at once, and the list when it was looked at."""
        if not self._desk.vault.is_open:
            return
        if is_look(self._desk.vault.session):
            self._desk.tell(ReadOnly("a-kit"))
            return
        page = BackupsPage(BackupsState())
        page.look_asked.connect(partial(self._desk.go, "leave-for"))
        page.back_asked.connect(lambda key: self._bringing.ask(Path(key)))
        page.choose_asked.connect(self._ask_folder)
        page.leave_asked.connect(self._leave)
        page.remove_asked.connect(self._ask_remove)
        page.left.connect(partial(self._desk.go, "home"))
        self._page = page
        self._desk.stage.show_page(page, "backups")
        self._look()

    def _look(self) -> None:
        session, passing = self._desk.vault.session, self._desk.vault.passing
        work = partial(_found, session, passing=passing)
        op = self._desk.ops.run(work, self._show_found, self._desk.tell)
        self._desk.stage.work(op, _("Looking at the backups…"))

    def _show_found(self, found: _Found) -> None:
        self._damaged = found.damaged
        if self._page is not None and self._desk.stage.page is self._page:
            state = BackupsState(
                found.second,
                tuple(line_of(one) for one in found.backups),
                damaged_names(found.damaged),
            )
            waited = self._page.waiting
            self._page.show_state(state)
            if waited:
                self._page.begin()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._page, _("A folder for a second set of backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self._choose(Path(chosen)))
        dialog.open()

    def _choose(self, folder: Path) -> None:
        """Choose it, and put the newest save there at once."""
        session = self._desk.vault.session
        said = _("The newest save lies there now")
        self._do(partial(_chosen, session, folder), said)

    def _leave(self) -> None:
        session = self._desk.vault.session
        said = _("No second set is kept any more; what lies there stays")
        self._do(partial(_left, session), said)

    def _ask_remove(self) -> None:
        if self._page is None:
            return
        sheet = Choice(
            self._page.window(),
            _("Remove the damaged files?"),
            _("They are gone for good then. The vault and its backups stay."),
            [Answer("remove", _("Remove them"), look="danger")],
        )
        sheet.chosen.connect(lambda _key: self._remove())
        self._sheet = sheet
        sheet.open()

    def _remove(self) -> None:
        work = partial(_removed, self._desk.vault.session, self._damaged)
        self._do(work, _("Removed"))

    def _do(self, work: Callable[[], None], said: str) -> None:
        def done(_none: object) -> None:
            self._desk.stage.announce(said)
            self._look()

        self._desk.ops.run(work, done, self._desk.tell)


def _found(session: Session, *, passing: bool) -> _Found:
    ports, path = session.ports, session.file.path
    place = second_place(ports, path)
    there = place is not None and is_there(ports, place)
    same_disk = place is not None and on_same_disk(ports, path, place)
    allowed = ports.state is not None and not passing
    allowed = allowed and session.read_only != A_BACKUP
    return _Found(
        second_of(place, there=there, allowed=allowed, same_disk=same_disk),
        list_backups(ports, path),
        damaged_files(ports, path),
    )


def _chosen(session: Session, folder: Path) -> None:
    choose_second_place(session.ports, session.file.path, folder)
    keep_second(session)


def _left(session: Session) -> None:
    leave_second_place(session.ports, session.file.path)
    keep_second(session)


def _removed(session: Session, damaged: tuple[KeptDamaged, ...]) -> None:
    for one in damaged:
        remove_damaged(session.ports, one)
