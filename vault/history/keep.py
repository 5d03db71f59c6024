"""How much of the history is kept: what helps, and no more.

Rules. Of each field the newest 20 earlier values are kept, and of all together 4 MiB.
What was removed is kept for 30 days, and for 400 that it was removed. An entry that
says nothing any more goes after 400 days. Values that a merge left to be looked at are
kept, however many. The day is handed in: no clock is read here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from vault.history.gone import (
    CONTENT_DAYS,
    TOMBSTONE_DAYS,
    days_ago,
    last_removals,
)
from vault.history.past import Key
from vault.limits import EARLIER_VALUES, HISTORY_BYTES
from vault.model.entry import TO_CHECK, Before, Entry
from vault.model.forgotten import CODES, FORGOTTEN, emptied, is_emptied, without
from vault.model.vault import Vault

Counts = Counter[tuple[str, ...]]


def tidied(vault: Vault, today: str) -> Vault:
    """Return the vault without what its history need not keep any more on a day.

    The same vault where nothing goes. No record changes, and no entry is added.
    """
    kept = tuple(_kept(vault, today))[::-1]
    alike = len(kept) == len(vault.history) and all(
        one is other for one, other in zip(kept, vault.history, strict=True)
    )
    return vault if alike else replace(vault, history=kept)


def _kept(vault: Vault, today: str) -> Iterator[Entry]:
    """Yield what is kept, the newest first."""
    removed = {
        key: days_ago(vault.history[place].at, today)
        for key, place in last_removals(vault).items()
    }
    counts: Counts = Counter()
    size_bytes = 0
    for entry in reversed(vault.history):
        lesser = _lesser(entry, removed, counts)
        if lesser.before:
            size_bytes += len(msgspec.json.encode(lesser.before))
            if size_bytes > HISTORY_BYTES and not _must_stay(entry, removed):
                lesser = _blank(lesser)
        if not _is_over(lesser, removed, today):
            yield lesser


def _lesser(entry: Entry, removed: Mapping[Key, int], counts: Counts) -> Entry:
    """Return an entry without what is over by its days or by its number."""
    key = (entry.kind, entry.id)
    if removed.get(key, 0) >= CONTENT_DAYS:
        return emptied(entry)
    if entry.device == TO_CHECK or key in removed:
        return entry
    for name, value in entry.before.items():
        for part in _parts(name, value):
            place = (*key, name, part)
            counts[place] += 1
            if counts[place] > EARLIER_VALUES:
                entry = without(entry, name, part)
    return entry


def _parts(name: str, value: Before) -> list[str]:
    """Return the codes that a value lists, or "" for any other value."""
    if name != CODES or not isinstance(value, tuple):
        return [""]
    return [str(one["id"]) for one in value if isinstance(one, dict) and "id" in one]


def _must_stay(entry: Entry, removed: Mapping[Key, int]) -> bool:
    """Tell whether something promised rests on an entry, however long it is."""
    return entry.device == TO_CHECK or (entry.kind, entry.id) in removed


def _blank(entry: Entry) -> Entry:
    return replace(entry, before=dict.fromkeys(entry.before, FORGOTTEN))


def _is_over(entry: Entry, removed: Mapping[Key, int], today: str) -> bool:
    """Tell whether nothing is told by an entry any more."""
    if removed.get((entry.kind, entry.id), 0) >= TOMBSTONE_DAYS:
        return True
    return is_emptied(entry) and days_ago(entry.at, today) >= TOMBSTONE_DAYS
