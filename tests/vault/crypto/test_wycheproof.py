"""Published vectors for every primitive in use, against the installed wheels."""

import json
import zlib
from hashlib import sha512
from pathlib import Path
from typing import Any

import pytest

from vault.crypto import aead, hkdf, keywrap, signing, stream
from vault.crypto.secret import Secret
from vault.errors import BrokenInvariant, NoKey, Tampered

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT.parent / "shared" / "vectors" / "wycheproof"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published vectors do not lie beside the project"
)
Case = dict[str, Any]


def cases(name: str, **wanted: int) -> list[Case]:
    """Return the cases of a file whose groups have these values."""
    groups = json.loads((FOLDER / f"{name}_test.json").read_text("utf-8"))["testGroups"]
    return [
        {**case, "group": group}
        for group in groups
        if all(group[key] == value for key, value in wanted.items())
        for case in group["tests"]
    ]


def octets(case: Case, name: str) -> bytes:
    """Return a value of a case, which is in hexadecimal."""
    return bytes.fromhex(case[name])


def gcm_sealed(key: bytes, nonce: bytes, plaintext: bytes) -> bytearray:
    """Return ciphertext and tag."""
    room = bytearray(len(plaintext) + aead.TAG_BYTES)
    aead.Chunks(key).seal(nonce, memoryview(plaintext), memoryview(room))
    return room


def gcm_opened(key: bytes, nonce: bytes, sealed: bytes) -> bytearray:
    """Return the plaintext; raises Tampered."""
    room = bytearray(len(sealed) - aead.TAG_BYTES)
    aead.Chunks(key).open(nonce, memoryview(sealed), memoryview(room))
    return room


def test_aes_256_gcm() -> None:
    """Every case of our key, nonce and tag length without associated data."""
    chosen = cases("aes_gcm", keySize=256, ivSize=96, tagSize=128)
    chosen = [case for case in chosen if not case["aad"]]
    assert len(chosen) >= 40
    for case in chosen:
        key, nonce = octets(case, "key"), octets(case, "iv")
        sealed, message = octets(case, "ct") + octets(case, "tag"), octets(case, "msg")
        if case["result"] == "valid":
            assert gcm_sealed(key, nonce, message) == sealed
            assert gcm_opened(key, nonce, sealed) == message
        else:
            with pytest.raises(Tampered):
                gcm_opened(key, nonce, sealed)


def test_aes_key_wrap() -> None:
    """All cases; those called acceptable may go either way."""
    chosen = cases("aes_wrap")
    assert len(chosen) == 165
    for case in chosen:
        kek, wrapped = Secret(octets(case, "key")), octets(case, "ct")
        if case["result"] == "valid":
            assert keywrap.unwrap(kek, wrapped).reveal() == octets(case, "msg")
            assert keywrap.wrap(kek, Secret(octets(case, "msg"))) == wrapped
        elif case["result"] == "invalid":
            with pytest.raises(NoKey):
                keywrap.unwrap(kek, wrapped)


def test_hkdf_sha_512() -> None:
    """All cases; what is too long is refused by the library."""
    chosen = cases("hkdf_sha512")
    assert len(chosen) == 83
    for case in chosen:
        key = hkdf.extract(octets(case, "salt"), octets(case, "ikm"))
        if case["result"] == "valid":
            info = octets(case, "info")
            assert hkdf.expand(key, info, case["size"]) == octets(case, "okm")
        else:
            with pytest.raises(ValueError, match=r"arge"):
                hkdf.expand(key, octets(case, "info"), case["size"])


def test_ed25519() -> None:
    """All cases."""
    chosen = cases("ed25519")
    assert len(chosen) >= 150
    for case in chosen:
        public = bytes.fromhex(case["group"]["publicKey"]["pk"])
        signature, message = octets(case, "sig"), octets(case, "msg")
        valid = case["result"] == "valid"
        assert signing.verify(public, signature, message) is valid, case["tcId"]


def test_chunked_encryption() -> None:
    """All 35 cases; the two of another key length stop before any key work."""
    chosen = cases("c2sp_chunked_encryption_aes_256_gcm")
    assert len(chosen) == 35
    for case in chosen:
        key, context = Secret(octets(case, "key")), octets(case, "ctx")
        sealed = zlib.decompress(octets(case, "ct"))
        if case["result"] == "valid":
            plaintext = stream.open_stream(key, context, sealed)
            assert len(plaintext) == case["msgLength"]
            assert sha512(plaintext).hexdigest() == case["msgSha512"]
            salt = iter([sealed[:24]])
            again = stream.seal_stream(
                key, context, plaintext, lambda _, salt=salt: next(salt)
            )
            assert again == sealed
        else:
            wrong = BrokenInvariant if len(key) != 32 else Tampered
            with pytest.raises(wrong):
                stream.open_stream(key, context, sealed)
