"""The house rules: set and changed, confirmed person by person, saved to be signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ui.controllers.forms import ask
from ui.controllers.kit_making import usual_paper
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_place
from ui.dialogs.house_rules import HouseRulesForm
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.house_rules import HouseRulesPage, HouseRulesState, RulesPerson
from vault.app.house_rules import (
    PROPOSED,
    Confirmed,
    confirming,
    house_rules,
    setting_rules,
)
from vault.app.rules_report import save_rules
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.model.change import Change


class HouseRulesFlow:
    """Shows one page, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: HouseRulesPage | None = None
        self._sheet: QWidget | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show the page."""
        page = self._page = HouseRulesPage(self._state())
        page.proposal_taken.connect(partial(self._set, PROPOSED))
        page.change_asked.connect(self._ask_rules)
        page.confirmed.connect(self._confirm)
        page.save_asked.connect(self._ask_report)
        page.left.connect(partial(self._desk.go, "people"))
        self._desk.stage.show_page(page, "rules")

    def _redraw(self) -> None:
        page = self._page
        if page is not None and self._desk.stage.page is page:
            page.show_state(self._state())

    def _state(self) -> HouseRulesState:
        told = house_rules(self._desk.vault.vault)
        return HouseRulesState(
            told.rules,
            told.own,
            day_words(told.since),
            tuple(_person(one) for one in told.people),
            self._desk.vault.may_write,
        )

    def _ask_rules(self) -> None:
        if self._page is None:
            return
        rules = house_rules(self._desk.vault.vault).rules

        def take(values: Mapping[str, Any]) -> None:
            self._set(str(values["rules"]).splitlines())

        ask(self._desk, HouseRulesForm(self._page.window(), rules), take)

    def _set(self, rules: Iterable[str]) -> None:
        today = self._desk.ports.today()
        changes = setting_rules(self._desk.vault.vault, rules, today)
        if changes:
            self._desk.vault.apply(changes, _("Set the house rules"))

    def _confirm(self, people: tuple[str, ...]) -> None:
        """Note it as one act that can be undone."""
        vault = self._desk.vault.vault
        names = ", ".join(vault.people[id_].name for id_ in people)
        name = _("Note who confirmed the house rules")
        try:
            changes: list[Change] = confirming(vault, people, self._desk.ports.today())
            self._desk.vault.apply(changes, name)
        except VaultError as error:
            self._desk.tell(error)
            return
        self._desk.stage.announce(_("Confirmed today: {names}").format(names=names))

    def _ask_report(self) -> None:
        if self._page is None:
            return
        parent = self._page.window()
        text = _("It holds the rules and the names of your people, and nothing else.")
        answers = (
            Answer("pdf", _("Save as PDF…"), _("To print, and to be signed.")),
            Answer("md", _("Save as text…"), _("To hand on as a message.")),
        )
        sheet = Choice(parent, _("Save the rules?"), text, answers)
        sheet.chosen.connect(partial(self._ask_place, parent))
        self._sheet = sheet
        sheet.open()

    def _ask_place(self, parent: QWidget, sort: str) -> None:
        place = (
            self._desk.documents() / f"house-rules-{self._desk.ports.today()}.{sort}"
        )
        choose_place(parent, _("Save the rules"), place, self._save)

    def _save(self, path: Path) -> None:
        vault, ports = self._desk.vault.vault, self._desk.ports
        work = partial(save_rules, ports, vault, path, usual_paper())
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the rules…"))

    def _saved(self, path: Path) -> None:
        notice = Notice("good", _("The rules are saved"), str(path))
        self._desk.stage.notify(notice)


def _person(one: Confirmed) -> RulesPerson:
    """Return a person as the page shows them."""
    if not one.on:
        about = _("Not confirmed") if one.works else _("Works on no account")
    elif one.holds:
        about = _("Confirmed on {day}").format(day=day_words(one.on))
    else:
        about = _("Confirmed the earlier rules, on {day}").format(day=day_words(one.on))
    return RulesPerson(one.id, one.name, about, one.holds, one.works)
