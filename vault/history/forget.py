"""Forgetting what was there before; that it was changed is still known."""

from collections.abc import Collection

from vault.history.past import Key
from vault.model.change import Forget
from vault.model.entry import VAULT, Entry
from vault.model.forgotten import emptied, without
from vault.model.vault import Vault


def forgetting(vault: Vault, keys: Collection[Key], field: str = "") -> list[Forget]:
    """Return what forgets the earlier values of records; [] where there are none.

    Of a record that is there: of one field, or of all. Of one that was removed: all
    that it held, so that it cannot be brought back.
    """
    fuller: list[Entry] = []
    lesser: list[Entry] = []
    for entry in vault.history:
        if (entry.kind, entry.id) in keys and entry.before:
            there = entry.kind == VAULT or vault.find(entry.kind, entry.id)
            new = _without(entry, field) if there else emptied(entry)
            if new != entry:
                fuller.append(entry)
                lesser.append(new)
    return [Forget(tuple(fuller), tuple(lesser))] if fuller else []


def _without(entry: Entry, field: str) -> Entry:
    for name in [field] if field else entry.before:
        entry = without(entry, name)
    return entry
