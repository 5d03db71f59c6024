"""People named where they are needed: whoever is new comes in with the same act."""

from collections.abc import Mapping

from vault.app.edit import adding, editing
from vault.app.ports import Ports
from vault.model.change import Change, apply
from vault.model.person import Access
from vault.model.vault import Vault


def person_named(
    ports: Ports, vault: Vault, name: str, likely: str = ""
) -> tuple[str, list[Change]]:
    """Return the id of the person called so, and what brings in one who is new.

    Of several of one name it is `likely` (an id), if that is one of them.
    """
    name = name.strip()
    same = [one.id for one in vault.people.values() if one.name == name]
    if same:
        return likely if likely in same else min(same), []
    record, changes = adding(ports, vault, "person", {"name": name})
    return record.id, changes


def giving_access(
    ports: Ports, vault: Vault, account: str, name: str, fields: Mapping[str, object]
) -> list[Change]:
    """Return what gives the person called so access; raises `BadInput`."""
    person, brought = person_named(ports, vault, name)
    known, _ = apply(vault, brought, ports.now())
    linked = {**fields, "account": account, "person": person}
    return [*brought, *adding(ports, known, "access", linked)[1]]


def changing_access(
    ports: Ports, vault: Vault, access: str, name: str, fields: Mapping[str, object]
) -> list[Change]:
    """Return what changes an access, its person too; [] where nothing would change."""
    before = vault.get("access", access)
    held = before.person if isinstance(before, Access) else ""
    person, brought = person_named(ports, vault, name, held)
    known, _ = apply(vault, brought, ports.now())
    linked = {**fields, "person": person}
    after, changes = editing(ports, known, "access", access, linked)
    return [*brought, *changes] if after != before else []


def naming_owner(
    ports: Ports, vault: Vault, account: str, fields: Mapping[str, object]
) -> list[Change]:
    """Return what makes a new person of those fields answer for an account."""
    record, brought = adding(ports, vault, "person", fields)
    known, _ = apply(vault, brought, ports.now())
    _, changes = editing(ports, known, "account", account, {"owner": record.id})
    return [*brought, *changes]
