"""Try your printer: the test page is printed or saved, and pictures of it judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.controllers.kit_gathering import PICTURES
from ui.controllers.kit_making import usual_paper
from ui.controllers.stage import Desk
from ui.dialogs import print_choice
from ui.dialogs.file_choice import choose_files, choose_place
from ui.shared.notice import Notice
from ui.views.kit_sheets import Said
from ui.views.test_page import TriedState, TryPrinter, TryState
from ui.workers.op import Op
from ui.workers.print_job import holds_paper, print_pdf, printer_names
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.widgets.box import Tone
    from vault.app.ports import Ports
    from vault.app.test_page import Tried

_TONES: dict[str, Tone] = {
    "compact": "good",
    "sturdy": "good",
    "neither": "bad",
    "again": "warn",
}


class TryPrinterFlow:
    """One page; nothing of it is kept, and it needs no account."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: TryPrinter | None = None
        self._state = TryState()
        self._reading: Op[Any] | None = None
        self._back = "kits"

    def begin(self, what: object) -> None:
        """Show the page; `what` is the place that it was asked for from."""
        if not self._desk.vault.is_open:
            return
        self._back = str(what or "kits")
        self._state = TryState(paper=usual_paper())
        page = TryPrinter(self._state)
        page.print_asked.connect(self._ask_printer)
        page.save_asked.connect(self._ask_place)
        page.paper_picked.connect(lambda paper: self._show(paper=paper))
        page.dropped.connect(self._read)
        page.files_asked.connect(self._ask_files)
        page.stopped.connect(self._stop)
        page.done.connect(partial(self._desk.go, "kit-new", "again"))
        page.left.connect(self._leave)
        page.destroyed.connect(self._stop)
        self._page = page
        self._desk.stage.show_page(page, "test-page")
        self._desk.ops.run(printer_names, self._found_printers, self._desk.tell)

    def _found_printers(self, names: list[str]) -> None:
        self._show(has_printer=bool(names))

    def _leave(self) -> None:
        self._desk.go(self._back, "again")

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        self._state = replace(self._state, **changes)
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_state(self._state)

    # On paper.

    def _ask_printer(self) -> None:
        if self._page is None:
            return
        title = _("Spare Key test page")
        paper = self._state.paper
        print_choice.choose_printer(self._page, title, paper, self._print)

    def _print(self, printer: QPrinter) -> None:
        if not holds_paper(printer, self._state.paper):
            title = _("The printer is set to another paper")
            text = _("Choose that paper below, or the one below in the printer.")
            self._desk.stage.notify(Notice("warn", title, text))
            return
        work = partial(_print, self._state.paper, printer)
        self._run(work, self._printed, _("Printing…"))

    def _printed(self, done: bool) -> None:
        if done:
            title = _("The test page went to the printer")
            text = _("Scan or photograph it, and show the picture below.")
            self._show(note=Said("good", title, text), busy=False)
            self._desk.stage.announce(title)
            return
        title = _("The printer did not take it")
        text = _("Look at the printer and print again, or save the page as PDF.")
        self._desk.stage.notify(Notice("warn", title, text))

    def _ask_place(self) -> None:
        if self._page is None:
            return
        place = self._desk.documents() / f"{_('Spare Key test page')}.pdf"
        title = _("Save the test page as PDF")
        choose_place(self._page, title, place, self._save)

    def _save(self, path: Path) -> None:
        work = partial(_save, self._desk.ports, path, self._state.paper)
        self._run(work, partial(self._saved, path), _("Saving the PDF…"))

    def _saved(self, path: Path, _result: object) -> None:
        title = _("Saved: {files}").format(files=f"“{path.name}”")
        text = _("Print it at full size, then scan it and show the picture below.")
        self._show(note=Said("good", title, text), busy=False)
        self._desk.stage.announce(title)

    def _run(self, work: Any, done: Any, words: str) -> None:  # noqa: ANN401 - as Ops has it
        self._show(busy=True)
        op = self._desk.ops.run(work, done, self._desk.tell)
        op.finished.connect(lambda: self._show(busy=False))
        self._desk.stage.work(op, words)

    # And back.

    def _ask_files(self) -> None:
        if self._page is None:
            return
        title = _("Choose pictures of the test page")
        choose_files(self._page, title, PICTURES, self._read)

    def _read(self, paths: Sequence[str]) -> None:
        self._stop()
        self._show(reading=True, tried=(), note=None)
        work = partial(_judged, self._desk.ports, [Path(path) for path in paths])
        op = self._desk.ops.run(work, self._judged, self._desk.tell)
        op.finished.connect(partial(self._ended, op))
        self._reading = op
        self._desk.stage.work(op, _("Reading the pictures…"))

    def _judged(self, tried: list[TriedState]) -> None:
        self._show(tried=tuple(tried))
        if tried:
            self._desk.stage.announce(tried[0].worth.title)

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def _ended(self, op: Op[Any]) -> None:
        if op is self._reading:
            self._reading = None
            self._show(reading=False)


def _print(paper: Any, printer: QPrinter) -> bool:  # noqa: ANN401 - a4 or letter
    """Draw and print the page, on the worker's thread; what draws is slow to load."""
    from vault.app import kit_print  # noqa: PLC0415
    from vault.app.test_page import drawn_test_page  # noqa: PLC0415

    pdf = drawn_test_page(paper)
    return print_pdf(pdf, partial(kit_print.print_pages, pdf), printer)


def _save(ports: Ports, path: Path, paper: Any) -> None:  # noqa: ANN401 - a4 or letter
    from vault.app.test_page import write_test_page  # noqa: PLC0415 - as above

    write_test_page(ports, path, paper)


def _judged(ports: Ports, paths: Sequence[Path]) -> list[TriedState]:
    """Read and judge the pictures, on the worker's thread."""
    from vault.app.test_page import read_test_pages  # noqa: PLC0415 - as above

    return [_told(one) for one in read_test_pages(ports, paths)]


def _told(tried: Tried) -> TriedState:
    from vault.app.test_page_words import fault_words, fit_words  # noqa: PLC0415

    told = fit_words(tried)
    tone: Tone = _TONES[tried.verdict.fit] if tried.verdict else "bad"
    faults = [Said("warn", *fault) for fault in fault_words(tried)]
    return TriedState(Path(tried.file).name, Said(tone, *told), faults)
