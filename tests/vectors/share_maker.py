"""What every vector of the share is made with: one owner, one vault, seeded chance."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from tests.builders import LATER, a_vault
from tests.vectors.envelope_maker import PHRASE, Maker, sign, signing_seed
from vault.crypto import signing
from vault.document.body import encode_body
from vault.encoding.canonical import to_json
from vault.envelope.header import Profile
from vault.envelope.seal import seal
from vault.model.vault import Vault
from vault.share.bundle import STAMP
from vault.share.document import ShareFacts, encode_share
from vault.share.scope import Depth, scoped

SHARE_ID = bytes.fromhex("0123456789abcdef")  # the id that `Maker` wraps its keys for
SIGNER = signing.public_key(signing_seed()).hex()
VAULT = replace(a_vault(2, codes=3, used=1), name="Käse & Krug", signer=SIGNER)
Sign = Callable[[bytes], bytes] | None


@dataclass(frozen=True)
class ShareVector:
    """One file: what must happen, why, and the bytes of a file or of a document."""

    name: str
    expect: str
    comment: str
    data: bytes
    form: str = "document"
    second: str = ""  # "opens" where the second reader does not see the fault
    passphrase: str = PHRASE

    def to_bytes(self) -> bytes:
        """Return the file."""
        lines = [f"expect: {self.expect}", f"comment: {self.comment}"]
        lines.append(f"form: {self.form}")
        if self.form == "file":
            lines.append(f"passphrase: {json.dumps(self.passphrase)}")
        if self.second:
            lines.append(f"second: {self.second}")
        return "\n".join(lines).encode() + b"\n\n" + self.data


def facts(depth: Depth = "codes") -> ShareFacts:
    """Return what a share of the vectors says of itself."""
    return ShareFacts(
        issue=1, made=LATER, depth=depth, note="Ring me.", expires="2027-03-01"
    )


def part(depth: Depth = "codes") -> Vault:
    """Return the first account of the vault, as deep as that."""
    return scoped(VAULT, list(VAULT.accounts)[:1], depth, SHARE_ID.hex())


def written(depth: Depth = "codes") -> bytes:
    """Return a sound share document."""
    return encode_share(facts(depth), part(depth))


def plain(depth: Depth = "codes") -> dict[str, Any]:
    """Return a sound share document as plain values, to be spoilt."""
    values: dict[str, Any] = json.loads(written(depth))
    return values


def spelt(values: object) -> bytes:
    """Return plain values in the one spelling."""
    return to_json(values)


def sealed(document: bytes, signed: Sign = sign, seed: int = 7) -> bytes:
    """Return the file of a share document, sound or not."""
    return sealed_body(encode_body(document), signed, seed)


def sealed_body(
    body: bytes, signed: Sign = sign, seed: int = 7, profile: Profile = Profile.SHARE
) -> bytes:
    """Return an envelope of these bytes."""
    make = Maker(seed)
    return seal(
        body,
        profile=profile,
        ident=SHARE_ID,
        keys=make.keys(make.p),
        stamp=STAMP,
        random=make.random,
        sign=signed,
    )
