"""The share document: facts of the share around the document of its part, as JSON.

Rules. As for the vault's document: what is read at our minor or an earlier one prints
back to the very same bytes; a newer minor is read as far as it is understood; a newer
version is refused. The part inside keeps its own version and its own rules. Every share
may come from a stranger, so its bytes go through the pre-scan.
"""

from typing import Final, NamedTuple, TypeVar

import msgspec

from vault.document.codec import decode_document, encode_document
from vault.document.prescan import prescan
from vault.document.schema import Head
from vault.encoding.canonical import encode_trusted
from vault.errors import Malformed, TooNew
from vault.model.moment import is_day, is_time
from vault.model.record import Whole
from vault.model.validate import findings_of_own
from vault.model.vault import Vault
from vault.share.scope import Depth, within_scope

VERSION: Final = 1  # an older program refuses a newer one
MINOR: Final = 0  # more facts; an older program opens and says that there is more

_T = TypeVar("_T")


class ShareFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a share says of itself; whom it is from stands in its part."""

    issue: Whole  # counts up under one share id
    made: str  # time
    depth: Depth
    note: str = ""  # the owner's words to the deputy
    expires: str = ""  # last day on which it is not old, "" where it never is

    def expired(self, today: str) -> bool:
        """Tell whether the share is old; `today` is a day as records spell it."""
        return bool(self.expires) and today > self.expires


class _Stored(Head, frozen=True, kw_only=True):
    """The whole share document, its part as it is spelt."""

    share: ShareFacts
    document: msgspec.Raw


class DecodedShare(NamedTuple):
    """A share document as read; `newer` where a newer program wrote more into it."""

    facts: ShareFacts
    part: Vault
    newer: bool


def encode_share(facts: ShareFacts, part: Vault) -> bytes:
    """Return the canonical JSON of a share; raises as `encode_document` does."""
    document = msgspec.Raw(encode_document(part))
    return encode_trusted(
        _Stored(version=VERSION, minor=MINOR, share=facts, document=document)
    )


def decode_share(data: bytes) -> DecodedShare:
    """Return the facts and the part that `data` holds. Raises Malformed or TooNew.

    Malformed also where the facts are no facts, or the part holds what a share of its
    depth must never hold.
    """
    prescan(data)
    head = _typed(data, Head, "share.head")
    if head.version > VERSION:
        raise TooNew(head.version, VERSION)
    if head.version != VERSION or head.minor < 0:
        raise Malformed("share.version", head.version)
    stored = _typed(data, _Stored, "share.type")
    newer = stored.minor > MINOR
    if not newer and encode_trusted(stored) != data:
        raise Malformed("share.not-canonical")
    decoded = decode_document(bytes(stored.document))
    _check(stored.share, decoded.vault)
    return DecodedShare(stored.share, decoded.vault, newer or decoded.read_only)


def _typed(data: bytes, type_: type[_T], where: str) -> _T:
    try:
        return msgspec.json.decode(data, type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed(where) from error


def _check(facts: ShareFacts, part: Vault) -> None:
    """Believe nothing that a stranger may have put there."""
    expires = not facts.expires or is_day(facts.expires)
    if facts.issue < 1 or not is_time(facts.made) or not expires:
        raise Malformed("share.facts")
    if any(one.severity == "error" for one in findings_of_own(part)):
        raise Malformed("share.vault")
    if not within_scope(part, facts.depth):
        raise Malformed("share.scope")
