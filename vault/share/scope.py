"""Which records a share gets: chosen accounts, and as much of them as the depth says.

Rules. A deputy is honest today and may not be tomorrow, so each depth is the least that
its name promises. Never in it: what signs or opens the vault, its history, its register
of kits, other accounts, what hangs on no account (it may tell of any), remarks about
people, and codes that open nothing any more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

import msgspec

from vault.document.kit_document import kit_document
from vault.model.code import Code, CodeSet
from vault.model.link import links_of, targets
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

Depth = Literal["procedures", "access", "codes"]
DEPTHS: Final[tuple[Depth, ...]] = get_args(Depth)

_FIRST: Final = frozenset({"account", "procedure", "contact"})
_ACCESS: Final = _FIRST | {"person", "access"}
# The kinds of records that a share of each depth may hold.
KINDS_AT: Final[Mapping[Depth, frozenset[str]]] = MappingProxyType(
    {"procedures": _FIRST, "access": _ACCESS, "codes": _ACCESS | {"code-set"}}
)

Fields = Mapping[str, tuple[str, ...]]
_REMARKS: Final = {"person": ("notes", "rules_confirmed"), "access": ("notes",)}
_OF_PEOPLE: Final = {
    "account": ("owner", "worth_a_day", "importance", "notes"),
    "procedure": ("checked_by",),
}
# The fields of records that stay behind although the record goes along.
FIELDS_LEFT_OUT: Final[Mapping[Depth, Fields]] = MappingProxyType(
    {"procedures": _OF_PEOPLE, "access": _REMARKS, "codes": _REMARKS}
)


def scoped(vault: Vault, accounts: Collection[str], depth: Depth, id_: str) -> Vault:
    """Return what a share of these accounts holds, as a vault under its own `id_`.

    Raises NotFound for an account that is not there, BrokenInvariant where `id_` is
    none or the vault's own.
    """
    part = kit_document(vault, accounts, id_)
    kept = {
        kind: _trimmed(kind, part.collection(kind).values(), depth)
        for kind in KINDS
        if kind in KINDS_AT[depth]
    }
    if "person" in kept:
        named = set(_people_named(kept))
        people = {i: one for i, one in kept["person"].items() if i in named}
        kept["person"] = people
    bare = Vault(
        id=id_,
        name=part.name,
        currency="" if depth == "procedures" else part.currency,
        signer=part.signer,
    )
    collections = {KINDS[kind].collection: records for kind, records in kept.items()}
    return msgspec.structs.replace(bare, **collections)


def within_scope(vault: Vault, depth: Depth) -> bool:
    """Tell whether a vault holds nothing that a share of this depth must never hold."""
    secrets = (vault.identity, vault.vault_code, vault.history, vault.ways)
    beyond = (kind for kind in KINDS if kind not in KINDS_AT[depth])
    return not any(secrets) and not any(vault.collection(kind) for kind in beyond)


def _trimmed(kind: str, records: Iterable[Record], depth: Depth) -> dict[str, Record]:
    """Return the records of a kind by id, without what stays behind."""
    left_out = FIELDS_LEFT_OUT[depth].get(kind, ())
    defaults = {
        field.name: field.default
        for field in msgspec.structs.fields(KINDS[kind].struct)
        if field.name in left_out
    }
    return {
        one.id: msgspec.structs.replace(_usable(one), **defaults)
        for one in records
        if not (isinstance(one, CodeSet) and one.retired)
    }


def _usable(record: Record) -> Record:
    """Return a code set with its unused codes only: who used what is history."""
    if not isinstance(record, CodeSet):
        return record
    unused = (one for one in record.codes if one.state == "unused")
    bare = tuple(Code(id=one.id, value=one.value) for one in unused)
    return msgspec.structs.replace(record, codes=bare, renew="")


def _people_named(kept: Mapping[str, Mapping[str, Record]]) -> Iterator[str]:
    for kind, records in kept.items():
        for link in links_of(kind):
            if link.target == "person":
                for record in records.values():
                    yield from targets(record, link)
