"""Who can get into what today: owners, and all whose access lasts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from vault.model.person import Access
from vault.model.vault import Vault

_RULING: Final = ("admin", "owner")  # in the word that a platform has for a role


def rules(access: Access | None) -> bool:
    """Tell whether an access is one that can let others in, by its role's word."""
    role = access.role.casefold() if access else ""
    return any(word in role for word in _RULING)


class Staff(NamedTuple):
    """Who gets into one account, by id, with what is noted of it; and who left."""

    access: Mapping[str, Access | None]
    left: Mapping[str, Access]


NOBODY = Staff(MappingProxyType({}), MappingProxyType({}))


def staff_of(vault: Vault) -> dict[str, Staff]:
    """Return, for each account, who gets in; its owner first.

    An owner whose own access to it ended gets in no more.
    """
    lasting: dict[str, dict[str, Access | None]] = {}
    left: dict[str, dict[str, Access]] = {}
    for one in vault.access.values():
        kept = left if one.ended else lasting
        kept.setdefault(one.account, {}).setdefault(one.person, one)
    found = {}
    for account in vault.accounts.values():
        staff = lasting.get(account.id, {})
        over = {p: a for p, a in left.get(account.id, {}).items() if p not in staff}
        owner = account.owner
        if owner and owner not in over:
            staff = {owner: staff.get(owner), **staff}
        found[account.id] = Staff(staff, over)
    return found
