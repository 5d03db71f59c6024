"""Files in any order, page by page: what was read, and why not where nothing was."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.desk import quick_paper, write_sheets
from tests.paper import codes_of, draw_page, file_of, scanned
from vault.app import kit_gather
from vault.app.kit_gather import Gatherer
from vault.app.kit_reading import PageRead, Reading
from vault.app.ports import Ports
from vault.encoding.recovery_code import CodeKind, print_code
from vault.errors import BadInput, FileTrouble
from vault.kit.frames import Frame, frames_of
from vault.kit.plan import Density, Plan
from vault.kit.scan import Page

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
FRAMES = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)
CARD = print_code(bytes(range(16)), CodeKind.VAULT)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read sheets without a picture of them."""
    quick_paper(monkeypatch)


def read(ports: Ports, *paths: Path) -> list[Reading]:
    gatherer = Gatherer(ports)
    return [reading for path in paths for reading in gatherer.read(path)]


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.usefixtures("quick")
def test_files_add_up_one_after_the_other(ports: Ports, tmp_path: Path) -> None:
    """And each says which sheet it shows."""
    first, second = (tmp_path / name for name in write_sheets(tmp_path, FRAMES))
    one, both = read(ports, second, first)
    assert one.kits[0].found_by_sheet == (0, 24)
    assert both.kits[0].found_by_sheet == (24, 24)
    kit = FRAMES[0].kit
    assert [page.sheets for page in both.pages] == [((kit, 1),), ((kit, 0),)]


@pytest.mark.usefixtures("quick")
def test_a_reading_stays_as_it_was(ports: Ports, tmp_path: Path) -> None:
    """The window shows it while the worker reads on."""
    paths = [tmp_path / name for name in write_sheets(tmp_path, FRAMES)]
    first, _ = read(ports, *paths)
    assert len(first.pages) == 1
    assert first.kits[0].found == 24


@pytest.mark.usefixtures("quick")
def test_the_codes_found_are_known_by_number(ports: Ports, tmp_path: Path) -> None:
    """So that a sheet can be shown with the holes it has."""
    some = [FRAMES[n] for n in (0, 5, 30)]
    paths = [tmp_path / name for name in write_sheets(tmp_path, some)]
    reading = read(ports, *paths)[-1]
    assert reading.kits[0].numbers == {0, 5, 30}


def test_a_file_that_is_not_there_is_a_page_with_its_trouble(
    ports: Ports, tmp_path: Path
) -> None:
    """The others are read on."""
    (reading,) = read(ports, tmp_path / "gone.png")
    assert isinstance(reading.pages[0].trouble, FileTrouble)
    assert not reading.kits


def page_of(ports: Ports, folder: Path, picture: Image.Image) -> PageRead:
    (reading,) = read(ports, write(folder, "photo.png", file_of(picture)))
    return reading.pages[0]


@pytest.fixture(scope="module")
def sheet() -> Image.Image:
    """A clean sheet of codes."""
    return draw_page(codes_of([frame.to_text() for frame in FRAMES[:24]]))


@pytest.mark.long
def test_a_blurred_sheet_is_told_from_a_page_without_codes(
    ports: Ports, tmp_path: Path, sheet: Image.Image
) -> None:
    """Who photographed the cover is not told to hold still."""
    blurred = scanned(sheet, 150, blur_mm=0.5)
    words = Image.effect_mandelbrot((1240, 1754), (-2, -2, 2, 2), 100)
    blank = Image.new("L", (1240, 1754), 250)
    faults = [page_of(ports, tmp_path, one).fault for one in (blurred, words, blank)]
    assert faults == ["blurred", "", "blank"]


def test_a_key_card_is_known_by_its_code(
    ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens a kit, and is no stranger's code; it has no repr."""

    def card(name: str, _data: bytes, _dpi: int) -> Iterator[Page]:
        yield Page(name, 1, 1, 0, ("https://example.com", CARD.replace("-", "")))

    monkeypatch.setattr(kit_gather, "scan", card)
    (reading,) = read(ports, write(tmp_path, "card.png", b"a card"))
    assert reading.card == CARD
    assert CARD not in repr(reading)


def test_more_pages_than_any_kit_has_are_refused(
    ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However they came, all at once or one by one."""
    monkeypatch.setattr(kit_gather, "PICTURES", 1)
    path = tmp_path / "gone.png"
    with pytest.raises(BadInput):
        read(ports, path, path)


@pytest.mark.usefixtures("quick")
def test_every_page_is_told_so_that_it_can_be_stopped(
    ports: Ports, tmp_path: Path
) -> None:
    """By the port for progress."""
    heard: list[tuple[str, int, int]] = []

    def hear(what: str, done: int, total: int) -> None:
        heard.append((what, done, total))

    frames: list[Frame] = FRAMES[:24]
    paths = [tmp_path / name for name in write_sheets(tmp_path, frames)]
    read(replace(ports, progress=hear), *paths)
    assert heard == [("read", 0, 1)]


def dots_of(page: Image.Image) -> tuple[bytes, int, int]:
    return page.tobytes(), page.width, page.height


@pytest.fixture(scope="module")
def half() -> Image.Image:
    """The upper half of the first sheet, as near as a camera is held."""
    page = draw_page(codes_of([frame.to_text() for frame in FRAMES[:12]]))
    return scanned(page.crop((0, 0, page.width, page.height // 2)), 150)


def test_frames_of_a_camera_add_up_and_leave_nothing_else(
    ports: Ports, half: Image.Image
) -> None:
    """However many there are, and whatever they show."""
    gatherer = Gatherer(ports)
    empty = Image.new("L", half.size, 200)
    assert gatherer.see("camera", *dots_of(empty)) == Reading()
    first = gatherer.see("camera", *dots_of(half))
    assert first.kits[0].found_by_sheet == (12, 0)
    assert gatherer.see("camera", *dots_of(half)) == first


@pytest.mark.usefixtures("quick")
def test_frames_and_files_are_one_pile(
    ports: Ports, half: Image.Image, tmp_path: Path
) -> None:
    """A sheet that the camera read half is scanned for the rest."""
    gatherer = Gatherer(ports)
    gatherer.see("camera", *dots_of(half))
    (name, _) = write_sheets(tmp_path, FRAMES)
    (both,) = gatherer.read(tmp_path / name)
    assert both.kits[0].found_by_sheet == (24, 0)


def test_a_pasted_picture_is_a_page_like_any_other(
    ports: Ports, half: Image.Image
) -> None:
    """With its reason where it gave nothing."""
    gatherer = Gatherer(ports)
    grey = Image.new("L", (400, 500), 90)
    blank = gatherer.take("Pasted picture 1", *dots_of(grey))
    assert [(page.file, page.fault) for page in blank.pages] == [
        ("Pasted picture 1", "blank")
    ]
    both = gatherer.take("Pasted picture 2", *dots_of(half))
    assert both.pages[1].new == 12


def test_a_pasted_picture_has_the_limit_of_files(
    ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In dots, and in how many there are."""
    monkeypatch.setattr("vault.kit.scan_dots.PICTURE_PIXELS", 3)
    with pytest.raises(BadInput, match="picture-large"):
        Gatherer(ports).take("large", bytes(4), 2, 2)
    monkeypatch.setattr(kit_gather, "PICTURES", 0)
    with pytest.raises(BadInput, match="too-many-pictures"):
        Gatherer(ports).take("one more", bytes(1), 1, 1)
