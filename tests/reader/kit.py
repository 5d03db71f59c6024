"""A second reader of kits, second half: written after lines 5 to 10 of their cover.

kit.py ENVELOPE (--passphrase-file F | --code-file F) prints the JSON on a kit, byte
for byte; with both files it opens a kit that needs both. ENVELOPE is what `sheets.py`
puts together. It mends no typing, judges no signature and trusts the costs.
"""

import hmac
import sys
import unicodedata
import zlib
from hashlib import sha512
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def number(data: bytes) -> int:
    """Return big-endian bytes as a number."""
    return int.from_bytes(data, "big")


def extract(salt: str, secret: bytes) -> bytes:
    """Return X of lines 7 and 8."""
    return hmac.digest(salt.encode(), secret, "sha512")


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """Return E of lines 8 and 9."""
    return HKDFExpand(SHA512(), length, info).derive(key)


def file_key(slot: bytes, vault: bytes, phrase: str, code: str) -> bytes:
    """Return the file key in a way in, or nothing where it is another's (6 to 8)."""
    mask, salt, wrapped = slot[0], slot[1:17], slot[-40:]
    if (mask & 1 and not phrase) or (mask & 2 and not code) or mask > 3:
        return b""
    parts = slot[:1]
    if mask & 1:
        spaced = (" " if unicodedata.category(c) == "Zs" else c for c in phrase)
        typed = unicodedata.normalize("NFC", "".join(spaced)).encode()
        kib, passes, lanes = number(slot[17:21]), slot[21], slot[22]
        parts += hash_secret_raw(typed, salt, passes, kib, lanes, 32, Type.ID)
    if mask & 2:
        letters = code.replace("-", "").replace(" ", "")[:26]
        value = sum(CROCKFORD.index(c) << 5 * i for i, c in enumerate(letters[::-1]))
        secret = (value >> 2).to_bytes(16, "big")  # 26 letters hold 130 bits
        parts += extract("sparekey/1 code", secret)[:32]
    info = b"sparekey/1 kek\0" + vault + sha512(slot[:-40]).digest()
    try:
        key = expand(extract("sparekey/1 factors", parts), info, 32)
        return aes_key_unwrap(key, wrapped)
    except InvalidUnwrap:
        return b""


def opened(envelope: bytes, phrase: str = "", code: str = "") -> bytes:
    """Return the JSON in an envelope (lines 5, 9 and 10)."""
    end, vault = 28 + number(envelope[10:12]), envelope[12:20]
    at, key = 28, b""
    while at < end:
        size = number(envelope[at + 1 : at + 3])
        slot = envelope[at + 3 : at + 3 + size]
        key = key or (file_key(slot, vault, phrase, code) if envelope[at] == 1 else b"")
        at += 3 + size
    if not key:
        raise ValueError("this does not open it")
    stream = envelope[end:]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + stream[:24]
    info += b"sparekey/1 payload\0" + sha512(envelope[:end]).digest()
    keys = expand(expand(key, b"sparekey/1 payload" + vault, 32), info, 76)
    if keys[44:] != stream[24:56]:
        raise ValueError("damaged")
    plain, chunks = b"", stream[56:]
    for n, start in enumerate(range(0, len(chunks), 16400)):
        nonce = (number(keys[32:44]) ^ n).to_bytes(12, "big")
        plain += AESGCM(keys[:32]).decrypt(nonce, chunks[start : start + 16400], None)
    body = plain[24 : 24 + number(plain[20:24])]
    inflated = zlib.decompress(body[4:], -15)
    return inflated[4 : 4 + number(inflated[:4])]


if __name__ == "__main__":
    files, typed = sys.argv[2:], {"--passphrase-file": "", "--code-file": ""}
    for flag, name in zip(files[::2], files[1::2], strict=True):
        typed[flag] = Path(name).read_text("utf-8").rstrip("\r\n")
    kit = Path(sys.argv[1]).read_bytes()
    sys.stdout.buffer.write(opened(kit, *typed.values()))
