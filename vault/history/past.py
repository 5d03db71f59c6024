"""The history as a person reads it: each change of each field, the newest first.

Rules. An entry tells what was there before; what came after is told by the next entry
about the same field, or by the record. Where two copies were joined between the two,
nobody knows which came next, and `after` is UNKNOWN. The register of kits and the
secrets of the vault itself are not read out: nothing of them is typed.
"""

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from functools import cache
from hashlib import sha256
from itertools import islice
from typing import Final

import msgspec

from vault.ids import ALPHABET, ID_SYMBOLS
from vault.model.code import Code
from vault.model.entry import MERGED, TO_CHECK, VAULT, Action, Entry
from vault.model.forgotten import CODES, is_forgotten
from vault.model.vault import KINDS, Vault

Key = tuple[str, str]  # kind and id of a record
Place = tuple[str, str]  # a field, and the id of a code or ""
RECORD: Final[Place] = ("", "")  # the record as a whole
OWN_FIELDS: Final = frozenset({"name", "currency"})  # what is typed of the vault itself
_KEPT_BY_THE_PROGRAM: Final = "kit"
_BITS: Final = 5  # of one symbol of an id


class Lost(Enum):
    """In the place of a value."""

    FORGOTTEN = 0  # there was one, and it is not kept any more
    UNKNOWN = 1  # nobody can tell which
    NOTHING = 2  # there was no such code


@dataclasses.dataclass(frozen=True)
class Past:
    """One change: of a field, of one code (`part`), or of a record as a whole ("").

    Values are as records hold them, or `Lost`, and stay out of the repr. `at` is the
    time by the clock of the device that made the change.
    """

    kind: str
    id: str
    action: Action
    field: str
    part: str
    n: int
    at: str
    device: str
    before: object = dataclasses.field(repr=False, default=Lost.NOTHING)
    after: object = dataclasses.field(repr=False, default=Lost.NOTHING)

    @property
    def set_aside(self) -> bool:
        """Whether the joining of two copies put it aside, and no person."""
        return self.device in (MERGED, TO_CHECK)

    @property
    def ref(self) -> str:
        """Return what this change is named by: ten symbols, as of a record's id.

        It follows from the change, and tells nothing of the values.
        """
        parts = (self.n, self.at, self.device, self.kind, self.id, self.action)
        told = "\n".join(map(str, (*parts, self.field, self.part)))
        drawn = int.from_bytes(sha256(told.encode()).digest()[:8], "big")
        places = range(ID_SYMBOLS)
        return "".join(ALPHABET[drawn >> _BITS * n & 31] for n in places)


def pasts(
    vault: Vault, keys: Collection[Key] | None = None, most: int | None = None
) -> tuple[Past, ...]:
    """Return the changes of those records, the newest first; of all without `keys`.

    With `most`, so many at most.
    """
    return tuple(islice(_newest_first(vault, keys), most))


def _newest_first(vault: Vault, keys: Collection[Key] | None) -> Iterator[Past]:
    later: dict[Key, dict[Place, object]] = {}
    behind: int | None = None
    for entry in reversed(vault.history):
        if behind is not None and entry.n >= behind:  # here another copy's begins
            for key, values in later.items():
                later[key] = dict.fromkeys(values, Lost.UNKNOWN)
        behind = entry.n
        key = (entry.kind, entry.id)
        if entry.kind != _KEPT_BY_THE_PROGRAM and (keys is None or key in keys):
            if entry.action == "edit":
                yield from _edits(vault, entry, later.setdefault(key, {}))
                continue
            later[key] = _last(entry) if entry.action == "remove" else {}
            yield _past(entry, RECORD)


def _edits(vault: Vault, entry: Entry, later: dict[Place, object]) -> Iterator[Past]:
    """Yield what one edit tells, and note what the ones before it led to."""
    for place, before in _befores(entry):
        if place in later:
            after = later[place]
        else:
            after = Lost.NOTHING if RECORD in later else _now(vault, entry, place)
        aside = entry.device in (MERGED, TO_CHECK)
        later[place] = Lost.UNKNOWN if aside else before
        if before != after or before in (Lost.FORGOTTEN, Lost.UNKNOWN):
            yield _past(entry, place, before, after)


def _last(entry: Entry) -> dict[Place, object]:
    """Return what a record held when it was removed."""
    if not entry.before:  # gone for good
        return {}
    types = _types(entry.kind)
    blank: dict[Place, object] = {
        (name, ""): one.default for name, one in types.items() if not one.required
    }
    return {RECORD: None, **blank, **dict(_befores(entry))}


def _past(
    entry: Entry,
    place: Place,
    before: object = Lost.NOTHING,
    after: object = Lost.NOTHING,
) -> Past:
    return Past(
        entry.kind,
        entry.id,
        entry.action,
        *place,
        entry.n,
        entry.at,
        entry.device,
        before,
        after,
    )


def _befores(entry: Entry) -> Iterator[tuple[Place, object]]:
    """Yield each value that an entry keeps, codes one by one."""
    types = _types(entry.kind)
    for name, value in entry.before.items():
        if name not in types:
            continue
        if name == CODES and isinstance(value, tuple) and not is_forgotten(value):
            for part in value:
                if isinstance(part, dict) and "id" in part:
                    yield (name, str(part["id"])), _code(part)
        else:
            yield (name, ""), _value(value, types[name].type)


@cache
def _types(kind: str) -> dict[str, msgspec.structs.FieldInfo]:
    """Return the fields of a kind that are read out."""
    struct = Vault if kind == VAULT else KINDS[kind].struct if kind in KINDS else None
    if struct is None:  # a newer program's
        return {}
    return {
        one.name: one
        for one in msgspec.structs.fields(struct)
        if one.name != "id" and (kind != VAULT or one.name in OWN_FIELDS)
    }


def _value(value: object, type_: object) -> object:
    """Return a value as records hold it; a spelling that fits no more as UNKNOWN."""
    if is_forgotten(value):
        return Lost.FORGOTTEN
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return Lost.UNKNOWN


def _code(part: Mapping[str, object]) -> object:
    """Return a code as it was; one whose value is forgotten keeps its use."""
    if len(part) == 1:
        return Lost.NOTHING
    try:
        return msgspec.convert(part, Code)
    except msgspec.ValidationError:
        return Lost.UNKNOWN


def _now(vault: Vault, entry: Entry, place: Place) -> object:
    """Return what a place holds today; NOTHING where there is no such code."""
    holder = vault if entry.kind == VAULT else vault.find(entry.kind, entry.id)
    if holder is None:
        return Lost.UNKNOWN
    field, part = place
    held = getattr(holder, field)
    if not part:
        return held
    return next((code for code in held if code.id == part), Lost.NOTHING)
