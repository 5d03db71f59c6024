"""Beside the steps of an incident stands what the pack says: what runs out when."""

import pytest
from msgspec.structs import replace

from tests.builders import a_vault, an_incident
from vault.app.care import look
from vault.app.incident_aside import aside, due_words, near_dues
from vault.app.incident_facts import report_facts
from vault.app.incident_list import parts
from vault.model.account import Account
from vault.model.incident import Incident
from vault.model.vault import Vault

BEGAN = "2026-03-01T12:00:00Z"
SHOP = Account(id="0000000001", name="Our page", platform="instagram")


def hit(sort: str = "hacked", ended: str = "") -> Incident:
    one = an_incident(SHOP.id)
    return replace(one, sort=sort, began=BEGAN, ended=ended, things=())


def with_shop(one: Incident) -> Vault:
    vault = a_vault(1)
    accounts = {**vault.accounts, SHOP.id: SHOP}
    return replace(vault, accounts=accounts, incidents={one.id: one})


def test_each_deadline_has_its_last_day() -> None:
    """Counted from the day it began, the first to run out first."""
    one = hit()
    told = aside(with_shop(one), SHOP, one, "2026-03-01")
    assert [due.day for due in told.dues] == ["2026-03-31", "2026-03-31", "2026-08-28"]
    assert told.proofs
    said = due_words(told.dues[0])
    assert ", until 2026-03-31. " in said
    later = aside(with_shop(one), SHOP, one, "2026-04-01").dues[0]
    assert ", over since 2026-03-31. " in due_words(later)


@pytest.mark.parametrize("platform", ["", "corner forum"])
def test_without_a_pack_nothing_is_said(platform: str) -> None:
    """Nor where no account is named yet."""
    one = hit()
    bare = replace(SHOP, platform=platform)
    assert aside(with_shop(one), bare, one) == aside(with_shop(one), None, one)
    assert not aside(with_shop(one), None, one).dues


def test_what_fits_no_situation_of_the_pack_goes_by_the_nearest() -> None:
    """A ransom by what is said of a takeover."""
    ransom, hacked = hit("ransom"), hit()
    vault = with_shop(ransom)
    assert aside(vault, SHOP, ransom).proofs == aside(vault, SHOP, hacked).proofs


def test_a_deadline_that_is_near_needs_care_until_it_is_over() -> None:
    """While the incident goes on; then it is left to the owner."""
    vault = with_shop(hit())
    assert not list(near_dues(vault, "2026-03-10"))
    found = [one for one in look(vault, "2026-03-20").cares if one.sort == "deadline"]
    assert [one.accounts for one in found] == [(SHOP.id,), (SHOP.id,)]
    assert all(one.what.endswith(", until 2026-03-31") for one in found)
    assert not list(near_dues(vault, "2026-04-01"))
    over = with_shop(hit(ended="2026-03-02T12:00:00Z"))
    assert not list(near_dues(over, "2026-03-20"))


def test_the_list_and_the_report_tell_it() -> None:
    """The report while it goes on."""
    one = hit()
    [part] = parts(with_shop(one), one)
    assert part.aside.dues
    [block] = [
        each
        for each in report_facts(with_shop(one), one, "2026-03-02").blocks
        if "run out" in each.title
    ]
    assert block.lines[0].text.startswith("Our page: ")
    assert "confidence" in block.lines[0].under
    ended = hit(ended="2026-03-02T12:00:00Z")
    blocks = report_facts(with_shop(ended), ended, "2026-03-03").blocks
    assert not any("run out" in each.title for each in blocks)
