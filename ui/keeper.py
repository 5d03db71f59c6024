"""What the menus and keys do, what may be chosen when, and how the vault is kept.

Autosave is told in the status bar; locking and quitting save first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui.actions import ACTIONS, Need
from ui.controllers.idle import Idle
from ui.controllers.not_saved import NotSaved
from ui.controllers.save_answers import Leaving
from ui.controllers.stage import Desk
from ui.controllers.undoing import Undoing
from ui.controllers.watch import Watch
from ui.main_window import MainWindow
from ui.shared.grid import TEXT_SCALES
from ui.shared.notice import Notice
from ui.shared.places import PLACE
from ui.shared.theme import Scheme, Theme
from vault.errors import VaultError
from vault.i18n import translate as _

Restart = Callable[[Path | None], None]


class Keeper:
    """Ties the window's actions to what they do."""

    def __init__(
        self, desk: Desk, window: MainWindow, theme: Theme, restart: Restart
    ) -> None:
        self._desk = desk
        self._window = window
        self._theme = theme
        self._restart = restart
        self._idle = Idle()
        self._idle.warned.connect(self._warn)
        self._idle.stayed.connect(self._unwarn)
        self._idle.ended.connect(partial(self.lock, by_hand=False))
        self._barred = False
        window.barred.connect(self._bar)
        self._before: tuple[Notice | None, Callable[[], object] | None] = (None, None)
        self._not_saved = NotSaved(desk, self._leave)
        self.watch = Watch(desk, self._not_saved.changed_on_disk)
        self._undoing = Undoing(desk, lambda: window.place)
        window.triggered.connect(self.do)
        window.closing.connect(self.quit)
        self._listen(desk)
        self._acts: dict[str, Callable[[], object]] = {
            "create": partial(desk.go, "new"),
            "open": partial(desk.go, "open", window),
            "keys": partial(desk.go, "keys", window),
            "about": partial(desk.go, "about", window),
            "lock": self.lock,
            "quit": self.quit,
            "undo": self._undoing.undo,
            "redo": self._undoing.redo,
            "larger": partial(self._step_text, 1),
            "smaller": partial(self._step_text, -1),
            "theme": self._turn_theme,
        }
        desk.places["leave"] = lambda _what: self.lock()
        desk.places["leave-for"] = self._leave_for
        self.refresh()

    def _listen(self, desk: Desk) -> None:
        """Hear what becomes of the vault and of a share."""
        vault = desk.vault
        vault.opened.connect(self._opened)
        vault.changed.connect(lambda _changes: self.refresh())
        vault.saving.connect(lambda: self._window.saved.setText(_("Saving…")))
        vault.saved.connect(self._saved)
        vault.failed.connect(self._failed)
        desk.share.changed.connect(self._share_changed)
        desk.share.left.connect(self._close_share)

    def do(self, name: str) -> None:
        """Do what an action or an entry of the rail is for."""
        if name in self._acts:
            self._acts[name]()
        elif name in PLACE or name in self._desk.places:
            self._desk.go(name)

    def refresh(self) -> None:
        """Let only those actions be chosen that can be done now, and name undo."""
        vault = self._desk.vault
        undo = vault.session.undo_name if vault.is_open else ""
        redo = vault.session.redo_name if vault.is_open else ""
        can: dict[Need, bool] = {
            "always": True,
            "open": vault.is_open,
            "write": vault.may_write,
            "undo": bool(undo),
            "redo": bool(redo),
            "locked": not vault.is_open and not self._desk.share.is_open,
        }
        for spec in ACTIONS:
            free = spec.need == "always" or not self._barred
            self._window.actions_by_name[spec.name].setEnabled(can[spec.need] and free)
        if self._desk.share.is_open:  # it can be locked as well
            self._window.actions_by_name["lock"].setEnabled(not self._barred)
        back, again = _("Undo {act}"), _("Redo {act}")
        self._window.retitle(
            {
                "undo": back.format(act=undo) if undo else _("Undo"),
                "redo": again.format(act=redo) if redo else _("Redo"),
            }
        )

    def _bar(self, barred: bool) -> None:
        self._barred = barred
        self.refresh()

    def lock(self, *, by_hand: bool = True) -> None:
        """Save, then end this process; a fresh one, without keys, shows unlock."""
        if self._desk.vault.is_open:
            self._not_saved.leave("lock", by_hand=by_hand)
        elif self._desk.share.is_open:
            self._leave("lock", self._desk.share.path)

    def _leave_for(self, path: object) -> None:
        """Save, then end; a fresh process shows the way into the file at `path`."""

        def then(error: VaultError | None) -> None:
            if error is not None:
                self._desk.tell(error)
            else:
                self._leave("lock", Path(str(path)))

        self._desk.vault.save_now(then)

    def quit(self) -> None:
        """Save, then end."""
        self._not_saved.leave("quit")

    def _leave(self, leaving: Leaving, other: Path | None) -> None:
        """End; on locking a fresh process takes over, at this vault or another."""
        vault = self._desk.vault
        path = other or (vault.session.file.path if vault.is_open else None)
        path = None if vault.passing else path
        self._idle.stop()
        self._desk.clipboard.clear()
        vault.close()
        self._desk.share.close()
        if leaving == "lock":
            self._desk.settings.geometry = self._window.saveGeometry()
            self._desk.settings.write()
            self._restart(path)
        self._window.let_close()

    def _opened(self) -> None:
        self._desk.share.close()
        self._idle.start()
        self._window.saved.setText("")
        self.refresh()

    def _share_changed(self) -> None:
        """Watch over an open share as over a vault: it locks when nobody is there."""
        if self._desk.share.is_open:
            self._idle.start()
        elif not self._desk.vault.is_open:
            self._idle.stop()
        self.refresh()

    def _close_share(self) -> None:
        """Let go of the share; without a vault, by ending this process."""
        if self._desk.vault.is_open:
            self._desk.share.close()
            self._desk.go("home")
        else:
            self._leave("lock", None)

    def _saved(self, at: str) -> None:
        said = _("Saved {time}").format(time=at)
        self._window.saved.setText(said)
        self._window.announce_only(said)

    def _failed(self, error: VaultError) -> None:
        unsaved = self._desk.vault.session.unsaved
        self._window.saved.setText(_("Not saved") if unsaved else _("Saved"))
        self._not_saved.tell(error)

    def _warn(self) -> None:
        """Say that it locks soon, in place of what the banner says now."""
        self._before = self._window.notice
        words = _("Nothing was touched for a while. Any key or movement keeps it open.")
        title = _("The vault locks in 30 seconds")
        if not self._desk.vault.is_open:
            title = _("The share locks in 30 seconds")
        self._window.notify(Notice("warn", title, words))

    def _unwarn(self) -> None:
        """Say again what was said before."""
        notice, act = self._before
        if notice:
            self._window.notify(notice, act)
        else:
            self._window.clear_notice()

    def _step_text(self, step: int) -> None:
        at = TEXT_SCALES.index(self._theme.text_percent) + step
        percent = TEXT_SCALES[min(max(at, 0), len(TEXT_SCALES) - 1)]
        self._desk.settings.text_percent = percent
        self._window.announce(_("Text at {n} %").format(n=percent))

    def _turn_theme(self) -> None:
        scheme: Scheme = "light" if self._theme.is_dark else "dark"
        self._desk.settings.scheme = scheme
