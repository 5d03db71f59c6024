"""Print a kit, first step: all accounts or chosen ones, and a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from ui.shared.grid import UNIT
from ui.shared.tip import tip
from ui.widgets.beside import Beside
from ui.widgets.box import card, column
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.radios import Radio, Radios
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

_LETTER_HEIGHT = 16 * UNIT
_LIST_HEIGHT = 32 * UNIT
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class ContentsState:
    """The accounts by id and name, those that are chosen, the letter as it is."""

    accounts: Sequence[tuple[str, str]]
    chosen: Sequence[str] = ()
    part: bool = False
    letter: str = ""
    clear: str = ""  # what is also printed in clear, in words
    first: bool = False  # there was no kit before: the printer is not known yet


class KitNothing(Page):
    """Where there is no account: a kit would hold nothing. Emits that one is wanted."""

    account_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Print a kit"))
        empty = EmptyState(
            "empty-accounts",
            _("First an account, then a kit"),
            _(
                "A kit holds what opens your accounts again. Note the first one, and "
                "it can be printed a minute later."
            ),
            _("Add your first account"),
            _("For example: the account your customers write to."),
        )
        empty.connect_to(self.account_asked.emit)
        self.add(empty)
        self.first = empty.go


class KitContents(StepPage):
    """Emits which accounts (none: all) and the letter, when it goes on.

    And the same where somebody wants to try the printer before a first kit, or to
    choose what is also printed in clear.
    """

    next_asked = Signal(list, str)
    clear_asked = Signal(list, str)
    try_asked = Signal(list, str)
    back_asked = Signal()

    def __init__(self, state: ContentsState, step: tuple[int, int]) -> None:
        lead = _("A kit is what opens your accounts again when nothing else is left.")
        super().__init__(step, _("What goes in"), lead)
        self._radios = Radios(_ways(len(state.accounts)), _PART if state.part else _ALL)
        self._list = _list_of(state)
        self._list_field = Field(
            _("Accounts in this kit"),
            self._list,
            _("Space or a click ticks one."),
        )
        self._letter = QPlainTextEdit(state.letter)
        self._letter.setTabChangesFocus(True)
        self._letter.setFixedHeight(_LETTER_HEIGHT)
        self._letter_field = Field(
            _("A letter to whoever steps in, if you like"),
            self._letter,
            _(
                "It is printed on the cover for everybody to read. Left empty, there "
                "are lines to write by hand."
            ),
        )
        self.add(self._radios, self._list_field, UNIT, self._letter_field)
        self.add(self._clear_part(state.clear))
        if state.first:
            self.add(self._try_part())
        self.foot(_("Next"), self._go_on, self.back_asked.emit)
        self._radios.chosen.connect(self._choose)
        self._choose(self._radios.key)
        self.first = self._radios.first

    def complain_of_letter(self, text: str) -> None:
        """Say below the letter why it can't be printed."""
        self._letter_field.complain(text)
        self._letter.setFocus()

    def _choose(self, key: str) -> None:
        self._list_field.setVisible(key == _PART)

    def _try_part(self) -> QWidget:
        said = column(
            words(_("Your first kit?"), "label"),
            words(
                _("One page without a secret tells whether your printer will do."),
                "muted",
            ),
            gap=UNIT // 2,
        )
        go = button(_("Try your printer first"), self._try, picture="print")
        return card(Beside(said, go))

    def _clear_part(self, clear: str) -> QWidget:
        """Say what is printed in clear besides, and lead to where it is chosen."""
        told = clear or _("None. All that is printed is locked: that is the safe way.")
        said = column(
            words(_("A part that anybody can read"), "label"),
            words(told, "warn" if clear else "muted"),
            gap=UNIT // 2,
        )
        return card(Beside(said, button(_("Choose a part in clear…"), self._clear)))

    def _clear(self) -> None:
        self.clear_asked.emit(self._so_far, self._letter.toPlainText())

    def _try(self) -> None:
        self.try_asked.emit(self._so_far, self._letter.toPlainText())

    @property
    def _so_far(self) -> list[str]:
        return _ticked(self._list) if self._radios.key == _PART else []

    def _go_on(self) -> None:
        chosen: list[str] = []
        if self._radios.key == _PART:
            chosen = _ticked(self._list)
            if not chosen:
                self._list_field.complain(_("Tick at least one account."))
                self._list.setFocus()
                return
        self.next_asked.emit(chosen, self._letter.toPlainText())


_ALL, _PART = "all", "part"


def _ways(count: int) -> list[Radio]:
    whole = translate_count(
        "Everything: {n} account", "Everything: {n} accounts", count
    )
    return [
        Radio(
            _ALL,
            whole.format(n=count),
            _(
                "All accounts with their codes, steps, contacts and people. This is "
                "the kit for your own safe."
            ),
        ),
        Radio(
            _PART,
            _("Only chosen accounts"),
            _(
                "For somebody who needs no more than these. It has a key card and "
                "words of its own, which never open your vault."
            ),
        ),
    ]


def _list_of(state: ContentsState) -> QListWidget:
    """Return the accounts to tick; long names are cut off at the end."""
    made = QListWidget()
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMaximumHeight(_LIST_HEIGHT)
    made.setTabKeyNavigation(False)
    for id_, name in state.accounts:
        item = QListWidgetItem(name)
        item.setData(_ID, id_)
        item.setToolTip(tip(name))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = id_ in state.chosen
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        made.addItem(item)
    if made.count():
        made.setCurrentRow(0)
    return made


def _ticked(made: QListWidget) -> list[str]:
    items = (made.item(row) for row in range(made.count()))
    return [
        item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked
    ]
