"""Merging another copy: choose it, open it, look at what would become, do it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ui.controllers.merge_said import (
    copy_line,
    copy_name,
    merged_notice,
    preview_state,
)
from ui.controllers.stage import notice_of
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.merge_choose import MergeChoose
from ui.views.merge_key import KeyState, MergeKey
from ui.views.merge_preview import MergePreview
from vault.app.beside import Beside, look_beside, prepare, put_away, written
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.explain_envelope import wrong_copy
from vault.app.merge_flow import Merging, close_copy, plan_merge
from vault.errors import NeedsConsent, NoKey, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk


class MergeFlow:
    """From a copy's path to one act that can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._merging: Merging | None = None
        self._key: MergeKey | None = None
        self._page: QWidget | None = None
        self._day = ""  # on which the copy was written
        desk.vault.closed.connect(self._let_go)

    def show(self, what: object) -> None:
        """Begin: at a copy's path, at what was merged already, or with a choice."""
        if isinstance(what, Merging):
            self._show_done(what)
        elif what is None:
            self._look()
        else:
            self._open(Path(str(what)))

    def _look(self) -> None:
        """List the copies beside the vault."""
        work = partial(look_beside, self._desk.vault.session)
        op = self._desk.ops.run(work, self._choose, self._desk.tell)
        self._desk.stage.work(op, _("Looking for other copies…"))

    def _choose(self, found: Beside) -> None:
        page = MergeChoose([copy_line(one) for one in found.copies])
        page.chosen.connect(self._open)
        page.file_asked.connect(partial(self._ask_file, page))
        page.left.connect(partial(self._desk.go, "home"))
        self._desk.stage.show_page(page, "merge")

    def _ask_file(self, page: QWidget) -> None:
        dialog = QFileDialog(page, _("Merge another copy"))
        dialog.setNameFilter(_("Spare Key files (*.sparekey);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._desk.vault.session.file.path.parent))
        dialog.fileSelected.connect(self._open)
        dialog.open()

    def _open(self, path: str | Path) -> None:
        """Open the copy by what opened the vault."""
        self._try(Path(path), None, consent=False)

    def _try(
        self, path: Path, credentials: Credentials | None, *, consent: bool
    ) -> None:
        session = self._desk.vault.session

        def work() -> tuple[Merging, str]:
            merging = prepare(session, path, credentials, consent=consent)
            return merging, written(session.ports, path)

        op = self._desk.ops.run(
            work,
            self._opened,
            partial(self._refused, path),
            lambda made: close_copy(session, made[0].copy),
        )
        self._desk.stage.work(op, _("Comparing the copies…"), exclusive=True)

    def _refused(self, path: Path, error: VaultError) -> None:
        """Ask for the copy's own passphrase, where that is what is missing."""
        if not isinstance(error, NoKey | NeedsConsent):
            self._desk.tell(error)
            return
        tried = self._key is not None and self._desk.stage.page is self._key
        costly = isinstance(error, NeedsConsent)
        wrong = _wrong(error) if tried or costly else None
        state = KeyState(path.name, wrong=wrong, costly=costly)
        if self._key is not None and tried:
            self._key.show_state(state)
            return
        self._key = MergeKey(state)
        self._key.given.connect(partial(self._give, path))
        self._key.left.connect(partial(self._desk.go, "home"))
        self._desk.stage.show_page(self._key, "merge")

    def _give(self, path: Path, text: str, consent: bool) -> None:
        try:
            shown = Credentials(passphrase=typed_passphrase(text).secret)
        except VaultError as error:
            self._refused_here(path, error)
            return
        if self._key is not None:
            self._key.show_state(KeyState(path.name, busy=True))
        self._try(path, shown, consent=consent)

    def _refused_here(self, path: Path, error: VaultError) -> None:
        if self._key is not None:
            self._key.show_state(KeyState(path.name, wrong=notice_of(error)))

    def _opened(self, made: tuple[Merging, str]) -> None:
        merging, self._day = made
        self._let_go()
        self._merging = merging
        self._key = None
        if merging.nothing_new and not merging.ways_differ:
            self._merge()
            return
        self._preview()

    def _preview(self) -> None:
        if self._merging is None:
            return
        named = copy_name(self._merging.copy.file.path, self._day)
        page = MergePreview(preview_state(self._merging, named))
        page.merge_asked.connect(self._merge)
        page.left.connect(partial(self._desk.go, "home"))
        self._page = page
        self._desk.stage.show_page(page, "merge")

    def _show_done(self, merging: Merging) -> None:
        page = MergePreview(preview_state(merging, "", done=True))
        page.left.connect(partial(self._desk.go, "home"))
        self._desk.stage.show_page(page, "merge")

    def _merge(self) -> None:
        self._desk.vault.between_saves(self._merge_now)

    def _merge_now(self) -> None:
        """Do it, unless the vault was changed meanwhile: then it is shown anew."""
        merging, vault = self._merging, self._desk.vault
        if merging is None or not vault.is_open:
            return
        if vault.vault is not merging.vault:
            work = partial(plan_merge, vault.session, merging.copy)
            self._desk.ops.run(work, self._planned_anew, self._desk.tell)
            return
        name = _("Merge the copy of {day}").format(day=day_words(self._day))
        try:
            vault.merge(merging, name)
        except VaultError as error:
            self._desk.tell(error)
            return
        self._merging = None
        close_copy(vault.session, merging.copy)
        self._merged(merging)

    def _planned_anew(self, merging: Merging) -> None:
        self._merging = merging
        self._preview()
        words = _("The vault was changed meanwhile, so look once more.")
        self._desk.stage.notify(Notice("info", _("Compared anew"), words))

    def _merged(self, merging: Merging) -> None:
        """Go home, say it, and offer to put the copy away."""
        path, session = merging.copy.file.path, self._desk.vault.session
        own = path == session.file.path
        self._desk.go("home")
        notice = merged_notice(merging, beside=not own)
        if merging.nothing_new:
            words = _("All that the copy holds is here already.")
            action = "" if own else _("Put the copy away")
            notice = Notice("good", _("Nothing to merge"), words, action)
        self._desk.stage.notify(notice, partial(self._put_away, path))
        self._desk.stage.announce(notice.title)

    def _put_away(self, path: Path) -> None:
        session = self._desk.vault.session
        work = partial(put_away, session.ports, session.file.path, path)
        self._desk.ops.run(work, self._away, self._desk.tell)

    def _away(self, place: Path) -> None:
        words = _("It is kept as {path}.").format(path=place)
        self._desk.stage.notify(Notice("good", _("The copy was put away"), words))

    def _let_go(self) -> None:
        """Wipe the keys of a copy that was looked at and not merged."""
        merging, self._merging = self._merging, None
        if merging is not None and self._desk.vault.is_open:
            close_copy(self._desk.vault.session, merging.copy)
        elif merging is not None:
            merging.copy.file.keys.file_key.close()


def _wrong(error: VaultError) -> Notice:
    """Return the words for an error; of a wrong try, only what helps there."""
    if not isinstance(error, NoKey):
        return notice_of(error)
    said = wrong_copy(error)
    return Notice("bad", said.title, said.advice)
