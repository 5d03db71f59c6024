"""A second reader of kits, first half: written after lines 1 to 4 of their cover.

sheets.py CODES > ENVELOPE puts together what is on the sheets; CODES is a text with
what one code says a line, as `zbarimg --raw` prints it. Codes may be lost, doubled, in
any order, of other kits. The second half, `kit.py`, opens it.
"""

import sys
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MAGIC = bytes.fromhex("8953504B0D0A1A0A")
Blocks = dict[int, bytes]


def number(data: bytes) -> int:
    """Return big-endian bytes as a number."""
    return int.from_bytes(data, "big")


def frames(texts: Iterable[str]) -> Iterator[bytes]:
    """Yield the frames of the codes that are whole (lines 1 and 2)."""
    for text in texts:
        if not text.startswith("SK:"):
            continue
        frame = b""
        for part in (text[at : at + 3] for at in range(3, len(text), 3)):
            value = sum(BASE45.index(c) * 45**i for i, c in enumerate(part))
            frame += value.to_bytes(len(part) - 1, "big")
        if zlib.crc32(frame[:16] + frame[20:]) == number(frame[16:20]):
            yield frame


def times(a: int, b: int) -> int:
    """Multiply in GF(256) modulo 0x11D (line 3)."""
    double = a << 1 ^ (0x11D if a & 128 else 0)
    return b and (a if b & 1 else 0) ^ times(double, b >> 1)


TIMES = [bytes(times(a, b) for b in range(256)) for a in range(256)]
INVERSE = [0, *(row.index(1) for row in TIMES[1:])]


def added(one: bytes, two: bytes) -> bytes:
    """Add byte by byte: exclusive or."""
    return (number(one) ^ number(two)).to_bytes(len(one), "big")


def data_blocks(blocks: Blocks, k: int) -> list[bytes]:
    """Return the first k blocks of a group from any k of them (line 3).

    Each parity block that is needed is an equation in the data blocks that are lost.
    """
    lost = [i for i in range(k) if i not in blocks]
    parity = sorted(j for j in blocks if j >= k)[: len(lost)]
    if len(parity) < len(lost):
        raise ValueError("too few codes")
    rows = []
    for j in parity:
        rest = blocks[j]
        for i in set(range(k)) - set(lost):
            rest = added(rest, blocks[i].translate(TIMES[INVERSE[i ^ j]]))
        rows.append(bytes(INVERSE[i ^ j] for i in lost) + rest)
    for c in range(len(lost)):
        pivot = next(r for r in range(c, len(lost)) if rows[r][c])
        rows[c], rows[pivot] = rows[pivot], rows[c]
        rows[c] = rows[c].translate(TIMES[INVERSE[rows[c][c]]])
        for r in range(len(lost)):
            if r != c:
                rows[r] = added(rows[r], rows[c].translate(TIMES[rows[r][c]]))
    found = {i: row[len(lost) :] for i, row in zip(lost, rows, strict=True)}
    return [found.get(i) or blocks[i] for i in range(k)]


def envelopes(texts: Iterable[str]) -> Iterator[bytes]:
    """Yield the envelope of each kit of which there are enough codes (line 4)."""
    kits: dict[bytes, dict[int, Blocks]] = {}
    for frame in frames(texts):  # kit id, groups and k tell kits apart
        groups = kits.setdefault(frame[1:10] + frame[11:12], {})
        groups.setdefault(frame[10], {})[frame[13]] = frame[20:]
    for head, groups in kits.items():
        data = [data_blocks(groups.get(g, {}), head[9]) for g in range(head[8])]
        whole = b"".join(block for row in zip(*data, strict=True) for block in row)
        if sha256(whole).digest()[:8] == head[:8]:
            yield MAGIC + whole


if __name__ == "__main__":
    (envelope,) = envelopes(Path(sys.argv[1]).read_text("utf-8").splitlines())
    sys.stdout.buffer.write(envelope)
