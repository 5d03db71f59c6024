"""The register of kits: how each stands, and what is noted of it later."""

from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from vault.app.kit_changed import Since, lacking, passphrase_changed
from vault.app.kit_retire import replaced_by
from vault.document.kit_prints import prints_of
from vault.errors import Refused
from vault.kit.plan import Plan
from vault.model.change import Replace
from vault.model.drill import OPENED, READ, Drill
from vault.model.kit import Kit
from vault.model.vault import Vault

State = Literal[
    "destroyed", "exposed", "retiring", "replaced", "unproven", "stale", "proven"
]


DRILLS_KEPT: Final = 20  # ten years of two a year


@dataclass(frozen=True)
class Standing:
    """One kit and how it stands: what changed since it was printed.

    `passphrase` tells whether it opens with an earlier passphrase than the vault;
    `newer` is a proven kit that took its place.
    """

    kit: Kit
    since: Since
    passphrase: bool = False
    newer: Kit | None = None

    @property
    def state(self) -> State:
        """The one thing to say first; an unproven kit may be stale as well."""
        if self.kit.destroyed:
            return "destroyed"
        if self.kit.exposed:
            return "exposed"
        if self.kit.retiring:
            return "retiring"
        if self.newer:
            return "replaced"
        if not self.kit.read_back:
            return "unproven"
        return "stale" if self.since.is_stale else "proven"


def standings(vault: Vault) -> list[Standing]:
    """Return all kits, the newest first, those that were destroyed last."""
    kits = sorted(vault.kits.values(), key=lambda kit: -kit.number)
    kits.sort(key=lambda kit: bool(kit.destroyed))
    return [standing(vault, kit) for kit in kits]


def standing(vault: Vault, kit: Kit) -> Standing:
    """Return how one kit stands; a part is replaced by nothing but the like."""
    newer = None if kit.partial else replaced_by(vault, kit)
    phrase = passphrase_changed(vault, kit)
    return Standing(kit, lacking(vault, kit), phrase, newer)


def filled(entry: Kit, kit: bytes, plan: Plan, vault: Vault) -> Kit:
    """Return the register's entry with what only the finished kit tells.

    `vault` is what it was made of, or what was restored from it.
    """
    return msgspec.structs.replace(
        entry,
        kit=kit.hex(),
        sheets=plan.sheets,
        needed=plan.needed,
        prints=prints_of(vault, entry),
    )


def printed_again(vault: Vault, kit: bytes, held: Vault) -> list[Replace]:
    """Return the change that notes what a kit held, of which a supplement told."""
    return [
        Replace("kit", one, msgspec.structs.replace(one, prints=prints_of(held, one)))
        for one in vault.kits.values()
        if one.kit == kit.hex()
    ]


def blanked(entry: Kit) -> Kit:
    """Return the entry as it stands inside the kit: the inverse of `filled`."""
    return msgspec.structs.replace(entry, kit="", sheets=0, needed=0, prints=())


def registered(vault: Vault, kit: bytes) -> Kit:
    """Return the entry of the kit whose codes carry this id.

    The id is a hash of all that was printed: what is found under it is that kit, to
    the byte. Raises `Refused`.
    """
    entry = of_codes(vault, kit)
    if entry is None:
        raise Refused("kit-not-registered", kit.hex())
    return entry


def of_codes(vault: Vault, kit: bytes) -> Kit | None:
    """Return the entry of the kit whose codes carry this id, or None."""
    found = (one for one in vault.kits.values() if one.kit == kit.hex())
    return next(found, None)


def read_back(kit: Kit, at: str, reserve: int = 0) -> Replace:
    """Note that the paper was read, to the byte, at a time; with what was to spare."""
    return drilled(kit, Drill(at, READ, reserve))


def drilled(kit: Kit, drill: Drill) -> Replace:
    """Note a drill; only one that passed proves the kit."""
    passed = drill.result in (READ, OPENED)
    after = msgspec.structs.replace(
        kit,
        drills=(*kit.drills, drill.spelt())[-DRILLS_KEPT:],
        read_back=drill.at if passed else kit.read_back,
    )
    return Replace("kit", kit, after)


@dataclass(frozen=True)
class Kept:
    """Where a kit lies and who keeps it: what is typed of it later.

    `present` is how many of its sheets are still there, None for all.
    """

    places: tuple[str, ...] = ()
    keeper: str = ""  # id of a person, or a free name
    present: int | None = None
    note: str = ""


def kept_as(kit: Kit, kept: Kept) -> Replace:
    """Note where the kit lies, who keeps it, and which of it is there."""
    named = tuple(filter(None, (place.strip() for place in kept.places)))
    there = None if kept.present == kit.sheets else kept.present
    after = msgspec.structs.replace(
        kit,
        places=named,
        keeper=kept.keeper.strip(),
        present=there,
        note=kept.note.strip(),
    )
    return Replace("kit", kit, after)
