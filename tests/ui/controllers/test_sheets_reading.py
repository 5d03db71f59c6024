"""Reading files one after the other, off the window's thread."""

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import quick_paper, write_sheets
from tests.person import Person
from tests.ui.conftest import Start
from ui.controllers.sheets_reading import SheetsReading
from vault.app import kit_gather
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan
from vault.kit.scan import Page

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
FRAMES = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return two sheets as files."""
    quick_paper(monkeypatch)
    return [tmp_path / name for name in write_sheets(tmp_path, FRAMES)]


@pytest.fixture
def person(start: Start) -> Person:
    return start()


def test_every_page_is_told_as_it_is_read(person: Person, sheets: list[Path]) -> None:
    """On the window's thread; the last word is that it ended."""
    reading = SheetsReading(person.application.desk)
    heard: list[object] = []
    window = threading.current_thread()
    reading.changed.connect(
        lambda _before, after: heard.append(
            (len(after.pages), threading.current_thread() is window)
        )
    )
    reading.ended.connect(lambda: heard.append("ended"))
    reading.read(sheets)
    assert reading.state.busy == "Reading picture 1 of 2…"
    person.wait()
    assert heard == [(0, True), (1, True), (2, True), (2, True), "ended"]
    assert reading.state.busy == ""


def test_files_that_come_later_are_added(person: Person, sheets: list[Path]) -> None:
    """To the same pile."""
    reading = SheetsReading(person.application.desk)
    reading.read(sheets[:1])
    reading.read(sheets[1:])
    person.wait()
    assert reading.reading.kits[0].found == 48


def test_what_was_read_before_a_stop_stays(
    person: Person, sheets: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing more is read then, until files come again."""
    reading = SheetsReading(person.application.desk)
    scan = kit_gather.scan

    def once(name: str, data: bytes, dpi: int) -> Iterator[Page]:
        yield from scan(name, data, dpi)
        reading.runs[0].stop()

    monkeypatch.setattr(kit_gather, "scan", once)
    reading.read(sheets)
    person.wait()
    assert reading.reading.kits[0].found == 24
    assert not reading.is_busy
    monkeypatch.setattr(kit_gather, "scan", scan)
    reading.read(sheets[1:])
    person.wait()
    assert reading.reading.kits[0].found == 48
