"""What merges left to be checked, as the pages of an open vault count it."""

from collections.abc import Iterable

from vault.merge.conflict import Conflict, conflicts
from vault.model.vault import Vault


def count_of_checks(vault: Vault) -> int:
    """Return how many values are to be checked in the whole vault."""
    return len(conflicts(vault))


def checks_of(vault: Vault, account: str) -> tuple[Conflict, ...]:
    """Return what is to be checked about one account, its codes and steps included."""
    return tuple(one for one in conflicts(vault) if _is_about(vault, one, account))


def fields_to_check(checks: Iterable[Conflict]) -> frozenset[str]:
    """Return the fields of an account itself that have two values."""
    return frozenset(one.field for one in checks if one.kind == "account" and one.field)


def _is_about(vault: Vault, one: Conflict, account: str) -> bool:
    if one.kind == "account":
        return one.id == account
    found = vault.find(one.kind, one.id) if one.kind != "vault" else None
    return getattr(found, "account", "") == account
