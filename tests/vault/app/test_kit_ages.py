"""Several kits in one pile: which is the newer one."""

from types import SimpleNamespace

from msgspec.structs import replace

from tests.builders import a_vault
from vault.app.kit_ages import OtherKits, other_kits
from vault.model.kit import Kit

FIRST, THIRD, ADDED, OWN = (bytes([n]) * 8 for n in range(4))


def entry(number: int, kit: bytes, supplement: int = 0) -> Kit:
    return Kit(
        id=f"kit{number}{supplement}",
        number=number,
        kit=kit.hex(),
        made="2026-03-01T12:00:00Z",
        ways="either",
        supplement=supplement,
    )


def others_of(*others: bytes, **more: object) -> OtherKits:
    """Return what the second kit of a vault knows of these."""
    own = SimpleNamespace(kit=OWN, others=others)
    first, added = entry(1, FIRST), entry(1, ADDED, supplement=1)
    vault = replace(a_vault(1), kits={one.id: one for one in (first, added)})
    kit = {"vault": vault, "recovered": own, "newest": own, "beside": ()}
    return other_kits(SimpleNamespace(**(kit | more)))  # type: ignore[arg-type]


def test_a_kit_of_the_register_is_the_older_one() -> None:
    """It was printed before."""
    assert [one.number for one in others_of(FIRST).older] == [1]
    assert others_of(FIRST).unknown == ()


def test_a_kit_that_is_not_in_the_register_may_be_newer() -> None:
    """Or of another vault: that can't be told."""
    assert others_of(THIRD) == OtherKits(unknown=(THIRD,))


def test_supplements_are_no_other_kits() -> None:
    """Neither those of the register, nor those that were just joined."""
    assert others_of(ADDED) == OtherKits()
    assert others_of(THIRD, beside=(SimpleNamespace(kit=THIRD),)) == OtherKits()


def test_a_kit_alone_has_no_others() -> None:
    """Nothing is said then."""
    assert others_of() == OtherKits()
