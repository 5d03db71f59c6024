"""The states of the history pages, made of the past as the core tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from ui.shared.days import day_words
from ui.views.history_state import ChangeState, DayState, DeletedState
from vault.app.field_words import KIND_NAMES
from vault.app.history import Gone, PastLine, along_words
from vault.app.past_names import Names
from vault.i18n import translate as _
from vault.i18n import translate_count

MOST_CHARACTERS: Final = 300  # of one value; more is no help to know it again by
A_CARD: Final = 4  # changes in one card; a longer day goes on in the next


def day_states(
    hidden: Sequence[PastLine], bare: Sequence[PastLine], name: str
) -> tuple[DayState, ...]:
    """Return the days of a history; `bare` are the same lines with codes in clear.

    What is called `name`, as its page is, is not named at each change again.
    """
    pairs = zip(hidden, bare, strict=True)
    days: list[DayState] = []
    called: Counter[str] = Counter()
    for (day, where), found in groupby(pairs, lambda pair: _group(pair[0])):
        title = f"{day_words(day)} · {where}" if where else day_words(day)
        folded = list(_folded(found))
        changes = [_change(one, clear, name, called) for one, clear in folded]
        starts = range(0, len(changes), A_CARD)
        days.extend(
            DayState(title, tuple(changes[at : at + A_CARD]), goes_on=at > 0)
            for at in starts
        )
    return tuple(days)


def _folded(
    pairs: Iterable[tuple[PastLine, PastLine]],
) -> Iterator[tuple[PastLine, PastLine]]:
    """Yield the lines, with what came or went in one act told by one of them."""
    for (_at, action), found in groupby(pairs, lambda pair: _whole(pair[0])):
        listed = list(found)
        if not action:
            yield from listed
            continue
        line, clear = listed[0] if action == "remove" else listed[-1]
        more = len(listed) - 1
        if more:
            words = translate_count(
                "{what}, and {n} more", "{what}, and {n} more", more
            )
            line = replace(line, after=words.format(what=line.after, n=more))
        yield line, clear


def _whole(line: PastLine) -> tuple[str, str]:
    """Return when a whole record came or went, and which; blanks for an edit."""
    return ("", "") if line.past.field else (line.past.at, line.past.action)


def _group(line: PastLine) -> tuple[str, str]:
    return line.past.at[:10], line.where


def _change(
    line: PastLine, clear: PastLine, name: str, called: Counter[str]
) -> ChangeState:
    return ChangeState(
        line.past.ref,
        "" if line.record == name else line.record,
        line.label,
        _cut(line.before),
        _cut(line.after),
        clear.before if line.secret else "",
        clear.after if line.secret else "",
        line.can,
        _button_name(line, called) if line.can else "",
        line.why,
    )


def _button_name(line: PastLine, called: Counter[str]) -> str:
    """Return what is read out for a button; one alike another is numbered."""
    words = _("Bring back {field} of {record}: {value}")
    name = words.format(field=line.label, record=line.record, value=line.before)
    called[name] += 1
    if called[name] == 1:
        return name
    return _("{name} ({n})").format(name=name, n=called[name])


def _cut(text: str) -> str:
    text = text.strip()
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[: MOST_CHARACTERS - 1].rstrip()}…"


def deleted_state(names: Names, gone: Gone, *, may_write: bool) -> DeletedState:
    """Return one removed record, as its card shows it."""
    day = day_words(gone.at)
    when = _("Removed {day}.").format(day=day)
    if gone.device:
        when = _("Removed {day} on {device}.").format(day=day, device=gone.device)
    left = translate_count(
        "Kept for {n} more day.", "Kept for {n} more days.", gone.days_left
    )
    along = along_words(gone)
    return DeletedState(
        gone.id,
        KIND_NAMES[gone.kind],
        names.of(gone.kind, gone.id),
        when,
        left.format(n=gone.days_left),
        _("With it: {what}.").format(what=along) if along else "",
        may_write,
    )
