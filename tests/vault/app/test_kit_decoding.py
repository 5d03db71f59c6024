"""Pictures are decoded in a process of its own wherever the program runs for real."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.fakes import quiet
from tests.hostile.pdfs import nested_forms
from tests.paper import file_of
from vault.app import kit_gather
from vault.app.kit_decoding import Decoding
from vault.app.kit_gather import Gatherer, gather
from vault.app.ports import Ports
from vault.app.system import system_ports
from vault.errors import BadInput
from vault.kit.scan import Page
from vault.kit.scan_apart import Dots
from vault.limits import PICTURE_PIXELS


@pytest.fixture
def apart(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> Ports:
    """Ports of a program that runs for real; nothing may be decoded here."""

    def here(*_: object) -> Iterator[Page]:
        pytest.fail("decoded in this process")

    monkeypatch.setattr(kit_gather, "scan", here)
    return replace(ports, scan_apart=True)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture without codes."""
    path = tmp_path / "photo.png"
    path.write_bytes(file_of(Image.new("L", (40, 30), 200)))
    return path


def test_a_program_that_runs_for_real_decodes_apart() -> None:
    """The window and the command line have these ports."""
    assert system_ports(quiet).scan_apart


def test_files_and_frames_are_read_there(apart: Ports, photo: Path) -> None:
    """By one process, which rests when asked to."""
    gatherer = Gatherer(apart)
    reading = list(gatherer.read(photo))[-1]
    assert [page.fault for page in reading.pages] == ["blank"]
    reader = gatherer._decoding._apart
    assert reader is not None
    first = reader._process
    gatherer.see("camera", bytes(6), 3, 2)
    assert gatherer.take("pasted", bytes(6), 3, 2).pages[-1].file == "pasted"
    assert first is not None
    assert reader._process is first
    gatherer.rest()
    assert first.poll() is not None


def test_a_command_reads_them_there_too(apart: Ports, photo: Path) -> None:
    """And leaves no process behind."""
    gathering = gather(apart, [photo, photo])
    assert [page.fault for page in gathering.pages] == ["blank", "blank"]


class StoppedByUser(BaseException):
    """As a stopped piece of work unwinds."""


def test_who_stops_is_heard_while_a_page_is_read(apart: Ports, tmp_path: Path) -> None:
    """The port for progress is called while nothing goes on."""
    path = tmp_path / "bomb.pdf"
    path.write_bytes(nested_forms())
    heard: list[tuple[int, int]] = []

    def stop(_what: str, done: int, total: int) -> None:
        heard.append((done, total))
        raise StoppedByUser

    gatherer = Gatherer(replace(apart, progress=stop))
    with pytest.raises(StoppedByUser):
        list(gatherer.read(path))
    reader = gatherer._decoding._apart
    assert heard == [(0, 1)]
    assert reader is not None
    assert reader._process is None


@pytest.mark.parametrize("scan_apart", [False, True])
def test_dots_beyond_the_limit_are_not_read(ports: Ports, scan_apart: bool) -> None:
    """A picture on the clipboard may be as large as a stranger likes."""
    decoding = Decoding(replace(ports, scan_apart=scan_apart))
    with pytest.raises(BadInput) as failure:
        decoding.dots("pasted", Dots(b"", PICTURE_PIXELS, 2))
    assert failure.value.problem == "picture-large"
