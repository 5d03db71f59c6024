"""What the page and the list of accounts show, read off the vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.controllers.attachments import attachment_states
from ui.controllers.own_ways import way_states
from ui.controllers.platforms import Platforms
from ui.models.account_list import AccountLine
from ui.views.account_state import (
    AccessState,
    AccountState,
    ContactState,
    Own,
    StepsState,
)
from ui.widgets.pick import Option
from vault.app.attachments import papers
from vault.app.checks import checks_of, fields_to_check
from vault.app.edit import account_name
from vault.app.pack_news import news_count
from vault.app.platforms import Platform, platforms_are_read
from vault.app.readiness import readiness
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.person import Access, Person
from vault.model.procedure import SITUATIONS, Procedure
from vault.model.vault import Vault


@dataclass
class Sitting:
    """What lasts until the vault is locked: open procedures, and ticks on steps."""

    open: set[str] = field(default_factory=set)
    done: dict[str, set[int]] = field(default_factory=dict)


def account_state(
    vault: Vault,
    id_: str,
    platforms: Platforms,
    sitting: Sitting,
    today: str,
    *,
    may_write: bool,
) -> AccountState:
    """Return what the page of an account shows."""
    account = vault.accounts[id_]
    people = sorted(vault.people.values(), key=_person_name)
    owner = vault.people.get(account.owner)
    procedures = _procedures(vault, id_)
    platform = platforms.find(account.platform) if account.platform else None
    checks = checks_of(vault, id_)  # a walk through the whole history
    return AccountState(
        account=account,
        platform=platform.name if platform else account.platform,
        currency=vault.currency,
        people=tuple(Option(one.id, one.name) for one in people),
        through=tuple(
            Option(one, account_name(vault, one)) for one in account.recovers_through
        ),
        procedures=tuple(
            _steps(vault, one, sitting, may_write=may_write) for one in procedures
        ),
        contacts=_contacts(vault, id_, may_write=may_write),
        access=_accesses(vault, id_, may_write=may_write),
        files=attachment_states(papers(vault, id_), today, may_write=may_write),
        owner=owner.name if owner else "",
        pack=platform.name if platform and platform.tells and not procedures else "",
        ways=way_states(vault, id_, may_write=may_write),
        own=_own(account, platform),
        may_write=may_write,
        to_check=fields_to_check(checks),
        checks=len(checks),
        known=platform.name if platform else "",
        news=news_count(vault, id_) if platforms_are_read() else 0,
    )


def _own(account: Account, platform: Platform | None) -> Own:
    """Tell what can be done about a platform that we ship no pack for."""
    if platform is None:
        return "none" if account.platform else ""
    if not platform.own:
        return ""
    return "known" if platform.tells else "bare"


def account_lines(vault: Vault, platforms: Platforms) -> dict[str, AccountLine]:
    """Return the line of each account in the list, by id."""
    warnings = _warnings(vault, platforms)
    accounts = vault.accounts.values()
    return {one.id: _line(one, platforms, warnings) for one in accounts}


def _line(
    account: Account, platforms: Platforms, warnings: Mapping[str, str]
) -> AccountLine:
    platform = platforms.name(account.platform)
    told = platform if platform != account.name else ""
    below = " · ".join(filter(None, (told, account.login or account.email)))
    return AccountLine(
        account.id, account.name, platform, below, warnings.get(account.id, "")
    )


def _warnings(vault: Vault, platforms: Platforms) -> dict[str, str]:
    """Return what a line warns of: codes that are gone or few."""
    words = {"no-codes": _("no unused code"), "codes-low": _("few codes left")}
    return {
        id_: words[gap.kind]
        for gap in readiness(vault, platforms.codeless).gaps
        if gap.kind in words
        for id_ in gap.accounts
    }


def _procedures(vault: Vault, account: str) -> list[Procedure]:
    """Return an account's procedures, those for the worst situations first."""
    order = {one: n for n, one in enumerate(SITUATIONS)}
    own = (one for one in vault.procedures.values() if one.account == account)
    last = len(order)
    return sorted(own, key=lambda p: (order.get(p.situation, last), p.title, p.id))


def _steps(
    vault: Vault, procedure: Procedure, sitting: Sitting, *, may_write: bool
) -> StepsState:
    by = vault.people.get(procedure.checked_by)
    return StepsState(
        procedure,
        by.name if by else procedure.checked_by,
        procedure.id in sitting.open,
        frozenset(sitting.done.get(procedure.id, ())),
        may_write,
    )


def _contacts(
    vault: Vault, account: str, *, may_write: bool
) -> tuple[ContactState, ...]:
    own = [one for one in vault.contacts.values() if one.account == account]
    named = sorted(own, key=lambda one: (one.name.casefold(), one.id))
    return tuple(ContactState(one, may_write) for one in named)


def _accesses(
    vault: Vault, account: str, *, may_write: bool
) -> tuple[AccessState, ...]:
    own = [one for one in vault.access.values() if one.account == account]
    states = [AccessState(one, name_of(vault, one.person), may_write) for one in own]
    return tuple(sorted(states, key=_access_order))


def name_of(vault: Vault, person: str) -> str:
    """Return a person's name, or the id where nobody has it."""
    found = vault.people.get(person)
    return found.name if found else person


def _access_order(state: AccessState) -> tuple[bool, str, str]:
    access: Access = state.access
    return (bool(access.ended), state.name.casefold(), access.id)


def _person_name(person: Person) -> tuple[str, str]:
    return (person.name.casefold(), person.id)
