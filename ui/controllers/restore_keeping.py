"""Make an opened kit a vault of one's own: passphrase, place, file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

from ui.controllers.stage import Desk, notice_of
from ui.dialogs.file_choice import choose_place
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.restore_keep import How, KeepState, RestoreKeep
from ui.workers.op import Op
from vault.app.credentials import Passphrase, chosen_passphrase, draw_words
from vault.app.first_run import free_place, unmake_vault
from vault.app.kit_restore import OpenedKit, restore
from vault.app.session import Session
from vault.app.strength import strength_of
from vault.errors import Refused, Unconfirmed, VaultError
from vault.i18n import translate as _


class Keeping:
    """One page, and the file that comes of it; `left` is called on the way back."""

    def __init__(
        self,
        desk: Desk,
        kit: OpenedKit,
        shown: Passphrase | None,
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._kit = kit
        self._shown = shown
        self._place: Path | None = None
        self._words = draw_words(desk.ports)
        self._op: Op[Any] | None = None
        self._page = RestoreKeep(self._state())
        self._page.another_asked.connect(self._draw)
        self._page.own_typed.connect(self._tell_strength)
        self._page.place_asked.connect(self._ask_place)
        self._page.made.connect(self._make)
        self._page.left.connect(left)

    def show(self) -> None:
        """Put the page on the screen, and find a free name for the file."""
        self._desk.stage.show_page(self._page, "restore-keep")
        work = partial(_free_place_of, self._desk, self._kit.vault.name)
        self._desk.ops.run(work, self._found_place, self._desk.tell)

    def _state(self, *, busy: bool = False) -> KeepState:
        place = self._place
        return KeepState(
            file=place.name if place else "",
            folder=str(place.parent) if place else "",
            drawn=tuple(self._words.split()),
            may_keep=self._shown is not None,
            busy=busy,
        )

    def _show_state(self, *, busy: bool = False) -> None:
        if self._desk.stage.page is self._page:
            self._page.show_state(self._state(busy=busy))

    def _found_place(self, place: Path) -> None:
        self._place = self._place or place
        self._show_state()

    def _ask_place(self) -> None:
        if self._place:
            title = _("Where the vault is kept")
            choose_place(self._page, title, self._place, self._chose_place)

    def _chose_place(self, place: Path) -> None:
        self._place = place
        self._show_state()

    def _draw(self) -> None:
        self._words = draw_words(self._desk.ports)
        self._show_state()
        self._desk.stage.announce(_("Other words are drawn"))

    def _tell_strength(self, text: str) -> None:
        told = strength_of(text, self._kit.vault.name)
        self._page.tell_strength(told.level, told.words)

    def _passphrase(self, how: How, first: str, again: str) -> Passphrase:
        """Return what will open it; raises `Refused`."""
        if how == "keep" and self._shown is not None:
            return self._shown
        drawn = how != "own"
        return chosen_passphrase(self._words if drawn else first, again, drawn=drawn)

    def _make(self, how: How, first: str, again: str) -> None:
        if self._place is None:
            return
        try:
            passphrase = self._passphrase(how, first, again)
        except VaultError as error:
            self._page.complain(_differing(error))
            return
        self._show_state(busy=True)
        work = partial(restore, self._desk.ports, self._kit, self._place, passphrase)
        self._op = self._desk.ops.run(work, self._made, self._not_made, unmake_vault)
        self._op.finished.connect(self._show_state)
        self._desk.stage.work(self._op, _("Making the vault…"), exclusive=True)

    def _not_made(self, error: VaultError) -> None:
        self._desk.tell(error)

    def _made(self, session: Session) -> None:
        """Go on in the vault that was made; a look into the kit ends."""
        vault = self._desk.vault
        vault.close()
        vault.take(session)
        self._words = ""
        self._desk.settings.remember(session.file.path)
        self._desk.go("home")
        words = _("It is in {place}.").format(place=session.file.path)
        if self._kit.made:
            day = day_words(self._kit.made)
            since = _("Its codes are as of {day}: mark those that were used since.")
            words = f"{words} {since.format(day=day)}"
        act = _("Merge an older copy into it…")
        said = Notice("good", _("This is your vault now"), words, action=act)
        self._desk.stage.notify(said, partial(self._desk.go, "merge"))
        try:
            session.must_be_confirmed()
        except Unconfirmed as error:
            self._desk.tell(error)


def _differing(error: VaultError) -> str:
    """Return why nothing was made; of words that differ, which one."""
    if isinstance(error, Refused) and error.detail.isdecimal():
        return _("Word {n} is another than above.").format(n=error.detail)
    said = notice_of(error)
    return f"{said.title}. {said.text}"


def _free_place_of(desk: Desk, name: str) -> Path:
    """Return a free path in the user's documents; reads the disk."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    if not folder.is_dir():
        folder = Path.home()
    return free_place(desk.ports, folder, name)
