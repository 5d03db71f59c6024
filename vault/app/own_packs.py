"""The packs that count for a vault: those we ship, and the platforms of its owner."""

from collections.abc import Mapping

from vault.errors import Refused
from vault.model.account import Account
from vault.model.platform import OwnPlatform
from vault.model.vault import Vault
from vault.packs import Pack, find_pack, is_shipped, own_pack, packs_with


def packs_of(vault: Vault) -> Mapping[str, Pack]:
    """Return all packs by id. Reads the shipped ones on first use."""
    return packs_with(vault.platforms.values())


def own_packs(vault: Vault) -> tuple[Pack, ...]:
    """Return the owner's own platforms as packs, by name."""
    own = sorted(vault.platforms.values(), key=lambda one: one.name.casefold())
    return tuple(own_pack(one) for one in own)


def pack_for(vault: Vault, account: Account | None) -> Pack | None:
    """Return the pack of an account's platform, or None."""
    platform = account.platform if account else ""
    return find_pack(packs_of(vault), platform) if platform else None


def must_be_new(vault: Vault, one: OwnPlatform) -> None:
    """Raise `Refused` where a pack is there for what people call so."""
    if is_shipped(one.name):
        raise Refused("platform-shipped")
    name = one.name.strip().casefold()
    others = (other for other in vault.platforms.values() if other.id != one.id)
    if any(other.name.strip().casefold() == name for other in others):
        raise Refused("platform-twice")
