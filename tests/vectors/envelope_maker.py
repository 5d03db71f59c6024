"""What every vector of the envelope is made with: seeded, at a toy cost."""

import hashlib
import json
import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from vault.crypto import signing, stream
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.envelope import seal as sealing
from vault.envelope.header import Header, Profile, parse_header
from vault.envelope.payload import join_plaintext
from vault.envelope.seal import Keys, Stamp, Way, new_keys, passphrase_secret, seal
from vault.envelope.slot import Slot
from vault.limits import Cost

PHRASE = "drop-down yo-yo felt-tip t-shirt abacus zoom"
CODE = bytes(range(100, 116))
KEY_FILE = bytes(range(64))
IDENT = b"\x01\x23\x45\x67\x89\xab\xcd\xef"
DOCUMENT = {"accounts": [{"name": "Käsekönig", "platform": "etsy"}], "version": 1}
STAMP = Stamp(7, 2, b"parentid")
OPENED = "opened"


@dataclass(frozen=True)
class Vector:
    """One file: its name, what must happen, what is presented, the bytes."""

    name: str
    expect: str
    comment: str
    data: bytes
    passphrase: str | None = None
    code: str | None = None
    profile: str = "vault"
    extra: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the file."""
        lines = [f"expect: {self.expect}", f"comment: {self.comment}"]
        lines += [f"profile: {self.profile}", *self.extra]
        if self.passphrase is not None:
            lines.append(f"passphrase: {json.dumps(self.passphrase)}")
        if self.code is not None:
            lines.append(f"code: {self.code}")
        return "\n".join(lines).encode() + b"\n\n" + self.data


class Maker:
    """Seals with seeded randomness and a toy cost."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed).randbytes
        self.phrase = passphrase_secret(PHRASE)
        self.code = Secret(CODE)
        self.p = Way(passphrase=self.phrase, cost=TESTS_ONLY)
        self.c = Way(code=self.code)
        self.pc = Way(self.phrase, self.code, TESTS_ONLY)
        self.file = Secret(hashlib.sha512(KEY_FILE).digest())

    def keys(self, *ways: Way, floor: Cost = TESTS_ONLY) -> Keys:
        """Draw a file key with these ways in."""
        return new_keys(IDENT, ways, self.random, floor)

    def seal(
        self,
        keys: Keys,
        profile: Profile = Profile.VAULT,
        body: bytes | None = None,
        sign: Callable[[bytes], bytes] | None = None,
    ) -> bytes:
        """Seal the document for `profile`."""
        if body is None:
            body = paper_body() if profile is Profile.KIT else disk_body()
        return seal(
            body,
            profile=profile,
            ident=IDENT,
            keys=keys,
            stamp=STAMP,
            random=self.random,
            sign=sign,
            symbol_bytes=300 if profile is Profile.KIT else None,
        )

    def crafted(self, slots: tuple[Slot, ...]) -> bytes:
        """Seal under slots that the writer would not make."""
        return self.seal(Keys(Secret(self.random(32)), slots))

    def slot(self, cost: Cost) -> Slot:
        """Return a slot that claims this cost; nobody has to open it."""
        return Slot(1, self.random(16), cost, b"", self.random(40))

    def with_plaintext(self, change: Callable[[bytes], bytes], keys: Keys) -> bytes:
        """Seal a plaintext that the writer would not make, of 4,096 bytes."""
        covered = change(join_plaintext(STAMP, disk_body(), 4096))
        plaintext = (covered + bytes(64))[:4096]
        size = stream.sealed_bytes(4096)
        header = Header(Profile.VAULT, IDENT, self.random(8), keys.slots, size)
        key = sealing._input_key(keys.file_key, IDENT)
        context = sealing._context(header.to_bytes())
        payload = stream.seal_stream(key, context, plaintext, self.random)
        return header.to_bytes() + payload


def disk_body() -> bytes:
    """Return the body of a file: the length of the JSON, the JSON, one attachment."""
    text = json.dumps(DOCUMENT, sort_keys=True, separators=(",", ":")).encode()
    return len(text).to_bytes(4, "big") + text + b"attachment"


def paper_body() -> bytes:
    """Return the body of a kit: the raw length and the deflated body of a file."""
    raw = disk_body()
    deflate = zlib.compressobj(0, zlib.DEFLATED, -15)
    return len(raw).to_bytes(4, "big") + deflate.compress(raw) + deflate.flush()


def put(data: bytes, at: int, new: bytes) -> bytes:
    """Return `data` with `new` in place of what stood at `at`."""
    return data[:at] + new + data[at + len(new) :]


def flip(data: bytes, at: int) -> bytes:
    """Return `data` with the lowest bit of one byte turned."""
    at %= len(data)
    return put(data, at, bytes([data[at] ^ 1]))


def with_fields(data: bytes, fields: bytes) -> bytes:
    """Return a file with other fields in front of the same payload."""
    start = parse_header(data, paper=False).payload_start
    return put(data[:28], 10, len(fields).to_bytes(2, "big")) + fields + data[start:]


def field(number: int, value: bytes) -> bytes:
    """Return one field."""
    return bytes([number]) + len(value).to_bytes(2, "big") + value


def signing_seed() -> Secret:
    """Return the one signing key of the vectors."""
    return Secret(hashlib.sha256(PHRASE.encode()).digest())


def sign(message: bytes) -> bytes:
    """Return the signature of that key."""
    return signing.sign(signing_seed(), message)
