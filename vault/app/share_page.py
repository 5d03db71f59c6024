"""The emergency page: what a deputy reads first, as plain data in the order to act."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from vault.app.share_open import OpenedShare, ShareFacts
from vault.model.account import Account
from vault.model.code import CodeSet
from vault.model.contact import Contact
from vault.model.person import Access, Person
from vault.model.procedure import SITUATIONS, Procedure
from vault.model.vault import Vault


@dataclass(frozen=True)
class EmergencyAccount:
    """One account: what to do, whom to ask, and, by depth, people and codes.

    `owner` is the accountable person, None where the share names none.
    """

    account: Account
    owner: Person | None
    procedures: tuple[Procedure, ...]  # the situation that can't wait comes first
    contacts: tuple[Contact, ...]
    access: tuple[tuple[Person | None, Access], ...]
    code_sets: tuple[CodeSet, ...]  # unused codes only


@dataclass(frozen=True)
class EmergencyPage:
    """From whom, since when, whether it is old, and the accounts, dearest first."""

    owner: str
    signer_words: tuple[str, ...]
    facts: ShareFacts
    old: bool
    newer: bool
    accounts: tuple[EmergencyAccount, ...]


def emergency_page(opened: OpenedShare, today: str) -> EmergencyPage:
    """Return the first page of a share; `today` (`Ports.today`) decides on its age."""
    return EmergencyPage(
        owner=opened.owner,
        signer_words=opened.signer_words,
        facts=opened.facts,
        old=opened.facts.expired(today),
        newer=opened.newer,
        accounts=tuple(_accounts(opened.vault)),
    )


def _accounts(part: Vault) -> Iterable[EmergencyAccount]:
    procedures = _grouped(sorted(part.procedures.values(), key=_urgency))
    contacts = _grouped(sorted(part.contacts.values(), key=_called))
    access = _grouped(part.access.values())
    code_sets = _grouped(part.code_sets.values())
    for account in sorted(part.accounts.values(), key=_worth):
        yield EmergencyAccount(
            account=account,
            owner=part.people.get(account.owner),
            procedures=procedures.get(account.id, ()),
            contacts=contacts.get(account.id, ()),
            access=tuple(
                (part.people.get(one.person), one) for one in access.get(account.id, ())
            ),
            code_sets=code_sets.get(account.id, ()),
        )


_Hanging = TypeVar("_Hanging", Procedure, Contact, Access, CodeSet)


def _grouped(records: Iterable[_Hanging]) -> dict[str, tuple[_Hanging, ...]]:
    """Return the records by the id of their account, in the order given."""
    found: dict[str, list[_Hanging]] = {}
    for one in records:
        found.setdefault(one.account, []).append(one)
    return {account: tuple(ones) for account, ones in found.items()}


def _worth(account: Account) -> tuple[int, str, str]:
    """Order accounts: what a day costs most first, then by name."""
    return -(account.worth_a_day or 0), account.name.casefold(), account.id


def _urgency(procedure: Procedure) -> tuple[int, str, str]:
    """Order procedures as the list of situations does; unknown ones come last."""
    known = procedure.situation in SITUATIONS
    place = SITUATIONS.index(procedure.situation) if known else len(SITUATIONS)
    return place, procedure.title.casefold(), procedure.id


_called = attrgetter("name", "id")
