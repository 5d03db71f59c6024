"""How often and for how long the window's thread is held up, at real key costs.

Figures, not a test of them: the counts are printed, and kept in build/figures. What
must never be done on that thread is counted by calls in the journeys.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.audit.heartbeat import LATE_S, ROOT, Block, Heartbeat
from tests.person import Person
from tests.ui.journeys.conftest import photographed
from tests.ui.journeys.test_first_ten_minutes import Way
from ui.application import Application, Outside
from ui.book.sitting import real_ports
from vault.app.sample import with_samples
from vault.model.change import Add

REPORT = ROOT / "build" / "figures" / "blocked.txt"
SAMPLES = 200  # accounts; WINDOW speaks of as many


@dataclass
class Step:
    """Tells the heart what is being done, by the clicks and looks of a person."""

    heart: Heartbeat
    pressed: Callable[[str], None]
    done: list[str] = field(default_factory=list)

    def __call__(self, name: str) -> None:
        """Do it, and say what it was."""
        self.done.append(name)
        self.heart.step = name
        self.pressed(name)


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Person:
    """Sit at a window with the real key costs."""
    ini = tmp_path / "window.ini"
    outside = Outside(ini, real_ports, lambda _: None, lambda: tmp_path)
    application = Application(qapp, outside)
    application.start(None)
    application.window.activateWindow()
    return Person(application)


@pytest.mark.figures
def test_figures_of_the_first_ten_minutes_and_after(person: Person) -> None:
    """Create, fill, print on real paper, read back; then a vault of 200 accounts."""
    with Heartbeat() as heart:
        person.wait()
        step = Step(heart, person.click)
        Way(person, step, step).to_the_end(photographed)
        crowd(person)
        for place in ("home", "accounts", "people", "kits", "shares", "settings"):
            heart.step = f"go to {place}, {SAMPLES} accounts"
            person.application.desk.go(place)
            person.wait()
        heart.step = "go from account to account"
        person.application.desk.go("accounts")
        for _ in range(10):
            person.key(Qt.Key.Key_Down)
        heart.step = "turn to dark, then to 200 % text"
        person.application.theme.wear("dark", 100)
        person.wait()
        person.application.theme.wear("dark", 200)
        person.wait()
    person.application.vault.close()
    person.application.window.let_close()
    person.application.end()
    assert heart.beats > len(step.done)
    tell(heart)


def crowd(person: Person) -> None:
    """Put 200 accounts with all that hangs on them into the vault, in one act."""
    vault = person.application.vault
    crowded = with_samples(vault.vault, SAMPLES)
    kinds = {"account": crowded.accounts, "code-set": crowded.code_sets}
    kinds |= {"procedure": crowded.procedures, "contact": crowded.contacts}
    kinds |= {"person": crowded.people, "access": crowded.access}
    changes = [Add(kind, one) for kind, all_ in kinds.items() for one in all_.values()]
    vault.apply(changes, "Add the sample")
    person.wait()


def tell(heart: Heartbeat) -> None:
    """Print and keep what was measured, the longest first."""
    blocks = sorted(heart.blocks, key=lambda one: -one.seconds)
    kinds = Counter(_kind(one) for one in blocks)
    lines = [
        f"blocks over {LATE_S * 1000:.0f} ms: {len(blocks)} in {heart.beats} beats",
        *(f"  {count:3d}  {kind}" for kind, count in kinds.most_common()),
        *(
            f"{one.seconds * 1000:6.0f} ms  {_kind(one):8}  {one.step}  |  {one.where}"
            for one in blocks
        ),
    ]
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n" + "\n".join(lines))  # noqa: T201 - figures are for reading


def _kind(block: Block) -> str:
    """Tell whose block it was: ours, Qt's drawing and laying out, or the test's own."""
    if block.ours:
        return "ours"
    innermost = block.where.split(" < ")[0]
    in_loop = innermost.endswith((" wait", " key", " click", " type"))
    return "Qt" if in_loop else "the test"
