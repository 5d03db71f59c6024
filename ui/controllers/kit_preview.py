"""A kit that is proven, before it is paper: printed, saved, or left without a trace.

Loaded once a kit was made: what it leans on is slow to load.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths

from ui.controllers.kit_making import Paper, Shown, Wish
from ui.controllers.kit_preview_steps import (
    after,
    density_options,
    job_of,
    paper_name,
    preview_notes,
    save_all,
    went_words,
)
from ui.controllers.kit_printed import (
    card_note,
    into_file,
    on_both_sides,
    sheets_note,
)
from ui.controllers.kit_words import kit_name, sheets_words
from ui.controllers.stage import Desk
from ui.dialogs import print_choice
from ui.dialogs.file_choice import choose_place
from ui.dialogs.kit_pages import KitPages
from ui.shared.notice import Notice
from ui.views.kit_preview import KitPreview, Next, PreviewState
from ui.workers.op import Op
from ui.workers.print_job import (
    holds_paper,
    is_two_sided,
    print_pdf,
    printer_called,
)
from vault.app import kit_print
from vault.app.card_by_hand import typed_back
from vault.app.kit_make import enter_kit
from vault.app.kit_print import noted
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.model.kit import Kit

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class Onward:
    """Where the preview leads: another paper, back, and on with what was saved.

    `density` makes it "sturdy" or "compact"; None where that is settled.
    """

    paper: Callable[[Paper], object]
    back: Callable[[], object]
    read: Callable[[list[Path]], object]
    density: Callable[[str], object] | None = None


class Preview:
    """One page; the kit enters the register once it is printed or saved."""

    def __init__(
        self, desk: Desk, shown: Shown, wish: Wish, step: tuple[int, int], on: Onward
    ) -> None:
        self._desk = desk
        self._shown = shown
        self._wish = wish
        self._on = on
        self._op: Op[Any] | None = None
        self._entered = False
        self._typed_back = False
        self._saved: list[Path] = []
        self._sheet: KitPages | None = None
        self._state = self._first_state()
        self.page = KitPreview(self._state, step)
        self.page.print_asked.connect(self._ask_printer)
        self.page.save_asked.connect(self._ask_place)
        self.page.paper_picked.connect(self._on.paper)
        self.page.sheet_chosen.connect(self._enlarge_sheet)
        self.page.card_chosen.connect(self._enlarge_card)
        self.page.clear_chosen.connect(self._enlarge_clear)
        self.page.code_given.connect(self._take_code)
        if on.density:
            self.page.density_picked.connect(on.density)
        self.page.next_asked.connect(self._skip)
        self.page.back_asked.connect(self._on.back)

    @property
    def kit(self) -> Kit:
        """The kit's entry in the register."""
        return self._shown.made.entry

    def _first_state(self) -> PreviewState:
        made, wish = self._shown.made, self._wish
        blank = made.card_pdf is not None and not wish.code_on_card
        enough = _("Read back and opened: it works. A cover and {sheets}.")
        if made.entry.supplement:
            enough = _("Read back and opened: it works. {sheets}.")
        return PreviewState(
            name=kit_name(made.entry),
            enough=enough.format(
                sheets=sheets_words(made.plan.needed, made.plan.sheets)
            ),
            sheets=self._shown.sheets,
            card=self._shown.card,
            notes=tuple(preview_notes(self._desk.settings, self._shown)),
            words=tuple(wish.words.split()) if wish.by_words else (),
            code=made.code_text if blank else "",
            paper=wish.paper,
            has_printer=self._shown.has_printer,
            clear=self._shown.clear,
            densities=density_options(self._shown) if self._on.density else (),
            density=made.entry.density,
        )

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        self._state = replace(self._state, **changes)
        if self._desk.stage.page is self.page:
            self.page.show_state(self._state)

    # On paper.

    def _ask_printer(self) -> None:
        title, pages = job_of(self._state.next, self._shown)
        paper = self._wish.paper
        print_choice.choose_printer(self.page, title, paper, self._print, pages)

    def _print(self, printer: QPrinter) -> None:
        """Print what is next, off the window's thread."""
        if not holds_paper(printer, self._wish.paper):
            title = _("The printer is set to another paper")
            text = _(
                "The codes would be scaled, and read badly. Choose the paper of the "
                "kit in the printer's settings, or another paper for the kit below."
            )
            self._desk.stage.notify(Notice("warn", title, text))
            return
        self._show(busy=True)
        work = partial(_print, self._pdf(self._state.next), printer)
        told = partial(self._printed, printer)
        self._op = self._desk.ops.run(work, told, self._desk.tell)
        self._op.finished.connect(self._at_rest)
        self._desk.stage.work(self._op, _("Printing…"))

    def _pdf(self, what: Next) -> bytes:
        made, part = self._shown.made, self._shown.clear_part
        if what == "clear":
            return part.pdf if part else b""
        return (made.card_pdf if what == "card" else made.sheets_pdf) or b""

    def _at_rest(self) -> None:
        self._show(busy=False)

    def _printed(self, printer: QPrinter, done: bool) -> None:
        if not done:
            title = _("The printer did not take it")
            text = _("Look at the printer and print again, or save the kit as PDF.")
            self._desk.stage.notify(Notice("warn", title, text))
            return
        was: Next = self._state.next
        name = printer_called(printer)
        if name:
            self._desk.settings.note_printers()
        else:
            self._saved.append(Path(printer.outputFileName()))
        if not (self._enter(sheets_note(name)) and self._note_card(was, name)):
            return
        self._go_on_from(was)
        if not name:
            self._desk.stage.notify(into_file(Path(printer.outputFileName())))
        elif is_two_sided(printer):
            self._desk.stage.notify(on_both_sides())

    def _note_card(self, was: Next, printer: str) -> bool:
        """Note which printer knows the key card."""
        kit = self._desk.vault.vault.kits.get(self.kit.id)
        if was != "card" or not printer or kit is None:
            return True
        name = _("Note the printer of key card {n}").format(n=kit.card_number)
        try:
            note = card_note(kit.note, printer)
            self._desk.vault.apply(noted(kit, note), name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        return True

    # As PDF.

    def _ask_place(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        name = paper_name(self._shown.made.entry)
        title = _("Save the sheets as PDF")
        choose_place(self.page, title, folder / f"{name}.pdf", self._save)

    def _save(self, path: Path) -> None:
        """Write the sheets there, and beside them whatever else there is."""
        self._show(busy=True)
        work = partial(save_all, self._desk.ports, self._shown, path)
        self._op = self._desk.ops.run(work, self._wrote, self._desk.tell)
        self._op.finished.connect(self._at_rest)
        self._desk.stage.work(self._op, _("Saving the PDF…"))

    def _wrote(self, written: list[Path]) -> None:
        self._saved += written
        if self._enter():
            self._read()
            names = _(" and ").join(f"“{path.name}”" for path in written)
            title = _("Saved: {files}").format(files=names)
            text = _("They are copies of the kit: delete them once they are printed.")
            self._desk.stage.notify(Notice("warn", title, text))

    # And on.

    def _enter(self, note: str = "") -> bool:
        """Enter the kit into the register, once."""
        if self._entered:
            return True
        vault = self._desk.vault
        try:
            changes = enter_kit(vault.session, self._shown.made, note)
        except VaultError as error:
            self._desk.tell(error)
            return False
        self._entered = True
        vault.touched(changes)
        return True

    def _go_on_from(self, was: Next) -> None:
        """Go on to what is still to be printed, or to reading it back."""
        following = after(was, self._shown)
        said = went_words(following)
        if said is None:
            self._read()
            return
        self._show(next=following, busy=False, notes=(said,))
        self._desk.stage.announce(said.title)

    def _skip(self) -> None:
        self._go_on_from(self._state.next)

    def _read(self) -> None:
        """Read it back; a card written by hand is typed back before."""
        if self._state.code and not self._typed_back:
            self._show(next="write", busy=False, notes=())
            return
        self._on.read(self._saved)

    def _take_code(self, typed: str) -> None:
        told = typed_back(typed, self._shown.made.code_text)
        self._typed_back = told.same
        if told.same:
            self._read()
            return
        self.page.complain_of_code(told.words)
        self._desk.stage.announce(told.words)

    def _enlarge_sheet(self, number: int) -> None:
        self._enlarge(self._shown.made.sheets_pdf, self._shown.sheets.titles, number)

    def _enlarge_card(self, number: int) -> None:
        pdf = self._shown.made.card_pdf
        if pdf:
            self._enlarge(pdf, self._shown.card.titles, number)

    def _enlarge_clear(self, number: int) -> None:
        self._enlarge(self._pdf("clear"), self._shown.clear.titles, number)

    def _enlarge(self, pdf: bytes, titles: Sequence[str], number: int) -> None:
        name = kit_name(self._shown.made.entry)
        self._sheet = KitPages(self.page, name, pdf, tuple(titles), number)
        self._sheet.open()


def _print(pdf: bytes, printer: QPrinter) -> bool:
    """Print the pages, on the worker's thread."""
    return print_pdf(pdf, partial(kit_print.print_pages, pdf), printer)
