"""The shares that were made: who has which issue, how it stands, what is noted."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, rule
from ui.widgets.buttons import button
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class ShareLine:
    """One share: its id, who has which issue, its state, why, what can be noted."""

    id: str
    name: str
    state: str
    text: str
    picture: str = "info"
    tone: str = "accent"
    may_open: bool = False
    may_withdraw: bool = False


class ShareRegister(Section):
    """Emits the id of a share that is noted as opened, or as withdrawn."""

    opened = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, lines: tuple[ShareLine, ...], warning: str) -> None:
        super().__init__(_("Shares that were made"))
        self.say(warning)
        rows: list[QWidget] = []
        for line in lines:
            rows += [rule()] if rows else []
            rows.append(self._line(line))
        if rows:
            self.add(card(*rows, gap=2 * UNIT))

    def _line(self, line: ShareLine) -> QWidget:
        said = column(
            words(f"{line.name}: {line.state}", "label"),
            words(line.text, "muted"),
            gap=UNIT // 2,
        )
        acts: list[QWidget] = []
        for wanted, text, signal in (
            (line.may_open, _("Opened today"), self.opened),
            (line.may_withdraw, _("Withdraw"), self.withdrawn),
        ):
            if wanted:
                act = button(text, partial(signal.emit, line.id))
                act.setAccessibleName(f"{line.name}: {text}")
                acts.append(act)
        return Beside(said, *acts, sign=Sign(line.picture, line.tone))
