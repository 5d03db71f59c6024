"""A kit in the making: what is being done, how far, and a way out."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, row
from ui.widgets.buttons import button
from ui.widgets.sign import Sign
from ui.widgets.step_page import StepPage
from ui.widgets.text import Role, set_role, words
from vault.i18n import translate as _

# What the core tells, in its order, and the words for it.
STAGES: Final = (
    ("seal", _("Encrypting what goes in")),
    ("draw", _("Drawing the codes")),
    ("read back", _("Reading every sheet, and with each one left out in turn")),
    ("open", _("Opening it in every way that it should open")),
    ("show", _("Laying out the pages")),
)


class KitMaking(StepPage):
    """Shows the stages; emits that it is to be given up."""

    stopped = Signal()

    def __init__(self, step: tuple[int, int]) -> None:
        lead = _("It is proven before you see it: a kit that fails is never printed.")
        super().__init__(step, _("Making the kit"), lead)
        self._lines = {name: _Line(text) for name, text in STAGES}
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setRange(0, 0)
        stop = button(_("Stop"), self.stopped.emit)
        self.add(card(*self._lines.values(), self._bar, gap=2 * UNIT))
        self.add(row(stop, STRETCH))
        self.first = stop
        self.tell(STAGES[0][0], 0, 1)

    def tell(self, what: str, done: int, total: int) -> None:
        """Show which stage it is at, and how far."""
        names = list(self._lines)
        if what not in names:
            return
        at = names.index(what)
        for place, line in enumerate(self._lines.values()):
            line.show_state(done=place < at, now=place == at)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(dict(STAGES)[what])


class _Line(QWidget):
    """One stage: done, going on, or still to come."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._sign = Sign()
        self._words = words(text, "muted")
        line = row(self._sign, self._words, gap=2 * UNIT)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_state(self, *, done: bool, now: bool) -> None:
        """Show how it stands; the words say it too."""
        picture, colour = ("circle", "muted")
        role: Role = "muted"
        text = self._text
        if done:
            picture, colour, role = "check-circle", "good", "good"
            text = _("{stage}: done").format(stage=self._text)
        elif now:
            picture, colour, role = "clock", "accent", ""
            text = _("{stage}…").format(stage=self._text)
        self._sign.show_picture(picture, colour)
        self._words.setText(text)
        set_role(self._words, role)
