"""The window for real: locking ends the process, and a fresh one asks to unlock.

Two processes of their own, offscreen. What they do is told by a `sitecustomize` that
only these tests put on their path: it looks at the windows once the loop runs.
"""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.desk import WORDS, make_shop
from tests.fakes import ports_on_disk
from tests.ui.conftest import Start
from ui.window import _tell_bug

ROOT = Path(__file__).parent.parent.parent
WATCH = """
import json, os, sys
from pathlib import Path

def watch():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    real = QApplication.exec

    def look():
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        if not windows or QApplication.focusWidget() is None:
            QTimer.singleShot(10, look)
            return
        told = {
            "process": os.getpid(),
            "words": sys.argv[1:],
            "title": windows[0].windowTitle(),
            "focus": QApplication.focusWidget().accessibleName(),
        }
        report = Path(os.environ["SEEN"]) / str(os.getpid())
        report.with_suffix(".part").write_text(json.dumps(told))
        report.with_suffix(".part").rename(report.with_suffix(".json"))
        act(windows[0])

    def act(window):
        if "LOCKED" in os.environ:
            window.let_close()
            return
        os.environ["LOCKED"] = "yes"
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        QTest.keyClicks(QApplication.focusWidget(), os.environ["TYPED"])
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        lock(window)

    def lock(window):
        if window.actions_by_name["lock"].isEnabled():
            del os.environ["TYPED"]
            window.triggered.emit("lock")
        else:
            QTimer.singleShot(10, lambda: lock(window))

    def exec_(*words):
        QTimer.singleShot(0, look)
        return real()

    QApplication.exec = exec_

if "SEEN" in os.environ:
    watch()
"""


@pytest.mark.slow
def test_locking_ends_the_process_and_a_fresh_one_asks_to_unlock(
    tmp_path: Path,
) -> None:
    """The file is given free in between; the first one's memory is gone with it."""
    make_shop(ports_on_disk(), tmp_path)
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    seen = tmp_path / "seen"
    seen.mkdir()
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME")}
    first = subprocess.Popen(
        [sys.executable, "-m", "ui", str(tmp_path / "shop.sparekey")],
        cwd=ROOT,
        env={
            **os.environ,
            **home,
            "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
            "QT_QPA_PLATFORM": "offscreen",
            "SEEN": str(seen),
            "TYPED": WORDS,
        },
    )
    assert first.wait(60) == 0
    reports = waited_for(seen, 2)
    told = {one["process"]: one for one in reports}
    fresh = next(one for process, one in told.items() if process != first.pid)
    assert told[first.pid]["words"] == fresh["words"]
    assert fresh["title"] == "Unlock — Spare Key"
    assert fresh["focus"] == "Passphrase"
    assert not (Path("/proc") / str(first.pid)).exists() or os.name != "posix"


def waited_for(folder: Path, count: int) -> list[dict[str, object]]:
    """Return the reports once that many are there; each is renamed in when whole."""
    watch = subprocess.run(
        [sys.executable, "-c", UNTIL, str(folder), str(count)], check=True, timeout=60
    )
    assert watch.returncode == 0
    return [json.loads(one.read_text("utf-8")) for one in sorted(folder.glob("*.json"))]


UNTIL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QFileSystemWatcher

folder, count = Path(sys.argv[1]), int(sys.argv[2])
app = QCoreApplication([])

def look(*_):
    if len(list(folder.glob("*.json"))) >= count:
        app.exit()

watcher = QFileSystemWatcher([str(folder)])
watcher.directoryChanged.connect(look)
look()
if len(list(folder.glob("*.json"))) < count:
    app.exec()
"""


def test_a_fault_of_ours_is_told_without_its_values(
    start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python's own words would print what was worked with, and nobody would see it."""
    person = start()

    def fails() -> None:
        secret = "glad amber river"
        raise KeyError(secret)

    tell = partial(_tell_bug, person.application)
    try:
        fails()
    except KeyError as bug:
        tell(KeyError, bug, bug.__traceback__)
    assert person.sees("Spare Key broke a rule of its own: KeyError in fails.")
    assert capsys.readouterr().err == "sparekey: KeyError in fails\n"
    told: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *words: told.extend(words))
    tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told[0] is KeyboardInterrupt


FAULTS = """
import sys, threading
from ui.window import _hear_bugs
_hear_bugs(None)

class Breaks:
    def __del__(self):
        raise ValueError("glad amber river")

def breaks():
    raise KeyError("glad amber river")

thread = threading.Thread(target=breaks)
thread.start()
thread.join()
Breaks()
"""


def test_a_fault_in_a_thread_or_a_clean_up_is_told_without_its_values() -> None:
    """Python would print them: in a process of its own, for it has its own hooks."""
    told = subprocess.run(
        [sys.executable, "-c", FAULTS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == ""
    assert told.stderr.splitlines() == [
        "sparekey: KeyError in breaks",
        "sparekey: ValueError in __del__",
    ]
