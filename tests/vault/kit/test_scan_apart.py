"""Pictures read by a process of their own: what it may do, and what becomes of it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.hostile.pdfs import nested_forms, nested_shadings
from tests.paper import codes_of, draw_page, file_of, scanned
from vault.errors import BadInput
from vault.kit.scan import Page, scan
from vault.kit.scan_apart import Bounds, Dots, ScanApart, own_command, surroundings
from vault.kit.scan_wire import WORD
from vault.limits import GIB, PICTURE_FILE_BYTES

TEXTS = [f"SK:{number:04}" for number in range(24)]
PLAIN = file_of(Image.new("L", (40, 30), 200))
TELL = """
import json, struct, sys, os, time
def tell(**answer):
    data = json.dumps(answer).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(data)) + data)
    sys.stdout.flush()
def begun(number=1, pages=1):
    tell(type="begun", number=number, pages=pages)
"""
linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have other bounds"
)


@pytest.fixture(scope="module")
def sheet() -> Image.Image:
    """A clean sheet of codes."""
    return scanned(draw_page(codes_of(TEXTS, 4)), 150)


@pytest.fixture(scope="module")
def apart() -> Iterator[ScanApart]:
    """The real process, one for all tests that leave it in order."""
    with ScanApart(Bounds(cpu_seconds=2)) as reader:
        yield reader


def pretending(script: str, **bounds: float) -> ScanApart:
    """Return a reader whose process is that script."""
    words = [sys.executable, "-c", TELL + script]
    return ScanApart(Bounds(**bounds), words)


def told(pages: Iterator[Page]) -> list[tuple[int, str, int]]:
    return [(page.number, page.problem, len(page.texts)) for page in pages]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "PDF"])
def test_it_reads_what_scan_reads(
    apart: ScanApart, sheet: Image.Image, kind: str
) -> None:
    """Of every kind, with all its bounds in force: nothing is loaded too late."""
    data = file_of(sheet, kind)
    assert list(apart.pages("a", data)) == list(scan("a", data))
    assert len(next(apart.pages("a", data)).texts) == 24


@pytest.mark.slow
def test_a_tiff_of_several_pages_is_a_pile(
    apart: ScanApart, sheet: Image.Image
) -> None:
    """A fax: one bit a dot, a page without codes between others."""
    fax, blank = sheet.convert("1"), Image.new("1", (300, 400), 1)
    data = file_of(
        fax, "TIFF", save_all=True, append_images=[blank, fax], compression="group4"
    )
    assert told(apart.pages("fax", data)) == [(1, "", 24), (2, "", 0), (3, "", 24)]


@pytest.mark.long
def test_pictures_that_come_decoded_are_read_there_too(
    apart: ScanApart, sheet: Image.Image
) -> None:
    """A frame of a camera, a picture from the clipboard."""
    for quick in (False, True):
        dots = Dots(sheet.tobytes(), *sheet.size, quick)
        page = apart.dots("camera", dots, lambda: None)
        assert (page.source, len(page.texts)) == ("camera", 24)


def test_a_frame_that_brings_it_down_says_so() -> None:
    """And the next frame has a new process."""
    with pretending("begun()\nos.kill(os.getpid(), 11)") as reader:
        page = reader.dots("camera", Dots(bytes(6), 3, 2), lambda: None)
    assert page.problem == "picture-crash"


def test_whoever_lets_go_of_it_leaves_no_process() -> None:
    """A page of the window may vanish at any time."""
    reader = ScanApart()
    list(reader.pages("a", PLAIN))
    process = reader._process
    assert process is not None
    del reader
    assert process.poll() is not None


def test_it_knows_neither_keys_nor_windows() -> None:
    """Nothing of the kind is loaded with it."""
    script = "import sys, vault.kit.scan_child; print(*sys.modules)"
    words = [sys.executable, "-c", script]
    names = subprocess.run(words, check=True, capture_output=True).stdout.split()
    rooms = (b"vault.crypto", b"vault.envelope", b"vault.document", b"vault.app")
    for room in (*rooms, b"PySide6", b"cryptography", b"argon2", b"reportlab"):
        assert room not in names


def test_a_reason_is_the_same_as_here(apart: ScanApart) -> None:
    """A file that can't be read raises; the process lives on."""
    for data in (b"", b"GIF89a", b"%PDF-1.7", PLAIN[:40]):
        with pytest.raises(BadInput) as here:
            list(scan("a", data))
        with pytest.raises(BadInput) as there:
            list(apart.pages("a", data))
        assert repr(there.value) == repr(here.value)


def test_one_process_reads_many_files(apart: ScanApart) -> None:
    """It is started once."""
    list(apart.pages("a", PLAIN))
    first = apart._process
    list(apart.pages("b", PLAIN))
    assert first is not None
    assert apart._process is first


@pytest.mark.slow
@pytest.mark.parametrize("make", [nested_shadings, nested_forms])
def test_a_small_pdf_that_never_ends_is_ended(make: Callable[[], bytes]) -> None:
    """Three kilobytes that kept the library busy for minutes, or filled the memory."""
    data = make()
    assert len(data) < 3000
    with ScanApart(Bounds(cpu_seconds=1)) as reader:
        (page,) = reader.pages("bomb.pdf", data)
        assert page.problem in {"picture-slow", "picture-crash"}
        assert told(reader.pages("after.png", PLAIN)) == [(1, "", 0)]


@pytest.mark.long
@linux_only
def test_memory_is_bounded() -> None:
    """A picture that is within the limit of pixels may still not have all memory."""
    white = file_of(Image.new("RGBA", (5000, 5000)), compress_level=1)
    with ScanApart(Bounds(memory_bytes=GIB // 8)) as reader:
        assert told(reader.pages("a.png", white)) == [(1, "picture-memory", 0)]


PROBES = {
    "a file": "open(os.path.dirname(os.__file__) + '/os.py')",
    "a file to write": "open(os.devnull, 'w')",
    "a connection": "__import__('socket').socket()",
}


@linux_only
@pytest.mark.parametrize("probe", PROBES.values(), ids=PROBES)
def test_what_took_it_over_opens_nothing(probe: str) -> None:
    """Neither files nor connections: it has only what it was given."""
    script = f"""
import socket
from vault.kit.scan_child import _bound
_bound(1 << 30)
begun()
try:
    {probe}
except OSError as error:
    tell(type="failed", problem="picture-kind", detail=str(error.errno))
"""
    with pretending(script) as reader:
        (page,) = reader.pages("a", b"")
    assert (page.problem, page.detail) == ("picture-kind", "24")


def test_nothing_of_ours_is_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No variable but where the code lies, no argument but its bounds."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hush")
    script = f"""
open({str(tmp_path / "told")!r}, "w").write(json.dumps([sorted(os.environ), sys.argv]))
tell(type="done")
"""
    with pretending(script) as reader:
        assert list(reader.pages("secret-name.png", b"")) == []
    seen = (tmp_path / "told").read_text()
    assert "AWS" not in seen
    assert "secret-name" not in seen


def test_it_is_found_where_the_program_is() -> None:
    """From a checkout and from an installed copy alike, and never beside a vault."""
    here = str(Path(__file__).parents[3])
    around = surroundings({"LANG": "C", "HOME": "/x"}, ["", "lib", "/abs"])
    assert around == {"LANG": "C", "PYTHONPATH": f"{here}{os.pathsep}/abs"}
    assert "-P" in own_command()


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a word that no command has."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable, WORD]


@pytest.mark.slow
def test_the_program_itself_can_be_that_process(sheet: Image.Image) -> None:
    """As a frozen one would be: by its own start."""
    words = [sys.executable, "-P", "-m", "ui", WORD]
    with ScanApart(command=words) as reader:
        assert told(reader.pages("a", file_of(sheet))) == [(1, "", 24)]


ENDS = {
    "exits": ("sys.exit(0)", "picture-crash"),
    "crashes": ("os.kill(os.getpid(), 11)", "picture-crash"),
    "runs too long": ("os.kill(os.getpid(), 24)", "picture-slow"),
    "is ended by the system": ("os.kill(os.getpid(), 9)", "picture-memory"),
    "lies": ("tell(type='read', page={})", "picture-crash"),
    "closes its mouth": ("os.close(1)\ntime.sleep(60)", "picture-crash"),
    "speaks without end": (
        "\nwhile True: tell(type='begun', number=1, pages=1)",
        "picture-crash",
    ),
}


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="no signals here")
@pytest.mark.parametrize(("script", "problem"), ENDS.values(), ids=ENDS)
def test_whatever_it_does_is_a_reason(
    script: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is told, the program is unharmed, and no process is left."""
    monkeypatch.setattr("vault.kit.scan_apart._END_SECONDS", 0.1)
    with pretending(f"begun()\n{script}") as reader:
        assert told(reader.pages("a", PLAIN)) == [(1, problem, 0)]
        assert reader._process is None


def test_a_page_that_takes_too_long_is_ended() -> None:
    """By the clock, where the system has no bound of its own."""
    with pretending("begun()\ntime.sleep(60)", wait_seconds=0.1) as reader:
        (page,) = reader.pages("a", PLAIN)
    assert (page.problem, page.detail) == ("picture-slow", "0.1")


def test_one_that_reads_nothing_is_ended() -> None:
    """However much is still to be sent."""
    reader = pretending("time.sleep(60)", wait_seconds=0.1)
    with reader, pytest.raises(BadInput) as failure:
        list(reader.pages("a", bytes(10_000_000)))
    assert failure.value.problem == "picture-slow"


PAGE_BY_PAGE = """
first = struct.unpack(">IHHII?", sys.stdin.buffer.read(17))[2]
number = first + 1
begun(number, {pages})
if number in {bad}: os.kill(os.getpid(), 11)
page = dict(source="", number=number, pages={pages}, dpi=0, texts=[])
tell(type="read", page=page)
if number < {pages}:
    begun(number + 1, {pages})
    os.kill(os.getpid(), 11)
tell(type="done")
"""


def test_the_pages_behind_a_bad_one_are_read() -> None:
    """By a new process."""
    with pretending(PAGE_BY_PAGE.format(pages=3, bad="[]")) as reader:
        found = told(reader.pages("a", b""))
    assert found == [(1, "", 0), (2, "picture-crash", 0), (3, "", 0)]


def test_a_file_of_nothing_but_bad_pages_is_given_up() -> None:
    """Two hundred of them would take hours."""
    pages = pretending(PAGE_BY_PAGE.format(pages=9, bad="range(99)")).pages("a", b"")
    assert [next(pages).number, next(pages).number] == [1, 2]
    with pytest.raises(BadInput):
        next(pages)


class StoppedByUser(BaseException):
    """As a stopped piece of work unwinds."""


def test_whoever_stops_the_reading_ends_the_process() -> None:
    """At the next look, whatever it is at."""

    def stop() -> None:
        raise StoppedByUser

    reader = pretending("begun()\ntime.sleep(60)")
    with pytest.raises(StoppedByUser):
        list(reader.pages("a", PLAIN, waiting=stop))
    assert reader._process is None


def test_what_nobody_reads_on_is_ended() -> None:
    """A reading that is left half-way leaves no process behind."""
    reader = pretending(PAGE_BY_PAGE.format(pages=3, bad="[]"))
    pages = reader.pages("a", b"")
    next(pages)
    assert reader._process is not None
    pages.close()
    assert reader._process is None


def test_a_file_too_large_is_not_sent() -> None:
    """Nothing is started for it."""
    reader = ScanApart(command=["no-such-program"])
    with pytest.raises(BadInput) as failure:
        list(reader.pages("a", bytes(PICTURE_FILE_BYTES + 1)))
    assert failure.value.problem == "picture-large"


def test_ending_what_never_began_is_nothing() -> None:
    """Twice, too."""
    reader = ScanApart()
    reader.end()
    reader.end()
    assert reader._process is None
