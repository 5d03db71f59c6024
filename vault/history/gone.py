"""What was removed and can still be brought back, with all that went along with it.

Rules. A removal writes one run of entries, numbered without a gap and at one time: the
links that were cut, what hung on the record, and last the record itself. What belongs
to a removal is read out of that run, from its end. A record counts as removed where
the vault has none and the history tells of a removal.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from vault.history.past import Key
from vault.model.entry import Entry
from vault.model.link import links_of, targets
from vault.model.moment import is_day
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

CONTENT_DAYS: Final = 30  # what was removed can be brought back; then it is gone
TOMBSTONE_DAYS: Final = 400  # that it was removed is known; longer than a copy is away


@dataclasses.dataclass(frozen=True)
class Gone:
    """A record that was removed, what went along with it, and which links were cut.

    `days_left` counts from 30 down to 1. `along` has what others hang on first. Records
    stay out of the repr: some hold codes.
    """

    kind: str
    record: Record = dataclasses.field(repr=False)
    at: str
    device: str
    days_left: int
    along: tuple[tuple[str, Record], ...] = dataclasses.field(repr=False, default=())
    cuts: tuple[Entry, ...] = dataclasses.field(repr=False, default=())

    @property
    def id(self) -> str:
        """The id that the record had, and has again when it is brought back."""
        return self.record.id

    @property
    def everything(self) -> tuple[tuple[str, Record], ...]:
        """All that comes back together, the record itself first."""
        return ((self.kind, self.record), *self.along)


def gone_lately(vault: Vault, today: str) -> tuple[Gone, ...]:
    """Return what can be brought back on a day, the last removed first.

    What went along with another record is not listed by itself.
    """
    removals = last_removals(vault)
    found: list[Gone] = []
    if removals:
        for act in _acts(vault.history):
            if any(entry.action == "remove" for _, entry in act):
                found.extend(_of_act(act, removals, today))
    return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))


def last_removals(vault: Vault) -> dict[Key, int]:
    """Return the place in the history of the last removal of each removed record."""
    found: dict[Key, int] = {}
    for place, entry in enumerate(vault.history):
        if entry.action == "remove":
            found[entry.kind, entry.id] = place
    return {
        (kind, id_): place
        for (kind, id_), place in found.items()
        if kind in KINDS and vault.find(kind, id_) is None
    }


def removed_records(vault: Vault) -> dict[Key, Record]:
    """Return each removed record as it was, where that is kept, however long ago."""
    found = {
        key: _record(vault.history[place])
        for key, place in last_removals(vault).items()
    }
    return {key: record for key, record in found.items() if record is not None}


def days_left(entry: Entry, today: str) -> int:
    """Return for how many days more what an entry removed is kept; 0 when it is over.

    The day of a device whose clock was ahead counts as today.
    """
    return max(0, CONTENT_DAYS - days_ago(entry.at, today))


def days_ago(at: str, today: str) -> int:
    """Return how many days ago a time was; 0 where that cannot be told."""
    day = at[:10]
    if not (is_day(day) and is_day(today)):
        return 0
    return max(0, (date.fromisoformat(today) - date.fromisoformat(day)).days)


Act = list[tuple[int, Entry]]  # entries with their places, the last one first


def _acts(history: tuple[Entry, ...]) -> Iterator[Act]:
    """Yield the runs of entries that may be of one act each, without what came in."""
    act: Act = []
    for place in range(len(history) - 1, -1, -1):
        entry = history[place]
        if act and not _goes_on(entry, act[-1][1]):
            yield act
            act = []
        act.append((place, entry))
    if act:
        yield act


def _goes_on(one: Entry, behind: Entry) -> bool:
    """Tell whether an entry may be of the act that the one behind it is of.

    Links are cut before anything is removed, so what was removed before a cut, or
    changed otherwise, belongs to another act.
    """
    if (one.at, one.device) != (behind.at, behind.device) or one.n != behind.n - 1:
        return False
    if behind.action == "edit":
        return one.action == "edit" and bool(_named(behind))
    return one.action == "remove" or bool(_named(one))


def _of_act(act: Act, removals: dict[Key, int], today: str) -> Iterator[Gone]:
    """Yield what one act removed, each with what hung on it."""
    roots: dict[Key, Key] = {}
    gone: dict[Key, Gone] = {}
    cuts: dict[str, list[Entry]] = {}
    for place, entry in act:
        key = (entry.kind, entry.id)
        if entry.action == "edit":
            for name in _named(entry):
                cuts.setdefault(name, []).append(entry)
        elif entry.action == "remove" and removals.get(key) == place:
            one = _gone(entry, today)
            if one is None:
                continue
            root = next((roots[up] for up in _parents(one) if up in roots), key)
            roots[key] = root
            if root == key:
                gone[key] = one
            else:
                above = gone[root]
                along = (*above.along, (one.kind, one.record))
                gone[root] = dataclasses.replace(above, along=along)
    for one in gone.values():
        ids = [record.id for _, record in one.everything]
        cut = tuple(entry for id_ in ids for entry in cuts.get(id_, ()))
        yield dataclasses.replace(one, cuts=cut)


def _gone(entry: Entry, today: str) -> Gone | None:
    """Return what an entry removed; None where it is over, or not kept any more."""
    left, record = days_left(entry, today), _record(entry)
    if not left or record is None:
        return None
    return Gone(entry.kind, record, entry.at, entry.device, left)


def _record(entry: Entry) -> Record | None:
    fields = {"id": entry.id, **entry.before}
    try:
        made: Record = msgspec.convert(fields, KINDS[entry.kind].struct)
    except msgspec.ValidationError:
        return None
    return made


def _parents(one: Gone) -> Iterator[Key]:
    for link in links_of(one.kind):
        if link.on_removal == "cascade":
            yield from ((link.target, name) for name in targets(one.record, link))


def _named(entry: Entry) -> set[str]:
    """Return what an edit that cut links, and did nothing else, had cut."""
    cut = [one for one in links_of(entry.kind) if one.on_removal in ("clear", "name")]
    if not entry.before.keys() <= {one.field.partition(".")[0] for one in cut}:
        return set()
    found: set[str] = set()
    for link in cut:
        outer, _, inner = link.field.partition(".")
        value = entry.before.get(outer, ())
        for one in value if isinstance(value, tuple) else (value,):
            name = one.get(inner) if isinstance(one, dict) else one
            if isinstance(name, str) and name:
                found.add(name)
    return found
