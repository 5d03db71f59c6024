"""Somebody knows it: what will be made new, and then what is left to be done."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


class WayKnownPage(Page):
    """The first step: calm, in whole sentences, and nothing is changed by reading."""

    begun = Signal()
    back_asked = Signal()

    def __init__(self, gone: tuple[str, ...]) -> None:
        lead = _("Take your time: nothing is changed before the last step.")
        super().__init__(_("Somebody knows it"), lead)
        new = Section(_("What is made new"))
        for text in (
            _("The passphrase: six new words, for you alone."),
            _("The key card: a new code, to be printed now."),
            _("The lock of the file, so that what is known opens no later save."),
            _("Your eight words: whoever has a share compares them again."),
        ):
            new.add(Beside(column(words(text), gap=0), sign=Sign("check", "accent")))
        lost = Section(_("What opens it no longer"))
        lost.add(card(*(words(text) for text in gone), gap=UNIT))
        after = Section(_("What no program can do"))
        after.add(
            words(
                _(
                    "Old copies of the file, backups and printed kits still open with "
                    "what is known. At the end you get a list: codes to renew on their "
                    "platforms, paper to destroy, copies to delete."
                )
            )
        )
        self.add(new, lost, after)
        go = self.foot(_("Begin…"), self.begun.emit, self.back_asked.emit)
        self.first = go


@dataclass(frozen=True)
class LeftState:
    """What is left to be done: `copies` could be deleted, `codes` are to be renewed."""

    lines: tuple[str, ...]
    copies: int = 0
    codes: bool = False
    busy: bool = False


class WayLeftPage(Page):
    """The last step: a list to work through."""

    kit_asked = Signal()
    delete_asked = Signal()
    renew_asked = Signal()
    done = Signal()

    def __init__(self, state: LeftState) -> None:
        lead = _("What was known opens nothing that is saved from now on.")
        super().__init__(_("Everything is new"), lead)
        self._list = Section(_("What is left for you to do"))
        self.add(self._list)
        self._delete = button(
            _("Delete the older copies…"), self.delete_asked.emit, "danger", "remove"
        )
        self._kit = button(_("Print a new kit"), self.kit_asked.emit, "link", "kit")
        self._renew = button(
            _("See the codes to renew"), self.renew_asked.emit, "link", "code"
        )
        self.add(row(self._delete, STRETCH), row(self._kit, STRETCH))
        self._renew.setVisible(state.codes)
        self.add(row(self._renew, STRETCH))
        self.escape = self.foot(_("Done"), self.done.emit)
        self.first = self._kit
        for number, text in enumerate(state.lines, 1):
            said = f"{number}. {text}"
            self._list.add(words(said))
        self.show_state(state)

    def show_state(self, state: LeftState) -> None:
        """Show what can be done from here."""
        self._delete.setVisible(bool(state.copies))
        self._delete.setEnabled(not state.busy)
