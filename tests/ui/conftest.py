"""A window to sit at: our own settings, cheap keys, no process started, no waiting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import ports_on_disk
from tests.person import Person
from ui.application import Application, Outside
from ui.workers.op import progress_of_thread
from vault.app.ports import Ports

Start = Callable[..., Person]


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
        outside = Outside(tmp_path / "window.ini", window_ports, restarts)
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
    for application in made:
        application.window.let_close()
        application.end()
        application.window.deleteLater()
    qapp.processEvents()
