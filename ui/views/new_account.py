"""A new vault, fifth step, once for each account: how one signs in, and its codes."""

from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from ui.shared.grid import UNIT
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.kept_field import KeptField
from ui.widgets.paste_edit import PasteEdit
from ui.widgets.step_page import StepPage
from ui.widgets.text import Role, words
from vault.i18n import translate as _

_UNDERSTOOD_AFTER_MS = 200


@dataclass(frozen=True)
class NewAccountState:
    """What is kept of the account, and what the platform's pack says of its codes."""

    title: str
    number: int
    count: int
    known: bool = True  # whether there is a pack for its platform
    name: str = ""
    login: str = ""
    phone: str = ""
    email: str = ""
    comes_with: str = ""  # "5 lists of steps and 1 contact are in already."
    codes_hint: str = ""
    kept_codes: str = ""  # "10 codes are kept."
    codes_text: str = field(default="", repr=False)


class NewAccount(StepPage):
    """Emits each field as it is kept, and the codes as they are typed or dropped."""

    kept = Signal(str, str)
    codes_typed = Signal(str)
    file_dropped = Signal(str)
    next_asked = Signal()
    back_asked = Signal()
    left = Signal(str)  # the page goes, whatever the reason, with codes not yet kept

    def __init__(self, state: NewAccountState, step: tuple[int, int]) -> None:
        lead = _("Leave blank what you do not have at hand; it can be added later.")
        detail = _("account {n} of {all}").format(n=state.number, all=state.count)
        super().__init__(step, state.title, lead, detail)
        self._fields = {
            "login": KeptField("login", _("Login: what you type to sign in")),
            "phone": KeptField("phone", _("Phone number it is tied to")),
            "email": KeptField("email", _("E-mail address it writes to")),
        }
        if not state.known:
            naming = KeptField("name", _("What is it called?"))
            self._fields = {"name": naming, **self._fields}
        for one in self._fields.values():
            one.kept.connect(self.kept)
        self._codes = PasteEdit(_("Paste the codes here, or drop their text file"))
        self._codes_field = Field(_("Recovery codes"), self._codes, state.codes_hint)
        self._kept_codes = words("", "good")
        self._comes = words("", "small")
        self.add(
            Columns(*self._fields.values()),
            UNIT,
            self._codes_field,
            self._kept_codes,
            self._comes,
        )
        self.foot(_("Next"), self.next_asked.emit, self.back_asked.emit)
        self.first = next(iter(self._fields.values())).editor
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UNDERSTOOD_AFTER_MS)
        self._timer.timeout.connect(lambda: self.codes_typed.emit(self.codes))
        self.put_codes(state.codes_text)
        self._codes.textChanged.connect(self._timer.start)
        self._codes.dropped.connect(self.file_dropped)
        self.show_state(state)

    @property
    def codes(self) -> str:
        """The codes as they stand in the field."""
        return self._codes.toPlainText()

    def show_state(self, state: NewAccountState) -> None:
        """Show what is kept now; what is being typed stays."""
        for name, one in self._fields.items():
            one.hold(getattr(state, name))
        self._comes.setText(state.comes_with)
        self._kept_codes.setText(state.kept_codes)
        self._kept_codes.setVisible(bool(state.kept_codes))

    def tell_codes(self, text: str, role: Role) -> None:
        """Say below the codes what was understood."""
        self._codes_field.say(text, role)

    def put_codes(self, text: str) -> None:
        """Put codes into the field, as those of a file."""
        self._codes.setPlainText(text)

    def complain_codes(self, text: str) -> None:
        """Say why the codes can't be kept, and go there."""
        self._codes_field.complain(text)
        self.go_to(self._codes)

    def commit(self) -> None:
        """Offer what is typed in a field and not kept yet."""
        for one in self._fields.values():
            one.commit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the page goes: nothing typed is to be lost."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit(self.codes)
