"""Cameras and films: which format is taken, and what is said where they lack."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.fakes import ports_on_disk
from tests.film import held_near, write_film
from tests.paper import codes_of, draw_page
from ui.controllers.sheets_reading import dots_of
from ui.workers import multimedia
from ui.workers.frame_source import NO_CAMERA, NO_PART, UNREADABLE, Frame, FrameSource
from ui.workers.multimedia import CameraFrames, FilmFrames, chosen_format, is_film
from vault.app.kit_gather import Gatherer
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
needs_part = pytest.mark.skipif(
    multimedia.load_multimedia() is None, reason="the extra `camera` is not installed"
)
# What the system lacks for other kinds of films is told there too.
its_own_words = pytest.mark.qt_log_ignore(
    r"^(Couldn't (load|resolve)|Could not open media|QRhi)", extend=True
)


@dataclass(frozen=True)
class Format:
    """As a camera offers it."""

    width: int
    height: int
    rate: float = 30

    def resolution(self) -> QSize:
        return QSize(self.width, self.height)

    def maxFrameRate(self) -> float:  # noqa: N802 - Qt's name
        return self.rate


def test_the_largest_format_is_taken_that_comes_often_enough() -> None:
    """Neither the smallest, nor one of two frames a second, nor one too large."""
    small, right = Format(640, 480), Format(1920, 1080)
    slow, vast = Format(1920, 1440, rate=2), Format(3840, 2160)
    assert chosen_format([small, right, slow, vast]) is right
    assert chosen_format([slow, vast]) is None


def test_films_are_known_by_their_names() -> None:
    """In capitals too, as cameras write them."""
    assert is_film("kit.MOV")
    assert is_film(Path("a folder/sheet 1.mp4"))
    assert not is_film("sheet.png")


@pytest.mark.parametrize("make", [CameraFrames, lambda: FilmFrames(Path("kit.mp4"))])
def test_without_the_extra_a_source_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[], FrameSource]
) -> None:
    """And can be stopped like any other."""
    monkeypatch.setattr(multimedia, "load_multimedia", lambda: None)
    source = make()
    with qtbot.waitSignal(source.refused) as told:
        source.start()
    assert told.args == [NO_PART]
    source.stop()


def test_a_module_that_does_not_load_is_as_one_that_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On Linux it wants libpulse."""
    monkeypatch.setattr(multimedia, "_MODULE", "PySide6.QtNothingOfTheKind")
    assert not multimedia.has_multimedia()
    assert multimedia.load_multimedia() is None


@needs_part
@its_own_words
@pytest.mark.slow
def test_a_computer_without_a_camera_says_so(qtbot: QtBot) -> None:
    """At once."""
    if not multimedia.load_multimedia().QMediaDevices.defaultVideoInput().isNull():
        pytest.skip("there is a camera here")
    source = CameraFrames()
    with qtbot.waitSignal(source.refused) as told:
        source.start()
    assert told.args == [NO_CAMERA]


@needs_part
@its_own_words
@pytest.mark.slow
def test_what_is_no_film_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    """Whatever its name is."""
    path = tmp_path / "kit.mp4"
    path.write_bytes(b"no film")
    source = FilmFrames(path)
    with qtbot.waitSignal(source.refused) as told:
        source.start()
    assert told.args == [UNREADABLE]


@needs_part
@its_own_words
@pytest.mark.slow
def test_a_film_of_a_sheet_gives_all_its_codes_in_three_seconds(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Moved past the lens in two seconds, a hand that is never still."""
    frames = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)[:24]
    page = draw_page(codes_of([frame.to_text() for frame in frames]))
    film = write_film(tmp_path / "kit.avi", held_near(page, 20, seed=3))
    gatherer = Gatherer(ports_on_disk())
    times: list[int] = []

    def read(frame: Frame) -> None:
        gatherer.see("film", *dots_of(frame.image))
        times.append(frame.at_ms)

    source = FilmFrames(film)
    source.came.connect(read)
    with qtbot.waitSignal(source.ended, timeout=30_000):
        source.start()
    (kit,) = gatherer.see("film", b"\0", 1, 1).kits
    assert kit.found_by_sheet == (24, 0)
    assert times[-1] <= 3000
