"""age's vectors for ML-KEM-768 + X25519 recipients, by the HPKE of the installed wheel.

The deputy's key is to be this suite, and is not built yet: a small reader of age files
stands here in its place, as strict as the vectors ask.
"""

import base64
import hashlib
import hmac
import re
import zlib
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    Suite,
)
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.vectors.read_vector import ReadVector, read_vector

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "vectors" / "age-hybrid"
PATHS = sorted(FOLDER.glob("*")) if FOLDER.is_dir() else []
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
INFO = b"age-encryption.org/mlkem768x25519"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
ENC_BYTES, BODY_BYTES, FILE_KEY_BYTES = 1120, 32, 16
CHUNK = 64 * 1024 + 16

pytestmark = pytest.mark.skipif(
    not PATHS, reason="the published vectors do not lie beside the project"
)


class HeaderFailure(Exception):
    """The header is not one that age allows."""


class NoMatch(Exception):
    """No stanza is for this identity."""


def identity(text: str) -> MLKEM768X25519PrivateKey:
    """Return the key pair of an identity: 32 bytes in Bech32, stretched by SHAKE."""
    values = [BECH32.index(letter) for letter in text.lower().rsplit("1", 1)[1][:-6]]
    number = 0
    for value in values:
        number = number << 5 | value
    seed = (number >> (len(values) * 5 - 256)).to_bytes(32, "big")
    stretched = hashlib.shake_256(seed).digest(96)
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(stretched[:64]),
        X25519PrivateKey.from_private_bytes(stretched[64:]),
    )


def base64_of(text: str) -> bytes:
    """Return what an unpadded text stands for, spelt in the one way."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        raise HeaderFailure from None
    if base64.b64encode(data).rstrip(b"=").decode() != text:
        raise HeaderFailure
    return data


def stanzas(header: str) -> list[tuple[list[str], bytes]]:
    """Return the arguments and the body of each stanza."""
    found = []
    for one in re.split(r"^-> ", header, flags=re.MULTILINE)[1:]:
        first, *body = one.rstrip("\n").split("\n")
        found.append((first.split(" "), base64_of("".join(body))))
    return found


def unwrapped(
    arguments: list[str], body: bytes, key: MLKEM768X25519PrivateKey
) -> bytes:
    """Return the file key of one stanza, b"" where it is for somebody else."""
    kind, *rest = arguments
    if kind == "X25519" and rest:
        if len(base64_of(rest[0])) != 32 or len(rest) != 1:
            raise HeaderFailure
        return b""
    if kind != "mlkem768x25519":
        return b""
    if len(rest) != 1 or len(base64_of(rest[0])) != ENC_BYTES:
        raise HeaderFailure
    if len(body) != BODY_BYTES:
        raise HeaderFailure
    enc = base64_of(rest[0])
    if has_low_order(enc[-32:]):
        raise HeaderFailure
    try:
        return SUITE.decrypt(enc + body, key, INFO)
    except InvalidTag:
        return b""


def has_low_order(point: bytes) -> bool:
    """Tell whether every secret shared with this point is zero.

    The library refuses such a point as it does a wrong tag; age wants it told apart.
    """
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(point))
    except ValueError:
        return True
    return False


def opened(data: bytes, key: MLKEM768X25519PrivateKey) -> tuple[bytes, bytes]:
    """Return the file key and the plaintext of an age file."""
    if data.startswith(b"-----BEGIN AGE"):
        data = base64.b64decode(b"".join(data.splitlines()[1:-1]))
    end = data.index(b"\n--- ") + 4
    header, line = data[:end], data[end:].split(b"\n", 1)[0]
    if not header.startswith(b"age-encryption.org/v1\n"):
        raise HeaderFailure
    parsed = stanzas(header[: end - 3].decode())
    keys = [found for one in parsed if (found := unwrapped(*one, key))]
    if not keys:
        raise NoMatch
    file_key = keys[0]
    mac_key = HKDF(SHA256(), 32, b"", b"header").derive(file_key)
    if hmac.digest(mac_key, header, "sha256") != base64_of(line[1:].decode()):
        raise HeaderFailure
    return file_key, plaintext(file_key, data[end + len(line) + 1 :])


def plaintext(file_key: bytes, payload: bytes) -> bytes:
    """Return what the payload holds."""
    nonce, sealed = payload[:16], payload[16:]
    aead = ChaCha20Poly1305(HKDF(SHA256(), 32, nonce, b"payload").derive(file_key))
    found = b""
    for number, at in enumerate(range(0, len(sealed), CHUNK)):
        last = at + CHUNK >= len(sealed)
        counter = number.to_bytes(11, "big") + bytes([last])
        found += aead.decrypt(counter, sealed[at : at + CHUNK], None)
    return found


def test_all_of_them_are_there() -> None:
    """Nineteen files, and each outcome among them."""
    outcomes = {read_vector(path).head["expect"] for path in PATHS}
    assert (len(PATHS), outcomes) == (19, {"success", "no match", "header failure"})


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_vector_does_what_its_head_says(path: Path) -> None:
    """It opens to the file key and the payload that are stated, or is refused."""
    vector = read_vector(path)
    data = vector.data
    if vector.head.get("compressed") == "zlib":
        data = zlib.decompress(data)
    key = identity(vector.head["identity"])
    if vector.head["expect"] == "success":
        must_open(vector, data, key)
        return
    wanted = {"no match": NoMatch, "header failure": HeaderFailure}
    with pytest.raises(wanted[vector.head["expect"]]):
        opened(data, key)


def must_open(vector: ReadVector, data: bytes, key: MLKEM768X25519PrivateKey) -> None:
    """Hold that a file opens to what its head states."""
    file_key, found = opened(data, key)
    assert file_key.hex() == vector.head["file key"]
    assert hashlib.sha256(found).hexdigest() == vector.head["payload"]


def test_what_is_sealed_to_a_key_is_opened_by_it_alone() -> None:
    """The suite that a deputy's slot is to have, as long as the slot has room for."""
    ours = identity(read_vector(FOLDER / "hybrid").head["identity"])
    theirs = identity(read_vector(FOLDER / "hybrid_no_match").head["identity"])
    sealed = SUITE.encrypt(bytes(range(32)), ours.public_key(), b"sparekey/1 deputy")
    assert len(sealed) == ENC_BYTES + 32 + 16 == 1168
    assert SUITE.decrypt(sealed, ours, b"sparekey/1 deputy") == bytes(range(32))
    with pytest.raises(InvalidTag):
        SUITE.decrypt(sealed, theirs, b"sparekey/1 deputy")
    with pytest.raises(InvalidTag):
        SUITE.decrypt(sealed, ours, b"sparekey/2 deputy")
