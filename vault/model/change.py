"""A change of the vault: what it does, its inverse, and what it touched.

Rules. A vault is never written to: a change makes a new one, copies only the
collections it touches, and shares the rest. A change states what it expects to find,
and is refused as a bug where something else is there. Every change adds an entry to the
history; undo is a change too, so the history only grows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from vault.errors import BrokenInvariant
from vault.model.before import before_value, set_fields, touched_fields
from vault.model.entry import VAULT, Action, Before, Entry
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

SECRETS: Final = frozenset({"identity", "vault_code"})  # never kept in the history
VAULT_FIELDS: Final = frozenset(
    {
        "name",
        "created",
        "currency",
        "passphrase_generated",
        "vault_code",
        "card_number",
        "identity",
        "signer",
    }
)


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


Change = Add | Replace | Remove | EditVault


@dataclass(frozen=True, slots=True)
class Touched:
    """A record (or the vault, under kind "vault") and its fields that changed."""

    kind: str
    id: str
    fields: tuple[str, ...]


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
    if isinstance(change, Add | Replace | Remove | EditVault):
        change = (change,)
    changes = tuple(change)
    draft = _Draft(vault, at, device)
    for step in changes:
        draft.take(step)
    return draft.done(), Changes(changes, tuple(draft.touched))


def undo(
    vault: Vault, changes: Changes, at: str, device: str = ""
) -> tuple[Vault, Changes]:
    """Take the changes back, last first; the result can be undone in its turn."""
    backwards = [inverse(change) for change in reversed(changes.changes)]
    return apply(vault, backwards, at, device)


@dataclass(slots=True)
class _Draft:
    """The next vault while changes are taken in; collections are copied once each."""

    vault: Vault
    at: str
    device: str
    fields: dict[str, object] = field(default_factory=dict)
    copies: dict[str, dict[str, Record]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    touched: list[Touched] = field(default_factory=list)

    def take(self, change: Change) -> None:
        match change:
            case Add(kind, record):
                self._put(kind, None, record)
            case Remove(kind, record):
                self._put(kind, record, None)
            case Replace(kind, before, after):
                self._put(kind, before, after)
            case EditVault(before, after):
                self._edit(before, after)

    def done(self) -> Vault:
        if not self.entries:
            return self.vault
        collections = {KINDS[kind].collection: new for kind, new in self.copies.items()}
        return msgspec.structs.replace(
            self.vault,
            counter=self.vault.counter + len(self.entries),
            history=self.vault.history + tuple(self.entries),
            **self.fields,
            **collections,
        )

    def _put(self, kind: str, before: Record | None, after: Record | None) -> None:
        records = self._records(kind)
        record = after or before
        where = f"change.{kind}"
        if record is None or type(record) is not KINDS[kind].struct:
            raise BrokenInvariant(where)
        if records.get(record.id) != before or (before and before.id != record.id):
            raise BrokenInvariant(where)
        if after is None:
            del records[record.id]
        else:
            records[record.id] = after
        self._note(kind, record.id, *_seen(before, after))

    def _edit(self, before: Mapping[str, object], after: Mapping[str, object]) -> None:
        if before.keys() != after.keys() or not after.keys() <= VAULT_FIELDS:
            raise BrokenInvariant("change.vault")
        for name, value in before.items():
            if self.fields.get(name, getattr(self.vault, name)) != value:
                raise BrokenInvariant("change.vault")
        names = tuple(name for name in before if before[name] != after[name])
        self.fields.update(after)
        kept: dict[str, Before] = {
            name: None if name in SECRETS else before_value(before[name], after[name])
            for name in names
        }
        self._note(VAULT, self.vault.id, "edit", names, kept)

    def _records(self, kind: str) -> dict[str, Record]:
        if kind not in self.copies:
            self.copies[kind] = dict(self.vault.collection(kind))
        return self.copies[kind]

    def _note(
        self,
        kind: str,
        id_: str,
        action: Action,
        names: tuple[str, ...],
        before: dict[str, Before],
    ) -> None:
        """Write down one change; one that changes nothing leaves no entry."""
        if action == "edit" and not names:
            return
        n = self.vault.counter + len(self.entries) + 1
        made = Entry(
            n=n,
            at=self.at,
            device=self.device,
            kind=kind,
            id=id_,
            action=action,
            before=before,
        )
        self.entries.append(made)
        self.touched.append(Touched(kind, id_, names))


def _seen(
    before: Record | None, after: Record | None
) -> tuple[Action, tuple[str, ...], dict[str, Before]]:
    """Return the action, the fields it touched, and what the history keeps of them."""
    if before is None:
        return "add", set_fields(after) if after else (), {}
    if after is None:
        names = set_fields(before)
        kept = {name: before_value(getattr(before, name), ()) for name in names}
        return "remove", names, kept
    names = touched_fields(before, after)
    kept = {
        name: before_value(getattr(before, name), getattr(after, name))
        for name in names
    }
    return "edit", names, kept
