"""Vaults in which every text is a marker of its own, to be sought where it must not be.

What may go in is said here once more and in another form than in the core: field by
field, as the table of the SPEC has it.
"""

import itertools
import re
from collections.abc import Iterator

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.strategies import vaults
from vault.model.link import links_of
from vault.model.record import Part, Record
from vault.model.vault import KINDS, Vault

MARKER = re.compile(rb"mark\d+x")
KEPT = {"id", "account", "person", "state", "situation", "ways", "kind"}
FIRST = {
    "account": "name platform login email phone url created",
    "procedure": "title steps source source_date checked notes",
    "contact": "name role channels hours language case_numbers notes",
}
ACCESS = {
    "account": FIRST["account"] + " importance notes",
    "procedure": FIRST["procedure"] + " checked_by",
    "contact": FIRST["contact"],
    "access": "role since factor last_confirmed ended",
    "person": "name role email phone",
}
CODES = ACCESS | {"code-set": "label issued notes"}
ALLOWED = {"procedures": FIRST, "access": ACCESS, "codes": CODES}


def marked_vaults() -> st.SearchStrategy[Vault]:
    """Draw vaults of every kind of record, each of their texts a marker."""
    return vaults(at_most=3).map(marked)


def marked(vault: Vault) -> Vault:
    """Return the vault with a marker in every text that is no link and no word."""
    numbers = itertools.count()
    collections = {
        kind.collection: {
            record.id: _marked(word, record, vault, numbers)
            for record in vault.collection(word).values()
        }
        for word, kind in KINDS.items()
    }
    return replace(vault, history=(), **collections)


def _marked(
    kind: str, record: Record, vault: Vault, numbers: Iterator[int]
) -> msgspec.Struct:
    """Mark a record; a link to somebody who is there stays one."""
    linked = {link.field: link for link in links_of(kind)}
    fields: dict[str, object] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in KEPT or (name == "retired" and not value):
            continue
        if name in linked and value in vault.collection(linked[name].target):
            continue
        if name not in {"recovers_through", "accounts"}:
            fields[name] = _text(value, numbers)
    return replace(record, **{n: v for n, v in fields.items() if v is not None})


def _text(value: object, numbers: Iterator[int]) -> object:
    if isinstance(value, str):
        return f"mark{next(numbers)}x"
    if isinstance(value, Part):
        names = [n for n in value.__struct_fields__ if n not in KEPT - {"kind"}]
        new = {n: _text(getattr(value, n), numbers) for n in names}
        return replace(value, **new)
    if isinstance(value, tuple):
        return tuple(_text(one, numbers) for one in value)
    return None


def markers(data: bytes) -> set[bytes]:
    """Return the markers that stand in some bytes."""
    return set(MARKER.findall(data))


def allowed(vault: Vault, chosen: set[str], depth: str) -> set[bytes]:
    """Return the markers that a share may hold, and has to."""
    table = ALLOWED[depth]
    found: set[bytes] = set()
    named: set[str] = set()
    for kind, names in table.items():
        if kind == "person":
            continue
        for record in vault.collection(kind).values():
            account = record.id if kind == "account" else getattr(record, "account", "")
            if account in chosen and not getattr(record, "retired", ""):
                found |= _of(record, names.split())
                links = [li.field for li in links_of(kind) if li.target == "person"]
                named |= {getattr(record, f) for f in links if "." not in f}
                found |= _usable(record)
    if "person" in table:
        people = [vault.people[id_] for id_ in named if id_ in vault.people]
        for person in people:
            found |= _of(person, table["person"].split())
    return found


def _of(record: Record, names: list[str]) -> set[bytes]:
    values = {name: getattr(record, name) for name in names}
    return markers(msgspec.json.encode(values))


def _usable(record: Record) -> set[bytes]:
    codes = getattr(record, "codes", ())
    return markers(" ".join(c.value for c in codes if c.state == "unused").encode())
