"""What was taken from an older pack, laid beside what the newest one has."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeVar

from msgspec.structs import replace

from vault.app.adopt import (
    LOW,
    WEAK_WORDS,
    channels_of,
    copied,
    source_of,
    steps_of,
    weak_steps,
)
from vault.app.pack_marks import compared, renewed
from vault.app.ports import Ports
from vault.model.account import Account
from vault.model.change import Add, Change, Replace
from vault.model.contact import Channel, Contact
from vault.model.procedure import Procedure, Step
from vault.packs import Pack, source_words
from vault.packs import Procedure as PackProcedure

T = TypeVar("T")
_WEAK: Final = re.compile(
    re.escape(WEAK_WORDS).replace(r"\{numbers\}", r"(?P<numbers>[\d, ]+)")
)


class Difference(NamedTuple):
    """One thing that a newer pack says otherwise, the owner's text beside the pack's.

    `record` is an id, empty for a procedure that would be new; `part` is "title",
    "step", "channel" or "procedure"; `place` counts from 1 in the owner's list, 0 for
    what is only in the pack. `mine` is empty for what would come, `theirs` for what
    would go. `source` says how old and how sure the pack's is, where it says anything.
    """

    record: str
    of: str
    part: str
    place: int
    mine: str
    theirs: str
    source: str = ""


class Pair(NamedTuple):
    """A part of the owner's beside the pack's; None where one has none."""

    place: int
    mine: object
    theirs: object


def beside(mine: Sequence[T], theirs: Sequence[T]) -> list[Pair]:
    """Lay two lists beside each other, in order: all left is mine, all right theirs."""
    pairs: list[Pair] = []
    match = SequenceMatcher(None, mine, theirs, autojunk=False)
    for _tag, i, i_end, j, j_end in match.get_opcodes():
        for n in range(max(i_end - i, j_end - j)):
            left = mine[i + n] if i + n < i_end else None
            right = theirs[j + n] if j + n < j_end else None
            pairs.append(Pair(i + n + 1 if left is not None else 0, left, right))
    return pairs


class OlderProcedure(NamedTuple):
    """A procedure that was taken from an earlier edition, and the newest pack's."""

    record: Procedure
    pack: Pack
    theirs: PackProcedure

    def pairs(self) -> list[Pair]:
        """Return each step beside the pack's."""
        return beside(self.record.steps, steps_of(self.theirs))

    def told(self) -> list[Difference]:
        """Return what differs: the title first, then step by step."""
        mine, title = self.record, self.theirs.title
        told = zip(steps_of(self.theirs), self.theirs.steps, strict=True)
        sources: dict[object, str] = {
            step: source_words(self.pack, fact) for step, fact in told
        }
        found = [
            Difference(
                mine.id,
                mine.title,
                "step",
                place,
                said(one),
                said(other),
                sources.get(other, ""),
            )
            for place, one, other in self.pairs()
            if one != other
        ]
        if mine.title == title:
            return found
        named = Difference(mine.id, mine.title, "title", 1, mine.title, title)
        return [named, *found]

    def settled(
        self, _ports: Ports, taken: Collection[int], *, everything: bool
    ) -> list[Change]:
        """Return the change that takes some and notes the comparison."""
        mine, theirs = self.record, self.theirs
        after = mine
        steps = mine.title != theirs.title  # the title is asked for first
        if steps and 0 in taken:
            after = replace(after, title=theirs.title)
        of_steps = {n - steps for n in taken if n >= steps}
        if of_steps or (taken and everything):
            after = self._taking(of_steps, after)
        if of_steps:  # nobody has tried these, whatever was confirmed before
            after = replace(after, checked="", checked_by="")
        source = compared(mine.source, self.pack)
        if everything:
            source = source_of(self.pack, theirs)
        return [Replace("procedure", mine, replace(after, source=source))]

    def _taking(self, taken: Collection[int], after: Procedure) -> Procedure:
        """Return it with those steps, and the weak ones among all of them named."""
        weak = {Step(s.text, s.link) for s in self.theirs.steps if s.confidence == LOW}
        was_weak = _weak_numbers(after.notes)
        chosen = _chosen(self.pairs(), taken)
        steps = tuple(one for _place, one in chosen if isinstance(one, Step))
        known = set(steps_of(self.theirs))
        numbers = [
            number
            for number, (place, one) in enumerate(chosen, 1)
            if one in weak or (one not in known and place in was_weak)
        ]
        notes = _renamed(after.notes, weak_steps(numbers))
        return replace(after, steps=steps, notes=notes)


class OlderContact(NamedTuple):
    """A contact that was taken from an earlier edition, and the newest pack."""

    record: Contact
    pack: Pack

    def pairs(self) -> list[Pair]:
        """Return each channel beside the pack's."""
        return beside(self.record.channels, channels_of(self.pack))

    def told(self) -> list[Difference]:
        """Return what differs, channel by channel."""
        mine = self.record
        told = zip(channels_of(self.pack), self.pack.contacts, strict=True)
        sources: dict[object, str] = {
            way: source_words(self.pack, fact) for way, fact in told
        }
        return [
            Difference(
                mine.id,
                mine.name,
                "channel",
                place,
                said(one),
                said(other),
                sources.get(other, ""),
            )
            for place, one, other in self.pairs()
            if one != other
        ]

    def settled(
        self, _ports: Ports, taken: Collection[int], *, everything: bool
    ) -> list[Change]:
        """Return the change that takes some and notes the comparison."""
        chosen = _chosen(self.pairs(), taken)
        channels = tuple(one for _place, one in chosen if isinstance(one, Channel))
        note = renewed if everything else compared
        notes = note(self.record.notes, self.pack)
        after = replace(self.record, channels=channels, notes=notes)
        return [Replace("contact", self.record, after)]


class MissingProcedure(NamedTuple):
    """A procedure of the newest pack for a situation that the account has none for."""

    account: Account
    pack: Pack
    theirs: PackProcedure

    def told(self) -> list[Difference]:
        """Return the one difference: it is not there."""
        title = self.theirs.title
        steps = "; ".join(step.text for step in self.theirs.steps)
        source = source_of(self.pack, self.theirs)
        return [Difference("", title, "procedure", 0, "", steps, source)]

    def settled(
        self, ports: Ports, taken: Collection[int], *, everything: bool
    ) -> list[Change]:
        """Return the change that takes it, or none."""
        if not (taken and everything):
            return []
        return [Add("procedure", copied(ports, self.account, self.pack, self.theirs))]


def said(part: object) -> str:
    """Return a step or a channel as one text; empty for none."""
    match part:
        case Step(text, link):
            return f"{text} ({link})" if link else text
        case Channel(kind, address, note):
            return ": ".join(filter(None, [kind, address, note]))
        case _:
            return ""


def _chosen(pairs: Sequence[Pair], taken: Collection[int]) -> list[tuple[int, object]]:
    """Return what stays or comes, with its place in the owner's list (0: it is new).

    What only moved is neither lost nor doubled where one end of its way is taken.
    """
    differing = [pair for pair in pairs if pair.mine != pair.theirs]
    takes = [pair for n, pair in enumerate(differing) if n in taken]
    stays = [pair for n, pair in enumerate(differing) if n not in taken]
    chosen: list[tuple[int, object]] = []
    for pair in pairs:
        if pair not in takes:
            chosen.append((pair.place, pair.mine))
            continue
        if any(pair.mine == other.theirs for other in stays):
            chosen.append((pair.place, pair.mine))
        if not any(pair.theirs == other.mine for other in stays):
            chosen.append((0, pair.theirs))
    return [(place, one) for place, one in chosen if one is not None]


def _weak_numbers(notes: str) -> set[int]:
    found = _WEAK.search(notes)
    return {int(one) for one in found["numbers"].split(",")} if found else set()


def _renamed(notes: str, weak: str) -> str:
    """Return the notes with our own sentence of weak steps made new, else added."""
    if _WEAK.search(notes):
        return _WEAK.sub(weak, notes).strip()
    return "\n".join(filter(None, [notes, weak]))
