"""The codes of one set, joined code by code.

A code's value is one field; its state with when, by whom and for what is another, told
together. A used code stays used, whatever the other copy says; only a copy that had
seen that very mark can have taken it back. The same value under two ids (both pasted
the same codes) becomes one code.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from vault.encoding.canonical import encode_trusted
from vault.merge.choice import ABSENT, UNKNOWN, Choice, Value, choose
from vault.merge.difference import CODES
from vault.merge.fields import Joining, Pair
from vault.merge.history import JOINED_BY, NEVER, Stamp, Told
from vault.merge.sequence import leading, merged_order
from vault.merge.side import Two
from vault.model.code import Code, CodeSet
from vault.model.entry import MERGED, TO_CHECK, Entry

USE: Final = ("state", "used_at", "used_by", "used_for")


class Steps(NamedTuple):
    """A code in the three steps of a `Joining`; None where there is none."""

    known: Code | None
    noted: Code | None
    final: Code | None


@dataclass(frozen=True)
class Versions:
    """One code in both copies, as the common save had it, and what is told of it."""

    codes: Two[Code | None]
    base: object  # a Code, ABSENT or UNKNOWN
    before: Two[tuple[object, ...]]  # Codes and ABSENT
    stamps: Two[Stamp]


def join_codes(pair: Pair, joining: Joining) -> None:
    """Join the codes of two versions of a code set, into its `Joining`."""
    sets = Two(*(_codes(one) for one in pair.records))
    if list(sets.mine.items()) == list(sets.theirs.items()):
        return
    versions = {id_: _versions(id_, sets, pair) for id_ in sets.mine | sets.theirs}
    steps = {id_: _joined(one) for id_, one in versions.items()}
    _one_of_each(steps, versions)
    order = _order(sets, steps, pair.told)
    for step in Steps._fields:
        listed = (getattr(steps[id_], step) for id_ in order)
        getattr(joining, step)[CODES] = tuple(one for one in listed if one is not None)


def are_traced(codes: Iterable[Code], entries: Iterable[Entry]) -> bool:
    """Tell whether a history keeps each of these codes, as what was replaced."""
    entries = tuple(entries)
    return all(_is_traced(code, _earlier(code.id, entries)) for code in codes)


def has_twins(record: msgspec.Struct) -> bool:
    """Tell whether two codes have one id: such a fault is joined as a whole field."""
    return isinstance(record, CodeSet) and len(_codes(record)) != len(record.codes)


def _codes(record: msgspec.Struct | None) -> dict[str, Code]:
    return (
        {code.id: code for code in record.codes} if isinstance(record, CodeSet) else {}
    )


def _versions(id_: str, sets: Two[Mapping[str, Code]], pair: Pair) -> Versions:
    base: object = UNKNOWN
    if pair.base is not None:
        base = _codes(pair.base).get(id_, ABSENT)
    return Versions(
        codes=Two(*(one.get(id_) for one in sets)),
        base=base,
        before=Two(*(_earlier(id_, told.fresh) for told in pair.told)),
        stamps=Two(*(_stamp(id_, told) for told in pair.told)),
    )


def _earlier(id_: str, fresh: Iterable[Entry]) -> tuple[object, ...]:
    """Return the code as it was before each unseen change of it, first first."""
    return tuple(found for entry in fresh if (found := _before(id_, entry)) is not None)


def _before(id_: str, entry: Entry) -> object:
    """Return the code as it was before a change; None where it was not touched."""
    if entry.action == "add":
        return ABSENT
    listed = entry.before.get(CODES)
    for part in listed if isinstance(listed, tuple) else ():
        if isinstance(part, dict) and part.get("id") == id_:
            return msgspec.convert(part, Code) if len(part) > 1 else ABSENT
    return ABSENT if entry.action == "remove" else None


def _stamp(id_: str, told: Told) -> Stamp:
    stamps = (
        (one.n, one.at, one.device)
        for one in told.entries
        if one.device not in JOINED_BY
        and one.action != "remove"
        and _before(id_, one) is not None
    )
    return max(stamps, default=NEVER)


def _joined(one: Versions) -> Steps:
    mine, theirs = one.codes
    if mine == theirs:
        return Steps(mine, mine, mine)
    if mine is None or theirs is None:
        return _one_sided(one)
    return _two_sided(Two(mine, theirs), one)


_NOTED: Final = (frozenset({MERGED, TO_CHECK}), frozenset({TO_CHECK}), frozenset[str]())


def _one_sided(one: Versions) -> Steps:
    """Join where one copy lacks the code: an edit stays against a removal."""

    def whole(code: Code | None) -> tuple[object, int]:
        return (ABSENT, 0) if code is None else (code, 1)

    mine, theirs = one.codes
    traced = Two(
        _is_traced(mine, one.before.theirs), _is_traced(theirs, one.before.mine)
    )
    choice = choose(_values(one, whole, lambda old: old), traced, one.base)
    won, lost = one.codes.of(choice.wins), one.codes.of(choice.loses)
    return Steps(*(lost if choice.note in noted else won for noted in _NOTED))


def _two_sided(codes: Two[Code], one: Versions) -> Steps:
    value = _chosen(codes, one, ("value",))
    use = _chosen(codes, one, USE)
    taken_back = not use.note and not one.before.of(use.loses)
    if _is_used(codes.of(use.loses)) and not _is_used(codes.of(use.wins)):
        use = use if taken_back else Choice(use.loses, TO_CHECK)
    return Steps(*(_made(codes, value, use, noted) for noted in _NOTED))


def _chosen(codes: Two[Code], one: Versions, names: tuple[str, ...]) -> Choice:
    held = Two(_held(codes.mine, names), _held(codes.theirs, names))
    if held.mine == held.theirs:
        return Choice("mine")

    def part(code: Code | None) -> tuple[object, int]:
        return _held(code, names), int(_is_used(code))

    values = _values(one, part, lambda old: _held(old, names))
    traced = Two(held.mine in values.theirs.before, held.theirs in values.mine.before)
    return choose(values, traced, _held(one.base, names))


def _is_traced(code: Code | None, olds: Iterable[object]) -> bool:
    """Tell whether a code's value and its use are kept: as what was replaced."""
    codes = [old for old in olds if isinstance(old, Code)]
    return code is None or (
        any(code.value == old.value for old in codes)
        and any(_held(code, USE) == _held(old, USE) for old in codes)
    )


def _values(
    one: Versions,
    now: Callable[[Code | None], tuple[object, int]],
    before: Callable[[object], object],
) -> Two[Value]:
    return Two(
        *(
            Value(held, tuple(map(before, earlier)), stamp, rank)
            for (held, rank), earlier, stamp in zip(
                map(now, one.codes), one.before, one.stamps, strict=True
            )
        )
    )


def _held(code: object, names: tuple[str, ...]) -> object:
    """Return those fields of a code; what stands for no code as it is."""
    if not isinstance(code, Code):
        return code
    return tuple(getattr(code, name) for name in names)


def _is_used(code: Code | None) -> bool:
    return code is not None and code.state == "used"


def _made(codes: Two[Code], value: Choice, use: Choice, noted: frozenset[str]) -> Code:
    """Return the code of one step, in which what is noted after it still shows."""
    valued = codes.of(value.loses if value.note in noted else value.wins)
    used = codes.of(use.loses if use.note in noted else use.wins)
    return replace(used, value=valued.value)


def _one_of_each(steps: dict[str, Steps], versions: Mapping[str, Versions]) -> None:
    """Leave one code of those with one value, unless a copy had them both before."""
    same: dict[str, list[str]] = {}
    for id_, one in steps.items():
        if one.final is not None:
            same.setdefault(one.final.value, []).append(id_)
    for ids in same.values():
        if len(ids) > 1 and not _together(versions[id_].codes for id_ in ids):
            _fold(steps, versions, sorted(ids))


def _together(codes: Iterable[Two[Code | None]]) -> bool:
    """Tell whether one copy held all of these with one value already."""
    for held in zip(*codes, strict=True):
        values = {None if code is None else code.value for code in held}
        if len(values) == 1 and None not in values:
            return True
    return False


def _fold(
    steps: dict[str, Steps], versions: Mapping[str, Versions], ids: list[str]
) -> None:
    """Make one code of several: the first id, and the use that came last."""

    def order(code: Code) -> tuple[bool, Stamp, bytes]:
        stamp = max(versions[code.id].stamps)
        return _is_used(code), stamp, encode_trusted(_held(code, USE))

    codes = [final for id_ in ids if (final := steps[id_].final)]
    last = max(codes, key=order)
    uses = {_held(code, USE) for code in codes if _is_used(code)}
    for id_ in ids:
        was = steps[id_]
        final = replace(last, id=id_) if id_ == ids[0] else None
        if was.known != was.final and final is None:
            steps[id_] = Steps(was.known, was.final, None)
        elif len(uses) > 1 or was.noted != was.final:
            steps[id_] = Steps(was.known, was.noted, final)
        else:
            steps[id_] = Steps(was.known, final, final)


def _order(
    sets: Two[dict[str, Code]], steps: Mapping[str, Steps], told: Two[Told]
) -> list[str]:
    """Return the order of all codes: the platform's, as the later copy has it."""
    orders = Two(tuple(sets.mine), tuple(sets.theirs))
    found = [id_ for id_, one in steps.items() if one.final is not None]
    mine, theirs = (
        (one.stamp((CODES,)), order) for one, order in zip(told, orders, strict=True)
    )
    lead = leading(found, orders, "mine" if mine >= theirs else "theirs")
    other = orders.of("theirs" if lead == "mine" else "mine")
    return merged_order(orders.of(lead), other)
