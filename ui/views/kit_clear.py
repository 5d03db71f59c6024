"""Print a kit: what is also printed in clear, codes only after a warning."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.field import Field
from ui.widgets.radios import Radio, Radios
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.tick_list import TickList
from vault.i18n import translate as _

_ALL, _SOME = "all", "some"


@dataclass(frozen=True)
class ClearState:
    """The accounts of the kit by id and name, and what was chosen before."""

    accounts: Sequence[tuple[str, str]]
    sorts: Sequence[str] = ()
    chosen: Sequence[str] = ()


class KitClear(StepPage):
    """Emits which sorts of records (none: nothing), and of which accounts (none: all).

    Codes are among them only where the warning was answered.
    """

    taken = Signal(list, list)
    back_asked = Signal()

    def __init__(self, state: ClearState, step: tuple[int, int]) -> None:
        lead = _(
            "In a crisis somebody may need steps and numbers before there is a "
            "computer. These pages are not locked: whoever finds them can read them."
        )
        super().__init__(step, _("A part in clear"), lead)
        self._sorts = {key: QCheckBox(name) for key, name in _SORTS}
        for key, box in self._sorts.items():
            box.setChecked(key in state.sorts)
        self._warning = self._warned()
        self._know.setChecked("codes" in state.sorts)
        which = _SOME if state.chosen else _ALL
        self._radios = Radios(_which(), which)
        self._list = TickList(state.accounts, state.chosen)
        self._list_field = Field(
            _("Accounts in clear"), self._list, _("Space or a click ticks one.")
        )
        boxes = [row(box, STRETCH) for box in self._sorts.values()]
        self.body.addLayout(column(*boxes, gap=0))
        self.add(self._warning, UNIT, self._radios, self._list_field)
        self.add(words(_AS_TYPED, "muted"))
        self.foot(_("Take this"), self._take, self.back_asked.emit)
        self._sorts["codes"].toggled.connect(self._warning.setVisible)
        self._warning.setVisible(self._sorts["codes"].isChecked())
        self._radios.chosen.connect(self._choose)
        self._choose(which)
        self.first = self._sorts["procedures"]

    def _warned(self) -> QFrame:
        """Name the risk of codes in clear, and what must be ticked to take it."""
        self._know = QCheckBox(_("Print them all the same"))
        self._missing = words("", "bad")
        self._missing.hide()
        return card(
            words(_("Codes in clear open the accounts"), "heading"),
            words(
                _(
                    "Whoever finds these pages, or a photo of them, gets in: no "
                    "passphrase and no key card is needed. The sheets hold the codes "
                    "locked, and are enough."
                )
            ),
            row(self._know, STRETCH),
            self._missing,
            tone="warn",
            gap=2 * UNIT,
        )

    def _show_warning(self) -> None:
        self._scroll.ensureWidgetVisible(self._missing)
        self._scroll.ensureWidgetVisible(self._know)

    def _choose(self, key: str) -> None:
        self._list_field.setVisible(key == _SOME)

    def _take(self) -> None:
        sorts = [key for key, box in self._sorts.items() if box.isChecked()]
        if "codes" in sorts and not self._know.isChecked():
            self._missing.setText(_("Tick this, or leave the codes out."))
            self._missing.show()
            self._know.setFocus()
            QTimer.singleShot(0, self._show_warning)  # when it has found its place
            return
        chosen = list(self._list.chosen) if self._radios.key == _SOME else []
        if sorts and self._radios.key == _SOME and not chosen:
            self._list_field.complain(_("Tick at least one account."))
            self._list.setFocus()
            return
        self.taken.emit(sorts, chosen)


_SORTS = (
    ("procedures", _("Steps, account by account")),
    ("contacts", _("Contacts, and whom to ring")),
    ("codes", _("Recovery codes")),
)
_AS_TYPED = _(
    "What you typed into steps and contacts is printed as it stands. They are pages of "
    "their own: never keep them with the key card."
)


def _which() -> list[Radio]:
    return [
        Radio(_ALL, _("All accounts of the kit"), ""),
        Radio(_SOME, _("Only chosen accounts"), ""),
    ]
