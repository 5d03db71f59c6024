"""Share, second step: how much of the chosen accounts, with what goes in counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.widgets.box import card
from ui.widgets.facts import Facts
from ui.widgets.radios import Radio, Radios
from ui.widgets.section import Section
from ui.widgets.step_page import StepPage
from vault.i18n import translate as _


@dataclass(frozen=True)
class DepthState:
    """The depths to choose from, and what goes in and stays out at each."""

    choices: Sequence[Radio]
    chosen: str
    goes_in: Mapping[str, Sequence[tuple[str, str]]]
    stays_out: Mapping[str, Sequence[tuple[str, str]]]


class ShareDepth(StepPage):
    """Emits the depth that is chosen."""

    next_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, state: DepthState, step: tuple[int, int]) -> None:
        lead = _(
            "Whoever opens the file can read all that is in it, and keep it. Give as "
            "much as is needed, and not more."
        )
        super().__init__(step, _("How much of them"), lead)
        self._state = state
        self._radios = Radios(state.choices, state.chosen)
        self._radios.chosen.connect(self._count)
        self._in, self._out = Facts(), Facts()
        inside, outside = Section(_("What goes in")), Section(_("What stays out"))
        inside.add(card(self._in))
        outside.add(card(self._out))
        self.add(self._radios, UNIT, inside, UNIT, outside)
        self.foot(_("Next"), self._go_on, self.back_asked.emit)
        self.first = self._radios.first
        self._count(state.chosen)

    def _count(self, depth: str) -> None:
        self._in.show_facts(self._state.goes_in[depth])
        self._out.show_facts(self._state.stays_out[depth])

    def _go_on(self) -> None:
        self.next_asked.emit(self._radios.key)
