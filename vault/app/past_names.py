"""What records are called, also those that are there no longer."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from vault.app.code_words import set_words
from vault.app.field_words import KIND_NAMES
from vault.history.gone import removed_records
from vault.history.past import Key
from vault.i18n import translate as _
from vault.model.code import CodeSet
from vault.model.entry import VAULT
from vault.model.person import Access
from vault.model.record import Record
from vault.model.vault import Vault

_NAMING: Final = ("name", "title", "number")


class Names:
    """Looks names up in one state of a vault, and in what was removed from it."""

    def __init__(self, vault: Vault) -> None:
        """Take the vault; what was removed is read when it is first asked for."""
        self._vault = vault

    @cached_property
    def _removed(self) -> Mapping[Key, Record]:
        return removed_records(self._vault)

    def of(self, kind: str, id_: str) -> str:
        """Return what a record is called; its id where nobody knows any more."""
        if kind == VAULT:
            return self._vault.name
        record = self.find(kind, id_)
        if isinstance(record, CodeSet):
            account = self.of("account", record.account)
            words = _("“{set}” of {account}")
            return words.format(set=set_words(record), account=account)
        if isinstance(record, Access):
            words = _("{person} at {account}")
            person = self.of("person", record.person)
            return words.format(
                person=person, account=self.of("account", record.account)
            )
        found = (getattr(record, one, "") for one in _NAMING)
        return next((str(name) for name in found if name), id_)

    def with_kind(self, kind: str, id_: str) -> str:
        """Return a record's kind and name, such as "Contact: Support desk"."""
        words = _("{kind}: {name}")
        return words.format(kind=KIND_NAMES.get(kind, kind), name=self.of(kind, id_))

    def find(self, kind: str, id_: str) -> Record | None:
        """Return the record, or as it was when it was removed."""
        return self._vault.find(kind, id_) or self._removed.get((kind, id_))
