"""What of a vault goes on paper: all of it, or chosen accounts and what hangs on them.

Rules for a part. It may fall into hands that must not open the vault: so no identity
seed, no vault code, no register, no vault id; and no trace of an account that was not
chosen, nor of a person whom no chosen record names.
"""

from collections.abc import (
    Callable,
    Collection,
    Container,
    Iterable,
    Iterator,
    Mapping,
)
from typing import Final

import msgspec

from vault.errors import BrokenInvariant
from vault.model.kit import Kit
from vault.model.link import LINKS, links_of, relinked, targets
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

# What was gone through before opens nothing, and papers are long: they would age a kit
# and fill its sheets.
NOT_ON_PAPER: Final = frozenset({"incident", "review", "attachment", "share"})

Part = dict[str, Mapping[str, Record]]  # records by id, by kind


def kit_document(
    vault: Vault, accounts: Collection[str] | None = None, id_: str = ""
) -> Vault:
    """Return the vault as a kit carries it: without what is past, or tells of the file.

    With `accounts` it is a part, under the random vault id `id_` (16 hex digits).
    Raises NotFound for an account that is not there, BrokenInvariant for a part without
    an id of its own.
    """
    if accounts is None:
        past: Part = {KINDS[kind].collection: {} for kind in NOT_ON_PAPER}
        bare = msgspec.structs.replace(vault, history=(), ways=(), blobs={}, **past)
        return msgspec.structs.replace(bare, kits=_bare(vault))
    if not id_ or id_ == vault.id:
        raise BrokenInvariant("kit_document.id")
    for account in accounts:
        vault.get("account", account)
    part = _chosen(vault, frozenset(accounts))
    collections = {KINDS[kind].collection: records for kind, records in part.items()}
    bare = Vault(
        id=id_,
        name=vault.name,
        created=vault.created,
        currency=vault.currency,
        signer=vault.signer,
    )
    return msgspec.structs.replace(bare, **collections)


def _bare(vault: Vault) -> dict[str, Kit]:
    """Return the register without prints: whoever restores the kit makes its own."""
    kits = vault.kits.items()
    return {id_: msgspec.structs.replace(kit, prints=()) for id_, kit in kits}


def _chosen(vault: Vault, accounts: frozenset[str]) -> Part:
    """Return the records of a part by kind, with no link to what stays behind."""
    part: Part = {"account": {id_: vault.get("account", id_) for id_ in accounts}}
    for link in LINKS:
        if link.kind == "route":
            continue  # it may need what stays behind, and would promise too much
        if link.target == "account" and link.on_removal == "cascade":
            part[link.kind] = {
                record.id: record
                for record in vault.collection(link.kind).values()
                if not accounts.isdisjoint(targets(record, link))
            }
    part["platform"] = _platforms(vault, part["account"].values())
    named = set(_named(part, "person"))
    part["person"] = {
        id_: person
        for id_, person in vault.collection("person").items()
        if id_ in named
    }
    return {kind: _cut(kind, records, part) for kind, records in part.items()}


def _platforms(vault: Vault, accounts: Iterable[Record]) -> dict[str, Record]:
    """Return the owner's own platforms that these accounts are on, by their names."""
    on = {getattr(one, "platform", "").strip().casefold() for one in accounts}
    return {
        id_: one
        for id_, one in vault.platforms.items()
        if on & {name.strip().casefold() for name in (one.name, *one.aliases)}
    }


def _named(part: Part, target: str) -> Iterator[str]:
    for kind, records in part.items():
        for link in links_of(kind):
            if link.target == target:
                for record in records.values():
                    yield from targets(record, link)


def _cut(kind: str, records: Mapping[str, Record], part: Part) -> dict[str, Record]:
    """Return the records with every link emptied that leads out of the part."""
    cut = dict(records)
    for link in links_of(kind):
        if not link.must_exist:
            continue
        inside = _inside(part[link.target])
        cut = {id_: relinked(record, link, inside) for id_, record in cut.items()}
    return cut


def _inside(there: Container[str]) -> Callable[[str], str]:
    return lambda name: name if name in there else ""
