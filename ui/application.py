"""The composition root: builds settings, window, worker and flows; no other file does.

Before the first paint only Qt and the first page are loaded; the core comes after, off
the window's thread: loading a flow takes longer than a click may.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.controllers.open_vault import OpenVault
from ui.controllers.second_copy import SecondCopy
from ui.controllers.stage import Desk
from ui.keeper import Keeper
from ui.main_window import MainWindow, soon
from ui.shared.clipboard import Clipboard
from ui.shared.folders import documents
from ui.shared.settings import Settings
from ui.shared.theme import Theme
from ui.widgets.focus_ring import FocusRing
from ui.workers.op import Ops

if TYPE_CHECKING:
    from vault.app.ports import Ports


# place: the controller's file, its class, and what it does to get there
FLOWS: Final = {
    "welcome": ("start", "StartFlow", "welcome"),
    "unlock": ("start", "StartFlow", "unlock"),
    "open": ("start", "StartFlow", "ask_file"),
    "new": ("first_run", "FirstRunFlow", "begin"),
    "sample": ("sample", "SampleFlow", "begin"),
    "trouble": ("trouble", "TroubleFlow", "show"),
    "incident": ("incident", "IncidentFlow", "show"),
    "home": ("home", "HomeFlow", "show"),
    "accounts": ("accounts", "AccountsFlow", "show"),
    "search": ("accounts", "AccountsFlow", "search"),
    "new-account": ("accounts", "AccountsFlow", "new"),
    "rename": ("accounts", "AccountsFlow", "rename"),
    "next-code": ("accounts", "AccountsFlow", "copy_next_code"),
    "platform": ("own_platform", "OwnPlatformFlow", "show"),
    "people": ("people", "PeopleFlow", "show"),
    "leaver": ("leave", "LeaveFlow", "show"),
    "papers": ("papers", "PapersFlow", "show"),
    "rules": ("house_rules", "HouseRulesFlow", "show"),
    "pack": ("pack", "PackFlow", "show"),
    "news": ("news", "NewsFlow", "show"),
    "review": ("review", "ReviewFlow", "show"),
    "rehearsal": ("rehearsal", "RehearsalFlow", "show"),
    "kits": ("kits", "KitsFlow", "show"),
    "kit-new": ("kit_new", "KitNewFlow", "begin"),
    "kit-supplement": ("kit_supplement", "KitSupplementFlow", "begin"),
    "test-page": ("test_page", "TryPrinterFlow", "begin"),
    "kit-read": ("kit_read", "KitReadFlow", "begin"),
    "kit-retire": ("kit_retire", "KitRetireFlow", "begin"),
    "restore": ("restore", "RestoreFlow", "begin"),
    "restore-keep": ("restore", "RestoreFlow", "keep"),
    "shares": ("share_new", "ShareNewFlow", "begin"),
    "shared": ("shared", "SharedFlow", "begin"),
    "history": ("history", "HistoryFlow", "show"),
    "deleted": ("history", "HistoryFlow", "show_deleted"),
    "touched": ("accounts", "AccountsFlow", "turn_to"),
    "merge": ("merge", "MergeFlow", "show"),
    "to-check": ("to_check", "ToCheckFlow", "show"),
    "copy": ("save_copy", "SaveCopyFlow", "begin"),
    "backups": ("backups", "BackupsFlow", "show"),
    "ways": ("ways", "WaysFlow", "show"),
    "reporting": ("reporting", "ReportingFlow", "show"),
    "settings": ("settings", "SettingsFlow", "show"),
    "keys": ("help", "HelpFlow", "keys"),
    "about": ("help", "HelpFlow", "about"),
}
_AHEAD_AFTER_MS: Final = 200  # the first page is seen by then


@dataclass(frozen=True)
class Outside:
    """What the window is handed from outside; tests hand in other things."""

    settings: Path
    make_ports: Callable[[], Ports]
    restart: Callable[[Path | None], None]  # a fresh process, at a vault's unlock page
    documents: Callable[[], Path] = documents  # where a new vault is put


class Application:
    """One window with all that it works with."""

    def __init__(self, app: QApplication, outside: Outside) -> None:
        self.app = app
        self.outside = outside
        self.settings = Settings(outside.settings)
        self.theme = Theme(app)
        self._wear()
        self.settings.looks_changed.connect(self._wear)
        self.window = MainWindow()
        self.window.restore_geometry(self.settings.geometry)
        self.ring = FocusRing(self.window)
        self.ops = Ops()
        self.vault = OpenVault(self.ops)
        clipboard = Clipboard(app.clipboard())
        clipboard.ticked.connect(self.window.tell_clipboard)
        self.window.dropped.connect(self._dropped)
        self.desk = Desk(
            outside.make_ports,
            self.ops,
            self.window,
            self.vault,
            self.settings,
            clipboard,
            outside.documents,
        )
        self._flows: dict[str, Any] = {}
        modules = {module for module, _, _ in FLOWS.values()}
        self._loaded = {one for one in modules if _name_of(one) in sys.modules}
        self._fill_places()
        self.keeper = Keeper(self.desk, self.window, self.theme, outside.restart)
        self.second_copy = SecondCopy(self.desk)

    def _wear(self) -> None:
        self.theme.wear(self.settings.scheme, self.settings.text_percent)

    def _dropped(self, paths: list[str]) -> None:
        self._flow("start", "StartFlow").open_dropped(paths)

    def _fill_places(self) -> None:
        """Say which flow leads to which place; a flow is made on the first visit."""
        for place, (module, flow, act) in FLOWS.items():
            self.desk.places[place] = partial(self._visit, module, flow, act)

    def _visit(self, module: str, flow: str, act: str, what: object) -> None:
        """Go there: at once where the flow is loaded, else as soon as it is."""
        if module in self._loaded:
            getattr(self._flow(module, flow), act)(what)
        else:
            self._load(module, partial(self._visit, module, flow, act, what))

    def _load(self, module: str, then: Callable[[], None]) -> None:
        def done(_: object) -> None:
            self._loaded.add(module)
            then()

        load = partial(import_module, _name_of(module))
        self.ops.run(load, done, self.desk.tell)

    def _load_ahead(self) -> None:
        """Load what was not visited yet, piece by piece, so that work goes between."""
        missing = (one for one, _, _ in FLOWS.values() if one not in self._loaded)
        module = next(missing, None)
        if module is not None:
            self._load(module, self._load_ahead)

    def _flow(self, module: str, flow: str) -> Any:  # noqa: ANN401 - any flow's class
        """Return the one flow of that class, made on first use."""
        if flow not in self._flows:
            made = getattr(import_module(_name_of(module)), flow)
            self._loaded.add(module)
            self._flows[flow] = made(self.desk)
        return self._flows[flow]

    def start(self, path: Path | None) -> None:
        """Show the window at its first page, or at the way into a file."""
        first = self._flow("start", "StartFlow")
        if path is None:
            self.desk.go("welcome")
        else:
            first.open_path(path)
        self.window.show()
        soon(self.theme.add_han)
        QTimer.singleShot(_AHEAD_AFTER_MS, self.window, self._load_ahead)

    def end(self) -> None:
        """Close what is open and let the worker go; the settings are written."""
        self.desk.clipboard.clear()
        self.vault.close()
        self.settings.geometry = self.window.saveGeometry()
        self.settings.write()
        self.ops.end()


def _name_of(module: str) -> str:
    return f"ui.controllers.{module}"
