"""How many sheets a kit would take at the other density, without sealing it."""

import pytest
from msgspec.structs import replace

from tests.desk import quick_paper
from vault.app.credentials import Passphrase
from vault.app.kit_density import density_wanted, other_density, plan_if
from vault.app.kit_make import Made, prepare_kit
from vault.app.kit_order import Order
from vault.app.sample import sample_vault
from vault.app.session import Session
from vault.kit.plan import Density
from vault.model.change import Add


@pytest.fixture
def made(session: Session, monkeypatch: pytest.MonkeyPatch) -> dict[Density, Made]:
    """Make one vault's kit at both densities."""
    quick_paper(monkeypatch)
    there = sample_vault(24, now=session.ports.now())
    steps = [
        replace(one, account="", checked_by="") for one in there.procedures.values()
    ]
    session.apply([Add("procedure", one) for one in steps])
    secret = session.presented.passphrase
    assert secret is not None
    own = Passphrase(secret, generated=True)
    return {
        d: prepare_kit(session, Order("either", "a4", own, density=d)) for d in Density
    }


def test_the_plan_is_the_one_that_it_would_have(made: dict[Density, Made]) -> None:
    """Told of the sturdy kit for the compact one, and the other way round."""
    for density, kit in made.items():
        other = other_density(density)
        assert plan_if(kit, density) == kit.plan
        assert plan_if(kit, other) == made[other].plan


def test_compact_takes_no_more_sheets(made: dict[Density, Made]) -> None:
    """That is what it is for."""
    sturdy, compact = (made[d].plan.sheets for d in Density)
    assert compact < sturdy


def test_each_is_the_other_of_the_other() -> None:
    """There are two."""
    assert density_wanted(compact=True) is Density.COMPACT
    assert other_density(density_wanted(compact=True)) is density_wanted(compact=False)
