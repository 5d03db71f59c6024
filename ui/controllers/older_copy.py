"""What is said and offered where an opened file is not the newest that was seen here.

An older copy may be made current; a backup is looked at and may be brought back; of a
fork the other half is found where it can be, and merging offered.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.controllers.bringing_back import BringingBack
from ui.dialogs.choice import Answer, Choice
from ui.shared.days import day_words
from ui.shared.notice import Notice
from vault.app.glance import shown_name
from vault.app.make_current import is_older, make_current
from vault.app.own_save import own_save
from vault.app.session import Session
from vault.app.standing_words import standing_words
from vault.app.unlock import A_BACKUP
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class OlderCopy:
    """Tells how the opened vault stands, and does what the user then wants."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheet: QWidget | None = None
        self._bringing = BringingBack(desk)

    def tell(self, session: Session) -> None:
        """Say it above every page; nothing where the file is the newest."""
        if session.read_only == A_BACKUP:
            self._tell_backup(session)
        elif not session.standing.silent:
            work = partial(own_save, session)
            self._desk.ops.run(work, partial(self._tell, session), self._desk.tell)

    def _tell_backup(self, session: Session) -> None:
        path = session.file.path
        title = _("You are looking at {name}").format(name=shown_name(path))
        words = _("Nothing in it can be changed. The vault itself lies beside it.")
        notice = Notice("info", title, words, _("Bring it back…"))
        self._desk.stage.stand(notice, partial(self._bringing.ask, path))

    def _tell(self, session: Session, own: Path | None) -> None:
        """Say it; `own` is where the newer one lies, if that was found."""
        said = standing_words(session.standing, day_words)
        if said is None or not self._desk.vault.is_open:
            return
        text = f"{said.happened} {said.advice}"
        if is_older(session):
            notice = Notice("warn", said.title, text, _("What to do…"))
            self._desk.stage.stand(notice, partial(self.ask, session, own))
            return
        if own is not None and own.parent == session.file.path.parent:
            return  # a conflict copy: what watches the folder offers to merge it
        if session.read_only:  # nothing can be done about it from here
            self._desk.stage.notify(Notice("warn", said.title, text))
            return
        notice = Notice("warn", said.title, text, _("Merge…"))
        self._desk.stage.notify(notice, partial(self._desk.go, "merge", own))

    def ask(self, session: Session, own: Path | None) -> None:
        """Ask what is to be done about an older copy."""
        page = self._desk.stage.page
        if page is None:
            return
        answers = []
        if own is not None:
            effect = _("It lies at {path}. This one stays as it is.").format(path=own)
            answers.append(
                Answer("newer", _("Open the newer one"), effect, look="primary")
            )
        kept = _(
            "It may be changed again. What was saved after it is not in it; the file "
            "that lies here stays as a backup."
        )
        if session.presented.passphrase is None:
            lost = _("Passphrases open it no more: it was opened with the key card.")
            kept = f"{kept} {lost}"
        answers.append(
            Answer(
                "current",
                _("Make this one current"),
                kept,
                "secondary" if own else "primary",
            )
        )
        text = _(
            "A sync program, a copied disk or a person may have put it here. The newer "
            "one may lie in the second place, on another computer or beside this one."
        )
        sheet = Choice(page.window(), _("An older copy"), text, answers)
        sheet.chosen.connect(partial(self._do, session, own))
        self._sheet = sheet
        sheet.open()

    def _do(self, session: Session, own: Path | None, key: str) -> None:
        if key == "newer":
            self._desk.go("leave-for", own)
            return
        work = partial(make_current, session)
        op = self._desk.ops.run(work, self._made, self._desk.tell)
        self._desk.stage.work(op, _("Making it current…"), exclusive=True)

    def _made(self, lost: tuple[int, ...]) -> None:
        self._desk.stage.stand(None)
        self._desk.vault.touched()
        self._desk.go("home")
        words = _("It may be changed again.")
        if lost:
            words = _("It may be changed again. Ways in that nobody showed are lost.")
        self._desk.stage.notify(Notice("good", _("This copy is current now"), words))
