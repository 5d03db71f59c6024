"""The field GF(256) by the polynomial x^8+x^4+x^3+x^2+1 (0x11D) with generator 2.

Addition is XOR. A block times a constant is one `bytes.translate`, which is as near to
C as plain Python comes.
"""

from functools import lru_cache
from typing import Final

POLYNOMIAL: Final = 0x11D
_TOGETHER: Final = 4  # blocks: five save no more, and keep twice the sums
ORDER: Final = 255  # of the multiplicative group: exponents count modulo this


def _powers_of_two() -> bytes:
    powers, value = bytearray(), 1
    for _ in range(ORDER):
        powers.append(value)
        value = value << 1 ^ (POLYNOMIAL if value & 0x80 else 0)
    return bytes(powers)


EXP: Final = _powers_of_two()
LOG: Final = bytes([0, *(EXP.index(value) for value in range(1, 256))])  # LOG[0]: none
INVERSE: Final = bytes([0, *(EXP[-LOG[value] % ORDER] for value in range(1, 256))])
_TWICE: Final = EXP * 3
TIMES: Final = (
    bytes(256),
    *(
        b"\0" + LOG[1:].translate(_TWICE[LOG[factor] : LOG[factor] + 256])
        for factor in range(1, 256)
    ),
)  # TIMES[a][b] is a times b


def scaled(block: bytes, factor: int) -> bytes:
    """Return every byte of `block` times `factor`."""
    return block.translate(TIMES[factor])


def added(left: bytes, right: bytes) -> bytes:
    """Return the sum, which is the difference too, of two blocks of one length."""
    total = int.from_bytes(left) ^ int.from_bytes(right)
    return total.to_bytes(len(left))


def combined(blocks: list[bytes], factors: list[int]) -> bytes:
    """Return the sum of every block times its factor; all blocks have one length."""
    total = 0
    for block, factor in zip(blocks, factors, strict=True):
        total ^= int.from_bytes(block.translate(TIMES[factor]))
    return total.to_bytes(len(blocks[0]))


def wide_sums(blocks: list[bytes], rows: list[list[int]]) -> list[bytes]:
    """Return for each row of factors what `combined` does, quicker for long blocks.

    A factor is a sum of powers of two, so each row is gathered as eight sums without
    any product, one for each power; those are put together once, by Horner's rule.
    Blocks are taken four at a time, whose 16 sums serve all rows (Arlazarov and others,
    the method of four Russians, 1970): that halves the work.
    """
    planes = [0] * (8 * len(rows))
    picks = _picks(tuple(map(tuple, rows)), len(blocks))
    for first, pick in zip(range(0, len(blocks), _TOGETHER), picks, strict=True):
        sums = [0]
        for block in blocks[first : first + _TOGETHER]:
            value = int.from_bytes(block)
            sums += [one ^ value for one in sums]
        for plane, which in enumerate(pick):
            planes[plane] ^= sums[which]
    size = len(blocks[0])
    return [_horner(planes[at : at + 8], size) for at in range(0, len(planes), 8)]


@lru_cache(maxsize=4)  # a file has one or two lengths of stripes
def _picks(rows: tuple[tuple[int, ...], ...], columns: int) -> list[list[int]]:
    """Return for each four blocks which of their sums goes into which plane."""
    return [
        [
            sum((factor >> bit & 1) << at for at, factor in enumerate(factors))
            for factors in (row[first : first + _TOGETHER] for row in rows)
            for bit in range(8)
        ]
        for first in range(0, columns, _TOGETHER)
    ]


def _horner(plane: list[int], size: int) -> bytes:
    """Return the sum of plane[bit] times 2^bit, each a row of `size` bytes."""
    lowest, others = int.from_bytes(b"\x01" * size), int.from_bytes(b"\x7f" * size)
    total = 0
    for part in reversed(plane):
        carried = (total >> 7 & lowest) * (POLYNOMIAL & 0xFF)
        total = (total & others) << 1 ^ carried ^ part
    return total.to_bytes(size)


def log_spread(point: int, points: list[int]) -> int:
    """Return the logarithm of the product of (point - other) over all other points."""
    return sum(LOG[point ^ other] for other in points if other != point)
