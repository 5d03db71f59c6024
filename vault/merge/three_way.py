"""Two copies of one vault become one.

Rules. Mine and theirs are compared field by field, with the common save if there is one
and by their histories. What only one copy changed is taken from it; what both changed
differently is kept twice, one value in the record and one in the history, marked. The
result is a list of changes of my copy, and is the same whoever is mine, but for the
ways in and for the order of the history.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from msgspec.structs import replace

from vault.errors import BrokenInvariant
from vault.merge.difference import Difference, differences
from vault.merge.fields import Pair, join_fields
from vault.merge.history import NOTHING_TOLD, Key, Told, told, unlearnt
from vault.merge.lesser import meet
from vault.merge.links import bring_back, name_the_gone
from vault.merge.numbers import number_anew
from vault.merge.record import join_records, keep_or_remove
from vault.merge.row import Row, State
from vault.merge.side import Side, Two
from vault.model.before import touched_fields
from vault.model.change import (
    Add,
    Change,
    Edit,
    EditVault,
    Joined,
    Known,
    Learn,
    Remove,
    Replace,
)
from vault.model.entry import MERGED, TO_CHECK, VAULT
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

OWN: Final = (
    "name",
    "created",
    "currency",
    "house_rules",
    "house_rules_since",
    "review_months",
    "review_vital_months",
    "review_minor_months",
)
# They belong to the ways in: never taken from the copy whose ways in are not kept.
OF_THE_WAYS: Final = (
    "passphrase_generated",
    "passphrase_since",
    "vault_code",
    "card_number",
    "identity",
    "signer",
    "ways",
)


@dataclass(frozen=True)
class Merged:
    """What makes of my copy the one of both, and all in which the copies differ."""

    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]

    @property
    def to_check(self) -> tuple[Difference, ...]:
        """The differences that a person must look at."""
        return tuple(one for one in self.differences if one.check)


def merge(vaults: Two[Vault], base: Vault | None = None, ways: Side = "mine") -> Merged:
    """Merge two copies; `base` is the newest save both come from, if it was found.

    `ways` says which copy's ways in are kept, and with them the key card's code and
    the identity.
    """
    if vaults.mine.id != vaults.theirs.id:
        raise BrokenInvariant("merge.other-vault")
    lacks, forget = meet(unlearnt(vaults))
    keys = list(_differing(vaults))
    own = (VAULT, vaults.mine.id)
    tell = told(vaults, lacks, {*keys, own})
    rows = {key: _row(key, vaults, base, _of(tell, key)) for key in keys}
    bring_back(rows)
    name_the_gone(rows)
    number_anew(rows, vaults)
    all_rows = [_own_row(vaults, base, _of(tell, own), ways), *rows.values()]
    changes = _changes(all_rows)
    if lacks.mine or vaults.mine.counter < vaults.theirs.counter:
        changes = [Learn(lacks.mine, vaults.theirs.counter), *changes]
    return Merged(
        (*forget, *changes),
        tuple(one for row in all_rows for one in differences(row)),
    )


def _differing(vaults: Two[Vault]) -> Iterator[Key]:
    """Yield the records in which the copies differ: kinds in their order, then ids."""
    for kind in KINDS:
        mine, theirs = (vault.collection(kind) for vault in vaults)
        for id_ in sorted(mine.keys() | theirs.keys()):
            if mine.get(id_) != theirs.get(id_):
                yield kind, id_


def _of(tell: Two[Mapping[Key, Told]], key: Key) -> Two[Told]:
    return Two(*(one.get(key, NOTHING_TOLD) for one in tell))


def _row(key: Key, vaults: Two[Vault], base: Vault | None, tell: Two[Told]) -> Row:
    mine, theirs = (vault.find(*key) for vault in vaults)
    old = None if base is None else base.find(*key)
    if mine is None or theirs is None:
        return keep_or_remove(key, Two(mine, theirs), old, tell)
    return join_records(key, Two(mine, theirs), old, tell)


def _own_row(
    vaults: Two[Vault], base: Vault | None, tell: Two[Told], ways: Side
) -> Row:
    """Return what becomes of the vault's own fields."""
    key = (VAULT, vaults.mine.id)
    joining = join_fields(Pair(key, vaults, base, tell), OWN)
    kept = {name: getattr(vaults.of(ways), name) for name in OF_THE_WAYS}
    steps = (joining.known, joining.noted, joining.final)
    # What else the copies differ in are their records, each a row of its own.
    bare = Two(*(replace(one, **_BARE) for one in vaults))
    known, noted, final = (replace(bare.mine, **step, **kept) for step in steps)
    return Row(key, bare, known, noted, final)


_BARE: Final = {"counter": 0, "history": ()} | {
    kind.collection: MappingProxyType({}) for kind in KINDS.values()
}


def _changes(rows: Sequence[Row]) -> list[Change]:
    """Return the changes of my copy: what is known, then what is noted, then marked."""
    wraps: tuple[Callable[[Edit], Change], ...] = (Known, _merged, _to_check)
    steps = [(row.copies.mine, row.known, row.noted, row.final) for row in rows]
    return [
        wrapped(edit)
        for step, wrapped in enumerate(wraps)
        for row, states in zip(rows, steps, strict=True)
        if (edit := _edit(row.key[0], states[step], states[step + 1]))
    ]


def _merged(edit: Edit) -> Joined:
    return Joined(edit, MERGED)


def _to_check(edit: Edit) -> Joined:
    return Joined(edit, TO_CHECK)


def _edit(kind: str, before: State, after: State) -> Edit | None:
    if before == after:
        return None
    if isinstance(before, Vault) and isinstance(after, Vault):
        names = touched_fields(before, after)
        was, now = ({n: getattr(one, n) for n in names} for one in (before, after))
        return EditVault(was, now)
    if isinstance(before, Record) and isinstance(after, Record):
        return Replace(kind, before, after)
    if isinstance(after, Record):
        return Add(kind, after)
    return Remove(kind, cast("Record", before))
