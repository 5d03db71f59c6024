"""What an owner still lacks, most urgent first."""

import pytest
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_code_set,
    a_kit,
    a_person,
    a_vault,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from vault.app.kit_changed import changed_since
from vault.app.readiness import Gap, newest_kit, readiness
from vault.model.change import Add, Replace, apply
from vault.model.record import Record
from vault.model.vault import Vault

PROVEN = replace(a_kit(1), read_back=NOON)


def ready_vault() -> Vault:
    """Return a vault of two accounts that lacks nothing."""
    second = replace(an_account(1), owner=a_person(0).id)
    first = replace(an_account(0), owner=a_person(0).id)
    access = [
        an_access(a_person(1).id, one.id, n) for n, one in enumerate((first, second))
    ]
    own: dict[str, list[Record]] = {
        "accounts": [first, second],
        "access": [*access],
        "kits": [PROVEN],
    }
    return with_records(a_vault(2), own)


def kinds(vault: Vault) -> list[str]:
    return [gap.kind for gap in readiness(vault).gaps]


def test_a_vault_that_lacks_nothing_is_ready() -> None:
    """All accounts count, and nothing is asked for."""
    told = readiness(ready_vault())
    assert (told.ready, told.accounts, told.gaps) == (2, 2, ())
    assert told.kit == PROVEN


def test_an_empty_vault_lacks_nothing_yet() -> None:
    """There is one next step, and it is no gap."""
    told = readiness(an_empty_vault())
    assert (told.ready, told.accounts, told.gaps) == (0, 0, ())


def test_the_most_urgent_comes_first() -> None:
    """Somebody to ring and a kit before what one account lacks."""
    bare = an_account(0)
    vault = with_records(an_empty_vault(), {"accounts": [bare]})
    assert kinds(vault) == [
        "nobody-trusted",
        "no-kit",
        "no-codes",
        "no-steps",
        "alone",
        "no-owner",
    ]


def test_one_gap_names_all_accounts_that_have_it_the_dearest_first() -> None:
    """The button leads to the one that would hurt most."""
    vault = replace(ready_vault(), code_sets={})
    (gap,) = readiness(vault).gaps
    assert gap.accounts == (an_account(1).id, an_account(0).id)
    assert readiness(vault).ready == 0


@pytest.mark.parametrize(("used", "found"), [(7, []), (8, ["codes-low"])])
def test_two_codes_left_are_few(used: int, found: list[str]) -> None:
    """Three are not."""
    own = an_account(0).id
    sets = [a_code_set(own, used=used), a_code_set(an_account(1).id, 1)]
    assert kinds(with_records(ready_vault(), {"code_sets": sets})) == found


def test_codes_that_are_all_used_are_no_codes() -> None:
    """Nor are those of a set that was retired."""
    spent = a_code_set(an_account(0).id, used=10)
    old = replace(a_code_set(an_account(1).id, 1), retired="2026-01-01")
    vault = with_records(ready_vault(), {"code_sets": [spent, old]})
    (gap,) = readiness(vault).gaps
    assert gap.kind == "no-codes"
    assert len(gap.accounts) == 2


def test_a_code_that_stands_is_enough() -> None:
    """A PIN is kept, not used up: one is not few."""
    sets = [
        replace(a_code_set(an_account(n).id, n, codes=1), kind="pin") for n in (0, 1)
    ]
    assert kinds(with_records(ready_vault(), {"code_sets": sets})) == []


def test_a_platform_that_gives_no_codes_is_not_asked_for_any() -> None:
    """The owner could not mend it."""
    vault = replace(ready_vault(), code_sets={})
    told = readiness(vault, codeless={"instagram"})
    assert (told.gaps, told.ready) == ((), 2)


def test_access_that_ended_does_not_count() -> None:
    """Whoever left cannot help."""
    own = an_account(0).id
    ended = replace(an_access(a_person(1).id, own), ended="2026-02-01")
    other = an_access(a_person(1).id, an_account(1).id, 1)
    vault = with_records(ready_vault(), {"access": [ended, other]})
    (gap,) = readiness(vault).gaps
    assert gap.kind == "alone"
    assert gap.accounts == (own,)


def test_somebody_trusted_who_cannot_be_reached_is_a_gap() -> None:
    """A name alone rings nobody."""
    silent = replace(a_person(0), phone="", email=" ")
    vault = with_records(
        ready_vault(), {"people": [silent, a_person(1, trusted=False)]}
    )
    (gap,) = readiness(vault).gaps
    assert (gap.kind, gap.record) == ("nobody-to-ring", silent.id)


def test_only_the_newest_whole_kit_that_still_exists_counts() -> None:
    """A part, or one that was destroyed, restores nothing."""
    own = an_account(0).id
    destroyed = replace(a_kit(2), destroyed="2026-02-01")
    kits = [PROVEN, destroyed, a_kit(3, accounts=(own,))]
    assert newest_kit(with_records(ready_vault(), {"kits": kits})) == PROVEN


def test_a_kit_is_a_hope_until_it_was_read_back() -> None:
    """The kit stays on the list."""
    vault = with_records(ready_vault(), {"kits": [a_kit(1)]})
    (gap,) = readiness(vault).gaps
    assert (gap.kind, gap.record) == ("kit-unproven", a_kit(1).id)


def test_a_kit_lacks_what_was_changed_after_it() -> None:
    """Records are counted, not keystrokes, and its own entry is none of them."""
    vault = ready_vault()
    before = vault.accounts[an_account(0).id]
    first = replace(before, login="a")
    second = replace(before, login="b")
    vault, _ = apply(vault, Replace("account", before, first), NOON)
    vault, _ = apply(vault, Replace("account", first, second), NOON)
    vault, _ = apply(vault, Add("kit", a_kit(2, accounts=(before.id,))), NOON)
    assert changed_since(vault, PROVEN).count == 1
    (gap,) = readiness(vault).gaps
    assert (gap.kind, gap.count) == ("kit-stale", 1)


def test_backups_on_one_disk_only_come_last() -> None:
    """One calm line, below all that an account lacks; none for an empty vault."""
    told = readiness(ready_vault(), kept_apart=False)
    assert [gap.kind for gap in told.gaps] == ["one-disk"]
    assert told.ready == told.accounts
    bare = with_records(an_empty_vault(), {"accounts": [an_account(0)]})
    assert readiness(bare, kept_apart=False).gaps[-1].kind == "one-disk"
    assert readiness(an_empty_vault(), kept_apart=False).gaps == ()


def test_codes_that_somebody_may_know_come_first() -> None:
    """Until a new set retires them."""
    vault = ready_vault()
    one = next(iter(vault.code_sets.values()))
    known = replace(one, renew="2026-03-02")
    marked = replace(vault, code_sets={**vault.code_sets, one.id: known})
    assert kinds(marked) == ["codes-known"]
    gone = replace(known, retired="2026-03-03")
    later = replace(vault, code_sets={**vault.code_sets, one.id: gone})
    assert "codes-known" not in kinds(later)


def test_a_kit_that_somebody_can_open_is_none_to_rely_on() -> None:
    """A new one is asked for."""
    exposed = replace(PROVEN, exposed="2026-03-02")
    vault = replace(ready_vault(), kits={exposed.id: exposed})
    assert newest_kit(vault) is None
    assert kinds(vault) == ["no-kit"]


def left_vault(role: str = "admin") -> Vault:
    """Return one account of the ready vault, ruled by one who left it."""
    vault = ready_vault()
    first = replace(an_account(0), owner="")
    gone = replace(
        an_access(a_person(2).id, first.id, 8), role=role, ended="2026-02-01"
    )
    stays = replace(an_access(a_person(1).id, first.id, 0), role="editor")
    own: dict[str, list[Record]] = {"accounts": [first], "access": [gone, stays]}
    return with_records(vault, own)


def test_an_account_whose_only_admin_left_is_named() -> None:
    """Whoever stays cannot bring it back, whatever else they may do there."""
    assert kinds(left_vault()) == ["all-left", "no-owner"]
    told = readiness(left_vault())
    assert (told.ready, told.gaps[0].accounts) == (0, (an_account(0).id,))


@pytest.mark.parametrize("role", ["Owner", "Super administrator"])
def test_who_rules_is_told_by_the_platforms_word(role: str) -> None:
    """Of an editor who leaves nothing is lost, if another editor stays."""
    assert "all-left" in kinds(left_vault(role))
    assert "all-left" not in kinds(left_vault("editor"))


def test_an_account_that_everybody_left_is_named_whatever_they_were() -> None:
    """And not once more for being one person's."""
    vault = left_vault("editor")
    access = {
        id_: replace(one, ended="2026-02-01")
        if one.account == an_account(0).id
        else one
        for id_, one in vault.access.items()
    }
    assert kinds(replace(vault, access=access)) == ["all-left", "no-owner"]


def test_steps_that_nobody_confirmed_for_half_a_year_are_stale() -> None:
    """To the day, and as old as their source where nobody ever confirmed them."""
    vault = ready_vault()
    (one, *rest) = vault.procedures.values()
    last, first = "2026-08-28", "2026-08-29"  # 180 days after 1 March, and 181
    assert readiness(vault, today=last).gaps == ()
    assert [gap.kind for gap in readiness(vault, today=first).gaps] == ["steps-stale"]
    copied = replace(one, checked="", source_date="2025-01-01")
    vault = with_records(vault, {"procedures": [copied, *rest]})
    (gap,) = readiness(vault, today=last).gaps
    assert (gap.kind, gap.accounts) == ("steps-stale", (one.account,))


KIT_GAPS = {"kit-untried", "kit-unproven"}


def test_a_kit_that_nobody_tried_for_a_year_is_to_be_tried() -> None:
    """From the day after; one that is not proven has to be read back anyway."""
    told = {
        day: [one for one in readiness(held, today=day).gaps if one.kind in KIT_GAPS]
        for held in [with_records(ready_vault(), {"kits": [PROVEN]})]
        for day in ("2027-03-01", "2027-03-02")
    }
    assert told["2027-03-01"] == []
    assert told["2027-03-02"] == [Gap("kit-untried", record=PROVEN.id)]
    hope = with_records(ready_vault(), {"kits": [a_kit(1)]})
    kinds = {one.kind for one in readiness(hope, today="2027-03-02").gaps}
    assert kinds & KIT_GAPS == {"kit-unproven"}
