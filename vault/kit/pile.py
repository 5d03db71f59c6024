"""The codes of one kit that agree on its shape, and the search for its envelope.

A CRC stops accidents, not a forger: whoever has seen one sheet can print codes with
the right kit id. So codes that contradict each other are first left out, then tried;
the redundancy of the code itself shows which blocks do not belong; then whole pictures
and sheets are left out. Nothing is believed that does not hash to the kit id, and the
search ends after `ATTEMPTS` tries.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice, product
from typing import Final, TypeVar

from vault.encoding import erasure
from vault.kit.frames import Frame, kit_id
from vault.kit.plan import Plan
from vault.limits import CODES_A_SHEET

ATTEMPTS: Final = 128  # choices tried; each costs two decodings, together some seconds
_LOOKS: Final = 4096  # choices looked at, most of which hold too few codes to try
_CONTESTED_SHEETS: Final = 6  # first or last come, decided for each: 64 choices
_LEFT_OUT: Final = 3  # sheets or pictures left out together

_Thing = TypeVar("_Thing")
Choice = dict[int, bytes]  # the data believed for each code number
Options = dict[bytes, set[str]]  # every data seen for one number, with its sources


class Pile:
    """Different codes with one kit id and one shape, by number."""

    def __init__(self, kit: bytes, plan: Plan) -> None:
        """An empty pile for the kit and the shape that every frame of it states."""
        self.kit = kit
        self.plan = plan
        self.options: dict[int, Options] = {}
        self.codes = 0  # all different ones, contradicting ones included
        self.sightings = 0  # the same from another source counts again
        self.spent = 0  # codes decoded in vain, over all searches

    def add(self, frame: Frame, source: str) -> bool:
        """Take a frame of this kit and shape; True unless the same was there."""
        options = self.options.setdefault(frame.number, {})
        new = frame.data not in options
        seen = options.setdefault(frame.data, set())
        self.codes += new
        self.sightings += source not in seen
        seen.add(source)
        return new

    def more(self) -> int:
        """Return how many more numbers must be seen at least; 0 does not promise."""
        missing = [self.plan.k] * self.plan.groups
        for number in self.options:
            missing[number % self.plan.groups] -= 1
        return sum(lack for lack in missing if lack > 0)

    def solve(self, attempts: int = ATTEMPTS) -> bytes | None:
        """Return the envelope that the kit id stands for, if it can be found."""
        if self.more():
            return None
        tried: set[frozenset[tuple[int, bytes]]] = set()
        for choice in islice(self._choices(), _LOOKS):
            key = frozenset(choice.items())
            if key in tried or not self._is_enough(choice):
                continue
            if len(tried) == attempts:
                break
            tried.add(key)
            envelope = self._decoded(choice, sift=False)
            envelope = envelope or self._decoded(choice, sift=True)
            if envelope is not None:
                return envelope
            self.spent += self.plan.k * self.plan.groups
        return None

    def forged(self, genuine: Iterable[Frame]) -> int:
        """Return how many codes of the pile are none of the genuine frames."""
        right = {frame.number: frame.data for frame in genuine}
        return sum(
            data != right[number]
            for number, options in self.options.items()
            for data in options
        )

    def reserve(self, genuine: Iterable[Frame]) -> int:
        """Return how many of the genuine codes seen may be lost, whichever they are.

        Each group needs k: the loss may all fall on the one with the least to spare.
        """
        seen = [0] * self.plan.groups
        for frame in genuine:
            seen[frame.group] += frame.data in self.options.get(frame.number, {})
        return min(seen) - self.plan.k

    def contradicting(self) -> int:
        """Return how many codes must be forged because two share a number."""
        return self.codes - len(self.options)

    def _choices(self) -> Iterator[Choice]:
        yield self._without(frozenset())
        contested = [r for r, options in self.options.items() if len(options) > 1]
        if contested:
            yield from self._by_source()
            yield from self._by_arrival(contested)
        yield from map(self._without, _subsets(self._sources()))
        yield from map(self._without_sheets, _subsets(range(self.plan.sheets)))

    def _sources(self) -> list[str]:
        seen = (seen for options in self.options.values() for seen in options.values())
        return sorted(set().union(*seen))

    def _without(self, sources: frozenset[str]) -> Choice:
        """Believe what only one data claims once those sources are left out."""
        choice = {}
        for number, options in self.options.items():
            left = [data for data, seen in options.items() if seen - sources]
            if len(left) == 1:
                choice[number] = left[0]
        return choice

    def _without_sheets(self, sheets: frozenset[int]) -> Choice:
        whole = self._without(frozenset())
        return {r: d for r, d in whole.items() if r // CODES_A_SHEET not in sheets}

    def _by_source(self) -> Iterator[Choice]:
        """Where codes contradict, believe one picture or page."""
        for source in self._sources():
            choice = self._without(frozenset())
            for number, options in self.options.items():
                of_source = [data for data, seen in options.items() if source in seen]
                if len(of_source) == 1:
                    choice[number] = of_source[0]
            yield choice

    def _by_arrival(self, contested: list[int]) -> Iterator[Choice]:
        """Where codes contradict, believe the first or the last, sheet by sheet."""
        sheets = sorted({number // CODES_A_SHEET for number in contested})
        decided = sheets[:_CONTESTED_SHEETS]
        for turns in product((0, -1), repeat=len(decided)):
            turn = dict(zip(decided, turns, strict=True))
            yield {
                number: list(options)[turn.get(number // CODES_A_SHEET, turns[0])]
                for number, options in self.options.items()
            }

    def _is_enough(self, choice: Choice) -> bool:
        counts = [0] * self.plan.groups
        for number in choice:
            counts[number % self.plan.groups] += 1
        return min(counts) >= self.plan.k

    def _decoded(self, choice: Choice, *, sift: bool) -> bytes | None:
        """Return the envelope `choice` gives, if it has the kit's hash."""
        k, n, groups = self.plan.k, self.plan.n, self.plan.groups
        data = []
        for group in range(groups):
            blocks = {r // groups: d for r, d in choice.items() if r % groups == group}
            if sift:
                # Never more than leave k + 1 blocks, so that `recover` has enough.
                for index in erasure.find_forged(blocks, k, n):
                    del blocks[index]
            data.append(erasure.recover(blocks, k, n))
        envelope = b"".join(data[r % groups][r // groups] for r in range(groups * k))
        return envelope if kit_id(envelope) == self.kit else None


def _subsets(things: Iterable[_Thing]) -> Iterator[frozenset[_Thing]]:
    pool = list(things)
    for size in range(1, _LEFT_OUT + 1):
        yield from map(frozenset, combinations(pool, size))
