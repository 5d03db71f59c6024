"""An incident from its first tick to its lesson; order, neighbours, steps, renewals."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_code_set,
    a_contact,
    a_procedure,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.fakes import ports_on_disk
from vault.app import incident as acts
from vault.app.adopt import weak_steps
from vault.app.incident_after import renewals
from vault.app.incident_house import HOUSE, house_tasks
from vault.app.incident_order import in_order, neighbours, on_the_phone
from vault.app.incident_report import report
from vault.app.incident_steps import numbers_for, steps_for
from vault.app.incident_templates import templates
from vault.errors import Refused
from vault.model.account import Account
from vault.model.change import Change, Replace, apply
from vault.model.incident import Incident, parse_log
from vault.model.record import Record
from vault.model.vault import Vault
from vault.packs import shipped_packs

PORTS = ports_on_disk()


def shop(*accounts: Account, **others: list[Record]) -> Vault:
    """Return a vault with these accounts, and records of other collections."""
    return with_records(an_empty_vault(), {"accounts": list(accounts), **others})


def an_account_of(number: int, platform: str, **fields: object) -> Account:
    """Return an account of a platform, with no address unless one is given."""
    bare = replace(an_account(number), platform=platform, email="", login="")
    return replace(bare, **fields)


MAIL = an_account_of(1, "google-account", login="me@example.com", worth_a_day=1)
SIM = an_account_of(2, "mobile-carrier", phone="+49 30 1234567", worth_a_day=0)
SHOP = an_account_of(
    3, "etsy", email="me@example.com", phone="+49 (30) 123-4567", worth_a_day=900
)
SMALL = an_account_of(4, "x", email="Me@Example.com", worth_a_day=5)


def done(vault: Vault, changes: list[Change]) -> Vault:
    """Return the vault after changes."""
    return apply(vault, changes, at=NOON, device="here")[0]


def going(vault: Vault, sort: str, *accounts: Account) -> tuple[Vault, Incident]:
    """Return a vault in which an incident has begun, and that."""
    one, changes = acts.beginning(PORTS, vault, sort, [each.id for each in accounts])
    return done(vault, changes), one


def after(vault: Vault, one: Incident, changes: list[Change]) -> tuple[Vault, Incident]:
    """Return both as they are after changes."""
    new = done(vault, changes)
    return new, new.incidents[one.id]


def names(accounts: Iterable[Account]) -> list[str]:
    """Return what accounts are called."""
    return [one.name for one in accounts]


def test_the_carrier_comes_first_then_the_mailbox_then_what_costs_most() -> None:
    """Though the shop costs most of all."""
    vault = shop(SMALL, SHOP, MAIL, SIM)
    order = in_order(vault, vault.accounts)
    assert names(order) == names((SIM, MAIL, SHOP, SMALL))


def test_what_gives_another_back_comes_before_it() -> None:
    """Whatever they cost."""
    leaning = replace(SHOP, recovers_through=(SMALL.id,))
    vault = shop(leaning, SMALL)
    assert names(in_order(vault, vault.accounts)) == names((SMALL, leaning))


def test_of_two_that_lean_on_each_other_the_dearer_comes_first() -> None:
    """A circle holds nothing up."""
    one = replace(SHOP, recovers_through=(SMALL.id,))
    other = replace(SMALL, recovers_through=(SHOP.id,))
    vault = shop(other, one)
    assert names(in_order(vault, vault.accounts)) == names((one, other))


def test_a_vital_account_comes_before_a_dearer_one() -> None:
    """Importance is said by the owner; worth only counts."""
    vital = replace(SMALL, importance="vital")
    vault = shop(SHOP, vital)
    assert in_order(vault, [SHOP.id, vital.id, "gone"])[0] == vital


def test_neighbours_are_told_with_the_reason() -> None:
    """The same mailbox, the same number, what it gives back; not the account itself."""
    vault = shop(MAIL, SHOP, replace(SMALL, email=""), SIM)
    found = {one.account: one.why for one in neighbours(vault, [MAIL.id])}
    assert found == {SHOP.id: "Same mailbox: me@example.com"}
    found = {one.account: one.why for one in neighbours(vault, [SHOP.id])}
    assert found == {SIM.id: "Same phone number: +49 30 1234567"}
    through = replace(SMALL, email="", recovers_through=(MAIL.id,))
    [one] = neighbours(shop(MAIL, through), [MAIL.id])
    assert one.why == f"It is got back through {MAIL.name}"


def test_neighbours_by_what_a_platform_leans_on() -> None:
    """Instagram leans on Facebook, says its pack."""
    photos, pages = an_account_of(5, "instagram"), an_account_of(6, "facebook")
    [one] = neighbours(shop(photos, pages), [pages.id])
    assert (one.account, one.beside) == (photos.id, pages.id)


def test_a_lost_phone_touches_what_hangs_on_its_number() -> None:
    """Or all, while the number is not said."""
    vault = shop(MAIL, SHOP, SIM)
    assert set(on_the_phone(vault, "+49301234567")) == {SHOP.id, SIM.id}
    assert len(on_the_phone(vault)) == 3
    _vault, one = going(vault, "phone-lost")
    assert len(one.accounts) == 3


def test_the_owners_own_steps_speak_before_the_packs() -> None:
    """And say whether anybody checked them."""
    own = a_procedure(SHOP.id)
    told = steps_for(shop(SHOP, procedures=[own]), SHOP, "locked-out")
    assert [one.text for one in told.steps] == ["Open the form", "Wait"]
    assert "Checked on 2026-03-01" in told.source
    shipped = steps_for(shop(SHOP), SHOP, "locked-out")
    assert "pack etsy" in shipped.source
    assert all(" " not in one.key for one in shipped.steps)


def test_without_a_pack_the_steps_are_general() -> None:
    """And say so."""
    own = an_account_of(7, "the corner shop")
    assert "General advice" in steps_for(shop(own), own, "hacked").source
    assert steps_for(shop(), None, "ransom").steps[0].text.startswith("Do not pay")


def test_a_weak_step_is_marked() -> None:
    """As `adopt` wrote it down when the steps were taken from a pack."""
    weak = replace(a_procedure(SHOP.id), source="pack", notes=weak_steps([2]))
    told = steps_for(shop(SHOP, procedures=[weak]), SHOP, "locked-out")
    assert [one.check for one in told.steps] == [False, True]


def test_the_owners_numbers_come_first() -> None:
    """A mail address is none."""
    vault = shop(SIM, contacts=[a_contact(SIM.id)])
    first, *others = numbers_for(vault, SIM.id)
    assert first.number == "112"
    assert all("check" in one.note for one in others)
    assert others


def test_a_step_is_ticked_and_taken_back() -> None:
    """Each account has its own ticks."""
    vault, one = going(shop(SHOP, MAIL), "hacked", SHOP, MAIL)
    vault, one = after(vault, one, acts.ticking(PORTS, one, SHOP.id, "a:1"))
    assert acts.is_ticked(one, SHOP.id, "a:1")
    assert not acts.is_ticked(one, MAIL.id, "a:1")
    vault, one = after(vault, one, acts.ticking(PORTS, one, SHOP.id, "a:1"))
    assert not one.done


def test_an_account_that_is_done_is_logged_once() -> None:
    """Taking it back keeps the line."""
    vault, one = going(shop(SHOP), "hacked", SHOP)
    vault, one = after(vault, one, acts.done_with(PORTS, one, vault, SHOP.id))
    assert acts.is_ticked(one, SHOP.id, acts.ACCOUNT_DONE)
    vault, one = after(vault, one, acts.done_with(PORTS, one, vault, SHOP.id))
    assert not acts.is_ticked(one, SHOP.id, acts.ACCOUNT_DONE)
    assert [line.text for line in parse_log(one.log)][1:] == [f"Done: {SHOP.name}"]


def test_a_used_code_is_marked_and_logged_without_its_value() -> None:
    """And the next one is offered; the same one is not used twice."""
    vault = shop(SHOP, code_sets=[a_code_set(SHOP.id, codes=2)])
    vault, one = going(vault, "hacked", SHOP)
    first = acts.next_of(vault, SHOP.id)
    assert first is not None
    assert first.left == 2
    use = acts.using_next(PORTS, one, vault, SHOP.id, first.code.id)
    vault, one = after(vault, one, use)
    second = acts.next_of(vault, SHOP.id)
    assert second is not None
    assert second.code.id != first.code.id
    assert first.code.value not in "".join(one.log)
    with pytest.raises(Refused):
        acts.using_next(PORTS, one, vault, SHOP.id, first.code.id)


def test_it_ends_and_goes_on() -> None:
    """Open ones are found; a lesson and a line of the log are kept."""
    vault, one = going(shop(SHOP), "suspended", SHOP)
    vault, one = after(vault, one, acts.logging(PORTS, one, " Rang\n them "))
    assert acts.logging(PORTS, one, "  ") == []
    assert acts.open_incidents(vault) == (one,)
    vault, one = after(vault, one, acts.ending(PORTS, one))
    assert acts.open_incidents(vault) == ()
    vault, one = after(vault, one, acts.reopening(PORTS, one))
    vault, one = after(vault, one, acts.learning(one, "A bought link"))
    assert acts.learning(one, "A bought link") == []
    assert acts.open_incidents(vault) == (one,)
    told = [line.text for line in parse_log(one.log)][1:]
    assert told == ["Rang them", "Ended", "Goes on"]


def test_one_more_account_is_taken_in_once() -> None:
    """As a neighbour is."""
    vault, one = going(shop(SHOP, MAIL), "hacked", SHOP)
    vault, one = after(vault, one, acts.adding_account(PORTS, one, vault, MAIL.id))
    assert one.accounts == (SHOP.id, MAIL.id)
    assert acts.adding_account(PORTS, one, vault, MAIL.id) == []


def test_after_a_break_in_everything_is_renewed_after_a_lock_out_used_sets() -> None:
    """Nobody has seen the codes of somebody who was merely locked out."""
    vault = shop(SHOP, code_sets=[a_code_set(SHOP.id)])
    hacked, one = going(vault, "hacked", SHOP)
    keys = [task.key.split(":")[0] for task in renewals(hacked, one)]
    assert keys == ["renew-codes", "renew-password", "renew-sessions"]
    locked, other = going(vault, "locked-out", SHOP)
    assert renewals(locked, other) == ()
    code = acts.next_of(locked, SHOP.id)
    assert code is not None
    use = acts.using_next(PORTS, other, locked, SHOP.id, code.code.id)
    locked, other = after(locked, other, use)
    assert [task.key.split(":")[0] for task in renewals(locked, other)] == [keys[0]]


def test_taking_back_the_house_has_a_list() -> None:
    """Posts, ads, shops, apps, payouts, messages, sessions."""
    unknown = an_account_of(7, "the corner shop")
    keys = [task.key for task in house_tasks(shop(unknown), unknown.id)]
    assert keys == [key for key, _ in HOUSE]
    assert {"house-posts", "house-ads", "house-shops", "house-payouts"} < set(keys)
    assert {"house-messages", "house-apps", "house-sessions"} < set(keys)


def test_a_platform_says_how_somebody_is_put_out_and_where() -> None:
    """In its own words, with the source's date; a weak one is marked."""
    photos = an_account_of(5, "instagram")
    told = {task.key: task for task in house_tasks(shop(photos), photos.id)}
    assert told["house-sessions"].link.startswith("https://accountscenter")
    assert "Meta Business Suite" in told["house-out:1"].text
    pack = shipped_packs()["instagram"]
    weak = [fact.confidence == "low" for fact in pack.leaving]
    assert [told[f"house-out:{n}"].check for n in range(1, len(weak) + 1)] == weak
    assert all(" " not in key for key in told)


def test_a_carrier_has_no_posts_but_a_number_that_may_be_forwarded() -> None:
    """Nobody looks for advertisements there."""
    keys = {task.key for task in house_tasks(shop(SIM), SIM.id)}
    assert {"house-number", "house-lock", "house-sessions"} < keys
    assert not keys & {"house-posts", "house-ads", "house-shops"}


def test_messages_name_the_accounts_and_hold_no_secret() -> None:
    """Four of them."""
    kept = a_code_set(SHOP.id)
    vault, one = going(shop(SHOP, code_sets=[kept]), "hacked", SHOP)
    told = templates(vault, one)
    assert [each.to for each in told] == ["audience", "staff", "platform", "bank"]
    for each in told:
        assert SHOP.name in each.text
        assert not any(code.value in each.text for code in kept.codes)


def test_the_report_tells_all_but_codes() -> None:
    """Steps with ticks, the log, neighbours, what to renew, how it happened."""
    kept = a_code_set(SHOP.id)
    vault, one = going(shop(SHOP, MAIL, code_sets=[kept]), "hacked", MAIL, SHOP)
    step = steps_for(vault, SHOP, "hacked").steps[0]
    vault, one = after(vault, one, acts.ticking(PORTS, one, SHOP.id, step.key))
    vault, one = after(vault, one, acts.learning(one, "A bought link"))
    text = report(vault, one, PORTS.today())
    assert f"[x] {step.text}" in text
    assert text.index(MAIL.name) < text.index(f"- [ ] {SHOP.name}")
    assert "A bought link" in text
    assert "not yet" in text
    assert not any(code.value in text for code in kept.codes)


def test_what_is_touched_can_be_said_again_and_what_was_done_stays() -> None:
    """One line in the log; the same again changes nothing."""
    ports = ports_on_disk()
    first, second = an_account(0), an_account(1)
    vault = with_records(an_empty_vault(), {"accounts": [first, second]})
    one = Incident(id="0000000001", title="Hacked", began=NOON, accounts=(first.id,))
    one = acts.ticked(ports, one, first.id, acts.ACCOUNT_DONE)
    assert acts.ticked(ports, one, first.id, acts.ACCOUNT_DONE) == one
    assert acts.dealt_with(ports, one, vault, first.id) == one
    assert not acts.taking_in(ports, one, vault, (first.id,), ())
    (change,) = acts.taking_in(ports, one, vault, (second.id,), ("computer ",))
    assert isinstance(change, Replace)
    after = change.after
    assert isinstance(after, Incident)
    assert set(after.accounts) == {first.id, second.id}
    assert after.things == ("computer ",)
    assert after.log[-1].endswith("Touched: Shop 1, Shop 0")
