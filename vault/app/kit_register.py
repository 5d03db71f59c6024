"""The register of kits: how each stands, and what is noted of it later."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from vault.app.kit_changed import Since, lacking, passphrase_changed
from vault.document.kit_prints import prints_of
from vault.errors import Refused
from vault.kit.plan import Plan
from vault.model.change import Replace
from vault.model.kit import Kit
from vault.model.vault import Vault

State = Literal["destroyed", "exposed", "unproven", "stale", "proven"]


@dataclass(frozen=True)
class Standing:
    """One kit and how it stands: what changed since it was printed.

    `passphrase` tells whether it opens with an earlier passphrase than the vault.
    """

    kit: Kit
    since: Since
    passphrase: bool = False

    @property
    def state(self) -> State:
        """The one thing to say first; an unproven kit may be stale as well."""
        if self.kit.destroyed:
            return "destroyed"
        if self.kit.exposed:
            return "exposed"
        if not self.kit.read_back:
            return "unproven"
        return "stale" if self.since.is_stale else "proven"


def standings(vault: Vault) -> list[Standing]:
    """Return all kits, the newest first, those that were destroyed last."""
    kits = sorted(vault.kits.values(), key=lambda kit: -kit.number)
    kits.sort(key=lambda kit: bool(kit.destroyed))
    return [
        Standing(kit, lacking(vault, kit), passphrase_changed(vault, kit))
        for kit in kits
    ]


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
    for entry in vault.kits.values():
        if entry.kit == kit.hex():
            return entry
    raise Refused("kit-not-registered", kit.hex())


def read_back(kit: Kit, at: str) -> Replace:
    """Note that the paper was read and opened, at a time."""
    return Replace("kit", kit, msgspec.structs.replace(kit, read_back=at))


def kept_at(kit: Kit, places: Iterable[str], note: str) -> Replace:
    """Note where the kit lies, and anything else about it."""
    named = tuple(filter(None, (place.strip() for place in places)))
    after = msgspec.structs.replace(kit, places=named, note=note.strip())
    return Replace("kit", kit, after)


def destroyed(kit: Kit, day: str) -> Replace:
    """Note that the kit is no more, since a day; "" takes it back."""
    return Replace("kit", kit, msgspec.structs.replace(kit, destroyed=day))
