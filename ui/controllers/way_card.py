"""A new key card: onto paper before its code is in force, or given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.controllers.kit_making import Paper, usual_paper
from ui.controllers.stage import Desk
from ui.dialogs import print_choice
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from ui.views.way_card import WayCardPage, WayCardState
from ui.workers.print_job import holds_paper, print_pdf, printer_names
from vault.app import kit_print
from vault.app.key_card import card_text, key_card
from vault.app.ports import Ports
from vault.app.ways_made import take_back, write_made
from vault.app.ways_plan import Plan
from vault.app.ways_words import kept_words, plan_words
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class CardWords:
    """What the page is called, and what its next step does."""

    title: str
    primary: str


class WayCard:
    """One page; `done` carries the plan out, `given_up` leaves all as it is."""

    def __init__(
        self,
        desk: Desk,
        plan: Plan,
        said: CardWords,
        done: Callable[[], object],
        given_up: Callable[[], object],
    ) -> None:
        self._desk = desk
        self._plan = plan
        self._paper = usual_paper()
        self._saved: list[Path] = []
        self._given_up = given_up
        self._state = WayCardState(
            title=said.title,
            primary=said.primary,
            losses=(*plan_words(plan), *kept_words(plan)),
            code=card_text(plan.vault),
        )
        self.page = WayCardPage(self._state)
        self.page.print_asked.connect(self._ask_printer)
        self.page.save_asked.connect(self._ask_place)
        self.page.written.connect(self._held)
        self.page.done.connect(done)
        self.page.back_asked.connect(self._back)
        desk.ops.run(printer_names, self._found_printers, desk.tell)

    def _found_printers(self, names: list[str]) -> None:
        self._show(has_printer=bool(names))

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        self._state = replace(self._state, **changes)
        if self._desk.stage.page is self.page:
            self.page.show_state(self._state)

    def _held(self) -> None:
        self._show(held=True, busy=False)

    def _ask_printer(self) -> None:
        title = _("Spare Key key card {n}").format(n=self._plan.vault.card_number)
        print_choice.choose_printer(self.page, title, self._paper, self._print)

    def _print(self, printer: QPrinter) -> None:
        if not holds_paper(printer, self._paper):
            title = _("The printer is set to another paper")
            text = _("The card would be scaled, and its code read badly.")
            self._desk.stage.notify(Notice("warn", title, text))
            return
        self._show(busy=True)
        work = partial(_print, self._desk.ports, self._plan, self._paper, printer)
        op = self._desk.ops.run(work, self._printed, self._desk.tell)
        op.finished.connect(self._at_rest)
        self._desk.stage.work(op, _("Printing…"))

    def _at_rest(self) -> None:
        self._show(busy=False)

    def _printed(self, done: bool) -> None:
        if done:
            self._held()
            return
        title = _("The printer did not take it")
        text = _("Look at the printer and print again, or save the card as PDF.")
        self._desk.stage.notify(Notice("warn", title, text))

    def _ask_place(self) -> None:
        name = _("Spare Key key card {n}").format(n=self._plan.vault.card_number)
        place = self._desk.documents() / f"{name}.pdf"
        choose_place(self.page, _("Save the key card as PDF"), place, self._save)

    def _save(self, path: Path) -> None:
        self._show(busy=True)
        work = partial(
            _save, self._desk.ports, self._plan, self._paper, path, self._saved
        )
        op = self._desk.ops.run(work, lambda _: self._held(), self._desk.tell)
        op.finished.connect(self._at_rest)
        self._desk.stage.work(op, _("Saving the PDF…"))

    def _back(self) -> None:
        take_back(self._desk.ports, self._saved)
        self._given_up()


def _print(ports: Ports, plan: Plan, paper: Paper, printer: QPrinter) -> bool:
    pdf = key_card(plan.vault, paper, ports.today())
    return print_pdf(pdf, partial(kit_print.print_pages, pdf), printer)


def _save(ports: Ports, plan: Plan, paper: Paper, path: Path, made: list[Path]) -> None:
    pdf = key_card(plan.vault, paper, ports.today())
    write_made(ports, path, pdf, made)
