"""What is loaded by the time the first page is painted: Qt, that page, and little else.

Each start is a process of its own, because this one has long loaded everything.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import make_shop
from vault.app.ports import Ports

# Ends at the first paint of a page of that class, and tells what is loaded by then.
PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from ui.application import Application, Outside
from ui.window import _ports

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == page:
            print(*sorted(sys.modules), sep="\\n", flush=True)
            app.exit()
        return False

page, settings, *file = sys.argv[1:]
app = QApplication(["sparekey"])
application = Application(app, Outside(Path(settings), _ports, None))
seen = FirstPaint()
app.installEventFilter(seen)
application.start(Path(file[0]) if file else None)
app.exec()
application.end()
"""
# What paper, pictures, other programs' files and whole systems of Qt would bring.
LATER = (
    "PIL",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvgWidgets",
    "asyncio",
    "concurrent",
    "msgspec",
    "pypdfium2",
    "qrcode",
    "reportlab",
    "ui.tour",
    "vault.cli",
    "vault.document",
    "vault.exchange",
    "vault.kit",
    "vault.model",
    "vault.optics",
    "vault.packs",
    "vault.printing",
    "vault.share",
    "zxingcpp",
)
# The core, and what it locks with.
CORE = ("argon2", "cryptography", "multiprocessing", "vault.app.ports", "vault.crypto")


@pytest.fixture
def shop(ports: Ports, tmp_path: Path) -> Path:
    """Return a vault to unlock."""
    make_shop(ports, tmp_path)
    return tmp_path / "shop.sparekey"


def loaded_at_paint(page: str, settings: Path, *file: Path) -> set[str]:
    """Return the modules that a start has loaded when this page is first painted."""
    words = [sys.executable, "-c", PAINTED, page, settings, *file]
    told = subprocess.run(
        [str(word) for word in words], check=True, capture_output=True, text=True
    )
    return set(told.stdout.split())


def among(loaded: set[str], unwanted: tuple[str, ...]) -> list[str]:
    """Return what is loaded of these, or of what lies in them."""
    return sorted(name for name in loaded if f"{name}.".startswith(_inside(unwanted)))


def _inside(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}." for name in names)


def test_the_first_page_loads_no_more_than_it_shows(tmp_path: Path) -> None:
    """Neither the core nor what only later pages need."""
    loaded = loaded_at_paint("Welcome", tmp_path / "window.ini")
    assert {"PySide6.QtWidgets", "ui.views.welcome"} <= loaded
    assert among(loaded, (*LATER, *CORE)) == []


def test_the_unlock_page_loads_nothing_of_what_is_behind_it(
    tmp_path: Path, shop: Path
) -> None:
    """Paper, pictures and records come after the lock."""
    loaded = loaded_at_paint("Unlock", tmp_path / "window.ini", shop)
    assert {"PySide6.QtWidgets", "ui.views.unlock"} <= loaded
    assert among(loaded, LATER) == []


def test_the_unlock_page_is_painted_before_the_core_is_loaded(
    tmp_path: Path, shop: Path
) -> None:
    """It is loaded while the passphrase is typed."""
    loaded = loaded_at_paint("Unlock", tmp_path / "window.ini", shop)
    assert among(loaded, CORE) == []
