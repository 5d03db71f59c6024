"""A vault's records as a KeePass file, so that KeePassXC is measured on the same data.

The key derivation is one round of AES, which is as good as none: so what KeePassXC
takes is its own work, and nothing has to be taken off a far larger figure. After its
first save the file is wholly KeePassXC's own. Of KDBX 4 only what that needs is here.
"""

from __future__ import annotations

import gzip
import hashlib
import hmac
import os
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

SIGNATURE = bytes.fromhex("03d9a29a67fb4bb500000400")
AES256 = bytes.fromhex("31c1f2e6bf714350be5805216afc5aff")
AES_KDF = bytes.fromhex("7c02bb8279a74ac0927d114a00648238")
CIPHER, COMPRESSION, SEED, IV, KDF, END = 2, 3, 4, 7, 11, 0  # fields of the header
STREAM, STREAM_KEY = 1, 2  # fields of the inner header
CHACHA20 = 3
GZIP = 1
U64, BYTES = 0x05, 0x42  # types in the KDF's dictionary
BLOCK_BYTES = 1 << 20


class Entry(NamedTuple):
    """One entry: title, user, address, notes, and further texts by their names."""

    title: str
    user: str
    url: str
    notes: str
    texts: dict[str, str]
    secrets: dict[str, str]  # protected, as KeePassXC calls it


def kdbx(entries: Iterable[Entry], password: str) -> bytes:
    """Return a KeePass file that this password opens, almost without a key cost."""
    seed, iv, transform = os.urandom(32), os.urandom(16), os.urandom(32)
    fields = {
        CIPHER: AES256,
        COMPRESSION: GZIP.to_bytes(4, "little"),
        SEED: seed,
        IV: iv,
        KDF: _kdf(transform),
        END: b"\r\n\r\n",
    }
    head = SIGNATURE + b"".join(map(_field, fields, fields.values()))
    key = _transformed(password, transform)
    mac_key = hashlib.sha512(seed + key + b"\x01").digest()
    plain = gzip.compress(_inner(entries), 6)
    padder = PKCS7(128).padder()
    padded = padder.update(plain) + padder.finalize()
    encryptor = Cipher(
        algorithms.AES(hashlib.sha256(seed + key).digest()), modes.CBC(iv)
    ).encryptor()
    sealed = encryptor.update(padded) + encryptor.finalize()
    head_mac = _mac(mac_key, 2**64 - 1, head)
    return head + hashlib.sha256(head).digest() + head_mac + _blocks(mac_key, sealed)


def _field(kind: int, value: bytes) -> bytes:
    return bytes([kind]) + len(value).to_bytes(4, "little") + value


def _kdf(transform: bytes) -> bytes:
    rounds = (1).to_bytes(8, "little")
    items = ((BYTES, b"$UUID", AES_KDF), (U64, b"R", rounds), (BYTES, b"S", transform))
    made = b"\x00\x01"
    for kind, name, value in items:
        made += bytes([kind]) + len(name).to_bytes(4, "little") + name
        made += len(value).to_bytes(4, "little") + value
    return made + b"\x00"


def _transformed(password: str, transform: bytes) -> bytes:
    """Return the password's key after the one round."""
    once = hashlib.sha256(password.encode()).digest()
    composite = hashlib.sha256(once).digest()
    # The format lays down AES of single blocks; nothing here is a secret.
    encryptor = Cipher(algorithms.AES(transform), modes.ECB()).encryptor()  # noqa: S305
    return hashlib.sha256(encryptor.update(composite)).digest()


def _blocks(mac_key: bytes, sealed: bytes) -> bytes:
    starts = range(0, len(sealed), BLOCK_BYTES)
    parts = [sealed[at : at + BLOCK_BYTES] for at in starts] + [b""]
    return b"".join(_block(mac_key, number, part) for number, part in enumerate(parts))


def _block(mac_key: bytes, number: int, part: bytes) -> bytes:
    size = len(part).to_bytes(4, "little")
    return _mac(mac_key, number, number.to_bytes(8, "little") + size + part) + (
        size + part
    )


def _mac(mac_key: bytes, number: int, data: bytes) -> bytes:
    key = hashlib.sha512(number.to_bytes(8, "little") + mac_key).digest()
    return hmac.digest(key, data, "sha256")


def _inner(entries: Iterable[Entry]) -> bytes:
    key = os.urandom(64)
    fields = {STREAM: CHACHA20.to_bytes(4, "little"), STREAM_KEY: key}
    head = b"".join(map(_field, fields, fields.values())) + _field(END, b"")
    derived = hashlib.sha512(key).digest()
    counter_and_nonce = bytes(4) + derived[32:44]
    stream = Cipher(algorithms.ChaCha20(derived[:32], counter_and_nonce), None)
    protect = stream.encryptor().update  # one stream over all secrets, in their order
    body = "".join(_entry(one, protect) for one in entries)
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><KeePassFile>'
        "<Meta><Generator>KeePassXC</Generator></Meta><Root>"
        f"<Group><UUID>{_uuid()}</UUID><Name>Accounts</Name>{body}</Group>"
        "</Root></KeePassFile>"
    )
    return head + xml.encode()


def _entry(one: Entry, protect: Callable[[bytes], bytes]) -> str:
    standard = {
        "Title": one.title,
        "UserName": one.user,
        "URL": one.url,
        "Notes": one.notes,
    }
    texts = {**standard, **one.texts}.items()
    shown = "".join(
        _string(name, f"<Value>{escape(text)}</Value>") for name, text in texts
    )
    hidden = "".join(
        _string(name, f'<Value Protected="True">{_hidden(text, protect)}</Value>')
        for name, text in one.secrets.items()
    )
    return f"<Entry><UUID>{_uuid()}</UUID>{shown}{hidden}</Entry>"


def _string(name: str, value: str) -> str:
    return f"<String><Key>{escape(name)}</Key>{value}</String>"


def _hidden(text: str, protect: Callable[[bytes], bytes]) -> str:
    return b64encode(protect(text.encode())).decode()


def _uuid() -> str:
    return b64encode(os.urandom(16)).decode()
