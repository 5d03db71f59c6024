"""Finding accounts by what stands around them: names, people, numbers, notes.

Codes are never looked into. A search is a walk over prepared text, one line an account;
the index is made anew after a change, since that is cheaper than keeping it right.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from vault.model.account import Account
from vault.model.contact import Contact
from vault.model.person import Person
from vault.model.vault import Vault

_LEAST_DIGITS = 4  # of a telephone number typed without its spaces


@dataclass(frozen=True)
class Index:
    """What can be found in one state of a vault, accounts in order of name."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]  # one an account

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the accounts around which every word of `text` stands."""
        found = set(range(len(self.ids)))
        for word in _plain(text).split():
            held = {place for place in found if word in self.texts[place]}
            if len(word) >= _LEAST_DIGITS and word.isdigit():
                held |= {place for place in found if word in self._digits[place]}
            found = held
        return tuple(self.ids[place] for place in sorted(found))

    @cached_property
    def _digits(self) -> tuple[str, ...]:
        """The digits of each line, made when the first number is searched for."""
        return tuple(
            "\n".join("".join(filter(str.isdigit, line)) for line in text.split("\n"))
            for text in self.texts
        )


def index_of(vault: Vault, platform_name: Callable[[str], str]) -> Index:
    """Return the index of a vault; `platform_name` tells what a platform is called."""
    around: dict[str, list[str]] = defaultdict(list)
    for contact in vault.contacts.values():
        around[contact.account].append(_of_contact(contact))
    people = {one.id: _of_person(one) for one in vault.people.values()}
    for access in vault.access.values():
        around[access.account].append(people.get(access.person, ""))
    accounts = sorted(vault.accounts.values(), key=by_name)
    platforms = {
        one: _plain(platform_name(one)) for one in {a.platform for a in accounts}
    }
    texts = []
    for one in accounts:
        near = around.get(one.id, ())
        owner = people.get(one.owner, "")
        texts.append(
            "\n".join((_of_account(one), platforms[one.platform], owner, *near))
        )
    return Index(tuple([one.id for one in accounts]), tuple(texts))


def by_name(account: Account) -> tuple[str, str]:
    """Return what accounts are put in order by."""
    return (_plain(account.name), account.id)


# What is joined first folds faster, and alike: a line's end composes with nothing.
def _of_account(one: Account) -> str:
    own = (one.name, one.platform, one.login, one.email, one.phone, one.url, one.notes)
    return _plain("\n".join(own))


def _of_contact(one: Contact) -> str:
    addresses = [channel.address for channel in one.channels]
    told = (one.name, one.role, one.notes, *one.case_numbers, *addresses)
    return _plain("\n".join(told))


def _of_person(one: Person) -> str:
    return _plain(f"{one.name}\n{one.email}\n{one.phone}")


def _plain(text: str) -> str:
    if text.isascii():  # the same, and ten times as fast
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold()
