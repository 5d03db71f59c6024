"""A kit that is proven: its pages as they will be printed, the key card apart."""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.kit_sheets import Said, said_card
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.code_edit import CodeEdit
from ui.widgets.field import Field
from ui.widgets.page_shelf import Pages, PageShelf
from ui.widgets.pick import Option, Pick
from ui.widgets.section import Section
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.to_write_down import ToWriteDown
from vault.i18n import translate as _

Next = Literal["sheets", "card", "clear", "write", "read"]


@dataclass(frozen=True)
class PreviewState:
    """What was made, and what is still to be done with it.

    `words` and `code` are what must be written down by hand, as far as there is any;
    at "write" the code is typed back.
    """

    name: str
    enough: str
    sheets: Pages
    card: Pages = field(default_factory=Pages)
    notes: tuple[Said, ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)
    code: str = field(default="", repr=False)
    paper: str = "a4"
    has_printer: bool = True
    next: Next = "sheets"
    busy: bool = False
    clear: Pages = field(default_factory=Pages)
    densities: tuple[Option, ...] = ()  # to choose from; none where it is settled
    density: str = "sturdy"


class KitPreview(StepPage):
    """Emits what is to be printed, saved, shown large or laid out anew."""

    print_asked = Signal()
    save_asked = Signal()
    paper_picked = Signal(str)
    sheet_chosen = Signal(int)
    card_chosen = Signal(int)
    clear_chosen = Signal(int)
    density_picked = Signal(str)
    code_given = Signal(str)
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: PreviewState, step: tuple[int, int]) -> None:
        super().__init__(step, _("{kit} is ready").format(kit=state.name), state.enough)
        self._next: Next = state.next
        self._has_printer = state.has_printer
        self._notes = column(gap=UNIT)
        self._paper = Pick()
        self._paper.setAccessibleName(_("Paper"))
        self._paper.show_options(_PAPERS, state.paper)
        self._paper.picked.connect(self.paper_picked)
        self._save = button(_("Save as PDF…"), self.save_asked.emit, picture="save")
        self._on = button(_("Go on without printing it"), self.next_asked.emit, "link")
        self.body.addLayout(self._notes)
        self._density = Pick()
        self._density.show_options(state.densities, state.density)
        self._density.picked.connect(self.density_picked)
        if state.words or state.code:
            self.add(ToWriteDown(state.words, state.code))
        self._code = CodeEdit()
        self._code_field = Field(
            _("Type the code off the card, as you wrote it"),
            self._code,
            _("So a slip is found now, and not in ten years."),
        )
        self.add(self._code_field)
        self.add(self._sheets_part(state))
        if state.card.titles:
            self.add(self._card_part(state))
        if state.clear.titles:
            self.add(self._clear_part(state))
        self.add(self._pdf_part(), row(self._on, STRETCH))
        self._go = self.foot("", self._go_on, self.back_asked.emit)
        self.first = self._go
        self.show_state(state)

    def show_state(self, state: PreviewState) -> None:
        """Show what is to be done next."""
        self._next = state.next
        emptied(self._notes)
        for said in state.notes:
            one = said_card(said)
            self._notes.addWidget(one)
            one.show()
        self._paper.show_options(_PAPERS, state.paper)
        self._go.setText(self._forward_words(state))
        for one in (self._go, self._save, self._paper, self._density):
            one.setEnabled(not state.busy)
        self._on.setVisible(state.next in ("card", "clear"))
        typing = state.next == "write"
        self._code_field.setVisible(typing)
        if typing:
            self._code.setFocus()
        self._save.setVisible(state.has_printer)  # else it is the next step

    def _forward_words(self, state: PreviewState) -> str:
        if state.next == "write":
            return _("Check what I wrote")
        if state.next == "read":
            return _("Read it back")
        if not state.has_printer:
            return _("Save as PDF…")
        if state.busy:
            return _("Printing…")
        if state.next == "clear":
            return _("Print the part in clear…")
        sheets, key = _("Print the sheets…"), _("Print the key card…")
        return sheets if state.next == "sheets" else key

    def complain_of_code(self, text: str) -> None:
        """Say below the code where it differs from what should be on the card."""
        self._code_field.complain(text)
        self._code.setFocus()

    def _go_on(self) -> None:
        if self._next == "write":
            self.code_given.emit(self._code.text())
        elif self._next == "read":
            self.next_asked.emit()
        elif self._has_printer:
            self.print_asked.emit()
        else:
            self.save_asked.emit()

    def _sheets_part(self, state: PreviewState) -> QWidget:
        shelf = PageShelf()
        shelf.show_pages(state.sheets)
        shelf.chosen.connect(self.sheet_chosen)
        part = Section(_("The sheets"))
        part.say(
            _(
                "They are printed on one side, in black, at full size, by a printer "
                "of your own. Click a page to see it large."
            )
        )
        label = words(_("Paper"), "label")
        label.setBuddy(self._paper)
        paper = row(label, self._paper, STRETCH, gap=2 * UNIT)
        part.add(card(shelf), paper)
        if state.densities:
            about = _(
                "Compact codes are smaller: fewer sheets, but they need a better "
                "camera or scanner. Read one back before you trust it."
            )
            part.add(Field(_("Size of the codes"), self._density, about))
        else:
            self._density.hide()
        return part

    def _card_part(self, state: PreviewState) -> QWidget:
        shelf = PageShelf()
        shelf.show_pages(state.card)
        shelf.chosen.connect(self.card_chosen)
        part = Section(_("The key card, for another place"))
        part.say(
            _(
                "It is printed by itself. Never keep it with the sheets, and take no "
                "photo of both: telephones upload pictures by themselves."
            )
        )
        part.add(card(shelf))
        return part

    def _clear_part(self, state: PreviewState) -> QWidget:
        shelf = PageShelf()
        shelf.show_pages(state.clear)
        shelf.chosen.connect(self.clear_chosen)
        part = Section(_("The part in clear, for a third place"))
        part.say(
            _(
                "Anybody can read it. It is printed by itself; where it should lie "
                "stands on top of each page."
            )
        )
        part.add(card(shelf))
        return part

    def _pdf_part(self) -> QWidget:
        said = column(
            words(_("Save it as PDF instead"), "label"),
            words(
                _(
                    "A PDF on the disk is a copy of the kit: whoever gets the file has "
                    "the kit. Delete it once it is printed."
                ),
                "muted",
            ),
            gap=UNIT // 2,
        )
        return card(Beside(said, self._save))


_PAPERS = (Option("a4", _("A4")), Option("letter", _("US Letter")))
