"""Sheets held to a camera, as somebody does who reads a kit back or restores one."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from tests.paper import codes_of, draw_page, scanned
from tests.person import Person
from tests.ui.conftest import Start
from ui.controllers import sheets_camera
from ui.controllers.sheets_camera import refusal
from ui.workers.frame_source import (
    BUSY,
    DENIED,
    NO_CAMERA,
    NO_PART,
    FrameSource,
    PictureFrames,
)
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
FRAMES = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)
GREY = QImage.Format.Format_Grayscale8
OPEN = "Hold sheets to the camera"


class Lens(FrameSource):
    """A camera that shows what a test holds before it, or refuses."""

    why = ""
    made: "list[Lens]"

    def __init__(self) -> None:
        super().__init__()
        self.on = False
        Lens.made.append(self)

    def start(self) -> None:
        self.on = True
        if Lens.why:
            self.refused.emit(Lens.why)

    def stop(self) -> None:
        self.on = False


@pytest.fixture(autouse=True)
def lens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a camera before the window, and the extra beside it."""
    Lens.why, Lens.made = "", []
    monkeypatch.setattr(sheets_camera, "CameraFrames", Lens)
    monkeypatch.setattr(sheets_camera, "has_multimedia", lambda: True)


def picture_of(codes: slice) -> QImage:
    """Return a picture of some codes of the kit, near and sharp."""
    texts = [frame.to_text() for frame in FRAMES[codes]]
    page = draw_page(codes_of(texts))
    rows = -(-len(texts) // 4)
    page = scanned(page.crop((0, 0, page.width, 300 + 540 * rows)), 150)
    return QImage(page.tobytes(), page.width, page.height, page.width, GREY).copy()


@pytest.fixture(scope="module")
def half() -> QImage:
    return picture_of(slice(12))


def hold(person: Person, *images: QImage) -> None:
    """Hold them before the lens, one after the other."""
    for image in images:
        source = PictureFrames([image])
        source.came.connect(Lens.made[-1].came)
        source.start()
        source._give()
        source.stop()
        person.wait()


def at_restoring(start: Start) -> Person:
    person = start()
    person.click("Restore from a printed kit")
    return person


@pytest.mark.long
def test_codes_are_counted_while_a_sheet_is_held(start: Start, half: QImage) -> None:
    """Per sheet, beside the picture and on its tile."""
    person = at_restoring(start)
    person.click(OPEN)
    assert Lens.made[0].on
    assert person.focused == "Stop the camera"
    hold(person, half)
    assert person.sees("Sheet 1: 12 of 24")
    assert person.sees("12 of 24 codes")
    person.key(Qt.Key.Key_Space)
    assert not Lens.made[0].on
    assert not person.sees("Stop the camera")
    assert person.sees("12 of 24 codes")


@pytest.mark.long
def test_leaving_switches_the_camera_off(start: Start) -> None:
    """At once, whatever way is taken."""
    person = at_restoring(start)
    person.click(OPEN)
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "welcome"
    assert not Lens.made[0].on


@pytest.mark.long
@pytest.mark.parametrize("why", [NO_CAMERA, BUSY, DENIED, NO_PART])
def test_a_camera_that_gives_nothing_says_why(start: Start, why: str) -> None:
    """And leaves the page as it was."""
    Lens.why = why
    person = at_restoring(start)
    person.click(OPEN)
    assert person.sees(refusal(why).title)
    assert not Lens.made[0].on
    assert not person.sees("Stop the camera")


def test_every_refusal_says_what_to_do() -> None:
    """In words of its own."""
    told = {refusal(why).title for why in (NO_CAMERA, BUSY, DENIED, NO_PART)}
    assert len(told) == 4
    assert refusal(BUSY, "kit.mp4").text.endswith("each sheet instead.")


def test_without_the_extra_a_telephone_is_told_of(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In place of the button; a film says the same."""
    monkeypatch.setattr(sheets_camera, "has_multimedia", lambda: False)
    person = at_restoring(start)
    assert person.sees("Photograph each sheet with a telephone")
    assert not person.sees(OPEN)
    person.click("Choose files")
    person.choose(Path("kit.mp4"))
    assert person.sees("kit.mp4: this film can't be looked at here")


@pytest.mark.long
def test_films_are_looked_at_one_after_the_other(
    start: Start, half: QImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the page is as before when the last has ended."""
    played: list[str] = []

    def film(path: Path) -> PictureFrames:
        played.append(path.name)
        return PictureFrames([half])

    monkeypatch.setattr(sheets_camera, "FilmFrames", film)
    person = at_restoring(start)
    person.click("Choose files")
    person.choose(Path("one.mp4"), Path("two.mp4"))
    for _ in range(3):
        person.wait()
    assert played == ["one.mp4", "two.mp4"]
    assert person.sees("12 of 24 codes")
    assert not person.sees("Stop the camera")


Put = Callable[[QMimeData], None]


@pytest.fixture
def board() -> Iterator[Put]:
    """Yield what lays something on the clipboard, which is empty afterwards."""
    clipboard = QGuiApplication.clipboard()
    yield clipboard.setMimeData
    clipboard.clear()  # what lies there as Qt ends brings Python down


@pytest.mark.long
def test_a_picture_can_be_pasted(start: Start, board: Put, half: QImage) -> None:
    """By the button, and by the keys."""
    person = at_restoring(start)
    data = QMimeData()
    data.setImageData(half)
    board(data)
    person.click("Paste a picture")
    assert person.sees("12 of 24 codes")
    empty = QImage(300, 400, GREY)
    empty.fill(200)
    data = QMimeData()
    data.setImageData(empty)
    board(data)
    person.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert person.sees("Pasted picture 2: nothing to be seen")


def test_copied_files_can_be_pasted(start: Start, board: Put, tmp_path: Path) -> None:
    """As if they were dropped."""
    path = tmp_path / "letter.txt"
    path.write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    person = at_restoring(start)
    board(data)
    person.click("Paste a picture")
    assert person.sees("letter.txt")


def test_an_empty_clipboard_is_said(start: Start, board: Put) -> None:
    """With what to do."""
    person = at_restoring(start)
    board(QMimeData())
    person.click("Paste a picture")
    assert person.sees("There is no picture on the clipboard")
    person.click("Take out: There is no picture on the clipboard")
    assert not person.sees("Copy one first")


def test_bad_pictures_are_taken_out_together(start: Start, tmp_path: Path) -> None:
    """Or come again, where the same file is chosen again."""
    files = [tmp_path / f"{n}.png" for n in range(2)]
    for file in files:
        file.write_bytes(b"no picture")
    person = at_restoring(start)
    person.click("Choose files")
    person.choose(*files)
    assert person.sees("0.png")
    person.click("Take them all out")
    assert not person.sees("0.png")
    person.click("Choose files")
    person.choose(files[0])
    assert person.sees("0.png")
    assert not person.sees("1.png")
