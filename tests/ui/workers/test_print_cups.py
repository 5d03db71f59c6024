"""CUPS is handed the job from memory: all of it, or it is taken back."""

import ctypes
import tempfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter

from tests.watched_folder import ONLY_LINUX, watched
from ui.workers import print_cups, print_job
from ui.workers.print_cups import send
from ui.workers.print_job import PrintPage, print_pdf, printer_for
from vault.app import kit_print
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Text

PDF = draw_pdf([Page(595, 842, (Text(72, 72, 24, "a code"),))] * 3, "Pages")
OPTIONS = {"copies": "2", "sides": "one-sided"}


class Cups:
    """Takes a job as CUPS's library does; `takes` pieces, then it is full."""

    def __init__(self, takes: int = 1000, *, ends: int = 0) -> None:
        self.takes = takes
        self.ends = ends
        self.options: dict[str, str] = {}
        self.freed = 0
        self.job: tuple[bytes, bytes] = (b"", b"")
        self.document = b""
        self.cancelled: list[int] = []
        self.finished = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - C has no types
        """Call it as C is called: by its own names."""
        return getattr(self, "_" + name.removeprefix("cups").lower())

    def _addoption(self, name: bytes, value: bytes, count: int, _at: object) -> int:
        self.options[name.decode()] = value.decode()
        return count + 1

    def _freeoptions(self, count: int, _at: object) -> None:
        self.freed = count

    def _createjob(self, _http: None, queue: bytes, title: bytes, *_: object) -> int:
        self.job = (queue, title)
        return 7 if queue != b"Gone" else 0

    def _startdocument(self, *_words: object) -> int:
        return 100

    def _writerequestdata(self, _http: None, piece: bytes, length: int) -> int:
        assert len(piece) == length
        self.document += piece
        self.takes -= 1
        return 100 if self.takes else 413

    def _finishdocument(self, *_words: object) -> int:
        self.finished += 1
        return self.ends

    def _canceljob(self, _queue: bytes, job: int) -> None:
        self.cancelled.append(job)


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Cups:
    """Connect a server."""
    cups = Cups()
    monkeypatch.setattr(print_cups, "library", lambda: cups)
    return cups


def test_all_of_it_arrives_with_what_was_chosen(cups: Cups) -> None:
    """In pieces, to the queue, under its title."""
    data = bytes(range(256)) * 700
    assert send("Office/quick", "Spare Key kit 3", OPTIONS, data)
    assert cups.document == data
    assert cups.job == (b"Office", b"Spare Key kit 3")
    assert (cups.options, cups.freed, cups.cancelled) == (OPTIONS, 2, [])


def test_a_queue_that_is_gone_takes_nothing(cups: Cups) -> None:
    """And is not written to."""
    assert not send("Gone", "Kit", OPTIONS, PDF)
    assert (cups.document, cups.freed) == (b"", 2)


@pytest.mark.parametrize(("takes", "ends"), [(1, 0), (1000, 0x400)])
def test_what_breaks_off_is_taken_back(cups: Cups, takes: int, ends: int) -> None:
    """Half a kit is no kit."""
    cups.takes, cups.ends = takes, ends
    assert not send("Office", "Kit", OPTIONS, PDF)
    assert (cups.finished, cups.cancelled) == (1, [7])


def test_what_is_stopped_is_taken_back(
    cups: Cups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the stop goes on."""

    class Stopped(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Stopped

    monkeypatch.setattr(print_cups, "progress_of_thread", stop)
    with pytest.raises(Stopped):
        send("Office", "Kit", OPTIONS, PDF)
    assert (cups.finished, cups.cancelled, cups.document) == (1, [7], b"")


def test_without_cups_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows and macOS print their own way."""
    monkeypatch.setattr(print_cups, "library", lambda: None)
    assert not send("Office", "Kit", OPTIONS, PDF)


def test_an_old_library_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that takes no stream, and none at all."""

    def missing(_name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert print_cups.library.__wrapped__() is None
    monkeypatch.setattr(print_cups.sys, "platform", "win32")
    assert print_cups.library.__wrapped__() is None


@pytest.mark.usefixtures("qapp")
def test_cups_is_told_to_keep_the_size_the_paper_and_one_side(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the copies and the pages that were chosen; nothing is drawn for it."""
    printer = printer_for("letter", "Kit")
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    assert print_job.job_options(printer) == {
        "media": "na_letter_8.5x11in",
        "sides": "one-sided",
        "print-scaling": "none",
        "print-color-mode": "monochrome",
        "copies": "1",
    }
    printer.setCopyCount(2)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    monkeypatch.setattr(print_job, "is_two_sided", lambda _printer: True)
    told = print_job.job_options(printer)
    assert (told["copies"], told["page-ranges"]) == ("2", "2-3")
    assert told["sides"] == "two-sided-long-edge"


def drawn(dpi: int) -> list[PrintPage]:
    return list(kit_print.print_pages(PDF, dpi))


def test_where_there_is_cups_nothing_is_drawn(
    cups: Cups, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """It gets the very PDF that was proven."""
    assert qapp
    monkeypatch.setattr(print_job, "is_file", lambda _printer: False)
    printer = printer_for("a4", "Kit")
    assert print_pdf(PDF, lambda _dpi: pytest.fail("drawn"), printer)
    assert cups.document == PDF


@ONLY_LINUX
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("way", ["cups", "drawn"])
def test_nothing_lies_in_a_temporary_folder_meanwhile(
    cups: Cups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Neither Qt's, nor Python's, nor the system's: not for a moment."""
    temporary, outside = tmp_path / "temporary", tmp_path / "outside"
    temporary.mkdir()
    outside.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    printer = printer_for("a4", "Kit")
    if way == "drawn":
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(outside / "out.pdf"))
        printer.setResolution(150)
    else:
        monkeypatch.setattr(print_job, "is_file", lambda _printer: False)
    with watched(temporary) as made:
        assert print_pdf(PDF, drawn, printer)
    assert made == []
    with watched(temporary) as seen, tempfile.NamedTemporaryFile():
        pass
    assert seen  # the watch sees what is gone at once
