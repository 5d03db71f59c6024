"""In trouble: what happened, and then what to do first, before anything is unlocked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.views.share_lines import numbered
from ui.widgets.box import card, column, row
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class TroubleLine:
    """One kind of trouble: its key, what it is called, when it is that one."""

    sort: str
    name: str
    sign: str
    picture: str


class Trouble(Page):
    """Emits the kind of trouble that was chosen, or that one goes back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, lines: Sequence[TroubleLine]) -> None:
        lead = _("Choose what fits best. The first steps follow; nothing is sent.")
        super().__init__(_("What happened?"), lead)
        for line in lines:
            one = button(line.name, partial(self.chosen.emit, line.sort))
            one.setAccessibleDescription(line.sign)
            self.first = self.first or one
            said = column(row(one, "stretch"), words(line.sign, "muted"), gap=UNIT)
            beside = row(Sign(line.picture, "accent"), said, gap=2 * UNIT)
            beside.setStretch(1, 1)
            self.add(card(beside))
        back = button(_("Back"), self.left.emit, picture="back")
        self.escape = back
        self.add(FlowBox(back))


class TroubleSteps(Page):
    """Emits that the vault is to be unlocked for what it knows, or that one goes back.

    The steps are general; the one strong button leads to the owner's own.
    """

    unlock_asked = Signal()

    def __init__(
        self, line: TroubleLine, steps: Sequence[str], left: Callable[[], object]
    ) -> None:
        super().__init__(line.name, line.sign)
        own = _("Unlock for your own numbers and codes")
        go = button(own, self.unlock_asked.emit, "primary", "unlock")
        back = button(_("Back"), left, picture="back")
        self.first, self.escape = go, back
        lines = [numbered(number, text) for number, text in enumerate(steps, 1)]
        self.add(
            FlowBox(go, back, gap=UNIT),
            words(_("What to do, in this order"), "heading"),
            card(*lines, gap=2 * UNIT),
        )
