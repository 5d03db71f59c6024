"""The fields of one record that both copies have, joined one by one.

Some fields are one fact told in two (a day, and who checked on that day): they go
together. Lists of links and of texts are joined entry by entry.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as filled
from typing import Final, TypeGuard

import msgspec

from vault.merge.choice import ABSENT, UNKNOWN, Note, Value, choose, later
from vault.merge.history import Key, Told
from vault.merge.sequence import joined_texts
from vault.merge.side import Two
from vault.model.before import before_value
from vault.model.entry import TO_CHECK, Entry

Names = tuple[str, ...]
TOGETHER: Final[Mapping[str, tuple[Names, ...]]] = {
    "procedure": (("checked", "checked_by"), ("source", "source_date")),
}


@dataclass
class Joining:
    """The fields that differ, in three steps towards the result.

    `known`: as the histories tell it. `noted`: what gave way untold is written down.
    `final`: and so is what must be looked at.
    """

    known: dict[str, object] = filled(default_factory=dict)
    noted: dict[str, object] = filled(default_factory=dict)
    final: dict[str, object] = filled(default_factory=dict)

    def settle(self, name: str, note: Note, winner: object, loser: object) -> None:
        """Set one field; the loser's value passes through where it must be noted."""
        self.known[name] = loser if note else winner
        self.noted[name] = loser if note == TO_CHECK else winner
        self.final[name] = winner


@dataclass(frozen=True)
class Pair:
    """Two versions of one record (or of the vault's own fields) and what is known."""

    key: Key
    records: Two[msgspec.Struct]
    base: msgspec.Struct | None
    told: Two[Told]


def join_fields(pair: Pair, names: Iterable[str]) -> Joining:
    """Join those fields of a record; any part of it that has ids is not for here."""
    joining = Joining()
    for group in _groups(pair.key[0], names):
        held = Two(*(_held(one, group) for one in pair.records))
        if held.mine != held.theirs:
            _join(joining, pair, group, held)
    return joining


def _groups(kind: str, names: Iterable[str]) -> list[Names]:
    """Return the fields, those that go together in one group."""
    together = TOGETHER.get(kind, ())
    grouped = {name for group in together for name in group}
    return [*together, *((name,) for name in names if name not in grouped)]


def _join(
    joining: Joining, pair: Pair, group: Names, held: Two[tuple[object, ...]]
) -> None:
    values = Two(
        *(
            Value(
                _flat(held.of(side)),
                _earlier(pair.records.of(side), group, pair.told.of(side).fresh),
                pair.told.of(side).stamp(group),
            )
            for side in ("mine", "theirs")
        )
    )
    base = UNKNOWN if pair.base is None else _flat(_held(pair.base, group))
    mine, theirs = values
    traced = Two(_is_traced(mine, theirs), _is_traced(theirs, mine))
    choice = choose(values, traced, base)
    for name, *pairs in zip(group, held.mine, held.theirs, strict=True):
        two, note = Two(*pairs), choice.note
        won = two.of(choice.wins)
        if note == TO_CHECK and _are_texts(two):
            won, note = _joined(two, base, values)
        joining.settle(name, note, won, two.of(choice.loses))


def _joined(
    lists: Two[tuple[str, ...]], base: object, values: Two[Value]
) -> tuple[tuple[str, ...], Note]:
    """Return two lists of texts as one, and how that is noted."""
    if base is UNKNOWN and values.mine.parted == values.theirs.parted:
        base = values.mine.parted
    was = base[0] if isinstance(base, tuple) else None
    old = was if _is_texts(was) else None  # it may be forgotten
    won = joined_texts(lists, old, later(values))
    return won, "" if old is not None or won in lists else TO_CHECK


def _held(record: msgspec.Struct, group: Names) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in group)


def _flat(held: Iterable[object]) -> tuple[object, ...]:
    """Return values as the history spells them."""
    return tuple(before_value(one, ()) for one in held)


def _is_traced(loser: Value, winner: Value) -> bool:
    """Tell whether each field's value is kept: as what the winner's copy replaced."""
    olds = [old for old in (winner.now, *winner.before) if isinstance(old, tuple)]
    fields = loser.now if isinstance(loser.now, tuple) else ()
    return all(
        is_kept(one, [old[place] for old in olds]) for place, one in enumerate(fields)
    )


def is_kept(value: object, olds: list[object]) -> bool:
    """Tell whether a value is among these; of a list of texts, whether each text is."""
    if value in olds:
        return True
    texts = {text for old in olds if _is_texts(old) for text in old}
    return _is_texts(value) and texts.issuperset(value)


def _are_texts(values: Two[object]) -> TypeGuard[Two[tuple[str, ...]]]:
    """Tell whether values are lists of links or of plain texts."""
    return all(map(_is_texts, values))


def _is_texts(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def _earlier(
    record: msgspec.Struct, group: Names, fresh: Iterable[Entry]
) -> tuple[object, ...]:
    """Return what the fields were before each unseen change, first first."""
    held = dict(zip(group, _flat(_held(record, group)), strict=True))
    found: list[object] = []
    for entry in reversed(tuple(fresh)):
        if entry.action == "add":
            found.append(ABSENT)
            continue
        if entry.action == "remove":
            held = {name: _default(record, name) for name in group}
        elif held.keys().isdisjoint(entry.before):
            continue
        held |= {name: entry.before[name] for name in group if name in entry.before}
        found.append(tuple(held.values()))
    return tuple(reversed(found))


def _default(record: msgspec.Struct, name: str) -> object:
    """Return what a field is where the history of a removal leaves it out."""
    found = {one.name: one.default for one in msgspec.structs.fields(record)}
    return found[name]
