"""An entry of the history: one change of one record, kept so that copies can merge."""

from typing import Final, Literal

import msgspec

from vault.model.record import Part, Whole

Action = Literal["add", "edit", "remove"]
VAULT: Final = "vault"  # the kind of an entry about the vault's own fields
# In place of a device where the joining of two copies made the change: `before` is what
# of two values does not show; to be looked at by a person, in the second case.
MERGED: Final = "merge"
TO_CHECK: Final = "merge-check"

Flat = bool | Whole | str | None
Before = bool | Whole | str | tuple[str | dict[str, Flat], ...] | None


class Entry(Part, frozen=True, kw_only=True):
    """What one change did: `before` holds the touched fields as they were.

    Of parts that have ids (codes) only those are listed that the change touched: with
    their fields as they were, or with nothing but the id where the part was not there.
    Secrets of the vault (identity, vault code) are named with None, never kept.
    """

    n: Whole  # Lamport counter: above every entry its device had seen
    at: str  # time
    device: str = ""
    kind: str
    id: str
    action: Action
    before: dict[str, Before] = msgspec.field(default_factory=dict)
