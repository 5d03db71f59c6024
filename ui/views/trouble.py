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
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class TroubleLine:
    """One kind of trouble: its key, what it is called, when it is that one."""

    sort: str
    name: str
    sign: str
    picture: str


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its id, its name, and what tells it from others."""

    id: str
    name: str
    about: str = ""


class Trouble(Page):
    """Emits the kind of trouble that was chosen, or that one goes back.

    `going` are incidents that are not over: they come first.
    """

    chosen = Signal(str)
    resumed = Signal(str)
    left = Signal()

    def __init__(
        self, lines: Sequence[TroubleLine], going: Sequence[Choice] = ()
    ) -> None:
        lead = _("Choose what fits best. The first steps follow; nothing is sent.")
        super().__init__(_("What happened?"), lead)
        for one in going:
            name = _("Go on with: {what}").format(what=one.name)
            go = button(name, partial(self.resumed.emit, one.id), "secondary", "next")
            go.setAccessibleDescription(one.about)
            self.first = self.first or go
            said = column(row(go, "stretch"), words(one.about, "muted"), gap=UNIT)
            self.add(card(said, tone="warn"))
        for line in lines:
            act = partial(self.chosen.emit, line.sort)
            press = button(line.name, act, picture=line.picture)
            press.setAccessibleDescription(line.sign)
            self.first = self.first or press
            when = words(line.sign, "muted")
            self.add(card(column(row(press, "stretch"), when, gap=UNIT)))
        back = button(_("Back"), self.left.emit, picture="back")
        self.escape = back
        self.add(FlowBox(back))


class WhichAccount(Page):
    """Emits the account that is in trouble, or that there are several.

    They come as they are given: what hurts most first.
    """

    chosen = Signal(str)
    several = Signal()
    left = Signal()

    def __init__(self, title: str, accounts: Sequence[Choice]) -> None:
        lead = _("Which account? What hurts most stands first; others can be added.")
        super().__init__(title, lead)
        for one in accounts:
            press = LinkButton(one.name, partial(self.chosen.emit, one.id), "account")
            press.setAccessibleDescription(one.about)
            self.first = self.first or press
            self.add(
                column(press, row(5 * UNIT, words(one.about, "small")), gap=UNIT // 2)
            )
        many = button(_("Several, or a device…"), self.several.emit, picture="account")
        back = button(_("Back"), self.left.emit, picture="back")
        self.escape = back
        self.add(FlowBox(many, back, gap=UNIT))


class TroubleSteps(Page):
    """Emits that the vault is to be unlocked for what it knows, or that one goes back.

    The steps are general; the one strong button leads to the owner's own.
    """

    unlock_asked = Signal()
    reporting_asked = Signal()

    def __init__(
        self, line: TroubleLine, steps: Sequence[str], left: Callable[[], object]
    ) -> None:
        super().__init__(line.name, line.sign)
        own = _("Unlock for your own steps")
        go = button(own, self.unlock_asked.emit, "primary", "unlock")
        back = button(_("Back"), left, picture="back")
        self.first, self.escape = go, back
        lines = [numbered(number, text) for number, text in enumerate(steps, 1)]
        self.add(
            FlowBox(go, back, gap=UNIT),
            words(_("What to do, in this order"), "heading"),
            card(*lines, gap=2 * UNIT),
            LinkButton(_("Where to report it"), self.reporting_asked.emit, "link"),
        )
