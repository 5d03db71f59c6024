"""A share as a file: its document sealed for the deputy, signed by the owner, and back.

The id in the open part of the file is the share id, and the part inside bears it too.
The stamp tells nothing: a share is no save of a vault.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vault.crypto.random import Random
from vault.document.body import decode_body, encode_body
from vault.envelope.header import Profile
from vault.envelope.seal import (
    Credentials,
    Keys,
    Stamp,
    open_envelope,
    seal,
)
from vault.errors import Malformed, Tampered
from vault.model.vault import Vault
from vault.share.document import ShareFacts, decode_share, encode_share

STAMP: Final = Stamp(generation=1, epoch=1, parent=bytes(8))


@dataclass(frozen=True)
class Bundle:
    """What a share held, believed: the signature is by the key that it names."""

    facts: ShareFacts
    part: Vault
    newer: bool


def seal_share(
    facts: ShareFacts,
    part: Vault,
    keys: Keys,
    random: Random,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """Return the file of a share; `keys` are wrapped for the id of its part.

    Raises TooLarge beyond 256 MiB, and what `encode_document` raises.
    """
    return seal(
        encode_body(encode_share(facts, part)),
        profile=Profile.SHARE,
        ident=bytes.fromhex(part.id),
        keys=keys,
        stamp=STAMP,
        random=random,
        sign=sign,
    )


def open_bundle(
    data: bytes,
    credentials: Credentials,
    *,
    consent: bool = False,
    free_memory_kib: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Bundle:
    """Open the file of a share; the words of the arguments are `open_envelope`'s.

    Raises the envelope's five errors, Tampered also where the signature is not by the
    key that the part names. Whoever made it may be anybody: it is checked before it is
    believed.
    """
    opened = open_envelope(
        data,
        credentials,
        profile=Profile.SHARE,
        consent=consent,
        free_memory_kib=free_memory_kib,
        cancelled=cancelled,
    )
    opened.keys.file_key.close()  # a share is never sealed again
    facts, part, newer = decode_share(decode_body(opened.body))
    if not opened.verify(bytes.fromhex(part.signer)):
        raise Tampered
    if bytes.fromhex(part.id) != opened.header.ident:
        raise Malformed("share.id")
    return Bundle(facts, part, newer)
