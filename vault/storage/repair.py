"""Heal a file by its repair part, without any key.

What is healed here is not believed: only opening it proves it. The work is bounded by
the file's own length, whatever a repair part claims: each block is hashed twice at
most, each stripe solved once, and the part is made anew once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from vault.encoding.erasure import recover
from vault.errors import Incomplete
from vault.storage.parity import BLOCK_BYTES, PARITY_BLOCKS, Layout, repair_part
from vault.storage.survey import Survey, survey_of

SECTOR_BYTES: Final = 512  # the least that a disk loses
_TELLING_BYTES: Final = 32  # so many zeros in a row are no chance

Place = tuple[int, int]  # the first byte, and the first one behind


@dataclass(frozen=True)
class Healed:
    """A whole file as it was written; `places` are where it was not so."""

    data: bytes = field(repr=False)
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Lost:
    """There is a repair part, but it is too little for the damage at `places`."""

    places: tuple[Place, ...]


def heal(raw: bytes) -> Healed | Lost | None:
    """Return the file as its repair part says it was; None where there is none."""
    survey = survey_of(raw)
    if survey is None:
        return None
    layout = survey.layout
    bad = frozenset(survey.bad(range(layout.blocks)))
    broken = sorted(block for block in bad if block < layout.data_blocks)
    size = layout.data_blocks * BLOCK_BYTES
    covered = bytearray(raw[: layout.covered_bytes].ljust(size, b"\0"))
    for stripe in _worst_first(layout, bad, broken):
        healed = _healed_stripe(survey, stripe, bad)
        if healed is None:
            return Lost(_joined(_span(layout, block) for block in broken))
        for block, content in healed.items():
            covered[block * BLOCK_BYTES : (block + 1) * BLOCK_BYTES] = content
    return rewritten(raw, bytes(covered[: layout.covered_bytes]))


def rewritten(raw: bytes, covered: bytes) -> Healed:
    """Return the file that has `covered` in front and the repair part that fits it."""
    data = covered + repair_part(covered)
    return Healed(data, differing(raw, data))


def differing(one: bytes, other: bytes) -> tuple[Place, ...]:
    """Return the places where two files differ, to the sector."""
    size = max(len(one), len(other))
    places = ((at, min(at + SECTOR_BYTES, size)) for at in range(0, size, SECTOR_BYTES))
    return _joined((a, b) for a, b in places if one[a:b] != other[a:b])


def _joined(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return places in order, those that touch made one."""
    joined: list[Place] = []
    for start, end in places:
        touches = joined and joined[-1][1] == start
        joined.append((joined.pop()[0] if touches else start, end))
    return tuple(joined)


def _span(layout: Layout, block: int) -> Place:
    start = layout.start(block)
    return start, min(start + BLOCK_BYTES, layout.covered_bytes)


def _worst_first(
    layout: Layout, bad: Iterable[int], broken: Iterable[int]
) -> list[int]:
    """Return the stripes to heal; the one that may fail first saves the other work."""
    count = dict.fromkeys((block % layout.stripes for block in broken), 0)
    for block in bad:
        if block % layout.stripes in count:
            count[block % layout.stripes] += 1
    return sorted(count, key=lambda stripe: -count[stripe])


def _healed_stripe(
    survey: Survey, stripe: int, bad: frozenset[int]
) -> dict[int, bytes] | None:
    """Return the data blocks of one stripe that were bad, healed; None where lost."""
    layout = survey.layout
    numbers = dict(enumerate(range(stripe, layout.blocks, layout.stripes)))
    data = {j: n for j, n in numbers.items() if n < layout.data_blocks}
    # A stripe that is one data block short has zeros for it, in front of its parity.
    shift = layout.k - len(data)
    places = data | {j + shift: n for j, n in numbers.items() if j >= len(data)}
    known = {j: survey.block(n) for j, n in places.items() if n not in bad}
    known |= dict.fromkeys(range(len(data), layout.k), bytes(BLOCK_BYTES))
    suspects = {j: n for j, n in places.items() if n in bad}
    if len(suspects) > PARITY_BLOCKS:
        found = _by_parts(survey, known, suspects)
    else:
        found = recover(known, layout.k, layout.k + PARITY_BLOCKS)
    if found is None:
        return None
    healed = {n: found[j] for j, n in suspects.items() if n < layout.data_blocks}
    right = all(survey.may_be(n, block) for n, block in healed.items())
    return healed if right else None


def _by_parts(
    survey: Survey, known: dict[int, bytes], suspects: dict[int, int]
) -> list[bytes] | None:
    """Recover a stripe of which too many blocks are bad, but not all of each.

    A sector that a disk has lost reads as zeros, and a sealed file has no such run:
    where a bad block has one, its other bytes are taken for right.
    """
    layout = survey.layout
    ends = {0, BLOCK_BYTES}
    for number in suspects.values():
        first = -layout.start(number) % SECTOR_BYTES
        ends |= set(range(first, BLOCK_BYTES, SECTOR_BYTES))
    cuts = list(pairwise(sorted(ends)))
    blocks = {j: survey.block(number) for j, number in suspects.items()}
    zeros = {j: _zero_parts(block, cuts) or set(cuts) for j, block in blocks.items()}
    parts = []
    for cut in cuts:
        some = known | {j: b for j, b in blocks.items() if cut not in zeros[j]}
        here = {j: block[slice(*cut)] for j, block in some.items()}
        try:
            parts.append(recover(here, layout.k, layout.k + PARITY_BLOCKS))
        except Incomplete:
            return None
    return [b"".join(column) for column in zip(*parts, strict=True)]


def _zero_parts(block: bytes, cuts: Iterable[Place]) -> set[Place]:
    """Return the parts of a block that are nothing but zeros, unless all are short."""
    zeros = {(a, b) for a, b in cuts if not block[a:b].strip(b"\0")}
    return zeros if any(b - a >= _TELLING_BYTES for a, b in zeros) else set()
