"""One change of a record from a form or a field: done under a name, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vault.app.typed import putting, refusal, typing
from vault.errors import BadInput, Invalid, VaultError

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


def put(
    desk: Desk, kind: str, id_: str, fields: Mapping[str, object], name: str
) -> None:
    """Put plain fields into a record. Raises `BadInput`, `Invalid`."""
    changes = putting(desk.ports, desk.vault.vault, kind, id_, fields)
    if changes:
        desk.vault.apply(changes, name)


def put_typed(desk: Desk, id_: str, field: str, text: str, name: str) -> str:
    """Put a field of an account as it was typed; return "" or why it is not taken.

    Any other trouble is told above the page.
    """
    try:
        changes = typing(desk.ports, desk.vault.vault, "account", id_, {field: text})
        if changes:
            desk.vault.apply(changes, name)
    except (BadInput, Invalid) as error:
        return refusal(error)[1]
    except VaultError as error:
        desk.tell(error)
    return ""
