"""What happened, to which accounts, and what is lost: asked before an incident begins.

One click on an account is enough; where several are touched, the rehearsal proposes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ui.controllers.incident_words import first_large
from ui.controllers.stage import Desk
from ui.controllers.trouble import trouble_lines
from ui.shared.days import day_words
from ui.views.incident_choose import WhatIsTouched
from ui.views.incident_state import Ring, TouchedState
from ui.views.trouble import Choice, Trouble, WhichAccount
from vault.app.incident import open_incidents
from vault.app.incident_general import situation_name
from vault.app.incident_lost import Reckoner, hanging_on, phones_of, things_of
from vault.app.incident_order import by_harm, harm_words, in_order, stages_of
from vault.app.incident_steps import numbers_for
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.incident import Incident
from vault.model.vault import Vault

Chosen = Callable[[Sequence[str], Sequence[str]], None]  # accounts, things


class Asking:
    """Shows the pages that ask, and hands on what was answered."""

    def __init__(
        self,
        desk: Desk,
        reckoner: Reckoner,
        begin: Callable[[str, Sequence[str], Sequence[str]], None],
        resume: Callable[[str], None],
    ) -> None:
        self._desk = desk
        self._reckoner = reckoner
        self._begin = begin
        self._resume = resume
        self._page: WhatIsTouched | None = None

    def ask_what(self) -> None:
        """Ask what happened; what goes on already comes first."""
        going = open_incidents(self._desk.vault.vault)
        lines = [Choice(one.id, one.title, day_words(one.began)) for one in going]
        page = Trouble(trouble_lines(), lines)
        page.chosen.connect(self.ask_account)
        page.resumed.connect(self._resume)
        page.left.connect(partial(self._desk.go, "home"))
        self._desk.stage.show_page(page, "incident")

    def ask_account(self, sort: str) -> None:
        """Ask which account. Of one lost phone it is known: that begins at once."""
        vault = self._desk.vault.vault
        if not vault.accounts:
            self._begin(sort, (), ())
        elif sort == "phone-lost":
            self._ask_phone(sort)
        else:
            self._ask_which(sort)

    def _ask_phone(self, sort: str) -> None:
        vault = self._desk.vault.vault
        built = self._reckoner.built(vault)
        phones = phones_of(built)
        if len(phones) > 1:
            state = TouchedState(
                title=situation_name(sort),
                act=_("Begin"),
                accounts=(),
                chosen=hanging_on(built, phones[:1]),
                lost=phones[:1],
                rings=_rings(vault),
            )
            self._show(state, partial(self._begin, sort), self.ask_what)
        else:
            self._begin(sort, hanging_on(built, phones), phones)

    def _ask_which(self, sort: str) -> None:
        vault = self._desk.vault.vault
        choices = [
            Choice(one.id, one.name, _about(vault, one))
            for one in by_harm(vault.accounts.values())
        ]
        page = WhichAccount(situation_name(sort), choices)
        page.chosen.connect(lambda id_: self._begin(sort, (id_,), ()))
        page.several.connect(partial(self._ask_several, sort))
        page.left.connect(self.ask_what)
        self._desk.stage.show_page(page, "incident")

    def _ask_several(self, sort: str) -> None:
        state = TouchedState(situation_name(sort), _("Begin"), accounts=())
        back = partial(self._ask_which, sort)
        self._show(state, partial(self._begin, sort), back)

    def ask_again(self, one: Incident, chosen: Chosen) -> None:
        """Ask what an incident that goes on touches by now."""
        state = TouchedState(
            one.title, _("Keep"), accounts=(), chosen=one.accounts, lost=one.things
        )
        self._show(state, chosen, partial(self._resume, one.id))

    def _show(
        self, state: TouchedState, chosen: Chosen, back: Callable[[], None]
    ) -> None:
        """Show a page with all accounts and things that there are."""
        vault = self._desk.vault.vault
        built = self._reckoner.built(vault)
        whole = replace(
            state,
            accounts=[(one.id, one.name) for one in in_order(vault, vault.accounts)],
            things=[
                (one.spelt, first_large(one.name)) for one in things_of(vault, built)
            ],
        )
        page = self._page = WhatIsTouched(whole)
        page.lost_changed.connect(self._propose)
        page.begun.connect(chosen)
        page.copied.connect(self._copy)
        page.left.connect(back)
        self._desk.stage.show_page(page, "incident")

    def _propose(self, things: tuple[str, ...]) -> None:
        if self._page is not None:
            built = self._reckoner.built(self._desk.vault.vault)
            self._page.show_proposed(hanging_on(built, things))

    def _copy(self, what: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("Copied: {what}").format(what=what))


def _rings(vault: Vault) -> tuple[Ring, ...]:
    """Return the carriers' numbers: the SIM is blocked before anything is ticked."""
    stages = stages_of(vault)
    carriers = (id_ for id_, stage in stages.items() if stage == "carrier")
    rings = [Ring(*number) for id_ in carriers for number in numbers_for(vault, id_)]
    return tuple(dict.fromkeys(rings))


def _about(vault: Vault, one: Account) -> str:
    return " · ".join(filter(None, [harm_words(vault, one), one.login]))
