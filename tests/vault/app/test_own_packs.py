"""Which packs count for a vault, and which may be written down."""

import pytest
from msgspec.structs import replace

from tests.builders import a_platform, an_account, an_empty_vault, an_id
from vault.app.own_packs import must_be_new, own_packs, pack_for, packs_of
from vault.errors import Refused
from vault.model.vault import Vault
from vault.packs import shipped_packs


def of_folksy() -> Vault:
    one = a_platform()
    return replace(an_empty_vault(), platforms={one.id: one})


def test_an_account_has_the_pack_that_it_names() -> None:
    """A shipped one by its id, one of the owner's by its name, or none."""
    vault = of_folksy()
    named = {
        name: pack_for(vault, replace(an_account(), platform=name))
        for name in ("etsy", "Folksy", "nothing known", "")
    }
    assert named["etsy"] == shipped_packs()["etsy"]
    assert named["Folksy"] == own_packs(vault)[0]
    assert named["nothing known"] is named[""] is pack_for(vault, None) is None


def test_the_owners_stand_beside_the_shipped() -> None:
    """All of those stay."""
    assert len(packs_of(of_folksy())) == len(shipped_packs()) + 1
    assert packs_of(an_empty_vault()) == shipped_packs()


@pytest.mark.parametrize(
    ("name", "reason"), [("Etsy", "platform-shipped"), ("FOLKSY ", "platform-twice")]
)
def test_what_is_there_is_not_written_down_again(name: str, reason: str) -> None:
    """A second one would hide the first, or be hidden."""
    again = replace(a_platform(name), id=an_id(77))
    with pytest.raises(Refused) as caught:
        must_be_new(of_folksy(), again)
    assert caught.value.reason == reason


def test_one_may_be_edited() -> None:
    """It is not its own double."""
    must_be_new(of_folksy(), a_platform())
