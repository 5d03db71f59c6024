"""Find an incident by its number, its id or its title."""

from vault.app.edit import find_record
from vault.model.incident import Incident
from vault.model.vault import Vault


def in_time(vault: Vault) -> tuple[Incident, ...]:
    """Return all incidents as they began; the first of them is number 1."""
    return tuple(sorted(vault.incidents.values(), key=lambda one: (one.began, one.id)))


def find_incident(vault: Vault, reference: str) -> Incident:
    """Return the one that is meant. Raises `NotFound`, or `Ambiguous`."""
    ordered = in_time(vault)
    if reference.isdecimal() and 1 <= int(reference) <= len(ordered):
        return ordered[int(reference) - 1]
    return vault.incidents[find_record(vault, "incident", reference).id]
