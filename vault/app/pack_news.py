"""What a newer pack says otherwise than the steps and contacts taken from an older one.

What was taken names its pack and edition. Older packs are not kept, so nobody can tell
who changed a step, the owner or the pack: both texts are shown, and only what the owner
takes is changed. What is not taken is noted as compared, and not asked again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from vault.app.pack_compare import (
    Difference,
    MissingProcedure,
    OlderContact,
    OlderProcedure,
)
from vault.app.pack_marks import is_older
from vault.app.ports import Ports
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.change import Change
from vault.model.contact import Contact
from vault.model.procedure import Procedure
from vault.model.vault import Vault
from vault.packs import Pack, find_pack, shipped_packs


class News(NamedTuple):
    """What a newer pack says otherwise for one account; settled as one."""

    account: Account
    pack: Pack
    differences: tuple[Difference, ...]


def pack_news(
    vault: Vault, packs: Mapping[str, Pack] | None = None
) -> tuple[News, ...]:
    """Return the news of each account, by its name; the shipped packs' without others.

    Only what was taken from an earlier edition is compared: the owner's own is not.
    """
    known = shipped_packs() if packs is None else packs
    found = []
    theirs = _Theirs(vault)
    for account in sorted(vault.accounts.values(), key=lambda one: one.name.casefold()):
        pack = find_pack(known, account.platform) if account.platform else None
        if pack is None:
            continue
        told = [one for item in _items(theirs, account, pack) for one in item.told()]
        if told:
            found.append(News(account, pack, tuple(told)))
    return tuple(found)


def settling(
    ports: Ports, vault: Vault, news: News, taken: Collection[int]
) -> list[Change]:
    """Return the changes that take those differences, by their place from 0.

    The others keep the owner's text, and are not asked again for this edition.
    """
    changes: list[Change] = []
    first = 0
    for item in _items(_Theirs(vault), news.account, news.pack):
        count = len(item.told())
        mine = frozenset(n - first for n in taken if first <= n < first + count)
        changes += item.settled(ports, mine, everything=len(mine) == count)
        first += count
    return changes


def news_count(vault: Vault, account: str) -> int:
    """Return how much a newer pack says otherwise for one account. Reads the packs."""
    one = vault.accounts[account]
    pack = find_pack(shipped_packs(), one.platform) if one.platform else None
    if pack is None:
        return 0
    return sum(len(item.told()) for item in _items(_Theirs(vault), one, pack))


def part_words(part: str, place: int) -> str:
    """Return what a difference is about, in words within a sentence."""
    words = {
        "title": _("its title"),
        "step": _("step {place}").format(place=place) if place else _("a new step"),
        "channel": _("way {place}").format(place=place) if place else _("a new way"),
        "procedure": _("new steps"),
    }
    return words[part]


class _Theirs:
    """The procedures and contacts of each account, gathered in one walk."""

    def __init__(self, vault: Vault) -> None:
        self.procedures: dict[str, list[Procedure]] = {}
        self.contacts: dict[str, list[Contact]] = {}
        for procedure in vault.procedures.values():
            self.procedures.setdefault(procedure.account, []).append(procedure)
        for contact in vault.contacts.values():
            self.contacts.setdefault(contact.account, []).append(contact)


def _items(
    known: _Theirs, account: Account, pack: Pack
) -> Iterator[OlderProcedure | OlderContact | MissingProcedure]:
    """Yield what is to be compared, in an order that stays."""
    own = known.procedures.get(account.id, [])
    theirs = {one.situation: one for one in pack.procedures}
    older = [one for one in own if is_older(one.source, pack)]
    for one in sorted(older, key=lambda one: (one.situation, one.id)):
        if one.situation in theirs:
            yield OlderProcedure(one, pack, theirs[one.situation])
    there = {one.situation for one in own}
    for situation, missing in theirs.items():
        if older and situation not in there:
            yield MissingProcedure(account, pack, missing)
    helping = known.contacts.get(account.id, [])
    for contact in sorted(helping, key=lambda one: one.id):
        if is_older(contact.notes, pack):
            yield OlderContact(contact, pack)
