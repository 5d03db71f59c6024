"""In which order accounts are dealt with, and which others are in danger beside them.

First what gives others back: the carrier, the mailboxes. Then by what a day without an
account costs. Whatever another one hangs on comes before it.
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Final, Literal, NamedTuple

from vault.app.rehearse import CARRIERS, MAILBOXES
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.vault import Vault
from vault.packs import Pack, find_pack, shipped_packs
from vault.rehearsal.plain import plain_address, plain_number

Stage = Literal["carrier", "mailbox", "rest"]
_STAGES: Final[tuple[Stage, ...]] = ("carrier", "mailbox", "rest")
_WEIGHTS: Final = {"vital": 0, "": 1, "minor": 2}


class Neighbour(NamedTuple):
    """An account in danger, the one that endangers it, and why, in words."""

    account: str
    beside: str
    why: str


def in_order(vault: Vault, accounts: Iterable[str]) -> tuple[Account, ...]:
    """Return accounts in the order of action; ids that are gone are left out."""
    left = {one: vault.accounts[one] for one in accounts if one in vault.accounts}
    stages = stages_of(vault)
    givers = _givers(vault, stages)
    leans = {one.id: _leans(one, givers) for one in left.values()}
    ranked = sorted(left.values(), key=lambda one: _rank(one, stages[one.id]))
    return tuple(_placed(ranked, leans))


def by_harm(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Return accounts by what a day without them costs, the vital ones first."""
    return tuple(sorted(accounts, key=lambda one: _rank(one, "rest")))


def harm_words(vault: Vault, account: Account) -> str:
    """Return in words what puts an account first or last; "" where nobody said."""
    said = {"vital": _("vital"), "minor": _("minor")}.get(account.importance, "")
    cost = ""
    if account.worth_a_day:
        worth = f"{account.worth_a_day:,} {vault.currency}".rstrip()
        cost = _("{worth} a day").format(worth=worth)
    return ", ".join(filter(None, [said, cost]))


def _placed(ranked: list[Account], leans: dict[str, set[str]]) -> Iterator[Account]:
    """Yield accounts as ranked, but each after those that it leans on.

    Where all that are left lean on each other, the first of them breaks the circle.
    """
    place = {one.id: n for n, one in enumerate(ranked)}
    waits = {one.id: leans[one.id] & place.keys() for one in ranked}
    users: dict[str, list[str]] = {}
    for id_, needs in waits.items():
        for need in needs:
            users.setdefault(need, []).append(id_)
    free = [n for n, one in enumerate(ranked) if not waits[one.id]]  # a heap: sorted
    others = iter(range(len(ranked)))
    while place:
        chosen = heappop(free) if free else next(others)
        one = ranked[chosen]
        if place.pop(one.id, None) is None:
            continue
        yield one
        for user in users.get(one.id, ()):
            waits[user].discard(one.id)
            if not waits[user] and user in place:
                heappush(free, place[user])


def stages_of(vault: Vault) -> dict[str, Stage]:
    """Return what each account is for the others: a carrier, a mailbox, or neither."""
    return {one.id: stage for one, stage in _staged(vault)}


def on_the_phone(vault: Vault, number: str = "") -> tuple[str, ...]:
    """Return the accounts that a lost phone touches: by its number; all without one."""
    wanted = plain_number(number)
    return tuple(
        one.id
        for one in vault.accounts.values()
        if not wanted or plain_number(one.phone) == wanted
    )


def neighbours(vault: Vault, accounts: Iterable[str]) -> tuple[Neighbour, ...]:
    """Return what else is in danger, each account once, in the order of action."""
    hit = [vault.accounts[one] for one in accounts if one in vault.accounts]
    reach = _Reach(hit)
    found: dict[str, Neighbour] = {}
    for other in vault.accounts.values():
        danger = None if other.id in reach.ids else reach.danger(other)
        if danger:
            found[other.id] = danger
    return tuple(found[one.id] for one in in_order(vault, found))


class _Reach:
    """What accounts in other hands endanger, by their places in the order given."""

    def __init__(self, hit: list[Account]) -> None:
        self._hit = hit
        self.ids = {one.id: n for n, one in reversed(list(enumerate(hit)))}
        self._addresses: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._packs: dict[str, int] = {}
        for n, one in enumerate(hit):
            for address in _addresses(one):
                self._addresses.setdefault(address, n)
            self._numbers.setdefault(plain_number(one.phone), n)
            self._packs.setdefault(_pack_id(one), n)
        for by_text in (self._numbers, self._packs):
            by_text.pop("", None)

    def danger(self, other: Account) -> Neighbour | None:
        """Return the first account that endangers another one, and why."""
        found = [(n, words) for n, words in self._dangers(other) if n is not None]
        if not found:
            return None
        place, words = min(found, key=lambda one: one[0])  # of a tie, the first rule
        beside = self._hit[place]
        return Neighbour(other.id, beside.id, words.format(name=beside.name))

    def _dangers(self, other: Account) -> Iterator[tuple[int | None, str]]:
        """Yield the place of an account that endangers it by each rule, and why."""
        mailbox = _("Same mailbox: {address}").format(address=_plain(other.email))
        yield self._addresses.get(_address(other.email)), mailbox
        number = _("Same phone number: {number}").format(number=_plain(other.phone))
        yield self._numbers.get(plain_number(other.phone)), number
        through = (self.ids[one] for one in other.recovers_through if one in self.ids)
        yield min(through, default=None), _("It is got back through {name}")
        pack = _pack(other)
        needs = pack.depends_on if pack else ()
        leant = (self._packs[one] for one in needs if one in self._packs)
        yield min(leant, default=None), _("Its platform leans on that of {name}")


def _plain(text: str) -> str:
    """Return a text that is formatted once more as it is."""
    return text.replace("{", "{{").replace("}", "}}")


def _rank(account: Account, stage: Stage) -> tuple[int, int, int, str, str]:
    """Return the place of an account that hangs on no other: lower is sooner."""
    weight = _WEIGHTS.get(account.importance, 1)
    worth = -(account.worth_a_day or 0)
    place = _STAGES.index(stage)
    return place, weight, worth, account.name.casefold(), account.id


def _staged(vault: Vault) -> Iterator[tuple[Account, Stage]]:
    written_to: dict[str, set[str]] = {}
    for one in vault.accounts.values():
        written_to.setdefault(_address(one.email), set()).add(one.id)
    for one in vault.accounts.values():
        pack = _pack_id(one)
        others = written_to.get(_address(one.login), set()) - {one.id}
        if pack in CARRIERS:
            yield one, "carrier"
        elif pack in MAILBOXES or (_address(one.login) and others):
            yield one, "mailbox"
        else:
            yield one, "rest"


def _givers(
    vault: Vault, stages: dict[str, Stage]
) -> dict[tuple[Stage, str], set[str]]:
    """Return carriers by their number and mailboxes by their address, for a look-up."""
    found: dict[tuple[Stage, str], set[str]] = {}
    for one in vault.accounts.values():
        stage = stages[one.id]
        if stage != "rest":
            number = plain_number(one.phone)
            key = number if stage == "carrier" else _address(one.login)
            found.setdefault((stage, key), set()).add(one.id)
    return found


def _leans(account: Account, givers: dict[tuple[Stage, str], set[str]]) -> set[str]:
    """Return the accounts by which one is got back: links, its carrier, its mailbox."""
    found = set(account.recovers_through)
    if number := plain_number(account.phone):
        found |= givers.get(("carrier", number), set())
    if address := _address(account.email):
        found |= givers.get(("mailbox", address), set())
    return found - {account.id}


def _pack(account: Account) -> Pack | None:
    return find_pack(shipped_packs(), account.platform) if account.platform else None


def _pack_id(account: Account) -> str:
    pack = _pack(account)
    return pack.id if pack else ""


def _addresses(account: Account) -> set[str]:
    return {_address(account.login), _address(account.email)} - {""}


def _address(text: str) -> str:
    """Return a mail address as it is compared; "" for what is none."""
    return plain_address(text) if "@" in text else ""
