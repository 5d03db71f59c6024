"""Any k of n blocks give the data back: systematic Cauchy Reed-Solomon over GF(256).

Blocks 0..k-1 are the data, block i >= k is the sum over j < k of data j divided by
i XOR j. Such a code is a generalised Reed-Solomon code at the points 0..n-1 (Roth and
Seroussi, "On generator matrices of MDS codes", 1985): block t is v(t) * f(t), f of
degree below k, 1/v(t) the product of (t - j) over j < k, j != t. So every block follows
from any k others by Lagrange's formula, and nothing here inverts a matrix.
"""

from collections.abc import Mapping, Sequence

from vault.encoding.forged import find_forged
from vault.encoding.galois import (
    EXP,
    INVERSE,
    LOG,
    ORDER,
    combined,
    log_spread,
    wide_sums,
)
from vault.errors import BrokenInvariant, Incomplete

__all__ = ["BLOCKS", "encode", "find_forged", "recover"]

BLOCKS = 256  # as many points as the field has
_WIDE_BYTES = 1024  # measured: shorter blocks are quicker one by one


def encode(data_blocks: Sequence[bytes], parity_count: int) -> list[bytes]:
    """Return the parity blocks k..k+parity_count-1 of k data blocks of one length.

    Raises `BrokenInvariant` for no data, unequal blocks or more than 256 in all.
    """
    data, k = list(data_blocks), len(data_blocks)
    _check(data, k, k + parity_count)
    rows = [[INVERSE[i ^ j] for j in range(k)] for i in range(k, k + parity_count)]
    if len(data[0]) >= _WIDE_BYTES:
        return wide_sums(data, rows)
    return [combined(data, row) for row in rows]


def recover(blocks: Mapping[int, bytes], k: int, n: int) -> list[bytes]:
    """Return the k data blocks from any k of the n numbered `blocks`.

    Data blocks that are there are taken as they are, so that only what is missing
    costs work. Raises `Incomplete` where fewer than k are given, `BrokenInvariant`
    for numbers outside 0..n-1 or unequal blocks. Wrong blocks give wrong data.
    """
    _check(list(blocks.values()), k, n, blocks)
    if len(blocks) < k:
        raise Incomplete(more=k - len(blocks), needed=k, found=len(blocks))
    known = sorted(blocks)[:k]
    missing = [j for j in range(k) if j not in blocks]
    if not missing:
        return [blocks[j] for j in range(k)]
    given = [blocks[j] for j in known]
    data_points = list(range(k))
    logs = [log_spread(j, data_points) - log_spread(j, known) for j in known]
    found = {
        wanted: combined(given, _factors(wanted, known, logs, k)) for wanted in missing
    }
    return [blocks[j] if j in blocks else found[j] for j in range(k)]


def _factors(wanted: int, known: list[int], logs: list[int], k: int) -> list[int]:
    """Return what each known block counts for in the block numbered `wanted`."""
    shift = log_spread(wanted, known) - log_spread(wanted, list(range(k)))
    return [
        EXP[(shift + log - LOG[wanted ^ j]) % ORDER]
        for j, log in zip(known, logs, strict=True)
    ]


def _check(
    blocks: list[bytes], k: int, n: int, numbers: Mapping[int, bytes] | None = None
) -> None:
    if not 1 <= k <= n <= BLOCKS or len({len(block) for block in blocks}) > 1:
        raise BrokenInvariant("erasure")
    if numbers and not 0 <= min(numbers) <= max(numbers) < n:
        raise BrokenInvariant("erasure")
