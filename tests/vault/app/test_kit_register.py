"""The register of kits: how each stands, and what is noted of it later."""

import pytest
from msgspec.structs import replace

from tests.builders import (
    LATER,
    NOON,
    a_kit,
    a_person,
    a_vault,
    an_account,
    with_records,
)
from vault.app.kit_changed import lacking
from vault.app.kit_register import (
    DRILLS_KEPT,
    Kept,
    drilled,
    kept_as,
    read_back,
    registered,
    standings,
)
from vault.errors import Refused
from vault.history.forget import forgetting
from vault.model.account import Account
from vault.model.change import Add, Change, Remove, Replace, apply
from vault.model.drill import Drill, parse_drills
from vault.model.kit import Kit
from vault.model.vault import Vault

ONE, TWO, *_ = (an_account(n) for n in range(3))


def vault_with(*kits: Kit) -> Vault:
    return with_records(a_vault(), {"kits": list(kits)})


def after(vault: Vault, *changes: Change) -> Vault:
    return apply(vault, changes, LATER)[0]


def renamed(vault: Vault, account: Account) -> Change:
    was = vault.accounts[account.id]
    return Replace("account", was, replace(was, name="Another"))


def state(kit: Kit, *changes: Change) -> str:
    (one,) = standings(after(vault_with(kit), *changes))
    return one.state


def test_a_kit_that_nobody_read_back_is_unproven() -> None:
    """Whatever else there is to say."""
    assert state(a_kit()) == "unproven"
    proven = replace(a_kit(), read_back=NOON)
    assert state(proven) == "proven"
    assert state(proven, Add("account", an_account(77))) == "stale"
    assert state(replace(proven, destroyed="2026-03-02")) == "destroyed"


def test_the_newest_stands_first_and_the_destroyed_last() -> None:
    """Nobody should read past dead kits."""
    gone = replace(a_kit(3), destroyed="2026-03-02")
    found = standings(vault_with(a_kit(1), a_kit(2), gone))
    assert [one.kit.number for one in found] == [2, 1, 3]


def test_a_whole_kit_lacks_whatever_was_changed() -> None:
    """But for the register itself."""
    kit = a_kit()
    vault = vault_with(kit)
    changed = after(vault, renamed(vault, ONE), read_back(kit, NOON))
    assert lacking(changed, kit).count == 1


def test_a_part_lacks_only_what_belongs_to_its_accounts() -> None:
    """Other accounts may change as they like."""
    kit = a_kit(accounts=(ONE.id,))
    vault = vault_with(kit)
    assert lacking(after(vault, renamed(vault, TWO)), kit).count == 0
    codes = next(s for s in vault.code_sets.values() if s.account == ONE.id)
    person = vault.people[vault.accounts[ONE.id].owner]
    changed = after(
        vault,
        renamed(vault, ONE),
        Remove("code-set", codes),
        Replace("person", person, replace(person, phone="112")),
        Add("person", a_person(9)),
    )
    assert lacking(changed, kit).count == 3


def test_a_forgotten_link_is_no_change_of_a_part() -> None:
    """Nobody knows any more where it led."""
    kit = a_kit(accounts=(ONE.id,))
    vault = vault_with(kit)
    access = next(one for one in vault.access.values() if one.account == TWO.id)
    moved = replace(access, account=ONE.id)
    vault = after(vault, Replace("access", access, moved))
    vault = after(vault, Replace("access", moved, access))
    assert lacking(vault, kit).count == 1
    vault = after(vault, *forgetting(vault, {("access", access.id)}))
    assert lacking(vault, kit).count == 0


def test_a_part_of_an_account_that_is_gone_still_stands() -> None:
    """It is on paper all the same."""
    kit = replace(a_kit(), partial=True, accounts=("0" * 16,))
    assert lacking(vault_with(kit), kit).count == 0


def test_a_kit_is_known_by_what_its_codes_carry() -> None:
    """And another vault's kit is not."""
    kit = a_kit(2)
    vault = vault_with(a_kit(1), kit)
    assert registered(vault, bytes.fromhex(kit.kit)) == kit
    with pytest.raises(Refused, match="kit-not-registered"):
        registered(vault, bytes(8))


def test_places_and_a_note_are_kept_without_blanks() -> None:
    """One line each, as they were typed."""
    kit = a_kit()
    typed = Kept((" The safe ", "", "Ana's house"), note=" sealed \n")
    change = kept_as(kit, typed)
    kept = after(vault_with(kit), change).kits[kit.id]
    assert kept.places == ("The safe", "Ana's house")
    assert kept.note == "sealed"


def test_all_that_is_typed_of_a_kit_is_kept() -> None:
    """All of its sheets there is no news to keep."""
    kit = a_kit()
    kept = Kept(("Safe",), " Ana ", 2, "sealed")
    made = after(vault_with(kit), kept_as(kit, kept)).kits[kit.id]
    assert (made.places, made.keeper, made.present) == (("Safe",), "Ana", 2)
    whole = kept_as(made, Kept(present=kit.sheets)).after
    assert isinstance(whole, Kit)
    assert whole.present is None


def test_only_a_drill_that_passed_proves_a_kit() -> None:
    """What failed is noted all the same."""
    kit = a_kit()
    for result in ("short", "shut"):
        made = drilled(kit, Drill(LATER, result)).after
        assert isinstance(made, Kit)
        assert made.read_back == ""
        assert parse_drills(made.drills) == (Drill(LATER, result),)
    for result in ("read", "opened"):
        made = drilled(kit, Drill(LATER, result, 9)).after
        assert isinstance(made, Kit)
        assert made.read_back == LATER


def test_no_more_drills_are_kept_than_ten_years_have() -> None:
    """The newest."""
    kit = a_kit()
    for second in range(DRILLS_KEPT + 1):
        made = drilled(kit, Drill(f"2026-03-01T12:00:{second:02}Z", "read")).after
        assert isinstance(made, Kit)
        kit = made
    assert len(kit.drills) == DRILLS_KEPT
    assert "12:00:00" not in kit.drills[0]


def test_a_proven_kit_replaces_those_before_it() -> None:
    """They lead to be retired; one that is not proven replaces nothing."""
    old = replace(a_kit(1), read_back=NOON)
    hope, proven = a_kit(2), replace(a_kit(2), read_back=NOON)
    assert [one.state for one in standings(vault_with(old, hope))] == [
        "unproven",
        "proven",
    ]
    assert [one.state for one in standings(vault_with(old, proven))] == [
        "proven",
        "replaced",
    ]
    begun = replace(old, retiring="2026-03-02")
    assert standings(vault_with(begun, proven))[1].state == "retiring"
