"""The fields of an account: how to sign in, and what it means to the business."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.shared.grid import UNIT
from ui.views.account_state import AccountState
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.kept_field import KeptField
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.pick import Option, Pick
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _

NOBODY: Final = Option("", _("Nobody yet"))
NEW_PERSON: Final = Option("new", _("Someone new…"))
IMPORTANCE: Final = (
    Option("", _("As most")),
    Option("vital", _("Vital")),
    Option("minor", _("Minor")),
)
_KNOWN: Final = {one.key for one in IMPORTANCE}
_ADD_OWN: Final = _("Add a platform of your own…")
_EDIT_OWN: Final = _("Edit this platform…")
_SEE_OWN: Final = _("Look at this platform")
_TWO: Final = _("Two values: this one shows. See above.")


class Details(Section):
    """A part with fields that keep themselves; emits the field and what was typed."""

    kept = Signal(str, str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.fields: dict[str, KeptField] = {}

    def take(self, field: KeptField) -> KeptField:
        """Take a field in."""
        self.fields[field.name] = field
        field.kept.connect(self.kept)
        return field

    def forget(self) -> None:
        """Let go of what is typed: another account is about to be shown."""
        for field in self.fields.values():
            field.forget()

    def show_fields(self, state: AccountState) -> None:
        """Show the values as they are kept now."""
        shown = {"platform": state.platform}
        for name, field in self.fields.items():
            value = getattr(state.account, name)
            text = shown.get(name, "" if value is None else str(value))
            field.hold(text, may_write=state.may_write)
            field.mark(_TWO if name in state.to_check else "")


class SignIn(Details):
    """Name, platform, and what is typed to sign in, each to be copied."""

    copied = Signal(str, str)  # what it is, the text
    link_asked = Signal(str)
    own_asked = Signal(bool)  # a platform of the owner's own: whether it is a new one

    def __init__(self) -> None:
        super().__init__(_("Signing in"))
        self._buttons: dict[str, QWidget] = {}
        copying: list[KeptField] = []
        for name, label in (
            ("login", _("Login")),
            ("email", _("E-mail")),
            ("phone", _("Telephone")),
        ):
            said = _("Copy: {what}").format(what=label)
            copy = icon_button("copy", said, partial(self._copy, name, label))
            self._buttons[name] = copy
            copying.append(self.take(KeptField(name, label, copy)))
        go = icon_button("open", _("Open the address"), self._open)
        self._buttons["url"] = go
        self.name = self.take(KeptField("name", _("Name")))
        self._groups: Sequence[tuple[str, Sequence[str]]] = ()
        self._choose = icon_button("down", _("Choose a platform"), self._offer)
        self.platform = self.take(KeptField("platform", _("Platform"), self._choose))
        fields = [self.name, self.platform, *copying]
        fields.append(self.take(KeptField("url", _("Address of its page"), go)))
        self._new = False
        self._own = button("", self._ask_own, "link", "edit")
        self.add(card(Columns(*fields), row(self._own, STRETCH), gap=UNIT))

    def offer_platforms(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Offer these platforms by name, group by group; any other may be typed."""
        self._groups = groups

    def show_state(self, state: AccountState) -> None:
        """Show the values; what is empty can't be copied or opened."""
        self.show_fields(state)
        self._choose.setVisible(state.may_write)
        self._new = state.own == "none"
        edit = _EDIT_OWN if state.may_write else _SEE_OWN
        self._own.setText(_ADD_OWN if self._new else edit)
        self._own.setVisible(bool(state.own) and (state.may_write or not self._new))
        for name, one in self._buttons.items():
            one.setEnabled(bool(getattr(state.account, name)))

    def _offer(self) -> None:
        """Open a menu of the platforms below their button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group, names in self._groups:
            part = menu.addMenu(group.replace("&", "&&"))
            for name in names:
                act = part.addAction(name.replace("&", "&&"))
                act.triggered.connect(partial(self.platform.put, name))
        menu.addSeparator()
        menu.addAction(_ADD_OWN).triggered.connect(partial(self.own_asked.emit, True))
        menu.popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft()))

    def _ask_own(self) -> None:
        self.own_asked.emit(self._new)

    def _copy(self, name: str, label: str) -> None:
        self.copied.emit(label, self.fields[name].text)

    def _open(self) -> None:
        self.link_asked.emit(self.fields["url"].text)


class About(Details):
    """Who answers for it, what it is worth, and what gives it back."""

    owner_picked = Signal(str)
    account_asked = Signal(str)
    through_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("What it means to you"))
        self._currency = ""
        self.owner = Pick()
        self.owner.picked.connect(self.owner_picked)
        self._worth = self.take(
            KeptField(
                "worth_a_day",
                _("What a day without it costs"),
                help_text=_("In whole units of your currency."),
            )
        )
        self.importance = Pick()
        self.importance.picked.connect(partial(self.kept.emit, "importance"))
        matters = Field(
            _("How much it matters"), self.importance, _("How often it is reviewed.")
        )
        created = KeptField(
            "created", _("Opened on"), help_text=_("The day, as 2026-03-01.")
        )
        self._owner = Field(
            _("Who answers for it"), self.owner, _("One person, to be asked first.")
        )
        notes = KeptField(
            "notes", _("Notes"), help_text=_("No secrets in here."), lines=True
        )
        self._through = column(gap=UNIT)
        self.add(
            card(
                Columns(self._owner, self._worth, matters, self.take(created)),
                self._recovery(),
                self.take(notes),
                gap=2 * UNIT,
            )
        )

    def _recovery(self) -> QWidget:
        """Return the part that names the accounts which can give this one back."""
        self._choose = button(_("Choose accounts…"), self.through_asked.emit)
        made = QWidget()
        made.setLayout(
            column(
                words(_("Recovers through"), "label"),
                self._through,
                row(self._choose, STRETCH),
                gap=UNIT,
            )
        )
        return made

    def show_state(self, state: AccountState) -> None:
        """Show the values, and who may answer for it."""
        self.show_fields(state)
        if state.currency != self._currency:
            self._currency = state.currency
            told = _("In whole {currency}.").format(currency=state.currency)
            self._worth.help(told)
        options = (NOBODY, *state.people, NEW_PERSON)
        self._owner.mark(_TWO if "owner" in state.to_check else "")
        self.owner.show_options(options, state.account.owner)
        self.owner.setEnabled(state.may_write)
        known = state.account.importance
        other = [Option(known, known)] if known not in _KNOWN else []
        self.importance.show_options((*IMPORTANCE, *other), known)
        self.importance.setEnabled(state.may_write)
        self._choose.setVisible(state.may_write)
        with keyboard_kept(self):
            emptied(self._through)
            for one in state.through:
                link = LinkButton(one.words, self._asker(one.key), "account")
                self._through.addLayout(row(link, STRETCH))
            if not state.through:
                none = _("No other account. The mailbox it writes to is often one.")
                self._through.addWidget(words(none, "muted"))

    def _asker(self, id_: str) -> Callable[[], None]:
        return lambda: self.account_asked.emit(id_)
