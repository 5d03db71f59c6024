"""Retiring a kit: place by place, until nothing of it is left."""

from msgspec.structs import replace

from tests.builders import NOON, a_kit, a_vault, with_records
from vault.app.kit_retire import (
    Lay,
    card_needed_by,
    collected,
    kept_on,
    lays,
    outstanding,
    replaced_by,
    retiring,
    shredded,
)
from vault.model.change import Replace
from vault.model.kit import Kit
from vault.model.vault import Vault

DAY, NEXT = "2026-03-01", "2026-03-02"
KIT = replace(a_kit(), places=("The safe", "Ana's house"), read_back=NOON)


def after(change: Replace) -> Kit:
    assert isinstance(change.after, Kit)
    return change.after


def vault_with(*kits: Kit) -> Vault:
    return with_records(a_vault(), {"kits": list(kits)})


def test_a_kit_is_destroyed_with_the_last_of_its_places() -> None:
    """And not before."""
    kit = after(retiring(KIT, DAY))
    assert (kit.retiring, kit.destroyed) == (DAY, "")
    kit = after(collected(kit, ["The safe"], DAY))
    kit = after(shredded(kit, ["The safe"], DAY))
    assert lays(kit) == (Lay("The safe", DAY, DAY), Lay("Ana's house", "", ""))
    assert [one.place for one in outstanding(kit)] == ["Ana's house"]
    assert kit.destroyed == ""
    kit = after(shredded(kit, ["Ana's house"], NEXT))
    assert (kit.destroyed, outstanding(kit)) == (NEXT, ())
    assert lays(kit)[1] == Lay("Ana's house", NEXT, NEXT)


def test_what_was_noted_can_be_taken_back() -> None:
    """A sheet may turn up; what was collected stays so."""
    kit = after(shredded(KIT, KIT.places, DAY))
    kit = after(shredded(kit, ["The safe"], ""))
    assert kit.destroyed == ""
    assert lays(kit)[0] == Lay("The safe", DAY, "")
    kit = after(collected(kit, ["The safe"], ""))
    assert lays(kit)[0] == Lay("The safe", "", "")
    assert after(kept_on(kit)) == KIT


def test_a_kit_of_no_noted_place_lies_somewhere() -> None:
    """It is retired in one."""
    kit = replace(KIT, places=())
    assert lays(kit) == (Lay("", "", ""),)
    assert after(shredded(kit, [""], DAY)).destroyed == DAY


def test_a_place_that_was_renamed_is_not_forgotten() -> None:
    """What was destroyed there is told; what lies at the new one is outstanding."""
    kit = after(shredded(KIT, ["The safe"], DAY))
    kit = replace(kit, places=("The bank", "Ana's house"))
    assert [one.place for one in lays(kit)] == ["The bank", "Ana's house", "The safe"]
    assert [one.place for one in outstanding(kit)] == ["The bank", "Ana's house"]


def test_what_a_newer_program_notes_stays() -> None:
    """It is not ours to drop."""
    kit = replace(KIT, collected=("sometime: The safe",))
    made = after(collected(kit, ["The safe"], DAY))
    assert made.collected == ("sometime: The safe", f"{DAY} The safe")


def test_a_day_is_noted_once_for_a_place() -> None:
    """The later note stands."""
    kit = after(collected(KIT, ["The safe"], DAY))
    kit = after(collected(kit, ["The safe"], NEXT))
    assert kit.collected == (f"{NEXT} The safe",)


def test_the_next_proven_kit_takes_its_place() -> None:
    """Not a part, not one that nobody read back, not one that is gone."""
    two, three = (replace(a_kit(n), read_back=NOON) for n in (2, 3))
    assert replaced_by(vault_with(KIT, two, three), KIT) == two
    for other in (
        replace(two, read_back=""),
        replace(two, destroyed=DAY),
        replace(two, retiring=DAY),
        replace(two, exposed=DAY),
        replace(two, partial=True),
        replace(two, supplement=1, supplement_to=KIT.id),
    ):
        assert replaced_by(vault_with(KIT, other), KIT) is None
    assert replaced_by(vault_with(KIT, two), two) is None


def test_a_key_card_stays_while_it_opens_another_kit() -> None:
    """Those that are destroyed need none."""
    one, two = (replace(a_kit(n), card_number=1) for n in (1, 2))
    gone = replace(a_kit(3), card_number=1, destroyed=DAY)
    other = replace(a_kit(4), card_number=2)
    assert card_needed_by(vault_with(one, two, gone, other), one) == (two,)
    assert card_needed_by(vault_with(KIT, two), KIT) == ()
