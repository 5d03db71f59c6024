"""Codes of the sample vault: drawn like the example that their pack gives."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, NamedTuple

from vault.app.sample_words import USED_FOR
from vault.ids import new_id
from vault.model.code import Code, CodeState
from vault.packs import CodeKind, Pack

_UNKNOWN_SHAPE: Final = "a1b2-c3d4"  # where a pack does not know the shape
_RUN: Final = re.compile(r"\d+|[a-z]|[A-Z]|[^\da-zA-Z]+")


class Use(NamedTuple):
    """How many codes of a set are used, between which days ago; how the rest stands."""

    used: int
    days: tuple[int, int]
    rest: CodeState


class SampleCodes:
    """Draws codes; `day` gives a day so many days ago, between two bounds."""

    def __init__(self, random: Random, day: Callable[[int, int], str]) -> None:
        self._random = random
        self._day = day
        self._drawers: dict[tuple[str, str], Callable[[], str]] = {}
        self.people: Sequence[str] = ()  # ids of those who may have used a code

    def draw(
        self, pack: Pack, kind: CodeKind, count: int, use: Use
    ) -> tuple[Code, ...]:
        """Return `count` codes, no two alike, in the states that `use` gives."""
        drawer = self._drawer(pack, kind)
        values: dict[str, None] = {}
        while len(values) < count:
            values[drawer()] = None
        return tuple(
            self._used(value, use) if place < use.used else self._code(value, use.rest)
            for place, value in enumerate(values)
        )

    def _code(self, value: str, state: CodeState) -> Code:
        return Code(id=new_id(self._random.randbytes), value=value, state=state)

    def _used(self, value: str, use: Use) -> Code:
        return Code(
            id=new_id(self._random.randbytes),
            value=value,
            state="used",
            used_at=f"{self._day(*use.days)}T{self._random.randint(7, 19):02}:30:00Z",
            used_by=self._random.choice(self.people),
            used_for=self._random.choice(USED_FOR),
        )

    def _drawer(self, pack: Pack, kind: CodeKind) -> Callable[[], str]:
        key = (pack.id, kind.kind)
        if key not in self._drawers:
            example = kind.examples[0] if kind.examples else _UNKNOWN_SHAPE
            runs = [self._run(run) for run in _RUN.findall(example)]
            self._drawers[key] = lambda: "".join([run() for run in runs])
        return self._drawers[key]

    def _run(self, run: str) -> Callable[[], str]:
        """Return what draws digits for digits and letters for letters."""
        if run.isdecimal():
            end, width = 10 ** len(run), len(run)
            return lambda: f"{self._random.randrange(end):0{width}}"
        if run.isalpha():
            first = ord("a" if run.islower() else "A")
            return lambda: chr(first + self._random.randrange(26))
        return lambda: run
