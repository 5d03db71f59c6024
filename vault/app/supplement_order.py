"""What is wanted of a supplement, and whether there can be one: its kit decides.

Rules. It opens as its kit does and never more easily: by the key card, which must still
be the one of the kit, and by the passphrase of its own day, where that may open a kit.
What an owner has reason to distrust gets no supplement but a new kit.
"""

from collections.abc import Sequence

from vault.app.credentials import Passphrase
from vault.app.kit_changed import changed_since
from vault.app.kit_order import Order
from vault.document.supplement import About, encode_supplement
from vault.errors import Refused
from vault.kit.label import Label
from vault.kit.pages_paper import PaperName
from vault.kit.plan import Density
from vault.model.kit import Kit, Ways
from vault.model.vault import Vault


def newest_of(vault: Vault) -> Kit:
    """Return the newest kit that a supplement is usually made for.

    Raises `Refused` where there is none of the whole vault.
    """
    whole = [kit for kit in vault.kits.values() if not _distrust(kit)]
    if not whole:
        raise Refused("supplement-no-kit")
    return max(whole, key=lambda kit: kit.number)


def kit_of_number(vault: Vault, number: int) -> Kit:
    """Return the kit of that number, no supplement; raises `Refused`."""
    for kit in vault.kits.values():
        if kit.number == number and not kit.supplement_to:
            return kit
    raise Refused("supplement-no-kit")


def must_allow_supplement(vault: Vault, kit: Kit) -> None:
    """Raise `Refused` where a new kit is to be printed instead."""
    if refused := why_not(vault, kit):
        raise refused


def why_not(vault: Vault, kit: Kit) -> Refused | None:
    """Return why there can be no supplement to a kit; None where there can."""
    number = str(kit.number)
    if refused := _distrust(kit):
        return refused
    if not kit.prints:
        return Refused("supplement-not-known", number)
    if kit.card_number not in (None, vault.card_number):
        return Refused("supplement-other-card", number)
    if not changed_since(vault, kit).count:
        return Refused("supplement-nothing", number)
    guessable = kit.ways == "passphrase" and not vault.passphrase_generated
    return Refused("kit-needs-generated") if guessable else None


def _distrust(kit: Kit) -> Refused | None:
    number = str(kit.number)
    if kit.partial:
        return Refused("supplement-partial", number)
    if kit.supplement_to or kit.destroyed or kit.retiring:
        return Refused("supplement-kit-over", number)
    return Refused("supplement-exposed", number) if kit.exposed else None


def ways_of(vault: Vault, kit: Kit) -> Ways:
    """Return what will open a supplement: what opens its kit, or less."""
    if kit.ways == "either" and not vault.passphrase_generated:
        return "card"
    return kit.ways


def supplement_order(
    vault: Vault,
    kit: Kit,
    passphrase: Passphrase | None,
    paper: PaperName,
    density: Density = Density.STURDY,
) -> Order:
    """Return what is wanted of a supplement; raises `Refused` where there can be none.

    `passphrase` is the vault's own, proven, where `ways_of` needs one.
    """
    must_allow_supplement(vault, kit)
    ways = ways_of(vault, kit)
    given = passphrase if ways != "card" else None
    return Order(ways, paper, given, density=density, supplement_to=kit)


def next_number(kits: Sequence[Kit], kit: Kit) -> int:
    """Return the number of the next supplement to a kit, from 1."""
    numbers = [one.supplement for one in kits if one.supplement_to == kit.id]
    return max(numbers, default=0) + 1


def supplement_document(before: Vault, content: Vault, kit: Kit, number: int) -> bytes:
    """Return what a supplement holds.

    `before` is the vault as it is, `content` what a whole kit of it would hold.
    """
    since = changed_since(before, kit)
    about = About(to=kit.kit, kit=kit.number, number=number)
    changed = {*since.new, *since.changed, *since.used}
    return encode_supplement(content, about, changed, set(since.gone))


def label_for(kit: Kit, number: int) -> Label:
    """Return what a supplement says of itself before it is opened."""
    return Label(bytes.fromhex(kit.kit), kit.number, number)
