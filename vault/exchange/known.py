"""What a vault knows already, so that the same thing is not brought in twice."""

from collections.abc import Mapping

from msgspec.structs import replace

from vault.model.account import Account
from vault.model.code import CodeSet
from vault.model.person import Person
from vault.model.record import Record
from vault.model.vault import KINDS, Vault
from vault.packs import Pack, find_pack

AccountKey = tuple[str, str, str]


class Known:
    """People by name, accounts by platform and login, code sets by account.

    It grows while a file is read, so that a second row for one account is seen.
    """

    def __init__(self, vault: Vault, packs: Mapping[str, Pack]) -> None:
        """Look at a vault once; each question afterwards is one look-up."""
        self._packs = packs
        self._platforms: dict[str, str] = {}
        self._accounts: dict[AccountKey, Account] = {}
        self._people: dict[str, Person] = {}
        self._others: dict[Record, Record] = {}
        self._code_sets: dict[str, list[CodeSet]] = {}
        for kind in KINDS:
            for record in vault.collection(kind).values():
                self.learn(record)

    def learn(self, record: Record) -> None:
        """Remember one more record; of two alike the first is the known one."""
        if isinstance(record, Account):
            self._accounts.setdefault(self._key(record), record)
        elif isinstance(record, Person):
            self._people.setdefault(_folded(record.name), record)
        elif isinstance(record, CodeSet):
            self._code_sets.setdefault(record.account, []).append(record)
        else:
            self._others.setdefault(replace(record, id=""), record)

    def alike(self, wanted: Record) -> Record | None:
        """Return the record that differs from `wanted` in its id alone.

        Accounts, people and code sets are not found so: they have their own questions.
        """
        return self._others.get(replace(wanted, id=""))

    def relearn(self, before: Record, after: Record) -> None:
        """Remember the next version of a record in place of the one before."""
        if isinstance(before, CodeSet):
            self._code_sets[before.account].remove(before)
        elif isinstance(before, Person):
            del self._people[_folded(before.name)]
        self.learn(after)

    def platform(self, text: str) -> str:
        """Return the id of the pack that is meant, else the text as it is."""
        if text not in self._platforms:
            pack = find_pack(self._packs, text) if text else None
            self._platforms[text] = pack.id if pack else text
        return self._platforms[text]

    def account(self, wanted: Account) -> Account | None:
        """Return the account of the same platform and login, if there is one.

        Without either the name decides: two logins left blank are not one account, nor
        are the many of one login in a list that names no platforms.
        """
        return self._accounts.get(self._key(wanted))

    def accounts_named(self, text: str) -> list[Account]:
        """Return the accounts that `text` names: by id, name, platform or login."""
        wanted = _folded(text)
        platform = _folded(self.platform(text))
        return [
            account
            for account in self._accounts.values()
            if wanted in {account.id, _folded(account.name), _folded(account.login)}
            or platform == _folded(account.platform)
        ]

    def person(self, name: str) -> Person | None:
        """Return the person of that name, whatever its case."""
        return self._people.get(_folded(name))

    def code_sets(self, account: str) -> list[CodeSet]:
        """Return the code sets of an account."""
        return self._code_sets.get(account, [])

    def _key(self, account: Account) -> AccountKey:
        platform = _folded(self.platform(account.platform))
        login = _folded(account.login).removeprefix("@")
        told = bool(platform and login)
        return (platform, login, "" if told else _folded(account.name))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
