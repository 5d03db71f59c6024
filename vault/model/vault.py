"""The vault: everything one owner keeps, looked up by kind and id."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import msgspec

from vault.errors import BrokenInvariant, NotFound
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
from vault.model.record import Record
from vault.model.review import Review
from vault.model.route import OwnRoute
from vault.model.share import Share
from vault.model.thing import Thing
from vault.model.way import WayNote


class Kind(NamedTuple):
    """A kind of record: its word, its Struct, the vault's field that holds it."""

    word: str
    struct: type[Record]
    collection: str


_TABLE: Final = (
    Kind("account", Account, "accounts"),
    Kind("code-set", CodeSet, "code_sets"),
    Kind("procedure", Procedure, "procedures"),
    Kind("contact", Contact, "contacts"),
    Kind("person", Person, "people"),
    Kind("access", Access, "access"),
    Kind("kit", Kit, "kits"),
    Kind("incident", Incident, "incidents"),
    Kind("review", Review, "reviews"),
    Kind("attachment", Attachment, "attachments"),
    Kind("share", Share, "shares"),
    Kind("thing", Thing, "things"),
    Kind("route", OwnRoute, "routes"),
    Kind("platform", OwnPlatform, "platforms"),
)
# The one table of kinds, in the order in which people are shown them.
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({one.word: one for one in _TABLE})


class Vault(msgspec.Struct, frozen=True, kw_only=True):
    """One owner's vault in memory; a change makes a new one and shares the rest.

    Collections map id to record and are never written to; edits go through
    `vault.model.change`.
    """

    id: str  # 16 hex digits
    name: str = ""
    created: str = ""  # time
    currency: str = ""  # ISO 4217
    passphrase_generated: bool = False
    passphrase_since: str = ""  # time: an earlier kit opens with an earlier one
    vault_code: str = ""  # 32 hex digits: what the key card carries; a secret
    card_number: int = 0  # of the newest key card
    identity: Identity | None = None  # a secret; None in what a partial kit restores
    signer: str = ""  # 64 hex digits: the public key that signs this vault's kits
    ways: tuple[WayNote, ...] = ()  # of the file's slots; some may have no note
    house_rules: tuple[str, ...] = ()  # what staff hold to
    house_rules_since: str = ""  # day they were last changed
    review_months: int = 0  # between reviews; 0: as the program proposes
    review_vital_months: int = 0
    review_minor_months: int = 0
    counter: int = 0  # Lamport counter of the changes
    accounts: Mapping[str, Account] = MappingProxyType({})
    code_sets: Mapping[str, CodeSet] = MappingProxyType({})
    procedures: Mapping[str, Procedure] = MappingProxyType({})
    contacts: Mapping[str, Contact] = MappingProxyType({})
    people: Mapping[str, Person] = MappingProxyType({})
    access: Mapping[str, Access] = MappingProxyType({})
    kits: Mapping[str, Kit] = MappingProxyType({})
    incidents: Mapping[str, Incident] = MappingProxyType({})
    reviews: Mapping[str, Review] = MappingProxyType({})
    attachments: Mapping[str, Attachment] = MappingProxyType({})
    shares: Mapping[str, Share] = MappingProxyType({})
    things: Mapping[str, Thing] = MappingProxyType({})
    routes: Mapping[str, OwnRoute] = MappingProxyType({})
    platforms: Mapping[str, OwnPlatform] = MappingProxyType({})
    history: tuple[Entry, ...] = ()
    blobs: Mapping[str, bytes] = MappingProxyType({})  # of attachments, by SHA-256

    def __repr__(self) -> str:
        """Name the vault; its content would fill a log, and some of it is secret."""
        return f"Vault(id={self.id!r}, accounts={len(self.accounts)})"

    def collection(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a kind by id. An unknown kind raises BrokenInvariant.

        A kind typed by a person is checked against KINDS before it comes here.
        """
        if kind not in KINDS:
            raise BrokenInvariant("model.kind")
        records: Mapping[str, Record] = getattr(self, KINDS[kind].collection)
        return records

    def find(self, kind: str, id_: str) -> Record | None:
        """Return the record of that kind and id, or None."""
        return self.collection(kind).get(id_)

    def get(self, kind: str, id_: str) -> Record:
        """Return the record of that kind and id; raises NotFound."""
        found = self.find(kind, id_)
        if found is None:
            raise NotFound(kind, id_)
        return found


def kind_of(record: Record) -> str:
    """Return the word for a record's kind."""
    for kind in _TABLE:
        if type(record) is kind.struct:
            return kind.word
    raise BrokenInvariant("model.kind")
