"""A platform of one's own: what a pack tells, in fields that keep themselves."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.own_platform_state import PARTS, OwnField, OwnPart, OwnPlatformState
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.columns import Columns
from ui.widgets.few import Few
from ui.widgets.kept_field import KeptField
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.pick import Option
from ui.widgets.section import Section
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 8  # links to accounts or platforms; more on demand
LEAD: Final = _(
    "Write down what you know of a platform that we have no steps for. Only the name "
    "is needed; everything is kept as you type, and Ctrl+Z takes it back."
)


class OwnPlatformPage(Page):
    """Emits each field as it is kept."""

    kept = Signal(str, str)  # a field, what was typed
    account_asked = Signal(str)
    other_asked = Signal(str)
    removed = Signal()
    left = Signal()
    hidden = Signal()  # the page goes, whatever the reason

    def __init__(self, state: OwnPlatformState) -> None:
        super().__init__(_("A platform of your own"), LEAD)
        self.fields: dict[str, KeptField] = {}
        self._refused: set[str] = set()
        for part in PARTS:
            self.add(self._part(part))
        self._accounts = Section(_("Accounts on it"))
        self._on_it = _links(self.account_asked, "account", _more_accounts)
        self._accounts.add(self._on_it)
        self._none = _(
            "No account names it yet: choose it on the account's page, as its platform."
        )
        self._others = Section(_("Your other platforms"))
        self._rest = _links(self.other_asked, "platform", _more_platforms)
        self._others.add(self._rest)
        remove = _("Remove this platform")
        self._remove = button(remove, self.removed.emit, "danger", "remove")
        self.add(self._accounts, self._others, row(self._remove, STRETCH))
        self.escape = self.foot(_("Done"), self.left.emit)
        self.first = self.fields["name"].editor
        self.show_state(state)

    def show_state(self, state: OwnPlatformState) -> None:
        """Show the platform as it is kept; what is being typed stays."""
        for name, field in self.fields.items():
            field.hold(state.texts[name], may_write=state.may_write)
        self._tell_account(state)
        with keyboard_kept(self):
            self._on_it.show_items(state.accounts)
            self._rest.show_items(state.others)
        self._accounts.setVisible(state.known)
        self._accounts.say("" if state.accounts else self._none)
        self._others.setVisible(bool(state.others))
        self._remove.setVisible(state.known and state.may_write)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {name: field.text for name, field in self.fields.items()}

    @property
    def refused(self) -> str:
        """The first field whose text could not be kept, or ""."""
        return next((one for one in self.fields if one in self._refused), "")

    def complain(self, name: str, text: str) -> None:
        """Say below a field why it is not kept; "" takes that back."""
        (self._refused.add if text else self._refused.discard)(name)
        self.fields[name].complain(text)

    def settle(self, typing: str) -> None:
        """Take all that is typed for kept, but in the field where somebody types."""
        for name in self.fields:
            self.complain(name, "")
            if name != typing:
                self.fields[name].forget()

    def commit(self) -> None:
        """Offer all that is typed and not kept yet."""
        for field in self.fields.values():
            field.commit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the page goes: nothing typed is to be lost."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hidden.emit()

    def _tell_account(self, state: OwnPlatformState) -> None:
        """Say for which account it is written down, while it is not kept yet."""
        text = _("The account “{account}” will be on it.")
        told = "" if state.known or not state.account else text
        self.lead.setText(
            " ".join(filter(None, (LEAD, told.format(account=state.account))))
        )

    def _part(self, part: OwnPart) -> QWidget:
        section = Section(part.title)
        section.say(part.lead)
        inside: list[QWidget] = []
        for beside, fields in groupby(part.fields, key=lambda one: one.beside):
            made = [self._field(one) for one in fields]
            inside += [Columns(*made)] if beside else made
        section.add(card(*inside, gap=2 * UNIT))
        return section

    def _field(self, one: OwnField) -> KeptField:
        made = KeptField(one.name, one.label, help_text=one.help, lines=one.lines)
        made.kept.connect(self.kept)
        self.fields[one.name] = made
        return made


def _links(asked: SignalInstance, picture: str, more: Callable[[int], str]) -> Few:
    """Return a list of links, the first few until more are asked for."""

    def made(option: Option) -> QWidget:
        held = QWidget()  # a link alone would be as wide as the page
        link = LinkButton(option.words, partial(asked.emit, option.key), picture)
        held.setLayout(column(row(link, STRETCH), gap=0))
        return held

    return Few(made, more, AT_ONCE)


def _more_accounts(count: int) -> str:
    text = translate_count("{n} more account", "{n} more accounts", count)
    return text.format(n=count)


def _more_platforms(count: int) -> str:
    text = translate_count("{n} more platform", "{n} more platforms", count)
    return text.format(n=count)
