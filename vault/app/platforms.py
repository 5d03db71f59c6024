"""The platforms that the program knows: their names, and what is meant by a text."""

from functools import cache
from typing import NamedTuple

from vault.app.pack_told import GROUP_WORDS
from vault.model.vault import Vault
from vault.packs import OWN, find_pack, own_pack, shipped_packs


class Platform(NamedTuple):
    """One platform with a pack; `gives_codes` says whether it issues any codes.

    `group` is the sort of platform in words, `also` are the other names of it. `own`
    is the id of the record where it is the owner's own, and `tells` says whether there
    are steps or contacts to take from it.
    """

    id: str
    name: str
    gives_codes: bool
    group: str
    also: tuple[str, ...]
    own: str = ""
    tells: bool = True

    def is_called(self, text: str) -> bool:
        """Tell whether an account's platform means this one."""
        if not self.own:
            return text == self.id
        wanted = text.strip().casefold()
        return any(wanted == one.casefold() for one in (self.name, *self.also))


@cache
def known_platforms() -> tuple[Platform, ...]:
    """Return the platforms with a pack, by name. Reads the packs on first use."""
    packs = shipped_packs().values()
    found = (
        Platform(
            pack.id,
            pack.name,
            bool(pack.codes),
            GROUP_WORDS[pack.group],
            pack.aliases,
        )
        for pack in packs
    )
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def own_platforms(vault: Vault) -> tuple[Platform, ...]:
    """Return the owner's own platforms, by name; accounts name them by their name.

    Where no codes are written down, nobody knows that there are none.
    """
    return tuple(
        Platform(
            one.name,
            one.name,
            gives_codes=True,
            group=GROUP_WORDS[OWN],
            also=one.aliases,
            own=one.id,
            tells=bool(one.channels or own_pack(one).procedures),
        )
        for one in sorted(vault.platforms.values(), key=lambda o: o.name.casefold())
    )


def platform_groups() -> tuple[tuple[str, tuple[Platform, ...]], ...]:
    """Return the groups in their order, each with its platforms by name."""
    known = known_platforms()
    found = (
        (group, tuple(one for one in known if one.group == group))
        for group in GROUP_WORDS.values()
    )
    return tuple((group, those) for group, those in found if those)


def platforms_are_read() -> bool:
    """Tell whether the packs were read already: if not, it takes a while."""
    return known_platforms.cache_info().currsize > 0


def platform_meant(text: str, vault: Vault | None = None) -> str:
    """Return the id of the platform that people call so, or the text itself.

    With a vault it may be one of its owner's own, which is meant by its name.
    """
    pack = find_pack(shipped_packs(), text)
    if pack:
        return pack.id
    own = own_platforms(vault) if vault and text.strip() else ()
    return next((one.name for one in own if one.is_called(text)), text.strip())


def platform_name(id_: str) -> str:
    """Return what a platform is called; one without a pack is called as it is."""
    names = {one.id: one.name for one in known_platforms()}
    return names.get(id_, id_)
