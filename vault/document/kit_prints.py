"""A fingerprint of each record that went on paper: later it tells what is another.

Rules. A print is salted with the random id of the kit's own record, which stands in
clear on no paper: it says nothing to whoever sees it elsewhere. It is a text: lists of
texts are merged entry by entry: "KIND ID HASH", for a code set with CODES and LEFT
behind, the hash without how the codes were used, and how many are unused.
Prints stay out of the kit itself: whoever restores it makes them anew.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final, NamedTuple

import msgspec

from vault.document.kit_document import NOT_ON_PAPER, kit_document
from vault.encoding.canonical import encode_trusted
from vault.model.code import CodeSet
from vault.model.kit import Kit
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

HASH_BYTES: Final = 8
_PARTS: Final = (3, 5)  # of a print, of that of a code set
_OTHER_ID: Final = "a part"  # a part is never under the vault's id; here nobody sees it
# The register itself is no part of what goes stale, nor what is not on paper
LEFT_OUT: Final = NOT_ON_PAPER | {"kit"}


class Print(NamedTuple):
    """The print of one record; `codes` and `left` are set for code sets only."""

    kind: str
    id: str
    whole: str
    codes: str = ""
    left: int = 0


def prints_of(vault: Vault, kit: Kit) -> tuple[str, ...]:
    """Return the prints of all that this kit would hold if it were made of this vault.

    Chosen accounts that are gone are left out.
    """
    return tuple(map(spelt, records_printed(vault, kit)))


def records_printed(vault: Vault, kit: Kit) -> Iterator[Print]:
    """Yield the same as data: kinds in their order, records by id."""
    return printed(_content(vault, kit), kit.id)


def printed(content: Vault, salt_id: str) -> Iterator[Print]:
    """Yield the print of each record in there, salted with an entry's random id."""
    salt = salt_id.encode()
    for kind in KINDS:
        if kind not in LEFT_OUT:
            for _id, record in sorted(content.collection(kind).items()):
                yield _print(kind, record, salt)


def parse_prints(texts: Iterable[str]) -> dict[tuple[str, str], Print]:
    """Return the prints by kind and id; what is none of ours is left out."""
    found = {}
    for text in texts:
        parts = text.split(" ")
        if len(parts) not in _PARTS:
            continue
        kind, id_, whole, *rest = parts
        codes, left = rest or ("", "0")
        if left.isascii() and left.isdecimal():
            found[kind, id_] = Print(kind, id_, whole, codes, int(left))
    return found


def _content(vault: Vault, kit: Kit) -> Vault:
    if not kit.partial:
        return vault
    there = [one for one in kit.accounts if one in vault.accounts]
    return kit_document(vault, there, _OTHER_ID)


def _print(kind: str, record: Record, salt: bytes) -> Print:
    whole = _hash(record, salt)
    if not isinstance(record, CodeSet):
        return Print(kind, record.id, whole)
    fresh = [
        msgspec.structs.replace(
            code, state="unused", used_at="", used_by="", used_for=""
        )
        for code in record.codes
    ]
    left = sum(code.state == "unused" for code in record.codes)
    bare = msgspec.structs.replace(record, codes=tuple(fresh))
    return Print(kind, record.id, whole, _hash(bare, salt), left)


def _hash(record: Record, salt: bytes) -> str:
    data = encode_trusted(record)
    return blake2b(data, digest_size=HASH_BYTES, key=salt).hexdigest()


def spelt(one: Print) -> str:
    """Return a print as a register keeps it; the inverse of `parse_prints`."""
    plain = f"{one.kind} {one.id} {one.whole}"
    return f"{plain} {one.codes} {one.left}" if one.codes else plain
