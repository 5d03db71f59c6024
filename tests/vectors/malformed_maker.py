"""Makes envelopes part by part, so that one part can be wrong and the rest right.

What is made here is sealed whatever its header says: the fault is refused for itself,
and not because the seal no longer fits. Small on purpose: there are hundreds.
"""

import hashlib
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from tests.vectors.envelope_maker import (
    CODE,
    IDENT,
    PHRASE,
    STAMP,
    Vector,
    disk_body,
    paper_body,
)
from tests.vectors.envelope_maker import field as one_field
from vault.crypto import hkdf, keywrap, stream
from vault.crypto.kdf import TESTS_ONLY, Cost, argon2id
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope import factors, seal
from vault.envelope.header import MAGIC
from vault.envelope.payload import join_plaintext
from vault.envelope.slot import HPKE_BYTES

KIT: Final = 2
TYPED: Final = print_code(CODE, CodeKind.VAULT)
WITH_LENGTH: Final = (0, 1)
FILE_KEY: Final = Secret(hashlib.sha256(b"file key").digest())
SALT: Final = bytes(range(50, 66))
SAVE_ID: Final = b"save-id!"
HPKE: Final = Random(1168).randbytes(HPKE_BYTES)
PLAIN_BYTES: Final = 256
PAYLOAD_BYTES: Final = stream.sealed_bytes(PLAIN_BYTES)


def covered(body: bytes | None = None, size: int = PLAIN_BYTES) -> bytes:
    """Return a sound plaintext of that length in front of its signature."""
    return join_plaintext(STAMP, disk_body() if body is None else body, size)


@dataclass(frozen=True)
class SlotDraft:
    """A slot about to be made; `before` is what the wrapped key is bound to."""

    mask: int = 2
    salt: bytes = SALT
    cost: Cost = TESTS_ONLY
    suite: int = 1

    def before(self) -> bytes:
        """Return the value in front of the wrapped key, whatever it says."""
        data = bytes([self.mask]) + self.salt
        if self.mask & 1:
            data += self.cost.m_kib.to_bytes(4, "big")
            data += bytes([self.cost.t, self.cost.p])
        return data + (bytes([self.suite]) + HPKE if self.mask & 8 else b"")

    def material(self) -> bytes:
        """Return what the factors make; a key file and a deputy's key count as none."""
        data = bytes([self.mask])
        if self.mask & 1:
            data += passphrase_key(self.salt)
        return data + (code_key() if self.mask & 2 else b"")

    def value(self) -> bytes:
        """Return the whole value, the file key wrapped as it should be."""
        return self.before() + wrapped(self.before(), self.material())


def passphrase_key(salt: bytes, cost: Cost = TESTS_ONLY) -> bytes:
    """Return P32 of the vectors' passphrase."""
    return argon2id(Secret(PHRASE.encode()), salt, cost).reveal()


def code_key(code: bytes = CODE) -> bytes:
    """Return C32 of the vectors' code."""
    return hkdf.extract(factors.CODE_LABEL, code)[:32]


def wrapped(before: bytes, material: bytes, ident: bytes = IDENT) -> bytes:
    """Return the file key wrapped as the page says."""
    mixed = hkdf.extract(factors.FACTORS_LABEL, material)
    bound = factors.KEK_LABEL + ident + hashlib.sha512(before).digest()
    return keywrap.wrap(Secret(hkdf.expand(mixed, bound, 32)), FILE_KEY)


CODE_SLOT: Final = SlotDraft().value()


@dataclass(frozen=True)
class Draft:
    """An envelope about to be sealed, each part as somebody wants it."""

    fields: bytes | None = None  # sound ones where none are given
    profile: int = 0
    version: int = 1
    size: int | None = None  # N as it is claimed
    magic: bytes = MAGIC
    ident: bytes = IDENT
    save_id: bytes = SAVE_ID
    plaintext: bytes = field(default_factory=lambda: covered() + bytes(64))

    def head(self) -> bytes:
        """Return preamble and fields, with the magic."""
        fields = self.fields
        if fields is None:
            fields = one_field(1, CODE_SLOT) + self.length()
        size = len(fields) if self.size is None else self.size
        numbers = bytes([self.version, self.profile]) + size.to_bytes(2, "big")
        return self.magic + numbers + self.ident + self.save_id + fields

    def length(self) -> bytes:
        """Return the field of the payload's length, where the profile has one."""
        size = stream.sealed_bytes(len(self.plaintext)).to_bytes(8, "big")
        return one_field(2, size) if self.profile in WITH_LENGTH else b""

    def payload(self) -> bytes:
        """Return the plaintext sealed under this very head."""
        key = seal._input_key(FILE_KEY, self.ident)
        context = seal._context(self.head())
        random = Random(self.head()).randbytes
        return stream.seal_stream(key, context, self.plaintext, random)

    def to_bytes(self) -> bytes:
        """Return the file; a kit without its magic."""
        left_out = len(MAGIC) if self.profile == KIT else 0
        return self.head()[left_out:] + self.payload()


def with_slots(*slots: SlotDraft | bytes, profile: int = 0) -> Draft:
    """Return a draft that these slots open."""
    values = (one if isinstance(one, bytes) else one.value() for one in slots)
    fields = b"".join(one_field(1, value) for value in values)
    return replace(Draft(profile=profile), fields=fields + Draft().length())


def kit() -> Draft:
    """Return a sound kit, small as no sheet would be."""
    plaintext = covered(paper_body()) + bytes(64)
    return Draft(fields=one_field(1, CODE_SLOT), profile=KIT, plaintext=plaintext)


def refused(
    name: str,
    expect: str,
    data: bytes | Draft,
    *,
    comment: str = "",
    profile: str = "vault",
    second: str = "",
) -> Vector:
    """Return a vector that the code would open but for its fault.

    `expect` is a class and, for Malformed, where: "Malformed slot-cost". `second` is
    "opens" where the second reader is not so strict.
    """
    kind, _, where = expect.partition(" ")
    extra = [f"where: {where}"] if where else []
    extra += [f"second: {second}"] if second else []
    return Vector(
        name=name,
        expect=kind,
        comment=comment or name.replace("_", " "),
        data=data.to_bytes() if isinstance(data, Draft) else data,
        code=TYPED,
        profile=profile,
        extra=tuple(extra),
    )
