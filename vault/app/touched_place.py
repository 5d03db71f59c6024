"""Where in the window a change can be seen: a place, and what of it."""

from typing import NamedTuple

from vault.model.change import Changes
from vault.model.person import Access
from vault.model.vault import Vault


class Seen(NamedTuple):
    """A place and the record that it is to show; "" where it shows all of its kind."""

    place: str
    what: str = ""


def seen_at(vault: Vault, changes: Changes) -> Seen | None:
    """Return where to look at what was changed last; None where nothing is to be seen.

    What hangs on an account is seen on its page. What was removed is looked for with
    what is left of it.
    """
    found: Seen | None = None
    for one in changes.touched:
        place = _place(vault, one.kind, one.id)
        if place is not None and (found is None or place.what):
            found = place
    return found


def _place(vault: Vault, kind: str, id_: str) -> Seen | None:
    if kind == "person":
        return Seen("people")
    if kind == "review":
        return Seen("review")
    if kind == "kit":
        return Seen("kits")
    if kind == "account":
        return Seen("accounts", id_ if id_ in vault.accounts else "")
    record = vault.find(kind, id_) if kind != "vault" else None
    if isinstance(record, Access) or hasattr(record, "account"):
        account = getattr(record, "account", "")
        return Seen("accounts", account) if account in vault.accounts else None
    return None
