"""Kits that two copies printed under one number: the later one is numbered anew.

The register holds each number once. The sheets keep the number they were printed with,
so the note of the kit says it.
"""

from typing import Final

from msgspec.structs import replace

from vault.i18n import translate as _
from vault.limits import TEXT_CHARACTERS
from vault.merge.links import Rows
from vault.merge.row import Row
from vault.merge.side import Two
from vault.model.kit import Kit
from vault.model.vault import Vault

KIT: Final = "kit"


def number_anew(rows: Rows, vaults: Two[Vault]) -> None:
    """Give kits of one number each its own, in the order in which they were made."""
    kits = {id_: kit for id_, kit in vaults.mine.kits.items() if (KIT, id_) not in rows}
    moved = {key[1]: row for key, row in rows.items() if isinstance(row.final, Kit)}
    kits |= {id_: row.final for id_, row in moved.items() if isinstance(row.final, Kit)}
    last = max((kit.number for kit in kits.values()), default=0)
    first: dict[int, Kit] = {}
    kits = {id_: kit for id_, kit in kits.items() if not kit.supplement_to}
    for kit in sorted(kits.values(), key=lambda kit: (kit.made, kit.id)):
        held = first.setdefault(kit.number, kit)
        if held is kit or kit.id not in moved or _were_together(held, kit, vaults):
            continue
        last += 1
        _renumber(moved[kit.id], kit, last)


def _were_together(one: Kit, other: Kit, vaults: Two[Vault]) -> bool:
    """Tell whether one copy held both under one number already: not our fault."""
    for vault in vaults:
        held = [vault.kits.get(kit.id) for kit in (one, other)]
        if None not in held and len({kit.number for kit in held if kit}) == 1:
            return True
    return False


def _renumber(row: Row, kit: Kit, number: int) -> None:
    said = _("Its sheets say number {n}: two copies of the vault printed one each.")
    note = "\n".join(filter(None, (kit.note, said.format(n=kit.number))))
    if len(note) > TEXT_CHARACTERS:
        note = kit.note
    row.final = replace(kit, number=number, note=note)
