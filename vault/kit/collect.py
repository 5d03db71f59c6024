"""Gather the codes of one or more kits in any order; no I/O, no passphrase.

The kit id is the beginning of the envelope's SHA-256, so that what is recovered has
been checked; forged codes are counted and do no harm while enough genuine ones exist.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vault.errors import Incomplete, Malformed, Refused, TooLarge
from vault.kit.frames import PREFIX, Frame, frames_of, parse_frame
from vault.kit.pile import ATTEMPTS, Pile
from vault.kit.plan import Plan
from vault.limits import CODES_A_SHEET, FRAMES

SHAPES_TRIED: Final = 8  # shapes of one kit that are decoded, the fullest first
# Codes decoded in vain before `kits`, asked after every page, searches no further than
# the likeliest choices: some seconds in all. Forged pages would cost minutes otherwise.
PATIENCE: Final = 30_000
IMPATIENT: Final = 2  # choices of a kit that are tried then


class Added(StrEnum):
    """What became of one text that was handed in."""

    NEW = "new"
    DOUBLE = "double"
    OTHER_KIT = "other-kit"  # kept, but of another kit than the first one met
    NOT_OURS = "not-ours"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class KitState:
    """How far the gathering of one kit has come.

    `found_by_sheet` counts codes; `needed` and `more` are codes (`more` at best),
    `needed_sheets` whole sheets; `missing_sheets` are numbers from 0 of sheets without
    any code; `forged` is exact once complete, a lower bound before; `numbers` are those
    of the codes found; `reserve` is how many of those might be lost still, whichever
    they are: 0 until complete.
    """

    kit: bytes
    plan: Plan
    found_by_sheet: tuple[int, ...]
    more: int
    complete: bool
    forged: int
    numbers: frozenset[int]
    reserve: int

    @property
    def sheets(self) -> int:
        """All code sheets of the kit."""
        return self.plan.sheets

    @property
    def found(self) -> int:
        """Codes found, contradicting ones counted once."""
        return sum(self.found_by_sheet)

    @property
    def needed(self) -> int:
        """Codes that are enough when they are well spread over the groups."""
        return self.plan.k * self.plan.groups

    @property
    def needed_sheets(self) -> int:
        """Whole sheets that are always enough."""
        return self.plan.needed

    @property
    def missing_sheets(self) -> tuple[int, ...]:
        """Sheets of which nothing was read, from 0."""
        return tuple(s for s, count in enumerate(self.found_by_sheet) if not count)


@dataclass(frozen=True)
class Recovered:
    """A kit put together: `others` are the ids of other kits met on the way.

    `reserve` is how many more of its codes might have been lost, whichever they were.
    """

    envelope: bytes = field(repr=False)
    kit: bytes
    plan: Plan
    forged: int
    others: tuple[bytes, ...]
    reserve: int

    @property
    def sheets(self) -> int:
        """All code sheets of the kit."""
        return self.plan.sheets


class Collection:
    """Takes codes in any order, says what is missing, gives envelopes back."""

    def __init__(self) -> None:
        """Nothing gathered yet."""
        self._piles: dict[bytes, dict[Plan, Pile]] = {}  # kits in the order first met
        self._total = 0
        self._solved: dict[bytes, tuple[int, Recovered | None]] = {}
        self._hurried: set[bytes] = set()  # kits not searched in full

    def add(self, code: str | Frame, source: str = "") -> Added:
        """Take a text read from a code; `source` names the picture or page.

        Nothing that a stranger printed raises, but `TooLarge` for more than `FRAMES`
        different codes.
        """
        if isinstance(code, str):
            if not code.startswith(PREFIX):
                return Added.NOT_OURS
            try:
                code = parse_frame(code)
            except Malformed:
                return Added.DAMAGED
        piles = self._piles.setdefault(code.kit, {})
        pile = piles.setdefault(code.plan, Pile(code.kit, code.plan))
        if not pile.add(code, source):
            return Added.DOUBLE
        self._total += 1
        if self._total > FRAMES:
            raise TooLarge("FRAMES", FRAMES)
        return Added.NEW if code.kit == next(iter(self._piles)) else Added.OTHER_KIT

    def kits(self) -> list[KitState]:
        """Return the state of every kit met, in the order first met.

        Among many forged codes a kit may be complete and not known to be: `recover`
        searches in full.
        """
        return [self._state(kit) for kit in self._piles]

    def recover(self, kit: bytes | None = None) -> Recovered:
        """Return the one kit that is complete, or the one named.

        Raises `Incomplete` (figures of the fullest kit) where there is none, and
        `Refused("two-kits", ids)` where two are complete and none is named.
        """
        wanted = list(self._piles) if kit is None else [kit]
        for hurried in self._hurried.intersection(wanted):
            self._search(hurried, ATTEMPTS)
        found = [done for done in map(self._solution, wanted) if done is not None]
        if not found:
            raise self._incomplete(wanted)
        if len(found) > 1:
            detail = " ".join(recovered.kit.hex() for recovered in found)
            raise Refused("two-kits", detail)
        return found[0]

    def _codes(self, kit: bytes) -> int:
        return sum(pile.codes for pile in self._piles[kit].values())

    def _by_size(self, kit: bytes) -> list[Pile]:
        """Return the piles of a kit, the fullest first; not empty for a kit we met."""
        piles = self._piles.get(kit, {}).values()
        return sorted(piles, key=lambda pile: len(pile.options), reverse=True)

    def _solution(self, kit: bytes) -> Recovered | None:
        """Solve a kit, anew only when something new was seen of it."""
        piles = self._by_size(kit)
        sightings = sum(pile.sightings for pile in piles)
        known, solution = self._solved.get(kit, (0, None))
        if known == sightings:
            return solution
        return self._search(kit, IMPATIENT if self._is_tired() else ATTEMPTS)

    def _is_tired(self) -> bool:
        every = (pile for piles in self._piles.values() for pile in piles.values())
        return sum(pile.spent for pile in every) >= PATIENCE

    def _search(self, kit: bytes, attempts: int) -> Recovered | None:
        """Look for the envelope; what was found once is right, whatever comes."""
        piles = self._by_size(kit)
        was = self._solved.get(kit, (0, None))[1]
        if was is None:
            solution = self._tried(piles[:SHAPES_TRIED], attempts)
        else:
            solution = self._recovered(self._piles[kit][was.plan], was.envelope)
        self._solved[kit] = sum(pile.sightings for pile in piles), solution
        if solution is None and attempts < ATTEMPTS:
            self._hurried.add(kit)
        else:
            self._hurried.discard(kit)
        return solution

    def _tried(self, piles: list[Pile], attempts: int) -> Recovered | None:
        for place, pile in enumerate(piles, 1):
            envelope = pile.solve(max(1, attempts // place))
            if envelope is not None:
                return self._recovered(pile, envelope)
        return None

    def _recovered(self, pile: Pile, envelope: bytes) -> Recovered:
        strangers = self._codes(pile.kit) - pile.codes
        genuine = frames_of(envelope, pile.plan)
        return Recovered(
            envelope,
            pile.kit,
            pile.plan,
            forged=strangers + pile.forged(genuine),
            others=tuple(other for other in self._piles if other != pile.kit),
            reserve=pile.reserve(genuine),
        )

    def _state(self, kit: bytes) -> KitState:
        done = self._solution(kit)
        pile = self._by_size(kit)[0] if done is None else self._piles[kit][done.plan]
        counts = [0] * pile.plan.sheets
        for number in pile.options:
            counts[number // CODES_A_SHEET] += 1
        return KitState(
            kit=kit,
            plan=pile.plan,
            found_by_sheet=tuple(counts),
            more=0 if done else max(1, pile.more()),
            complete=done is not None,
            forged=self._suspected(kit, pile) if done is None else done.forged,
            numbers=frozenset(pile.options),
            reserve=0 if done is None else done.reserve,
        )

    def _suspected(self, kit: bytes, pile: Pile) -> int:
        """Return how many codes must be forged: one if only the hash says so."""
        sure = self._codes(kit) - pile.codes + pile.contradicting()
        return max(sure, 0 if pile.more() else 1)

    def _incomplete(self, kits: list[bytes]) -> Incomplete:
        states = [self._state(kit) for kit in kits if kit in self._piles]
        if not states:
            return Incomplete(more=1, needed=1, found=0, kits=len(self._piles))
        best = min(states, key=lambda state: (state.more, -state.found))
        return Incomplete(
            more=best.more,
            needed=best.needed,
            found=best.found,
            forged=best.forged,
            kits=len(self._piles),
        )
