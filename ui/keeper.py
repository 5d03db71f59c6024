"""What the menus and keys do, what may be chosen when, and how the vault is kept.

Autosave is told in the status bar; locking and quitting save first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui.actions import ACTIONS, Need
from ui.controllers.idle import Idle
from ui.controllers.stage import Desk, notice_of
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
        self._idle = Idle(partial(self.lock), self._warn)
        window.triggered.connect(self.do)
        window.closing.connect(self.quit)
        vault = desk.vault
        vault.opened.connect(self._opened)
        vault.changed.connect(lambda _changes: self.refresh())
        vault.saving.connect(lambda: window.saved.setText(_("Saving…")))
        vault.saved.connect(self._saved)
        vault.failed.connect(self._not_saved)
        self._acts: dict[str, Callable[[], object]] = {
            "create": partial(desk.go, "new"),
            "open": partial(desk.go, "open", window),
            "lock": self.lock,
            "quit": self.quit,
            "undo": self._undo,
            "redo": self._redo,
            "larger": partial(self._step_text, 1),
            "smaller": partial(self._step_text, -1),
            "theme": self._turn_theme,
        }
        self.refresh()

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
            "locked": not vault.is_open,
        }
        for spec in ACTIONS:
            self._window.actions_by_name[spec.name].setEnabled(can[spec.need])
        back, again = _("Undo {act}"), _("Redo {act}")
        self._window.retitle(
            {
                "undo": back.format(act=undo) if undo else _("Undo"),
                "redo": again.format(act=redo) if redo else _("Redo"),
            }
        )

    def lock(self) -> None:
        """Save, then end this process; a fresh one, without keys, shows unlock."""
        if self._desk.vault.is_open:
            path = self._desk.vault.session.file.path
            self._desk.vault.save_now(partial(self._leave, path))

    def quit(self) -> None:
        """Save, then end."""
        self._desk.vault.save_now(partial(self._leave, None))

    def _leave(self, path: Path | None, saved: bool) -> None:
        """End; with a path, a fresh process takes over. Not while unsaved."""
        if not saved:
            return
        self._desk.clipboard.clear()
        self._desk.vault.close()
        if path is not None:
            self._desk.settings.geometry = self._window.saveGeometry()
            self._desk.settings.write()
            self._restart(path)
        self._window.let_close()

    def _opened(self) -> None:
        self._idle.start()
        self._window.saved.setText("")
        self.refresh()

    def _saved(self, at: str) -> None:
        said = _("Saved {time}").format(time=at)
        self._window.saved.setText(said)
        self._window.announce_only(said)

    def _not_saved(self, error: VaultError) -> None:
        self._window.saved.setText(_("Not saved"))
        self._window.notify(notice_of(error))

    def _warn(self) -> None:
        words = _("Nothing was touched for a while; the vault locks in 30 seconds.")
        self._window.notify(Notice("info", _("About to lock"), words, _("Stay open")))

    def _undo(self) -> None:
        try:
            name = self._desk.vault.undo()
        except VaultError as error:
            self._desk.tell(error)
            return
        self._window.announce(_("Undone: {act}").format(act=name))

    def _redo(self) -> None:
        try:
            name = self._desk.vault.redo()
        except VaultError as error:
            self._desk.tell(error)
            return
        self._window.announce(_("Done again: {act}").format(act=name))

    def _step_text(self, step: int) -> None:
        at = TEXT_SCALES.index(self._theme.text_percent) + step
        percent = TEXT_SCALES[min(max(at, 0), len(TEXT_SCALES) - 1)]
        self._desk.settings.text_percent = percent
        self._theme.wear(self._theme.scheme, percent)
        self._window.announce(_("Text at {n} %").format(n=percent))

    def _turn_theme(self) -> None:
        scheme: Scheme = "light" if self._theme.is_dark else "dark"
        self._desk.settings.scheme = scheme
        self._theme.wear(scheme, self._theme.text_percent)
