"""Published vectors of what the deputy's key will stand on, against the wheels.

Nothing here is in use yet: a slot with a deputy key is kept and cannot be opened. The
installed library is held to the vectors all the same, so that the key can be built on
it: HKDF and HMAC, X25519, ML-KEM-768, ChaCha20-Poly1305.
"""

import hmac

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.vault.crypto.test_wycheproof import FOLDER, cases, octets
from vault.crypto import hkdf

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published vectors do not lie beside the project"
)
X25519_BYTES = 32


def test_hmac_sha_512() -> None:
    """All cases, by HKDF-Extract, which is one HMAC and is in use."""
    chosen = cases("hmac_sha512")
    assert len(chosen) == 174
    for case in chosen:
        found = hkdf.extract(octets(case, "key"), octets(case, "msg"))
        tag = octets(case, "tag")
        valid = case["result"] == "valid"
        assert hmac.compare_digest(found[: len(tag)], tag) is valid, case["tcId"]


def test_hkdf_sha_256() -> None:
    """All cases; what is too long is refused by the library."""
    chosen = cases("hkdf_sha256")
    assert len(chosen) == 86
    for case in chosen:
        salt, info, size = octets(case, "salt"), octets(case, "info"), case["size"]
        if case["result"] == "valid":
            derived = HKDF(SHA256(), size, salt, info).derive(octets(case, "ikm"))
            assert derived == octets(case, "okm"), case["tcId"]
        else:
            with pytest.raises(ValueError, match=r"arge"):
                HKDF(SHA256(), size, salt, info)


def test_chacha20_poly1305() -> None:
    """All 325 cases; another nonce's length is refused by the library."""
    chosen = cases("chacha20_poly1305")
    assert len(chosen) == 325
    for case in chosen:
        aead, nonce = ChaCha20Poly1305(octets(case, "key")), octets(case, "iv")
        beside, message = octets(case, "aad"), octets(case, "msg")
        sealed = octets(case, "ct") + octets(case, "tag")
        if case["result"] == "valid":
            assert aead.encrypt(nonce, message, beside) == sealed
            assert aead.decrypt(nonce, sealed, beside) == message
        else:
            with pytest.raises((InvalidTag, ValueError)):
                aead.decrypt(nonce, sealed, beside)


def test_x25519() -> None:
    """All cases; those called acceptable may be refused, where all would be zero."""
    chosen = cases("x25519")
    assert len(chosen) == 518
    for case in chosen:
        private = X25519PrivateKey.from_private_bytes(octets(case, "private"))
        public = X25519PublicKey.from_public_bytes(octets(case, "public"))
        shared = octets(case, "shared")
        if shared == bytes(X25519_BYTES):
            with pytest.raises(ValueError, match="shared key"):
                private.exchange(public)
        else:
            assert private.exchange(public) == shared, case["tcId"]


def test_ml_kem_768() -> None:
    """All cases: the key from its seed, the shared secret, lengths that are wrong."""
    chosen = cases("mlkem_768")
    assert len(chosen) == 193
    for case in chosen:
        if case["result"] == "valid":
            private = MLKEM768PrivateKey.from_seed_bytes(octets(case, "seed"))
            public = private.public_key().public_bytes_raw()
            assert public == octets(case, "ek"), case["tcId"]
            shared = private.decapsulate(octets(case, "c"))
            assert shared == octets(case, "K"), case["tcId"]
        else:
            with pytest.raises(ValueError, match=r".+"):
                MLKEM768PrivateKey.from_seed_bytes(octets(case, "seed")).decapsulate(
                    octets(case, "c")
                )
