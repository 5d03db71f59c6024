"""The ways into an open vault: what each needs, whose it is, what trying it costs."""

from collections.abc import Mapping
from dataclasses import dataclass

from vault.app.ports import Ports
from vault.app.session import Session
from vault.crypto.kdf import Cost
from vault.envelope.slot import Factor, Slot
from vault.errors import Refused
from vault.model.vault import Vault
from vault.model.way import WayNote


@dataclass(frozen=True)
class WayIn:
    """One way in. `number` counts from 1, in the order in which the file has them.

    `added` is "" where the vault does not know it; `cheap` where guessing costs less
    than what is written today.
    """

    number: int
    mask: int
    whose: str
    added: str
    generated: bool
    cost: Cost | None
    cheap: bool
    card_number: int | None

    @property
    def by_passphrase(self) -> bool:
        """Whether a passphrase is part of it."""
        return bool(self.mask & Factor.PASSPHRASE)

    @property
    def by_code(self) -> bool:
        """Whether the key card is part of it."""
        return bool(self.mask & Factor.CODE)

    @property
    def by_file(self) -> bool:
        """Whether a key file is part of it."""
        return bool(self.mask & Factor.KEY_FILE)


def ways_in(session: Session) -> tuple[WayIn, ...]:
    """Return every way into an open vault, in the order of the file."""
    return listed(session.ports, session.vault, session.file.keys.slots)


def listed(
    ports: Ports, vault: Vault, slots: tuple[Slot, ...], notes: tuple[WayNote, ...] = ()
) -> tuple[WayIn, ...]:
    """Return the ways in of these slots, by the vault's notes or by others."""
    known = {one.slot: one for one in notes or vault.ways}
    return tuple(
        _way(ports, vault, number, slot, known) for number, slot in enumerate(slots, 1)
    )


def way_numbered(session: Session, number: int) -> WayIn:
    """Return the way in of that number; `Refused` where there is none."""
    ways = ways_in(session)
    if not 1 <= number <= len(ways):
        raise Refused("way-unknown", str(number))
    return ways[number - 1]


def note_of(vault: Vault, slot: Slot) -> WayNote:
    """Return what the vault notes of a slot, or what may be said without a note."""
    for one in vault.ways:
        if one.slot == slot.salt.hex():
            return one
    return WayNote(slot=slot.salt.hex(), generated=vault.passphrase_generated)


def _way(
    ports: Ports, vault: Vault, number: int, slot: Slot, known: Mapping[str, WayNote]
) -> WayIn:
    note = known.get(slot.salt.hex()) or note_of(vault, slot)
    asking = bool(slot.mask & Factor.PASSPHRASE)
    return WayIn(
        number=number,
        mask=slot.mask,
        whose=note.whose,
        added=note.added,
        generated=asking and note.generated,
        cost=slot.cost,
        cheap=slot.cost is not None and _cheap(slot.cost, ports.costs.floor),
        card_number=vault.card_number if slot.mask & Factor.CODE else None,
    )


def _cheap(cost: Cost, floor: Cost) -> bool:
    return cost.m_kib < floor.m_kib or cost.t < floor.t
