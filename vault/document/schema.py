"""The document's shape: version, minor, and the vault with its records in arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import lt
from typing import Final

import msgspec

from vault.model.account import Account
from vault.model.attachment import Attachment
from vault.model.code import CodeSet
from vault.model.contact import Contact
from vault.model.entry import Entry
from vault.model.identity import Identity
from vault.model.incident import Incident
from vault.model.kit import Kit
from vault.model.person import Access, Person
from vault.model.platform import OwnPlatform
from vault.model.procedure import Procedure
from vault.model.record import Record, Whole
from vault.model.review import Review
from vault.model.route import OwnRoute
from vault.model.share import Share
from vault.model.thing import Thing
from vault.model.vault import KINDS, Vault
from vault.model.way import WayNote

VERSION: Final = 1  # a step needs migration; an older program refuses
MINOR: Final = 4  # more records or fields; an older program reads, and does not write


class Head(msgspec.Struct, frozen=True):
    """What is read first: by which rules to read the rest."""

    version: Whole
    minor: Whole


class StoredVault(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The vault as the document holds it: each collection an array, sorted by id."""

    id: str
    name: str = ""
    created: str = ""
    currency: str = ""
    passphrase_generated: bool = False
    passphrase_since: str = ""
    vault_code: str = ""
    card_number: Whole = 0
    identity: Identity | None = None
    signer: str = ""
    ways: tuple[WayNote, ...] = ()
    house_rules: tuple[str, ...] = ()
    house_rules_since: str = ""
    review_months: Whole = 0
    review_vital_months: Whole = 0
    review_minor_months: Whole = 0
    counter: Whole = 0
    accounts: tuple[Account, ...] = ()
    code_sets: tuple[CodeSet, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    contacts: tuple[Contact, ...] = ()
    people: tuple[Person, ...] = ()
    access: tuple[Access, ...] = ()
    kits: tuple[Kit, ...] = ()
    incidents: tuple[Incident, ...] = ()
    reviews: tuple[Review, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    shares: tuple[Share, ...] = ()
    things: tuple[Thing, ...] = ()
    routes: tuple[OwnRoute, ...] = ()
    platforms: tuple[OwnPlatform, ...] = ()
    history: tuple[Entry, ...] = ()


class Document(Head, frozen=True, kw_only=True):
    """The whole document."""

    vault: StoredVault


@dataclass(frozen=True, slots=True)
class Form:
    """The form of documents that a program reads and writes; `FORM` is this one's."""

    version: int = VERSION
    minor: int = MINOR
    document: type[Document] = Document
    vault: type[StoredVault] = StoredVault


FORM: Final = Form()
_FIELDS: Final = StoredVault.__struct_fields__  # all but the bytes of attachments
COLLECTIONS: Final = frozenset(kind.collection for kind in KINDS.values())


def stored(vault: Vault, form: Form, minor: int) -> Document:
    """Return the document of a vault in that minor, records sorted by id."""
    fields = {name: getattr(vault, name) for name in _FIELDS}
    for name in COLLECTIONS:
        records: Mapping[str, Record] = fields[name]
        fields[name] = tuple([records[id_] for id_ in sorted(records)])
    return form.document(version=form.version, minor=minor, vault=form.vault(**fields))


def is_sorted(document: Document) -> bool:
    """Tell whether the records of each collection are sorted by id, none doubled."""
    for name in COLLECTIONS:
        ids = [record.id for record in getattr(document.vault, name)]
        if not all(map(lt, ids, ids[1:])):
            return False
    return True


def loaded(document: Document) -> Vault:
    """Return the vault of a document; of two records with one id the last stays.

    The codec has noticed: `is_sorted` is False, or it only reads.
    """
    source = document.vault
    fields = {name: getattr(source, name) for name in _FIELDS}
    for name in COLLECTIONS:
        records: tuple[Record, ...] = fields[name]
        fields[name] = {record.id: record for record in records}
    return Vault(**fields)
