"""A kit that opened: whose it is, who signed it, and the two ways to go on."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.views.kit_sheets import Said, said_card
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.buttons import button
from ui.widgets.facts import Facts
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class OpenedState:
    """What is told before anything is looked at."""

    name: str
    facts: tuple[tuple[str, str], ...]
    signer: tuple[str, ...]
    notes: tuple[Said, ...] = ()
    may_keep: bool = True


class RestoreOpened(Page):
    """Emits that it is to be looked at, to be kept, or to be left."""

    look_asked = Signal()
    keep_asked = Signal()
    left = Signal()

    def __init__(self, state: OpenedState) -> None:
        super().__init__(_("It opens"), state.name)
        look = button(_("Look first"), self.look_asked.emit, "primary", "eye")
        keep = button(_("Make this my vault"), self.keep_asked.emit, picture="save")
        keep.setEnabled(state.may_keep)
        on = [
            _offered(_("See what is in it"), _("Nothing is changed or kept."), look),
            rule(),
            _offered(_("Go on with it"), _("It becomes a file here."), keep),
        ]
        self.add(*map(said_card, state.notes), card(*on, gap=2 * UNIT))
        self._add_signer(state.signer)
        facts = Facts()
        facts.show_facts(state.facts)
        part = Section(_("What it is"))
        part.add(card(facts))
        self.add(UNIT, part)
        self.add(row(button(_("Leave it"), self.left.emit, "link", "back"), STRETCH))
        self.first = look

    def _add_signer(self, signer: tuple[str, ...]) -> None:
        part = Section(_("Signed by"))
        part.say(
            _(
                "Compare these words with those on the key card, or on the cover where "
                "there is no card. If they differ, somebody else made this kit."
            )
        )
        ones = [words(word, "code") for word in signer]
        for one in ones:
            one.setWordWrap(False)
        part.add(card(FlowBox(*ones, gap=2 * UNIT)))
        self.add(UNIT, part)


def _offered(title: str, text: str, go: QPushButton) -> QWidget:
    """Return a line with what is offered, and its button."""
    go.setAccessibleDescription(f"{title}. {text}")
    said = column(words(title, "label"), words(text, "muted"), gap=UNIT // 2)
    return Beside(said, go)
