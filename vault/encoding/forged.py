"""Find the wrong blocks among more than k of an erasure code, without any key.

What the received blocks lack to be a codeword is their syndromes: with r blocks of
which f are wrong, each byte column gives r - k sums, and the column of sums is a
combination of the check columns of the wrong blocks alone. Check column x is
(1, x, x^2, ...) times a constant, so every window of a column of sums is a combination
of the *same* powers: a wide window finds up to r - k - 1 wrong blocks when their errors
differ, narrow windows find up to (r - k) / 2 whatever a forger wrote. (Interleaved
Reed-Solomon decoding: Bleichenbacher, Kiayias, Yung, 2003; the narrow end is
Peterson's classical decoder, 1960.)
"""

from collections.abc import Iterable, Mapping

from vault.encoding.galois import (
    EXP,
    INVERSE,
    ORDER,
    TIMES,
    added,
    combined,
    log_spread,
    scaled,
)

Space = list[tuple[int, bytes]]  # rows in echelon form: where each leads with 1, row


def find_forged(blocks: Mapping[int, bytes], k: int, n: int) -> set[int]:
    """Return the numbers of the blocks that explain why `blocks` is no codeword.

    Empty where nothing is wrong and where too much is: the caller has a hash to tell
    the two apart, and to check the answer. Blocks numbered from n on are ignored.
    """
    received = {j: block for j, block in blocks.items() if 0 <= j < n}
    sums = _syndromes(received, k)
    columns = [row for _, row in _span(map(bytes, zip(*sums, strict=True)))]
    if not columns:
        return set()
    for width in range(len(sums), len(columns), -1):
        starts = range(len(sums) - width + 1)
        space = _span(row[at : at + width] for row in columns for at in starts)
        if len(space) == width:
            break  # narrower windows are full as well: nothing can be told
        found = {j for j in received if not any(_rest(_powers(j, width), space))}
        if len(found) == len(space):
            return found
    return set()


def _syndromes(blocks: Mapping[int, bytes], k: int) -> list[bytes]:
    """Return r - k rows: the sum of u(j) * j^l * block j for each l."""
    points, data = sorted(blocks), list(range(k))
    given = [blocks[j] for j in points]
    factors = [
        EXP[(log_spread(j, data) - log_spread(j, points)) % ORDER] for j in points
    ]
    rows = []
    for _ in range(len(points) - k):
        rows.append(combined(given, factors))
        factors = [TIMES[j][f] for j, f in zip(points, factors, strict=True)]
    return rows


def _powers(point: int, width: int) -> bytes:
    powers = [1]
    for _ in range(width - 1):
        powers.append(TIMES[point][powers[-1]])
    return bytes(powers)


def _span(rows: Iterable[bytes]) -> Space:
    space: Space = []
    for row in rows:
        rest = _rest(row, space)
        lead = next((at for at, value in enumerate(rest) if value), None)
        if lead is not None:
            space.append((lead, scaled(rest, INVERSE[rest[lead]])))
            if len(space) == len(row):
                break  # it cannot grow further
    return space


def _rest(row: bytes, space: Space) -> bytes:
    """Return `row` less its part in `space`; each lead is zero in all later rows."""
    for lead, pivot in space:
        if row[lead]:
            row = added(row, scaled(pivot, row[lead]))
    return row
