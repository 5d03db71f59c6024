"""What was there before, asked and brought back: the same for window and terminal.

Everything here reads a vault and returns data or changes; a session applies them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from vault.app.edit import LEAST_OF_AN_ID, find_record
from vault.app.field_words import field_name
from vault.app.past_names import Names
from vault.app.past_words import PastLine, act_name, line_of
from vault.app.typed_fields import REGISTER
from vault.errors import Ambiguous, NotFound, Refused
from vault.history.bring_back import (
    Hindrance,
    hindrance,
    missing_parents,
    record_back,
    value_back,
)
from vault.history.forget import forgetting
from vault.history.gone import Gone, gone_lately, removed_records
from vault.history.past import Key, Lost, Past, pasts
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.change import Change, apply
from vault.model.link import links_of, targets
from vault.model.vault import KINDS, Vault

__all__ = [
    "Brought",
    "Gone",
    "Key",
    "Lost",
    "PastLine",
    "along_words",
    "bringing_back",
    "forgotten",
    "gone_lately",
    "lines",
    "meant",
    "record_brought",
    "related",
    "value_brought",
]

T = TypeVar("T")
PAST = "earlier value"
_ALONG = {
    "code-set": ("{n} set of codes", "{n} sets of codes"),
    "procedure": ("{n} list of steps", "{n} lists of steps"),
    "contact": ("{n} contact", "{n} contacts"),
    "access": ("{n} person's access", "{n} people's access"),
}


@dataclass(frozen=True)
class Brought:
    """Changes that bring something back as one act, its name, and what to say of it."""

    changes: tuple[Change, ...] = field(repr=False)
    name: str
    said: tuple[str, ...] = ()


def lines(
    vault: Vault,
    keys: Iterable[Key] | None = None,
    *,
    reveal: bool = False,
    most: int | None = None,
) -> tuple[PastLine, ...]:
    """Return the changes of those records in words, the newest first; of all without.

    Values of codes are hidden without `reveal`; with `most`, so many at most.
    """
    names = Names(vault)
    found = pasts(vault, None if keys is None else frozenset(keys), most)
    return tuple(line_of(vault, names, past, reveal=reveal) for past in found)


def related(vault: Vault, kind: str, id_: str) -> frozenset[Key]:
    """Return a record and what hangs on it, also what hung on it and was removed."""
    found: set[Key] = {(kind, id_)}
    removed = removed_records(vault)
    for other in KINDS:
        for link in links_of(other):
            if link.target == kind and link.on_removal == "cascade":
                there = [(other, one) for one in vault.collection(other).values()]
                gone = [(other, one) for key, one in removed.items() if key[0] == other]
                found |= {
                    (other, one.id)
                    for _, one in there + gone
                    if id_ in targets(one, link)
                }
    return frozenset(found)


def meant(vault: Vault, reference: str) -> Key:
    """Return the record that is meant by a name, an id or its beginning.

    One that is there goes before one that was removed. Raises `NotFound`, `Ambiguous`.
    """
    for kind in KINDS:
        if kind != REGISTER:
            try:
                return kind, find_record(vault, kind, reference).id
            except NotFound:
                continue
    wanted = reference.casefold()
    fits = [
        (kind, id_)
        for (kind, id_), record in removed_records(vault).items()
        if getattr(record, "name", getattr(record, "title", "")).casefold() == wanted
        or (len(reference) >= LEAST_OF_AN_ID and id_.startswith(wanted))
    ]
    return _only(fits, "record", reference)


def bringing_back(vault: Vault, today: str, references: Sequence[str]) -> Brought:
    """Return what brings back removed records and earlier values, as one act.

    A record by its id, its beginning, or its name; a value by what `Past.ref` names it.
    Raises `NotFound`, `Ambiguous`, and `Refused` where something cannot come back.
    """
    changes: list[Change] = []
    said: list[str] = []
    called: list[str] = []
    for reference in references:
        one = _bringing(vault, today, reference)
        vault, _done = apply(vault, one.changes, f"{today}T00:00:00Z")
        changes += one.changes
        said += one.said
        called.append(one.name)
    if len(called) == 1:
        return Brought(tuple(changes), called[0], tuple(said))
    name = _("Bring back {n} things").format(n=len(called))
    return Brought(tuple(changes), name, tuple(said))


def record_brought(vault: Vault, gone: Gone) -> Brought:
    """Return what brings a removed record back, with all that hung on it.

    Raises `Refused` where it hung on something that is gone itself.
    """
    names = Names(vault)
    called = names.of(gone.kind, gone.id)
    for kind, id_ in missing_parents(vault, gone):
        parent = names.of(kind, id_)
        if names.find(kind, id_) is not None:
            raise Refused("needs-parent-first", parent)
        raise Refused("needs-what-is-gone", called)
    found = record_back(vault, gone)
    said = [_("{name} is back.").format(name=called)]
    if gone.along:
        said.append(_("With it: {what}.").format(what=along_words(gone)))
    for kind, id_, _field in found.cut:
        words = _("What {name} pointed to is removed, so that was left out.")
        said.append(words.format(name=names.of(kind, id_)))
    name = _("Bring back {name}").format(name=called)
    return Brought(found.changes, name, tuple(said))


def value_brought(vault: Vault, past: Past) -> Brought:
    """Return what brings an earlier value back. Raises `Refused` where it cannot."""
    why = hindrance(vault, past)
    if why is not None:
        raise _refusal(why)
    name = act_name(Names(vault), past)
    return Brought(tuple(value_back(vault, past)), name)


def forgotten(vault: Vault, kind: str, id_: str, field: str = "") -> Brought:
    """Return what forgets the earlier values of a record, or of one of its fields.

    Without a field, also of what hangs on it; but what was removed from it can still be
    brought back. Of a removed record: all that it held and what went along with it, for
    good. The changes are empty where there is nothing to forget.
    """
    names = Names(vault)
    keys: frozenset[Key] = frozenset({(kind, id_)})
    if not field and kind in KINDS:
        keys = related(vault, kind, id_)
        if vault.find(kind, id_) is not None:
            keys = frozenset(key for key in keys if vault.find(*key) is not None)
    words = _("Forget the earlier values of {name}")
    name = words.format(name=names.of(kind, id_))
    if field:
        words = _("Forget the earlier values of “{field}” of {name}")
        label = field_name(kind, field)
        name = words.format(field=label, name=names.of(kind, id_))
    return Brought(tuple(forgetting(vault, keys, field)), name)


def along_words(gone: Gone) -> str:
    """Say what went along with a removed record, counted by kind; "" for nothing."""
    kinds = [kind for kind, _ in gone.along]
    return ", ".join(
        translate_count(*words, kinds.count(kind)).format(n=kinds.count(kind))
        for kind, words in _ALONG.items()
        if kind in kinds
    )


def _bringing(vault: Vault, today: str, reference: str) -> Brought:
    wanted = reference.casefold()
    names, found = Names(vault), gone_lately(vault, today)
    gones = [one for one in found if _is_meant(names, one, wanted)]
    values = [one for one in pasts(vault) if _begins(one.ref, wanted)]
    fits: list[Gone | Past] = [*gones, *values]
    one = _only(fits, PAST, reference)
    if isinstance(one, Gone):
        return record_brought(vault, one)
    return value_brought(vault, one)


def _is_meant(names: Names, gone: Gone, wanted: str) -> bool:
    return wanted == names.of(gone.kind, gone.id).casefold() or _begins(gone.id, wanted)


def _begins(id_: str, wanted: str) -> bool:
    return len(wanted) >= LEAST_OF_AN_ID and id_.startswith(wanted)


def _only(fits: Sequence[T], kind: str, reference: str) -> T:
    if not fits:
        raise NotFound(kind, reference)
    if len(fits) > 1:
        ids = [getattr(one, "ref", getattr(one, "id", str(one))) for one in fits]
        raise Ambiguous(kind, reference, tuple(sorted(ids)))
    return fits[0]


def _refusal(why: Hindrance) -> Refused:
    refusals = {
        "forgotten": Refused("value-not-kept"),
        "no-record": Refused("value-without-record"),
        "same": Refused("value-shows"),
        "dangling": Refused("value-points-nowhere"),
        "no-value": Refused("no-value"),
    }
    return refusals[why]
