"""The register of kits: how each stands, and what is noted of it later.

What a kit lacks is counted against the vault as it is; a kit of chosen accounts lacks
only what belongs to those.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from vault.app.readiness import changes_since
from vault.document.kit_document import kit_document
from vault.errors import Refused
from vault.kit.plan import Plan
from vault.model.change import Replace
from vault.model.entry import Entry
from vault.model.kit import Kit
from vault.model.vault import Vault

State = Literal["destroyed", "exposed", "unproven", "stale", "proven"]
_OTHER_ID = "a part"  # a part is never under the vault's id; here nobody sees it


@dataclass(frozen=True)
class Standing:
    """One kit and how it stands: `changes` were made since it was printed."""

    kit: Kit
    changes: int

    @property
    def state(self) -> State:
        """The one thing to say first; an unproven kit may be stale as well."""
        if self.kit.destroyed:
            return "destroyed"
        if self.kit.exposed:
            return "exposed"
        if not self.kit.read_back:
            return "unproven"
        return "stale" if self.changes else "proven"


def standings(vault: Vault) -> list[Standing]:
    """Return all kits, the newest first, those that were destroyed last."""
    kits = sorted(vault.kits.values(), key=lambda kit: -kit.number)
    kits.sort(key=lambda kit: bool(kit.destroyed))
    return [Standing(kit, lacking(vault, kit)) for kit in kits]


def lacking(vault: Vault, kit: Kit) -> int:
    """Return how many records were changed that the kit should hold otherwise."""
    if not kit.partial:
        return changes_since(vault, kit)
    chosen = frozenset(kit.accounts)
    held = _held(vault, chosen)
    later = (entry for entry in vault.history if entry.n > kit.counter)
    return len({(e.kind, e.id) for e in later if _concerns(e, chosen, held)})


def _held(vault: Vault, chosen: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return kind and id of what a part of these accounts would hold today."""
    there = [one for one in chosen if one in vault.accounts]
    part = kit_document(vault, there, _OTHER_ID)
    kinds = ("code-set", "procedure", "contact", "person", "access")
    return frozenset((kind, id_) for kind in kinds for id_ in part.collection(kind))


def _concerns(
    entry: Entry, chosen: frozenset[str], held: frozenset[tuple[str, str]]
) -> bool:
    """Tell whether a change is one of a part; what was removed names its account."""
    if entry.kind == "account":
        return entry.id in chosen
    was = entry.before.get("account")  # a text, unless it is forgotten
    return (entry.kind, entry.id) in held or (isinstance(was, str) and was in chosen)


def filled(entry: Kit, kit: bytes, plan: Plan) -> Kit:
    """Return the register's entry with what only the finished kit tells."""
    return msgspec.structs.replace(
        entry, kit=kit.hex(), sheets=plan.sheets, needed=plan.needed
    )


def blanked(entry: Kit) -> Kit:
    """Return the entry as it stands inside the kit: the inverse of `filled`."""
    return msgspec.structs.replace(entry, kit="", sheets=0, needed=0)


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
