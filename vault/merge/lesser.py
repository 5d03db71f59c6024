"""Entries that say less in one copy than in the other: what was forgotten stays so."""

from typing import NamedTuple

from vault.merge.side import Two
from vault.model.change import Forget
from vault.model.entry import Entry
from vault.model.forgotten import met

Entries = tuple[Entry, ...]


class Met(NamedTuple):
    """What each copy lacks, and of mine what must say less from now on."""

    lacks: Two[Entries]
    forget: tuple[Forget, ...]


def meet(lacks: Two[Entries]) -> Met:
    """Pair the entries that are one, but for what either copy forgot of it."""
    theirs: dict[tuple[int, str, str], list[Entry]] = {}
    for entry in lacks.mine:
        theirs.setdefault((entry.n, entry.kind, entry.id), []).append(entry)
    paired: list[Entry] = []
    fuller: list[Entry] = []
    lesser: list[Entry] = []
    lacking: list[Entry] = []
    for entry in lacks.theirs:
        alike = theirs.get((entry.n, entry.kind, entry.id), [])
        twin = next((one for one in alike if met(entry, one)), None)
        if twin is None:
            lacking.append(entry)
            continue
        alike.remove(twin)
        paired.append(twin)
        joined = met(entry, twin)
        if joined is not None and joined != entry:
            fuller.append(entry)
            lesser.append(joined)
    new = tuple(one for one in lacks.mine if not any(one is twin for twin in paired))
    forget = (Forget(tuple(fuller), tuple(lesser)),) if fuller else ()
    return Met(Two(new, tuple(lacking)), forget)
