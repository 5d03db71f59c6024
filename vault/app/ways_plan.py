"""A change of the ways in: worked out whole in memory, seen, and then written.

All key work is done while planning, so that what would be lost is known and can be
shown before anything is written; carrying a plan out is one save.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as noted

from vault.app.credentials import Credentials
from vault.app.session import Session
from vault.app.ways_in import WayIn, listed, note_of, ways_in
from vault.crypto.secret import Secret
from vault.envelope.seal import ChangedWays, Keys, Way, change_ways
from vault.envelope.slot import Factor
from vault.errors import ReadOnly, Refused
from vault.model.change import Change, apply, edit_vault
from vault.model.vault import Vault
from vault.model.way import WayNote


@dataclass(frozen=True, eq=False)
class Added:
    """A way in that is wanted, whose it is, and whether its passphrase was drawn."""

    way: Way
    whose: str = ""
    generated: bool = False


def _nothing(_: Vault) -> list[Change]:
    return []


@dataclass(frozen=True, eq=False)
class Wanted:
    """What is to change: slots by their index go, others come.

    `proven` was presented for this act, beside what opened the session; `opens` is what
    counts as presented afterwards; `fields` of the vault and `also` are noted with it.
    `renew` draws a new file key even where nothing goes: to go on from an older state,
    which may not be changed otherwise.
    """

    opens: Credentials
    add: tuple[Added, ...] = ()
    remove: frozenset[int] = frozenset()
    proven: Credentials = field(default_factory=Credentials)
    fields: Mapping[str, object] = field(default_factory=dict)
    also: Callable[[Vault], list[Change]] = _nothing
    renew: bool = False


@dataclass(frozen=True, eq=False)
class Plan:
    """What would become of the ways in: nothing is written yet.

    `gone` go on purpose, `lost` because their factors are not at hand; `left` is all
    that will open the vault. `vault` is how it would be noted; `new_code` says that it
    has a new vault code, which needs a new key card.
    """

    before: Keys
    keys: Keys
    gone: tuple[WayIn, ...]
    lost: tuple[WayIn, ...]
    left: tuple[WayIn, ...]
    opens: Credentials
    changes: Callable[[Vault], list[Change]] = field(repr=False)
    vault: Vault
    new_code: bool

    @property
    def single(self) -> bool:
        """Whether one way alone would be left: when that is lost, all is."""
        return len(self.left) == 1


def plan_change(session: Session, wanted: Wanted) -> Plan:
    """Work a change out. Runs Argon2 for what is asked for and for what is kept.

    Raises `Refused` where no way in would be left, `TooLarge` beyond four passphrases,
    `ReadOnly`.
    """
    if session.read_only and not wanted.renew:
        raise ReadOnly(session.read_only)
    file, ports = session.file, session.ports
    change = change_ways(
        file.ident,
        file.keys,
        random=ports.random,
        presented=_at_hand(session, wanted),
        add=[one.way for one in wanted.add],
        remove=wanted.remove,
        renew=wanted.renew or bool(wanted.remove),
        floor=ports.costs.floor,
    )
    changes = _changes(session, wanted, change)
    after, _ = apply(session.vault, changes(session.vault), ports.now())
    was = ways_in(session)
    return Plan(
        before=file.keys,
        keys=change.keys,
        gone=tuple(was[index] for index in sorted(wanted.remove)),
        lost=tuple(was[index] for index in change.dropped),
        left=listed(ports, after, change.keys.slots),
        opens=_opens(wanted, change),
        changes=changes,
        vault=after,
        new_code=after.vault_code != session.vault.vault_code,
    )


def carry_out(session: Session, plan: Plan) -> None:
    """Write a plan by one safe save, and wipe the file key that it replaces.

    Raises as `Session.rekey`, and `Refused` where the ways in were changed meanwhile.
    """
    keys = session.file.keys
    if keys.slots != plan.before.slots or keys.file_key is not plan.before.file_key:
        raise Refused("ways-changed")
    session.rekey(plan.keys, plan.changes, plan.opens)
    if plan.keys.file_key is not keys.file_key:
        keys.file_key.close()


def discard(plan: Plan) -> None:
    """Wipe what a plan drew that nobody carries out."""
    if plan.keys.file_key is not plan.before.file_key:
        plan.keys.file_key.close()


def _at_hand(session: Session, wanted: Wanted) -> list[Credentials]:
    """Return all that is known: what opened it, what was proven, the kept code."""
    shown, proven = session.presented, wanted.proven
    kept = session.vault.vault_code
    code = Secret(bytes.fromhex(kept)) if kept else shown.code
    file = proven.key_file or shown.key_file
    phrases: list[Secret | None] = [shown.passphrase, proven.passphrase]
    if phrases[0] and phrases[1] and phrases[0].equals(phrases[1]):
        del phrases[0]
    return [Credentials(phrase, code, file) for phrase in phrases]


def _opens(wanted: Wanted, change: ChangedWays) -> Credentials:
    """Return what opens the vault from now on: nothing of what went."""
    masks = {slot.mask for slot in change.keys.slots}
    opens = wanted.opens
    if not any(mask & Factor.PASSPHRASE for mask in masks):
        opens = replace(opens, passphrase=None)
    if not any(mask & Factor.KEY_FILE for mask in masks):
        opens = replace(opens, key_file=None)
    return opens


def _changes(
    session: Session, wanted: Wanted, change: ChangedWays
) -> Callable[[Vault], list[Change]]:
    """Return what the vault notes of it, for the vault as it is when it is written."""
    vault, at = session.vault, session.ports.now()
    gone = {*wanted.remove, *change.dropped}
    kept = [s for i, s in enumerate(session.file.keys.slots) if i not in gone]
    notes = [*(note_of(vault, slot) for slot in kept), *_fresh_notes(wanted, at)]
    slots = change.keys.slots
    salted = tuple(
        noted(note, slot=slot.salt.hex())
        for note, slot in zip(notes, slots, strict=True)
    )
    drawn = [
        note.generated
        for note, slot in zip(salted, slots, strict=True)
        if slot.mask & Factor.PASSPHRASE
    ]
    since = at if any(_is_new(session, wanted, one) for one in wanted.add) else ""
    fields = {
        "ways": salted,
        "passphrase_since": since or vault.passphrase_since,
        "passphrase_generated": bool(drawn) and all(drawn),
        **wanted.fields,
    }

    def changes(now: Vault) -> list[Change]:
        return [edit_vault(now, **fields), *wanted.also(now)]

    return changes


def _is_new(session: Session, wanted: Wanted, added: Added) -> bool:
    """Tell whether a way has another passphrase of the owner's than there was."""
    phrase = added.way.passphrase
    if phrase is None or added.whose:
        return False
    known = (session.presented.passphrase, wanted.proven.passphrase)
    return not any(one is not None and one.equals(phrase) for one in known)


def _fresh_notes(wanted: Wanted, at: str) -> Iterator[WayNote]:
    for one in wanted.add:
        yield WayNote(slot="", whose=one.whose, added=at, generated=one.generated)
