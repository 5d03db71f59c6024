"""What a merge left to be looked at, read from the history; and the two answers.

A conflict stands until the field is changed again, or until one of the answers is
given: either leaves an entry, so that other copies learn of it.
"""

import dataclasses
from collections.abc import Iterator
from typing import Final, cast

import msgspec
from msgspec.structs import replace

from vault.model.change import (
    Add,
    Answered,
    Change,
    Edit,
    EditVault,
    Remove,
    Replace,
)
from vault.model.code import Code, CodeSet
from vault.model.entry import MERGED, TO_CHECK, VAULT, Entry
from vault.model.forgotten import is_forgotten
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import Vault

CODES: Final = "codes"


@dataclasses.dataclass(frozen=True)
class Conflict:
    """Two values of one field: `shown` is in the record, `other` in the history.

    `field` is "" where one copy removed the record that the other changed; `part` is
    the id of a code. Values stay out of the repr; None where there is none.
    """

    kind: str
    id: str
    field: str
    part: str
    n: int
    at: str
    shown: object = dataclasses.field(repr=False)
    other: object = dataclasses.field(repr=False)


def conflicts(vault: Vault) -> tuple[Conflict, ...]:
    """List what merges left to be looked at, the newest first."""
    marked = {(one.kind, one.id) for one in vault.history if one.device == TO_CHECK}
    latest: dict[tuple[str, ...], int] = {}
    for entry in vault.history if marked else ():
        if entry.device == MERGED or (entry.kind, entry.id) not in marked:
            continue  # nobody has looked, or there was nothing to look at
        for place in _closes(entry):
            latest[place] = max(latest.get(place, 0), entry.n)
    found: dict[tuple[str, ...], Conflict] = {}
    for entry in vault.history:
        if entry.device == TO_CHECK:
            for field, part in _marks(entry):
                place = (entry.kind, entry.id, field, part)
                conflict = _conflict(vault, entry, field, part)
                if conflict is not None and latest[place] == entry.n:
                    found[place] = conflict
    return tuple(sorted(found.values(), key=lambda one: one.n, reverse=True))


def _marks(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields and codes whose other value an entry holds; "" for a record."""
    if entry.action != "edit":
        yield "", ""
        return
    for name, value in entry.before.items():
        if name == CODES and isinstance(value, tuple):
            parts = (part for part in value if isinstance(part, dict) and part)
            told = (part for part in parts if not is_forgotten(part))
            yield from ((name, str(part["id"])) for part in told)
        elif not is_forgotten(value):
            yield name, ""


def _closes(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield what an entry answers: what it is about, and the record as a whole."""
    yield entry.kind, entry.id, "", ""
    for place in _marks(entry):
        yield entry.kind, entry.id, *place


def _conflict(vault: Vault, entry: Entry, field: str, part: str) -> Conflict | None:
    holder = _holder(vault, entry.kind, entry.id)
    if holder is None:
        return None
    shown: object = holder
    other: object = None
    if part:
        shown, other = _code(holder, part), _other_code(entry, part)
    elif field:
        shown, other = getattr(holder, field), _other(holder, field, entry)
    if shown == other:
        return None
    return Conflict(entry.kind, entry.id, field, part, entry.n, entry.at, shown, other)


def _holder(vault: Vault, kind: str, id_: str) -> msgspec.Struct | None:
    return vault if kind == VAULT else vault.find(kind, id_)


def _code(holder: msgspec.Struct, id_: str) -> Code | None:
    codes = holder.codes if isinstance(holder, CodeSet) else ()
    return next((code for code in codes if code.id == id_), None)


def _other_code(entry: Entry, id_: str) -> Code | None:
    listed = cast("tuple[dict[str, object], ...]", entry.before[CODES])
    spelt = next(part for part in listed if part["id"] == id_)
    return msgspec.convert(spelt, Code) if len(spelt) > 1 else None


def _other(holder: msgspec.Struct, field: str, entry: Entry) -> object:
    types = {one.name: one.type for one in msgspec.structs.fields(holder)}
    return msgspec.convert(entry.before[field], types[field])


def keep_shown(vault: Vault, conflict: Conflict) -> list[Change]:
    """Return the changes that say: what is shown is right."""
    away, back = _there_and_back(vault, conflict)
    return [Answered(away, told=False), back]


def take_other(vault: Vault, conflict: Conflict) -> list[Change]:
    """Return the changes that put the other value in place of the one shown.

    Of a record that one copy removed: they remove it, with what hangs on it.
    """
    away, _back = _there_and_back(vault, conflict)
    if conflict.field:
        return [Answered(away)]
    changes = removal_of(vault, conflict.kind, conflict.id)
    return [Answered(away) if one == away else one for one in changes]


def _there_and_back(vault: Vault, conflict: Conflict) -> tuple[Edit, Edit]:
    """Return the edit from what is shown to the other, and the one back."""
    field = conflict.field
    if conflict.kind == VAULT:
        shown, other = {field: conflict.shown}, {field: conflict.other}
        return EditVault(shown, other), EditVault(other, shown)
    record = vault.get(conflict.kind, conflict.id)
    if not field:
        return Remove(conflict.kind, record), Add(conflict.kind, record)
    value = _with_code(record, conflict) if conflict.part else conflict.other
    changed = replace(record, **{field: value})
    kind = conflict.kind
    return Replace(kind, record, changed), Replace(kind, changed, record)


def _with_code(record: Record, conflict: Conflict) -> tuple[Code, ...]:
    """Return the codes of a set with the other one in its place, or without it."""
    codes = {one.id: one for one in record.codes} if isinstance(record, CodeSet) else {}
    if isinstance(conflict.other, Code):
        codes[conflict.part] = conflict.other
    else:
        del codes[conflict.part]
    return tuple(codes.values())
