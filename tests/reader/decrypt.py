"""A second reader of vaults, shares and scanned kits, written after the SPECs alone.

decrypt.py FILE (--passphrase-file F | --code-file F) [--key-file F] prints the JSON
inside; FILE is an envelope, or a text with one code of a kit (SK:...) a line. It mends
nothing, judges no signature and trusts the costs: no tool for strangers' files.
"""

import hmac
import json
import sys
import unicodedata
import zlib
from hashlib import sha256, sha512
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

MAGIC, REPAIR = b"\x89SPK\r\n\x1a\n", b"\x89SPR\r\n\x1a\n"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
POWERS = [1]
while len(POWERS) < 255:
    POWERS.append(POWERS[-1] << 1 ^ (0x11D if POWERS[-1] > 127 else 0))
LOGS, num = {value: exponent for exponent, value in enumerate(POWERS)}, int.from_bytes


def need(truth: object, what: str) -> None:
    """Stop unless something holds."""
    if not truth:
        raise ValueError(what)


def expand(key: bytes, info: bytes, length: int = 32) -> bytes:
    """Return HKDF-Expand with SHA-512."""
    return HKDFExpand(SHA512(), length, info).derive(key)


def base45(text: str) -> bytes:
    """Return the bytes of an RFC 9285 text."""
    groups = [text[at : at + 3] for at in range(0, len(text), 3)]
    values = (sum(BASE45.index(c) * 45**i for i, c in enumerate(g)) for g in groups)
    return b"".join(map(int.to_bytes, values, (len(group) - 1 for group in groups)))


def solve(blocks: dict[int, bytes], k: int) -> list[bytes]:
    """Return the k data blocks from any k blocks, by Gauss and Jordan."""
    need(len(blocks) >= k, "too few codes")
    rows = []
    for i in sorted(blocks)[:k]:
        row = [int(i == j) if i < k else POWERS[-LOGS[i ^ j] % 255] for j in range(k)]
        rows.append(row + list(blocks[i]))
    for c in range(k):
        pivot = next(r for r in range(c, k) if rows[r][c])
        rows[c], rows[pivot] = rows[pivot], rows[c]
        logs = [LOGS[v] - LOGS[rows[c][c]] if v else None for v in rows[c]]
        rows[c] = [0] * len(logs)
        for r in (r for r in range(k) if r == c or rows[r][c]):
            shift = LOGS[rows[r][c] or 1]  # the pivot's own row is only scaled
            row = (0 if v is None else POWERS[(v + shift) % 255] for v in logs)
            rows[r] = list(map(int.__xor__, rows[r], row))
    return [bytes(row[k:]) for row in rows]


def gather(text: str) -> bytes:
    """Return the envelope of a kit from its codes, in any order."""
    groups: dict[int, dict[int, bytes]] = {}
    frames = [base45(line[3:]) for line in text.splitlines() if line[:3] == "SK:"]
    frames = [f for f in frames if zlib.crc32(f[:16] + f[20:]) == num(f[16:20])]
    for frame in frames:
        groups.setdefault(frame[10], {})[frame[13]] = frame[20:]
    kit, count, k = frames[0][1:9], frames[0][9], frames[0][11]
    data = [solve(groups[group], k) for group in range(count)]
    envelope = b"".join(data[r % count][r // count] for r in range(count * k))
    need(sha256(envelope).digest()[:8] == kit, "codes of one kit")
    return envelope


def slot_key(slot: bytes, ident: bytes, presented: tuple[bytes, ...]) -> bytes:
    """Return the file key, or nothing where this slot does not open."""
    material, phrase = slot[:1], presented[0]
    if any(slot[0] >> i & 1 and not one for i, one in enumerate((*presented, b""))):
        return b""
    if slot[0] & 1:
        m_kib, t, p = num(slot[17:21]), slot[21], slot[22]
        need(m_kib <= 2**20 and m_kib * t <= 2**22, "no more than 4 GiB")
        material += hash_secret_raw(phrase, slot[1:17], t, m_kib, p, 32, Type.ID)
    for i, label in ((1, b"sparekey/1 code"), (2, b"sparekey/1 key-file")):
        if slot[0] >> i & 1:
            material += hmac.digest(label, presented[i], "sha512")[:32]
    mixed = hmac.digest(b"sparekey/1 factors", material, "sha512")
    bound = b"sparekey/1 kek\0" + ident + sha512(slot[:-40]).digest()
    try:
        return aes_key_unwrap(expand(mixed, bound), slot[-40:])
    except InvalidUnwrap:
        return b""


def decrypt(data: bytes, presented: tuple[bytes, ...]) -> bytes:
    """Return the body of an envelope, as a disk holds it; InvalidTag if tampered."""
    paper = data[:2] == b"\x01\x02"
    whole = MAGIC + data if paper else data
    need(whole[:9] == MAGIC + b"\x01" and (whole[9] == 2) is paper, "version 1")
    ident, end = whole[12:20], 28 + num(whole[10:12])
    at, size, file_key = 28, len(whole) - end, b""
    while at < end:
        value = whole[at + 3 : at + 3 + num(whole[at + 1 : at + 3])]
        if whole[at] == 1:
            file_key = file_key or slot_key(value, ident, presented)
        size = num(value) if whole[at] == 2 else size
        need(whole[at] in {1, 2} or whole[at] > 127, "no unknown critical field")
        at += 3 + len(value)
    need(file_key and whole[end + size :][:8] in {b"", REPAIR}, "a key, and the end")
    stream, context = whole[end : end + size], sha512(whole[:end]).digest()
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + stream[:24]
    input_key = expand(file_key, b"sparekey/1 payload" + ident)
    derived = expand(input_key, info + b"sparekey/1 payload\0" + context, 76)
    need(derived[44:] == stream[24:56] and (size - 56) % 16400 > 15, "the stream")
    aes, base = AESGCM(derived[:32]), num(derived[32:44])
    chunks = enumerate(stream[at : at + 16400] for at in range(56, size, 16400))
    plain = b"".join(aes.decrypt((base ^ i).to_bytes(12), c, None) for i, c in chunks)
    body, rest = plain[24 : 24 + num(plain[20:24])], plain[24 + num(plain[20:24]) :]
    need(len(rest) >= 64 and not any(rest[: -64 if whole[9] else None]), "the padding")
    return zlib.decompress(body[4:], -15) if paper else body


def document(raw: bytes, phrase: str = "", code: str = "", file: bytes = b"") -> object:
    """Return the JSON in an envelope, or in the text of a kit's codes."""
    data = gather(raw.decode()) if raw[:3] == b"SK:" else raw
    typed = (" " if unicodedata.category(c) == "Zs" else c for c in phrase or "")
    normal = unicodedata.normalize("NFC", "".join(typed)).encode()
    folded = (code or "").upper().translate(str.maketrans("ILO", "110", "- \t\r\n"))
    need(not code or len(folded) == 31, "31 symbols")  # the last five only mend
    digits = folded[:26].translate(str.maketrans(CROCKFORD, BASE45[:32], "U"))
    key = (int(digits, 32) >> 2).to_bytes(16) if code else b""
    body = decrypt(data, (normal, key, file and sha512(file).digest()))
    return json.loads(body[4 : 4 + num(body[:4])])


if __name__ == "__main__":
    way = {"--passphrase-file": "phrase", "--code-file": "code"}[sys.argv[2]]
    secret = Path(sys.argv[3]).read_text("utf-8").rstrip("\r\n")
    file = Path(sys.argv[5]).read_bytes() if sys.argv[4:5] == ["--key-file"] else b""
    found = document(Path(sys.argv[1]).read_bytes(), **{way: secret}, file=file)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
