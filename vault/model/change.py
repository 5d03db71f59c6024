"""A change of the vault: what it does, its inverse, and what it touched.

Rules. A vault is never written to: a change makes a new one, copies only the
collections it touches, and shares the rest. A change states what it expects to find,
and is refused as a bug where something else is there. Every change adds an entry to the
history, unless another copy's entries tell of it; undo is a change too. Only `Forget`
makes an entry say less, and adds none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vault.model.draft import Draft, Touched
from vault.model.entry import TO_CHECK, Entry
from vault.model.record import Record
from vault.model.vault import Vault

__all__ = [
    "Add",
    "Answered",
    "Change",
    "Changes",
    "EditVault",
    "Forget",
    "Joined",
    "Known",
    "Learn",
    "Remove",
    "Replace",
    "Touched",
    "apply",
    "edit_vault",
    "inverse",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Add:
    """A record comes in under an id that is free."""

    kind: str
    record: Record


@dataclass(frozen=True, slots=True)
class Replace:
    """A record takes the place of an earlier version of itself."""

    kind: str
    before: Record
    after: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """A record goes; `removal_of` says what must go or be cut before it."""

    kind: str
    record: Record


@dataclass(frozen=True, slots=True)
class EditVault:
    """Fields of the vault itself change: the same names before and after."""

    before: Mapping[str, object]
    after: Mapping[str, object]


Edit = Add | Replace | Remove | EditVault


@dataclass(frozen=True, slots=True)
class Learn:
    """The history of another copy comes in, and `counter`, how far it had counted.

    It is never unlearnt: the inverse does nothing.
    """

    entries: tuple[Entry, ...]
    counter: int


@dataclass(frozen=True, slots=True)
class Known:
    """An edit that the history tells of already: it adds no entry. Its inverse does."""

    edit: Edit


@dataclass(frozen=True, slots=True)
class Joined:
    """An edit by a merge: its entry names `device`, MERGED or TO_CHECK, instead."""

    edit: Edit
    device: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An edit that answers what a merge left to be checked; its inverse asks again.

    It adds an entry as any edit does, where it is `told`.
    """

    edit: Edit
    told: bool = True


@dataclass(frozen=True, slots=True)
class Forget:
    """Entries of the history come to say less (or, taken back, as much as before).

    Two lists of the same length; an entry that is not there (any more) is left out.
    """

    before: tuple[Entry, ...] = field(repr=False)
    after: tuple[Entry, ...] = field(repr=False)


Change = Edit | Learn | Known | Joined | Answered | Forget


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act did, in order: drives redraw, undo and merge alike."""

    changes: tuple[Change, ...] = ()
    touched: tuple[Touched, ...] = ()


def edit_vault(vault: Vault, **fields: object) -> EditVault:
    """Return the change that sets those fields of the vault."""
    return EditVault({name: getattr(vault, name) for name in fields}, fields)


def inverse(change: Change) -> Change:
    """Return the change that takes `change` back."""
    match change:
        case Learn():
            return Learn((), 0)
        case Forget(fuller, lesser):
            return Forget(lesser, fuller)
        case Known(edit) | Joined(edit, _):
            return _inverse(edit)
        case Answered(edit, _):
            return Joined(_inverse(edit), TO_CHECK)
        case _:
            return _inverse(change)


def _inverse(edit: Edit) -> Edit:
    match edit:
        case Add(kind, record):
            return Remove(kind, record)
        case Remove(kind, record):
            return Add(kind, record)
        case Replace(kind, before, after):
            return Replace(kind, after, before)
        case EditVault(before, after):
            return EditVault(after, before)


def apply(
    vault: Vault, change: Change | Iterable[Change], at: str, device: str = ""
) -> tuple[Vault, Changes]:
    """Return the vault after the change or changes, and what they touched.

    `at` is the time as records spell it. All or nothing: raises BrokenInvariant where
    a change does not fit what is there, and the vault given is untouched either way.
    """
    if isinstance(change, Change):
        change = (change,)
    changes = tuple(change)
    draft = Draft(vault, at)
    for step in changes:
        _take(draft, step, device)
    return draft.done(), Changes(changes, tuple(draft.touched))


def undo(
    vault: Vault, changes: Changes, at: str, device: str = ""
) -> tuple[Vault, Changes]:
    """Take the changes back, last first; the result can be undone in its turn."""
    backwards = [inverse(change) for change in reversed(changes.changes)]
    return apply(vault, backwards, at, device)


def _take(draft: Draft, change: Change, device: str) -> None:
    match change:
        case Learn(entries, counter):
            draft.learn(entries, counter)
        case Known(edit):
            _edit(draft, edit, None)
        case Joined(edit, joined_by):
            _edit(draft, edit, joined_by)
        case Answered(edit, told):
            _edit(draft, edit, device if told else None)
        case Forget(before, after):
            draft.forget(before, after)
        case _:
            _edit(draft, change, device)


def _edit(draft: Draft, edit: Edit, device: str | None) -> None:
    match edit:
        case Add(kind, record):
            draft.put(kind, None, record, device)
        case Remove(kind, record):
            draft.put(kind, record, None, device)
        case Replace(kind, before, after):
            draft.put(kind, before, after, device)
        case EditVault(before, after):
            draft.edit(before, after, device)
