"""What either copy's history tells of the records in which the copies differ.

Rules. Both histories begin alike, and part where the copies did. An entry is known
again by all of its content; two that are alike by chance count as one, which loses
nothing, since they replaced the same values. A history that begins late (a kit has
none) is taken to have seen what was numbered before it begins.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from vault.encoding.canonical import encode_trusted
from vault.merge.side import Two
from vault.model.entry import MERGED, TO_CHECK, Entry
from vault.model.vault import Vault

Key = tuple[str, str]  # kind and id of a record
Stamp = tuple[int, str, str]  # number, time and device of an entry

JOINED_BY: Final = frozenset({MERGED, TO_CHECK})
NEVER: Final[Stamp] = (0, "", "")


class Told(NamedTuple):
    """What one copy tells of one record: all of it, and what the other has not seen."""

    entries: tuple[Entry, ...] = ()
    fresh: tuple[Entry, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether somebody here changed the record, and the other copy has not seen."""
        return any(
            one.action != "remove" and one.device not in JOINED_BY for one in self.fresh
        )

    @property
    def typed(self) -> frozenset[str] | None:
        """The fields that were changed unseen; None where the record came in unseen."""
        if any(one.action == "add" for one in self.fresh):
            return None
        return frozenset(name for one in self.fresh for name in one.before)

    def stamp(self, names: Iterable[str]) -> Stamp:
        """Return the latest change of one of the fields, merges and removals not."""
        wanted = frozenset(names)
        stamps = (
            (one.n, one.at, one.device)
            for one in self.entries
            if one.device not in JOINED_BY
            and (one.action == "add" or _edits(one, wanted))
        )
        return max(stamps, default=NEVER)


def _edits(entry: Entry, names: frozenset[str]) -> bool:
    return entry.action == "edit" and not names.isdisjoint(entry.before)


NOTHING_TOLD: Final = Told()


def unlearnt(vaults: Two[Vault]) -> Two[tuple[Entry, ...]]:
    """Return the entries that each copy lacks, in the other's order."""
    mine, theirs = vaults.mine.history, vaults.theirs.history
    alike = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        alike += 1
    rest = Two(mine[alike:], theirs[alike:])
    return Two(_lacking(rest), _lacking(rest.turned()))


def _lacking(rest: Two[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    known = Counter(map(encode_trusted, rest.mine))
    lacking = []
    for entry in rest.theirs:
        spelt = encode_trusted(entry)
        if known[spelt]:
            known[spelt] -= 1
        else:
            lacking.append(entry)
    return tuple(lacking)


def told(
    vaults: Two[Vault], lacks: Two[tuple[Entry, ...]], keys: Collection[Key]
) -> Two[Mapping[Key, Told]]:
    """Return what each copy tells of those records."""
    return Two(
        _told(vaults.mine, lacks.theirs, _begins(vaults.theirs), keys),
        _told(vaults.theirs, lacks.mine, _begins(vaults.mine), keys),
    )


def _told(
    vault: Vault, other_lacks: Iterable[Entry], seen: int, keys: Collection[Key]
) -> Mapping[Key, Told]:
    entries: dict[Key, list[Entry]] = {}
    fresh: dict[Key, list[Entry]] = {}
    for entry in vault.history:
        if (entry.kind, entry.id) in keys:
            entries.setdefault((entry.kind, entry.id), []).append(entry)
    for entry in other_lacks:
        if entry.n > seen:
            fresh.setdefault((entry.kind, entry.id), []).append(entry)
    return {
        key: Told(tuple(found), tuple(fresh.get(key, ())))
        for key, found in entries.items()
    }


def _begins(vault: Vault) -> int:
    """Return the number before which the history is silent; 0 where it is whole."""
    if not vault.history:
        return vault.counter
    return min(entry.n for entry in vault.history) - 1
