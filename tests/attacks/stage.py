"""Whom the attacks are against: one owner's files, and those of a neighbour.

All at a toy cost, from fixed seeds. The neighbour uses the very same passphrase and
code: what keeps the files apart must be the files.
"""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from tests.vectors.envelope_maker import CODE, PHRASE, sign
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import Header, Profile, parse_header
from vault.envelope.seal import (
    Credentials,
    Keys,
    Stamp,
    Way,
    change_ways,
    new_keys,
    passphrase_secret,
    seal,
)

MARK: Final = "the-owner's-own-secret-8841"  # in every body: no error may tell it
STAMP: Final = Stamp(7, 2, b"parentid")
CHUNK: Final = 16_400  # as sealed
HEAD: Final = 56  # of a stream


@dataclass(frozen=True)
class Owner:
    """Somebody's ways in."""

    phrase: Secret
    code: Secret

    @property
    def by_phrase(self) -> Credentials:
        """The passphrase alone."""
        return Credentials(passphrase=self.phrase)

    @property
    def by_code(self) -> Credentials:
        """The code alone."""
        return Credentials(code=self.code)

    @property
    def both(self) -> Credentials:
        """Both."""
        return Credentials(self.phrase, self.code)

    @property
    def p(self) -> Way:
        """A way in by the passphrase."""
        return Way(passphrase=self.phrase, cost=TESTS_ONLY)

    @property
    def c(self) -> Way:
        """A way in by the code."""
        return Way(code=self.code)

    @property
    def pc(self) -> Way:
        """A way in by both."""
        return Way(self.phrase, self.code, TESTS_ONLY)


OWNER: Final = Owner(passphrase_secret(PHRASE), Secret(CODE))
NEW_PHRASE: Final = "umbrella waltz yogurt zebra apron bacon"
LATER: Final = Owner(passphrase_secret(NEW_PHRASE), Secret(CODE))
THIEF: Final = Owner(passphrase_secret("let me in"), Secret(b"thief's own code"))
SECRETS: Final = (
    PHRASE,
    NEW_PHRASE,
    MARK,
    CODE.hex(),
    print_code(CODE, CodeKind.VAULT),
    print_code(CODE, CodeKind.VAULT).replace("-", ""),
)


@dataclass(frozen=True)
class Sealed:
    """An envelope in its three parts, so that they can be exchanged."""

    data: bytes
    header: Header
    keys: Keys

    @property
    def head(self) -> bytes:
        """Preamble and fields, with the magic."""
        return self.header.to_bytes()

    @property
    def front(self) -> bytes:
        """Preamble and fields as they lie in the file or on paper."""
        return self.data[: self.header.payload_start]

    @property
    def payload(self) -> bytes:
        """The stream."""
        return self.data[self.header.payload_start :]

    @property
    def chunks(self) -> list[bytes]:
        """The chunks of the stream, the last one included."""
        rest = self.payload[HEAD:]
        return [rest[at : at + CHUNK] for at in range(0, len(rest), CHUNK)]

    def with_header(self, **changes: object) -> bytes:
        """Return the file with another header in front of its own payload."""
        changed = replace(self.header, **changes)  # type: ignore[arg-type]
        left_out = 8 if self.header.profile is Profile.KIT else 0
        return changed.to_bytes()[left_out:] + self.payload

    def with_payload(self, payload: bytes) -> bytes:
        """Return the file with another payload behind its own header."""
        return self.front + payload

    def with_chunks(self, *chunks: bytes) -> bytes:
        """Return the file with other chunks behind its own stream's head."""
        return self.front + self.payload[:HEAD] + b"".join(chunks)


def sealed(
    keys: Keys,
    profile: Profile = Profile.VAULT,
    ident: bytes = b"ownervlt",
    *,
    body: bytes | None = None,
    stamp: Stamp = STAMP,
    seed: int = 1,
) -> Sealed:
    """Seal a body of several chunks for a profile."""
    text = (MARK + " ").encode() * 1300 if body is None else body
    signer = None if profile is Profile.VAULT else sign
    data = seal(
        text,
        profile=profile,
        ident=ident,
        keys=keys,
        stamp=stamp,
        random=Random(seed).randbytes,
        sign=signer,
    )
    return Sealed(data, parse_header(data, profile is Profile.KIT), keys)


def keys_for(*ways: Way, ident: bytes = b"ownervlt", seed: int = 11) -> Keys:
    """Draw a file key with these ways in."""
    return new_keys(ident, ways, Random(seed).randbytes, TESTS_ONLY)


KEYS: Final = keys_for(OWNER.p, OWNER.c)
OLD: Final = sealed(KEYS, seed=21)
NEW: Final = sealed(
    KEYS, stamp=Stamp(8, 2, OLD.header.save_id), seed=22
)  # the next save
RENEWED_KEYS: Final = change_ways(
    b"ownervlt",
    KEYS,
    random=Random(12).randbytes,
    presented=[OWNER.by_code],
    add=[LATER.p],
    remove={0},
    floor=TESTS_ONLY,
).keys
RENEWED: Final = sealed(RENEWED_KEYS, stamp=Stamp(9, 3, NEW.header.save_id), seed=23)
OTHER_KEYS: Final = keys_for(OWNER.p, OWNER.c, ident=b"othervlt", seed=13)
OTHER: Final = sealed(OTHER_KEYS, ident=b"othervlt", seed=24)
SHARE: Final = sealed(KEYS, Profile.SHARE, seed=25)
KIT: Final = sealed(KEYS, Profile.KIT, seed=26)
PROPOSAL: Final = sealed(KEYS, Profile.PROPOSAL, seed=27)
