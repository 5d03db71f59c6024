"""Steps and contacts of a pack, taken into the vault."""

import pytest
from msgspec.structs import replace

from tests.builders import a_platform, a_vault
from tests.fakes import ports_on_disk
from vault.app.adopt import adopting, pack_steps
from vault.model.account import Account
from vault.model.change import Add, apply
from vault.model.contact import Contact
from vault.model.procedure import Procedure
from vault.model.validate import findings
from vault.packs import own_pack, shipped_packs

NOW = "2026-03-01T12:00:00Z"
ETSY = Account(id="0000000001", name="Etsy", platform="etsy")


def adopted(account: Account) -> list[Add]:
    return adopting(ports_on_disk(), a_vault(), shipped_packs(), [account])


def test_an_account_gets_every_procedure_of_its_platform_and_a_contact() -> None:
    """Copies of the pack's steps, for the owner to edit."""
    records = [change.record for change in adopted(ETSY)]
    pack = shipped_packs()["etsy"]
    procedures = [r for r in records if isinstance(r, Procedure)]
    assert [p.situation for p in procedures] == [p.situation for p in pack.procedures]
    steps = [step.text for step in procedures[0].steps]
    assert steps == [step.text for step in pack.procedures[0].steps]
    (contact,) = [r for r in records if isinstance(r, Contact)]
    assert len(contact.channels) == len(pack.contacts)


@pytest.mark.parametrize("pack", sorted(shipped_packs()))
def test_what_is_adopted_is_valid_and_names_its_age_and_its_weak_steps(
    pack: str,
) -> None:
    """Nothing says that it was checked, and no weak fact is hidden."""
    account = Account(id="0000000001", name="One", platform=pack)
    vault, _ = apply(a_vault(), [Add("account", account), *adopted(account)], NOW)
    assert [one for one in findings(vault) if one.severity == "error"] == []
    for procedure in vault.procedures.values():
        if procedure.account != account.id:
            continue
        assert procedure.checked == ""
        assert "sources" in procedure.source
        told = next(
            p
            for p in shipped_packs()[pack].procedures
            if p.situation == procedure.situation
        )
        weak = [n for n, step in enumerate(told.steps, 1) if step.confidence == "low"]
        assert all(str(number) in procedure.notes for number in weak)


def test_an_account_with_steps_of_its_own_keeps_them() -> None:
    """Taking steps twice adds nothing."""
    vault, _ = apply(a_vault(), [Add("account", ETSY), *adopted(ETSY)], NOW)
    assert adopting(ports_on_disk(), vault, shipped_packs(), [ETSY]) == []


def test_an_account_without_a_pack_gets_nothing() -> None:
    """A platform of the owner's own has no steps of ours."""
    assert adopted(Account(id="0000000001", name="Own", platform="Own shop")) == []


def test_one_account_takes_what_the_shipped_pack_has() -> None:
    """Whoever asks needs no packs at hand."""
    changes = pack_steps(ports_on_disk(), a_vault(), ETSY)
    assert [type(one.record) for one in changes] == [
        type(one.record) for one in adopted(ETSY)
    ]


def test_what_the_owner_wrote_is_called_that() -> None:
    """With the day where there is one; a platform that names nobody has no contact."""
    account = Account(id="0000000001", name="Stall", platform="Folksy")
    pack = own_pack(a_platform())
    made = adopting(ports_on_disk(), a_vault(), {pack.id: pack}, [account])
    sources = {one.record.source for one in made if isinstance(one.record, Procedure)}
    assert sources == {"your own notes on Folksy, 2026-03-01"}
    pack = own_pack(replace(a_platform(), checked="", channels=()))
    made = adopting(ports_on_disk(), a_vault(), {pack.id: pack}, [account])
    assert {one.kind for one in made} == {"procedure"}
    first = made[0].record
    assert isinstance(first, Procedure)
    assert first.source == "your own notes on Folksy"
