"""What needs care: each planted fault is found, and nothing in a sound vault."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.builders import (
    DAY,
    LATER,
    NOON,
    a_procedure,
    an_attachment,
    an_id,
    an_incident,
    with_records,
)
from tests.fakes import ports_on_disk
from tests.planted import (
    MAIL,
    MINA,
    OLD,
    SHOP,
    changed,
    sound_vault,
    with_a_circle,
    with_a_lone_admin_who_left,
    with_one_code_left,
    with_stale_steps,
    with_the_mailbox_on_one_phone,
)
from vault.app.adopt import adopting
from vault.app.care import Care, look
from vault.app.incident_after import renewals
from vault.model.account import Account
from vault.model.change import Add, apply
from vault.model.vault import Vault
from vault.packs import shipped_packs

Plant = Callable[[Vault], Vault]


def cares(vault: Vault) -> dict[str, Care]:
    found = look(vault, DAY).cares
    assert len({one.sort for one in found}) == len(found)
    return {one.sort: one for one in found}


def cares_of_some(vault: Vault) -> dict[str, Care]:
    """Return what needs care by its sort, where a sort may have several."""
    return {one.sort: one for one in look(vault, DAY).cares}


def test_a_sound_vault_needs_no_care() -> None:
    """Nothing is asked for that is there."""
    told = look(sound_vault(), DAY)
    assert told.cares == ()
    assert told.readiness.ready == 3


@pytest.mark.parametrize(
    ("plant", "sorts"),
    [
        (with_a_circle, {"circle", "no-codes"}),
        (with_a_lone_admin_who_left, {"all-left"}),
        (with_the_mailbox_on_one_phone, {"lost-thing", "lost-person", "no-codes"}),
        (with_one_code_left, {"codes-low"}),
        (with_stale_steps, {"steps-stale"}),
    ],
)
def test_each_fault_is_found_and_nothing_else(plant: Plant, sorts: set[str]) -> None:
    """One line a fault, and what makes it one."""
    assert cares(plant(sound_vault())).keys() == sorts


def test_an_incident_comes_first_and_then_what_is_left_to_renew() -> None:
    """Of what is over, until each of it is ticked."""
    going = replace(an_incident(SHOP), title="Gone", things=())
    vault = with_records(with_a_circle(sound_vault()), {"incidents": [going]})
    first = look(vault, DAY).cares[0]
    assert (first.sort, first.accounts) == ("incident", (SHOP,))
    assert first.what == "An incident goes on: Gone"
    over = replace(going, ended=LATER)
    vault = with_records(sound_vault(), {"incidents": [over]})
    [left] = look(vault, DAY).cares
    assert left.sort == "renew"
    assert left.what.endswith("After: Gone")
    tasks = [f"{LATER} {task.account} {task.key}" for task in renewals(vault, over)]
    done = replace(over, done=tuple(tasks))
    assert not look(with_records(sound_vault(), {"incidents": [done]}), DAY).cares


def test_a_circle_is_named_in_one_sentence_with_who_leans_on_whom() -> None:
    """Both mailboxes, each by the other's address."""
    one = cares(with_a_circle(sound_vault()))["circle"]
    assert one.what.startswith(
        "Mailbox and Old mailbox come back only through each other: "
        "Mailbox: a new password by e-mail, with the mailbox old@mail.example"
    )
    assert set(one.accounts) == {MAIL, OLD}


def test_a_mailbox_on_one_phone_is_named_with_what_mends_it() -> None:
    """The addition was tried before it is said."""
    one = cares(with_the_mailbox_on_one_phone(sound_vault()))["lost-thing"]
    assert one.what == "If Mina's phone is lost, nothing leads back into Mailbox"
    assert one.advice == "Make recovery codes for Mailbox and keep them here."


def test_faults_planted_together_are_all_found() -> None:
    """None hides another."""
    vault = sound_vault()
    for plant in (with_stale_steps, with_one_code_left, with_a_circle):
        vault = plant(vault)
    assert {"steps-stale", "codes-low", "circle"} <= cares(vault).keys()
    vault = with_the_mailbox_on_one_phone(with_a_lone_admin_who_left(sound_vault()))
    assert {"all-left", "lost-thing"} <= cares(vault).keys()


def test_stale_steps_of_the_whole_vault_are_named_by_their_title() -> None:
    """They hang on no account."""
    old = replace(a_procedure("", 77), title="My phone is gone", checked="2025-01-01")
    vault = sound_vault()
    vault = replace(vault, procedures={**vault.procedures, old.id: old})
    one = cares(vault)["general-stale"]
    assert one.what == "Nobody confirmed “My phone is gone” for half a year"


def test_accounts_that_only_their_password_opens_share_a_line() -> None:
    """And one alone has its own advice."""
    vault = changed(sound_vault(), "accounts", MAIL, phone="")
    one = cares(vault)["no-way-back"]
    assert one.what.startswith("If the password of Mailbox no longer opens it")
    assert one.accounts == (MAIL,)
    assert one.advice.startswith("Give Mailbox a recovery address or number")
    for access in list(vault.access.values()):
        vault = changed(vault, "access", access.id, role="editor")
    vault = changed(vault, "accounts", SHOP, email="", phone="")
    many = cares(vault)["no-way-back"]
    assert many.what.endswith("nothing leads back: Mailbox and Instagram")


def test_what_one_person_alone_can_do_is_said_once() -> None:
    """Home's line names it; that the person may be ill is the same."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    access = {
        id_: one
        for id_, one in vault.access.items()
        if one.account != MAIL or one.person == MINA
    }
    assert "lost-person" in cares(vault)
    found = cares(replace(vault, access=access))
    assert "alone" in found
    assert "lost-person" not in found


def test_a_paper_that_runs_out_is_named_with_its_day() -> None:
    """Over or soon over; one that is valid for long, or for ever, is no care."""
    vault = sound_vault()
    papers = [
        replace(
            an_attachment(), id=an_id(n), name=f"{n}.pdf", expires=day, account=account
        )
        for n, (day, account) in enumerate(
            [("2000-01-01", SHOP), (DAY, ""), ("2999-01-01", ""), ("", "")]
        )
    ]
    found = cares(with_records(vault, {"attachments": papers}))
    assert found.keys() == {"paper-over", "paper-soon"}
    name = vault.accounts[SHOP].name
    assert found["paper-over"].what == f"0.pdf ({name}) ran out on 2000-01-01"
    assert found["paper-over"].accounts == (SHOP,)
    assert found["paper-soon"].what == f"1.pdf runs out on {DAY}"


def test_newer_facts_are_counted_and_lead_to_their_accounts() -> None:
    """Of what was taken from an earlier pack."""
    etsy = Account(id="0000000009", name="Etsy shop", platform="etsy")
    pack = shipped_packs()["etsy"]
    first, *others = pack.procedures
    was = replace(first, title="Out")
    older = replace(pack, edition="2020-01-01", procedures=(was, *others))
    vault, _ = apply(sound_vault(), [Add("account", etsy)], NOON)
    changes = adopting(ports_on_disk(), vault, {"etsy": older}, [etsy])
    one = cares_of_some(apply(vault, changes, NOON)[0])["pack-news"]
    assert one.what == "1 newer fact about Etsy shop"
    assert one.accounts == (etsy.id,)
