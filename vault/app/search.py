"""Finding accounts by what stands around them: names, people, numbers, notes.

Codes are never looked into. A search is a walk over prepared text, one line an account;
the index is made anew after a change, since that is cheaper than keeping it right.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vault.model.account import Account
from vault.model.person import Person
from vault.model.vault import Vault

_LEAST_DIGITS = 4  # of a telephone number typed without its spaces


@dataclass(frozen=True)
class _Entry:
    id: str
    text: str
    digits: str


@dataclass(frozen=True)
class Index:
    """What can be found in one state of a vault, accounts in order of name."""

    entries: tuple[_Entry, ...]

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the accounts around which every word of `text` stands."""
        words = _plain(text).split()
        found = (e for e in self.entries if all(_in(word, e) for word in words))
        return tuple(entry.id for entry in found)


def index_of(vault: Vault, platform_name: Callable[[str], str]) -> Index:
    """Return the index of a vault; `platform_name` tells what a platform is called."""
    around: dict[str, list[str]] = defaultdict(list)
    for contact in vault.contacts.values():
        around[contact.account] += [contact.name, contact.role, contact.notes]
        around[contact.account] += contact.case_numbers
        around[contact.account] += [one.address for one in contact.channels]
    for access in vault.access.values():
        around[access.account] += _of_person(vault.people.get(access.person))
    accounts = sorted(vault.accounts.values(), key=by_name)
    entries = []
    for one in accounts:
        own = [*_of_account(one), platform_name(one.platform)]
        own += _of_person(vault.people.get(one.owner))
        entries.append(_entry(one.id, own + around[one.id]))
    return Index(tuple(entries))


def by_name(account: Account) -> tuple[str, str]:
    """Return what accounts are put in order by."""
    return (_plain(account.name), account.id)


def _entry(id_: str, texts: Iterable[str]) -> _Entry:
    text = "\n".join(_plain(text) for text in texts if text)
    numbers = ("".join(filter(str.isdigit, line)) for line in text.split("\n"))
    return _Entry(id_, text, "\n".join(numbers))


def _of_account(one: Account) -> list[str]:
    return [
        one.name,
        one.platform,
        one.login,
        one.email,
        one.phone,
        one.url,
        one.notes,
    ]


def _of_person(person: Person | None) -> list[str]:
    return [person.name, person.email, person.phone] if person else []


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _in(word: str, entry: _Entry) -> bool:
    if word in entry.text:
        return True
    return len(word) >= _LEAST_DIGITS and word.isdigit() and word in entry.digits
