"""A window to sit at: our own settings, cheap keys, no process started, no waiting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.desk import WORDS, quick_paper, write_sheets
from tests.fakes import ports_on_disk
from tests.person import Person
from ui.application import Application, Outside
from ui.book.props import Props, lay_out
from ui.workers.op import progress_of_thread
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_make import Made
from vault.app.ports import Ports
from vault.app.unlock import blank_vault, create_vault
from vault.kit.frames import frames_of
from vault.model.vault import KINDS, Vault

Start = Callable[..., Person]
AtVault = Callable[..., Person]


@dataclass
class Restarts:
    """Notes what fresh processes would have been started with."""

    asked: list[Path | None] = field(default_factory=list)

    def __call__(self, path: Path | None) -> None:
        self.asked.append(path)


def window_ports() -> Ports:
    """Return the ports of a window in a test."""
    return replace(ports_on_disk(), progress=progress_of_thread)


@pytest.fixture
def restarts() -> Restarts:
    """Return the notes of what would have been started anew."""
    return Restarts()


@pytest.fixture
def start(
    qapp: QApplication,
    tmp_path: Path,
    restarts: Restarts,
    request: pytest.FixtureRequest,
) -> Iterator[Start]:
    """Return what opens a window, at the welcome page or at a file."""
    made: list[Application] = []

    def starting(path: Path | None = None) -> Person:
        settings = tmp_path / "window.ini"
        outside = Outside(settings, window_ports, restarts, lambda: tmp_path)
        application = Application(qapp, outside)
        made.append(application)
        application.start(path)
        application.window.activateWindow()
        name = request.node.name.replace("[", "-").replace("]", "")
        pictures = tmp_path / "pictures" / name
        person = Person(application, pictures)
        person.wait()
        return person

    yield starting
    while sheet := QApplication.activeModalWidget():
        sheet.close()  # what a test left open would stand before the next window
    for application in made:
        application.keeper._idle.stop()  # it looks at every event of the process
        application.keeper.watch.rest()
        application.window.let_close()
        application.end()
        application.window.deleteLater()
    qapp.processEvents()
    # Without a loop that returns nothing is deleted, and each window makes the next
    # slower: a style sheet dresses all of them.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


@pytest.fixture
def at_vault(start: Start, tmp_path: Path) -> AtVault:
    """Return what opens a window in which a vault of those records is open.

    With a place, it is gone to. `read_only` is a reason, as of a session.
    """

    def opening(records: Vault, place: str = "", read_only: str = "") -> Person:
        person = start()
        ports = person.application.desk.ports
        vault = with_records_of(blank_vault(ports, "Tea Shop"), records)
        known = Passphrase(typed_passphrase(WORDS).secret, generated=True)
        session = create_vault(ports, tmp_path / "open.sparekey", vault, known)
        session.read_only = read_only
        person.application.vault.take(session)
        if place:
            person.application.desk.go(place)
        person.wait()
        return person

    return opening


def with_records_of(vault: Vault, other: Vault) -> Vault:
    """Return a vault with the records of another, and its own secrets."""
    return structs.replace(
        vault,
        blobs=other.blobs,
        **{kind.collection: getattr(other, kind.collection) for kind in KINDS.values()},
    )


@pytest.fixture
def props(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Props:
    """Return the invented files of one walk of the picture book's routes."""
    quick_paper(monkeypatch)
    folder = tmp_path / "props"
    folder.mkdir()
    fill = getattr(request, "param", "typical")
    return lay_out(folder, fill, window_ports, quick_sheets)


@pytest.fixture
def props_on_paper(tmp_path: Path) -> Props:
    """Return the same with a kit that is really drawn and photographed: slow."""
    folder = tmp_path / "props"
    folder.mkdir()
    return lay_out(folder, "typical", window_ports)


def quick_sheets(ports: Ports, made: Made, folder: Path) -> list[Path]:
    """Return files that are read as sheets without a picture."""
    names = write_sheets(folder, frames_of(made.envelope, made.plan))
    return [folder / name for name in names]
