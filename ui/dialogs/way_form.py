"""A sheet for one change of a way in: the proof, whose it is, the new passphrase.

Whatever it does not need it does not ask. What is typed is given and the sheet stays,
until it is told that it was taken, or what was wrong.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.sheet import Sheet
from ui.widgets.six_words import SixWords
from ui.widgets.text import Role, words
from vault.i18n import translate as _

_ROLES: dict[str, Role] = {"refused": "bad", "weak": "warn", "fair": "", "good": "good"}


@dataclass(frozen=True)
class WayAsk:
    """What the sheet says and asks for; `drawn` words where a new passphrase is."""

    title: str
    text: str
    primary: str
    by_code: bool = False
    whose: bool = False
    drawn: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class WayTyped:
    """What was typed: `new` is "" where the drawn words are taken."""

    proof: str = field(repr=False)
    whose: str
    new: str = field(repr=False)
    again: str = field(repr=False)
    own: bool


class WayForm(Sheet):
    """Emits what was typed; `own_typed` is answered by `tell_strength`."""

    given = Signal(object)  # a WayTyped
    another_asked = Signal()
    own_typed = Signal(str)

    def __init__(self, parent: QWidget, ask: WayAsk) -> None:
        super().__init__(parent, ask.title, ask.primary)
        self._words = ask.primary
        self._own_now = False
        self._refused = ""
        self._proof = SecretEdit()
        label = _("Code on the key card") if ask.by_code else _("Passphrase of today")
        self._proof_field = Field(label, self._proof)
        self._whose = QLineEdit()
        self._whose_field = Field(_("Whose it is"), self._whose)
        self._six = SixWords()
        self._six.setAccessibleName(_("The words of the new passphrase, in this order"))
        self._own = SecretEdit(_("the new passphrase"))
        self._again = SecretEdit(_("the same again"))
        self._own_field = Field(_("A passphrase you choose"), self._own)
        self._again_field = Field(_("The six words again"), self._again)
        self._another = button(
            _("Draw other words"), self.another_asked.emit, picture="redo"
        )
        self._swap = button("", self._swap_it, "link")
        self.add(words(ask.text), self._proof_field)
        self.first = self._proof.line
        if ask.whose:
            self.add(self._whose_field)
        if ask.drawn:
            self._add_new(ask)

    def _add_new(self, ask: WayAsk) -> None:
        self._drawn = QWidget()
        said = words(_("The new passphrase. Write it on paper now, all small letters."))
        self._drawn.setLayout(
            column(said, self._six, row(self._another, STRETCH), gap=2 * UNIT)
        )
        self.add(self._drawn, self._own_field, self._again_field)
        self.add(row(self._swap, STRETCH))
        self._own.line.textChanged.connect(self.own_typed)
        self.show_words(ask.drawn)
        self._arrange()

    def show_words(self, drawn: tuple[str, ...]) -> None:
        """Offer these words."""
        self._six.show_words(drawn)

    def tell_strength(self, level: str, text: str) -> None:
        """Say how hard it is to guess; `refused` keeps from going on."""
        self._refused = text if level == "refused" else ""
        self._own_field.say(text, _ROLES.get(level, ""))

    def complain(self, what: str, text: str) -> None:
        """Say below a field what was wrong: `proof`, `whose`, `new` or `again`."""
        self.show_busy(busy=False)
        fields = {
            "proof": self._proof_field,
            "whose": self._whose_field,
            "new": self._own_field if self._own_now else self._again_field,
            "again": self._again_field,
        }
        for one in fields.values():
            one.complain("")
        fields[what].complain(text)
        control = fields[what].control
        (control.line if isinstance(control, SecretEdit) else control).setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Take nothing while it is worked out."""
        for one in (self._proof, self._whose, self._own, self._again, self._swap):
            one.setEnabled(not busy)
        if self.primary:
            self.primary.setEnabled(not busy)
            self.primary.setText(_("One moment…") if busy else self._words)

    def accept(self) -> None:
        """Give what was typed; whoever takes it calls `finish` or `complain`."""
        if not self._proof.line.text():
            self.complain("proof", _("Type it to go on."))
        elif self._own_now and (self._refused or not self._own.line.text()):
            self.complain("new", self._refused or _("Type one, or take drawn words."))
        else:
            self.given.emit(
                WayTyped(
                    self._proof.line.text(),
                    self._whose.text(),
                    self._own.line.text() if self._own_now else "",
                    self._again.line.text(),
                    self._own_now,
                )
            )

    def finish(self) -> None:
        """Close: it is taken."""
        super().accept()

    def _swap_it(self) -> None:
        self._own_now = not self._own_now
        self._arrange()
        (self._own.line if self._own_now else self._six).setFocus()

    def _arrange(self) -> None:
        self._drawn.setVisible(not self._own_now)
        self._own_field.setVisible(self._own_now)
        own, drawn = (
            _("Choose a passphrase instead"),
            _("Take six drawn words instead"),
        )
        self._swap.setText(drawn if self._own_now else own)
        again, six = _("The passphrase again"), _("The six words again")
        self._again_field.rename(again if self._own_now else six)
