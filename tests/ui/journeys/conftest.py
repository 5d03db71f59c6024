"""What the journeys share: paper that is read from files, and words off the screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.audit.watchdog import Watchdog
from tests.desk import quick_paper, write_sheets
from tests.person import Person
from vault.app import kit_make
from vault.app.kit_make import Made
from vault.kit.frames import frames_of
from vault.optics.pdf_pages import render_png

DPI = 200  # a common scanner
Paper = Callable[[Path], list[Path]]


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[Watchdog]:
    """Fail a journey in which the window itself does what takes long."""
    with Watchdog() as dog:
        yield dog
    assert dog.calls["argon2id"] > 0
    assert dog.blocked == []


@dataclass
class Press:
    """Turns a kit that was saved as PDF into pictures of its sheets."""

    made: list[Made]

    def __call__(self, pdf: Path) -> list[Path]:
        """Return files that are read as the sheets, without a picture."""
        kit = self.made[-1]
        names = write_sheets(pdf.parent, frames_of(kit.envelope, kit.plan), pdf.stem)
        return [pdf.parent / name for name in names]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Paper:
    """Draw nothing, and read the sheets of the kit made last from memory."""
    quick_paper(monkeypatch)
    made: list[Made] = []
    real = kit_make._Maker.made

    def kept(maker: kit_make._Maker) -> Made:
        made.append(real(maker))
        return made[-1]

    monkeypatch.setattr(kit_make._Maker, "made", kept)
    return Press(made)


def photographed(pdf: Path) -> list[Path]:
    """Return pictures of the pages of a PDF, as a scanner makes them."""
    pictures = []
    for number, png in enumerate(render_png(pdf.read_bytes(), DPI)):
        pictures.append(pdf.with_name(f"{pdf.stem}-{number}.png"))
        pictures[-1].write_bytes(png)
    return pictures


def read_off(person: Person, name: str) -> str:
    """Return the words that stand on the screen under a name, in a line."""
    shown = person.find(name).accessibleDescription()
    return " ".join(shown.split(", "))
