"""The draft of the next vault: takes changes in, copies no more than they touch."""

from collections.abc import Mapping
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
        "passphrase_since",
        "vault_code",
        "card_number",
        "identity",
        "signer",
        "ways",
        "house_rules",
        "house_rules_since",
        "review_months",
        "review_vital_months",
        "review_minor_months",
    }
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A record (or the vault, under kind "vault") and its fields that changed."""

    kind: str
    id: str
    fields: tuple[str, ...]


@dataclass(slots=True)
class Draft:
    """The next vault while changes are taken in; collections are copied once each.

    Raises BrokenInvariant where a change does not fit what is there.
    """

    vault: Vault
    at: str
    counter: int = 0  # the highest number of an entry so far
    fields: dict[str, object] = field(default_factory=dict)
    copies: dict[str, dict[str, Record]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    history: tuple[Entry, ...] | None = None  # once rewritten; `entries` come behind
    touched: list[Touched] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counter = self.vault.counter

    def done(self) -> Vault:
        """Return the next vault; the same one where nothing was changed."""
        if not self.touched and not self.entries and self.counter == self.vault.counter:
            return self.vault
        collections = {KINDS[kind].collection: new for kind, new in self.copies.items()}
        return msgspec.structs.replace(
            self.vault,
            counter=self.counter,
            history=self._history + tuple(self.entries),
            **self.fields,
            **collections,
        )

    def learn(self, entries: tuple[Entry, ...], counter: int) -> None:
        """Take in what another copy's history tells, and how far it had counted."""
        self.entries.extend(entries)
        self.counter = max(self.counter, counter)

    def forget(self, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> None:
        """Put entries in the place of others; what is not there is left out."""
        found: dict[tuple[int, str, str], list[int]] = {
            (one.n, one.kind, one.id): [] for one in before
        }
        for place, entry in enumerate(self._history):
            places = found.get((entry.n, entry.kind, entry.id))
            if places is not None:
                places.append(place)
        history = list(self._history)
        for old, new in zip(before, after, strict=True):
            for place in found[old.n, old.kind, old.id]:
                if history[place] == old:
                    history[place] = new
                    self.touched.append(Touched(old.kind, old.id, tuple(old.before)))
                    break
        self.history = tuple(history)

    def put(
        self,
        kind: str,
        before: Record | None,
        after: Record | None,
        device: str | None,
    ) -> None:
        """Take in a record (None: there is none) in place of an earlier one.

        `device` None: the history tells of it already, and gets no entry.
        """
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
        self._note(device, kind, record.id, *_seen(before, after))

    def edit(
        self,
        before: Mapping[str, object],
        after: Mapping[str, object],
        device: str | None,
    ) -> None:
        """Take in new values of fields of the vault itself; `device` as in `put`."""
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
        self._note(device, VAULT, self.vault.id, "edit", names, kept)

    @property
    def _history(self) -> tuple[Entry, ...]:
        return self.vault.history if self.history is None else self.history

    def _records(self, kind: str) -> dict[str, Record]:
        if kind not in self.copies:
            self.copies[kind] = dict(self.vault.collection(kind))
        return self.copies[kind]

    def _note(
        self,
        device: str | None,
        kind: str,
        id_: str,
        action: Action,
        names: tuple[str, ...],
        before: dict[str, Before],
    ) -> None:
        """Write down one change; one that changes nothing leaves no entry."""
        if action == "edit" and not names:
            return
        self.touched.append(Touched(kind, id_, names))
        if device is None:
            return
        self.counter += 1
        made = Entry(
            n=self.counter,
            at=self.at,
            device=device,
            kind=kind,
            id=id_,
            action=action,
            before=before,
        )
        self.entries.append(made)


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
