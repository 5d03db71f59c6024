"""A plan in the making: records gathered one by one, each counted and noted."""

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from vault import limits
from vault.document.blobs import with_blobs
from vault.errors import Invalid
from vault.exchange.base import (
    SHOWN_ROWS,
    Context,
    Count,
    Note,
    Outcome,
    Plan,
    Shown,
)
from vault.exchange.known import Known
from vault.ids import new_id
from vault.model.account import Account
from vault.model.change import Add, Replace, apply
from vault.model.code import CodeSet
from vault.model.person import Person
from vault.model.record import Record
from vault.model.validate import findings_of
from vault.model.vault import KINDS, kind_of
from vault.packs import Pack

_DESCRIBES: Final = (
    "name",
    "platform",
    "login",
    "email",
    "phone",
    "url",
    "worth_a_day",
    "created",
    "notes",
)


@dataclass
class Gathering:
    """What one file brings, gathered against the vault of `context`."""

    context: Context
    known: Known = field(init=False)
    _taken: set[str] = field(init=False)
    _changes: list[Add | Replace] = field(default_factory=list)
    _added: dict[tuple[str, str], Record] = field(default_factory=dict)
    _places: list[str] = field(default_factory=list)
    _notes: list[Note] = field(default_factory=list)
    _shown: list[Shown] = field(default_factory=list)
    _counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    _blobs: dict[str, bytes] = field(default_factory=dict)
    _codes: int = 0  # that come in new

    def __post_init__(self) -> None:
        """Look at the vault once."""
        vault = self.context.vault
        self.known = Known(vault, self.context.packs)
        self._taken = {id_ for kind in KINDS for id_ in vault.collection(kind)}

    def pack(self, account: Account) -> Pack | None:
        """Return the pack of the account's platform, however that is written."""
        return self.context.packs.get(self.known.platform(account.platform))

    def new_id(self) -> str:
        """Draw a record id that neither the vault nor this file uses."""
        made = new_id(self.context.random, self._taken)
        self._taken.add(made)
        return made

    def held(self, kind: str, id_: str) -> Record | None:
        """Return the record of that id in the vault or gathered before."""
        return self._added.get((kind, id_)) or self.context.vault.find(kind, id_)

    def hold(self, blobs: Mapping[str, bytes]) -> None:
        """Have the bytes of papers at hand that the file brings."""
        self._blobs |= blobs
        vault = with_blobs(self.context.vault, blobs)
        self.context = dataclasses.replace(self.context, vault=vault)

    def add(self, place: str, record: Record) -> None:
        """Gather a new record; it is known from now on."""
        kind = kind_of(record)
        self._taken.add(record.id)
        self._added[kind, record.id] = record
        self._places.append(place)
        self._changes.append(Add(kind, record))
        self.known.learn(record)
        self._codes += _codes_in(record)
        self._count(place, record, "new")

    def checked(self) -> Plan:
        """Return what was gathered, once it is sure that a vault may hold it.

        Raises Invalid with the place, field and problem of each record found wrong.
        """
        context = self.context
        after, _ = apply(context.vault, self._changes, context.now)
        wrong = [
            (place, "", one.field, one.problem, one.detail)
            for place, change in zip(self._places, self._changes, strict=True)
            for one in findings_of(after, change.kind, _brought(change))
            if one.severity == "error"
        ]
        if wrong:
            raise Invalid(tuple(wrong))
        return self.plan()

    def replace(self, place: str, before: Record, after: Record) -> None:
        """Gather a record that the file changes; it is known as changed from now on."""
        self._places.append(place)
        self._changes.append(Replace(kind_of(after), before, after))
        self.known.relearn(before, after)
        self._codes += _codes_in(after) - _codes_in(before)
        self._count(place, after, "changed")

    def there(self, place: str, record: Record) -> None:
        """Count a record that the vault has already."""
        self._count(place, record, "there")

    def note(self, place: str, problem: str, detail: str = "") -> None:
        """Note what is not taken as it stands."""
        self._notes.append(Note(place, problem, detail))

    def person_named(self, place: str, name: str) -> str:
        """Return the id of the person of that name, made new where unknown."""
        if not name:
            return ""
        person = self.known.person(name)
        if person is None:
            person = Person(id=self.new_id(), name=name)
            self.add(place, person)
        return person.id

    def account(self, place: str, wanted: Account, owner: str) -> Account:
        """Return the account that `wanted` (of any id) is, gathered where it is new.

        An account that is known stays as it is; where the file differs, that is noted.
        """
        named = replace(wanted, name=wanted.name or self._called(wanted))
        kept = self.known.account(named)
        if kept is None:
            id_, person = self.new_id(), self.person_named(place, owner)
            kept = replace(named, id=id_, owner=person)
            self.add(place, kept)
            return kept
        self.there(place, kept)
        known = self.known.person(owner) if owner else None
        other = owner and (known is None or known.id != kept.owner)
        owned = [f"owner: {owner}"] if other else []
        self._keep_ours(place, owned + _differing(kept, wanted, _DESCRIBES))
        return kept

    def person(self, place: str, wanted: Person) -> Person:
        """Return the person of that name, gathered where nobody is called so.

        What is blank in ours is filled in; where the two differ, ours stays, noted.
        """
        kept = self.known.person(wanted.name)
        if kept is None:
            kept = replace(wanted, id=self.new_id())
            self.add(place, kept)
            return kept
        names = wanted.__struct_fields__[1:]
        blank = [one for one in names if not getattr(kept, one)]
        filled = replace(kept, **{one: getattr(wanted, one) for one in blank})
        if filled == kept:
            self.there(place, kept)
        else:
            self.replace(place, kept, filled)
        self._keep_ours(place, _differing(filled, wanted, names))
        return filled

    def once(self, place: str, wanted: Record) -> None:
        """Gather a record unless the vault has one that differs in its id alone."""
        kept = self.known.alike(wanted)
        if kept is None:
            self.add(place, replace(wanted, id=self.new_id()))
        else:
            self.there(place, kept)

    def _keep_ours(self, place: str, theirs: list[str]) -> None:
        """Note once for a whole row what was not taken of it."""
        if theirs:
            self.note(place, "kept-ours", "; ".join(theirs))

    def _called(self, account: Account) -> str:
        pack = self.pack(account)
        platform = pack.name if pack else account.platform
        name = platform or account.login or account.email or account.url
        return name[: limits.NAME_CHARACTERS]

    def plan(self) -> Plan:
        """Return what was gathered."""
        return Plan(
            tuple(self._changes),
            {
                kind: count
                for kind in KINDS
                if (count := self._counted(kind)) != Count()
            },
            tuple(self._notes),
            tuple(self._shown),
            self._codes,
            self._blobs,
        )

    def _counted(self, kind: str) -> Count:
        counts = self._counts
        return Count(
            counts[kind, "new"], counts[kind, "there"], counts[kind, "changed"]
        )

    def _count(self, place: str, record: Record, outcome: Outcome) -> None:
        kind = kind_of(record)
        self._counts[kind, outcome] += 1
        if len(self._shown) < SHOWN_ROWS:
            self._shown.append(Shown(place, kind, _label(record), outcome))


def _differing(kept: Record, wanted: Record, names: tuple[str, ...]) -> list[str]:
    """Return "field: value" for each field of `wanted` that ours says otherwise."""
    pairs = ((name, getattr(kept, name), getattr(wanted, name)) for name in names)
    return [
        f"{name}: {' / '.join(str(theirs).splitlines())}"
        for name, ours, theirs in pairs
        if theirs not in ("", None, False, ours) and not _within(ours, theirs)
    ]


def _brought(change: Add | Replace) -> Record:
    return change.record if isinstance(change, Add) else change.after


def _codes_in(record: Record) -> int:
    return len(record.codes) if isinstance(record, CodeSet) else 0


def _within(ours: object, theirs: object) -> bool:
    """Say whether our notes hold every line of theirs already."""
    both = isinstance(ours, str) and isinstance(theirs, str)
    return both and set(str(theirs).splitlines()) <= set(str(ours).splitlines())


def _label(record: Record) -> str:
    if isinstance(record, CodeSet):
        return f"{record.label or record.kind} ({len(record.codes)})"
    return str(getattr(record, "name", "") or getattr(record, "title", record.id))
