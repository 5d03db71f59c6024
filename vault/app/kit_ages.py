"""Which of several kits is the newer one, as far as the one that opened can tell.

A kit's sheets bear no date that a program reads. But each kit holds the register of its
day: the kits that were printed before it, and none that came after.
"""

from dataclasses import dataclass

from vault.app.kit_restore import OpenedKit
from vault.model.kit import Kit


@dataclass(frozen=True)
class OtherKits:
    """Kits whose sheets lay among those of the one that opened.

    `older` are in its register; `unknown` are not: newer, or of another vault.
    """

    older: tuple[Kit, ...] = ()
    unknown: tuple[bytes, ...] = ()


def other_kits(kit: OpenedKit) -> OtherKits:
    """Tell the other kits apart; a part of a vault holds no register, and knows none.

    Supplements are left out: what became of them is told for each.
    """
    beside = {one.kit for one in kit.beside} | {kit.recovered.kit, kit.newest.kit}
    others = [one for one in kit.recovered.others if one not in beside]
    known = {one.kit: one for one in kit.vault.kits.values() if one.kit}
    older = [known[one.hex()] for one in others if one.hex() in known]
    return OtherKits(
        older=tuple(one for one in older if not one.supplement),
        unknown=tuple(one for one in others if one.hex() not in known),
    )
