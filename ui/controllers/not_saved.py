"""Saving before one leaves, and what is to be done when a save fails.

Rules. What could not be saved stays in memory. What somebody else wrote is never lost:
it is merged in, or ours goes beside it. Only the user may give the last change up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.controllers.rejoin import Outcome, Rejoin
from ui.controllers.save_answers import Leaving, answers_to
from ui.controllers.stage import Desk, notice_of
from ui.dialogs.choice import Choice
from ui.shared.notice import Notice
from vault.errors import ChangedUnderneath, Unconfirmed, VaultError
from vault.i18n import translate as _

# What ends this process; with another file, that one's unlock page comes next.
Leave = Callable[[Leaving, Path | None], None]


class NotSaved:
    """Tells of saves that failed, and does what the user then wants."""

    def __init__(self, desk: Desk, leave: Leave) -> None:
        self._desk = desk
        self._leave = leave
        self._leaving: Leaving = ""
        self._told = False  # of this trouble a sheet was shown already
        self._open: Choice | None = None
        self._rejoin = Rejoin(desk)
        desk.vault.saved.connect(self._saved)

    def leave(self, leaving: Leaving, *, by_hand: bool = True) -> None:
        """Save, then leave; where saving fails, ask, if somebody is there to answer."""
        self._leaving = leaving
        self._desk.vault.save_now(partial(self._left, leaving, by_hand))

    def _left(self, leaving: Leaving, by_hand: bool, error: VaultError | None) -> None:
        self._leaving = ""
        if isinstance(error, ChangedUnderneath):
            self._rejoin.begin(partial(self._rejoined, error, leaving, by_hand))
            return
        in_place = error is None or isinstance(error, Unconfirmed)
        if error is None or (in_place and not by_hand):
            self._complete(leaving, None)
        elif by_hand:
            self.ask(error, leaving)

    def _complete(self, leaving: Leaving, other: Path | None) -> None:
        """Leave once the file has all that belongs to it."""
        op = self._desk.vault.complete(partial(self._leave, leaving, other))
        if op is not None:
            words = _("Finishing the vault's file…")
            self._desk.stage.work(op, words, exclusive=True)

    def changed_on_disk(self) -> None:
        """Take in what somebody else saved to the vault's file, if that can be."""
        error = ChangedUnderneath(str(self._desk.vault.session.file.path))
        self._rejoin.begin(partial(self._joined_or_not, error))

    def _joined_or_not(self, error: VaultError, outcome: Outcome) -> None:
        """What was joined saves itself; what stays shut is for the user to decide."""
        if outcome == "shut" and self._desk.vault.session.unsaved:
            self._tell(error)

    def _rejoined(
        self, error: VaultError, leaving: Leaving, by_hand: bool, outcome: Outcome
    ) -> None:
        """Go on leaving once both are one; nobody there: every value is kept."""
        if outcome == "joined" or (
            outcome == "held" and not by_hand and self._rejoin.join_all()
        ):
            self.leave(leaving, by_hand=by_hand)
        elif by_hand:
            self.ask(error, leaving)
        else:
            self._beside(partial(self._left, leaving, by_hand))

    def tell(self, error: VaultError) -> None:
        """Tell of a save that failed; ask only where there is a choice to make."""
        if not isinstance(error, ChangedUnderneath):
            self._tell(error)
        elif not self._leaving:
            self._rejoin.begin(partial(self._joined_or_not, error))

    def _tell(self, error: VaultError) -> None:
        said = notice_of(error)
        if isinstance(error, Unconfirmed):
            self._desk.stage.notify(Notice("warn", said.title, said.text))
            return
        words = f"{said.text} {_('The change is kept in memory.')}"
        notice = Notice("bad", said.title, words, _("What to do…"))
        self._desk.stage.notify(notice, partial(self.ask, error, ""))
        asked = self._told or self._leaving
        if isinstance(error, ChangedUnderneath) and not asked:
            self._told = True
            self.ask(error, "")

    def ask(self, error: VaultError, leaving: Leaving) -> None:
        """Ask what is to be done; `leaving` is what waits for it."""
        page = self._desk.stage.page
        if page is None or self._open is not None:
            return
        said = notice_of(error)
        answers = answers_to(error, leaving, held=self._rejoin.held is not None)
        sheet = Choice(page.window(), said.title, said.text, answers)
        sheet.chosen.connect(partial(self._do, leaving=leaving))
        sheet.finished.connect(self._closed)
        self._open = sheet
        sheet.open()

    def _closed(self) -> None:
        self._open = None

    def _saved(self) -> None:
        self._told = False

    def _do(self, key: str, leaving: Leaving) -> None:
        match key:
            case "merge":
                self._rejoin.join_all()  # or, where more was typed, be asked again
                self.leave(leaving)
            case "look":
                path = self._desk.vault.session.file.path
                self._desk.go("merge", path)
            case "again":
                self._desk.vault.save_now(partial(self._tried, leaving, None))
            case "mine":
                self._beside(partial(self._tried, leaving, None))
            case "theirs":
                theirs = self._desk.vault.session.file.path
                self._beside(partial(self._tried, "lock", theirs))
            case "elsewhere":
                self._ask_place(leaving)
            case _:
                self._leave(leaving, None)

    def _beside(self, then: Callable[[VaultError | None], None]) -> None:
        """Save to a free name in the same folder."""
        from vault.app.first_run import free_place  # noqa: PLC0415 - rarely wanted

        ports, path = self._desk.ports, self._desk.vault.session.file.path
        at = ports.clock.now().astimezone().strftime("%Y-%m-%d %H.%M")
        name = _("{file}, mine of {time}").format(file=path.stem, time=at)
        place = free_place(ports, path.parent, name)
        self._desk.vault.save_beside(place, then)

    def _ask_place(self, leaving: Leaving) -> None:
        page = self._desk.stage.page
        path = self._desk.vault.session.file.path
        dialog = QFileDialog(_window_of(page), _("Save a copy elsewhere"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sparekey")
        dialog.selectFile(path.name)
        then = partial(self._tried, leaving, None)
        dialog.fileSelected.connect(
            lambda chosen: self._desk.vault.save_beside(Path(chosen), then)
        )
        dialog.open()

    def _tried(
        self, leaving: Leaving, other: Path | None, error: VaultError | None
    ) -> None:
        """Go on where another try ended well; `tell` has told where it did not."""
        if error is not None and not isinstance(error, Unconfirmed):
            self.ask(error, leaving)
            return
        session = self._desk.vault.session
        self._desk.stage.clear_notice()
        self._desk.settings.remember(session.file.path)
        words = _("Saved as {file}").format(file=session.file.path.name)
        self._desk.stage.announce(words)
        if leaving:
            self._complete(leaving, other)


def _window_of(page: QWidget | None) -> QWidget | None:
    return page.window() if page else None
