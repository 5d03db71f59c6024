"""Start the window for real: the user's settings, the real disk, a fresh process."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QStandardPaths
from PySide6.QtWidgets import QApplication

from ui.application import Application, Outside
from vault.errors import told_of

if TYPE_CHECKING:
    from vault.app.ports import Ports


def main(words: Sequence[str]) -> int:
    """Show the window until it is closed; return the exit code."""
    app = QApplication(["sparekey"])
    app.setApplicationName("Spare Key")
    # Else every letter of a passphrase has a line on the terminal that it was not told.
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")
    app.setDesktopFileName("sparekey")
    outside = Outside(_settings_path(), _ports, _restart)
    window = Application(app, outside)
    _hear_bugs(window)
    window.start(Path(words[0]).absolute() if words else None)
    gc.freeze()  # what was loaded stays; the collector was off so far
    gc.enable()
    code = app.exec()
    window.end()
    return code


def _hear_bugs(window: Application) -> None:
    """Be told of every fault that nobody caught, in whatever part of the program."""
    sys.excepthook = partial(_tell_bug, window)
    threading.excepthook = lambda fault: _note_bug(fault.exc_value)
    sys.unraisablehook = lambda fault: _note_bug(fault.exc_value)


def _note_bug(bug: BaseException | None) -> None:
    """Say on the terminal alone where it was: no window may be asked from there."""
    if isinstance(bug, Exception) and sys.stderr:
        sys.stderr.write(f"sparekey: {told_of(bug).where}\n")


def _tell_bug(
    window: Application,
    kind: type[BaseException],
    bug: BaseException,
    trace: TracebackType | None,
) -> None:
    """Say where we went wrong, in the window and on the terminal.

    Python's own words would hold the values that were worked with: secrets.
    """
    if not isinstance(bug, Exception):
        sys.__excepthook__(kind, bug, trace)
        return
    _note_bug(bug)
    window.desk.tell(told_of(bug))


def _settings_path() -> Path:
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(kind)) / "sparekey" / "window.ini"


def _ports() -> Ports:
    from ui.workers.op import progress_of_thread  # noqa: PLC0415 - after the paint
    from vault.app.system import (  # noqa: PLC0415 - the same
        state_folder,
        system_ports,
    )

    return system_ports(progress_of_thread, state_folder())


def _restart(path: Path | None) -> None:
    """Start the program anew, at the unlock page of a vault; this process ends.

    `-P` keeps the folder it is started in off the path: a `queue.py` that lies beside
    a vault must not be run.
    """
    import subprocess  # noqa: PLC0415 - not before the paint

    own = [sys.executable]
    if not getattr(sys, "frozen", False):
        own += ["-P", "-m", "ui"]
    subprocess.Popen([*own, *([str(path)] if path else [])], start_new_session=True)
