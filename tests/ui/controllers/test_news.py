"""Newer packs in the window: laid beside what was taken, ticked, taken or left."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_vault
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.adopt import adopting
from vault.model.account import Account
from vault.model.change import Add, apply
from vault.model.vault import Vault
from vault.packs import Pack, shipped_packs

ETSY = Account(id="0000000001", name="Etsy shop", platform="etsy")
EBAY = Account(id="0000000002", name="Other shop", platform="ebay")


def earlier(pack: Pack) -> Pack:
    """Return a pack as it might have been: two steps were worded otherwise."""
    first, *others = pack.procedures
    one, two, *steps = first.steps
    was = [replace(one, text="Ask a friend."), replace(two, text="Wait."), *steps]
    before = replace(first, steps=tuple(was))
    return replace(pack, edition="2020-01-01", procedures=(before, *others))


def a_shop_of(*accounts: Account) -> Vault:
    """Return a vault whose accounts took what an earlier pack said."""
    packs = {one.platform: earlier(shipped_packs()[one.platform]) for one in accounts}
    vault, _ = apply(a_vault(1), [Add("account", one) for one in accounts], NOON)
    changes = adopting(ports_on_disk(), vault, packs, accounts)
    return apply(vault, changes, NOON)[0]


def steps_of(person: Person, account: Account = ETSY) -> list[str]:
    vault = person.application.vault.vault
    own = [one for one in vault.procedures.values() if one.account == account.id]
    return [step.text for one in own for step in one.steps]


def at_news(at_vault: AtVault, *accounts: Account) -> Person:
    person = at_vault(a_shop_of(*accounts))
    person.application.desk.go("news", accounts[0].id)
    person.wait()
    return person


def test_the_account_s_page_tells_of_newer_facts_and_leads_to_them(
    at_vault: AtVault,
) -> None:
    """As long as something differs."""
    person = at_vault(a_shop_of(ETSY))
    person.application.desk.go("accounts", ETSY.id)
    person.wait()
    assert person.sees("2 newer facts for Etsy")
    person.press("Compare")
    person.wait()
    assert person.sees("Newer facts for Etsy shop")
    assert person.sees("Yours: Ask a friend.")
    assert person.sees("confidence")


def test_what_is_ticked_is_taken_and_the_rest_is_not_asked_again(
    at_vault: AtVault,
) -> None:
    """One act, taken back by Undo."""
    person = at_news(at_vault, ETSY)
    assert person.sees("Leave all as it is")
    [name] = [n for n in names(person) if n.startswith("Take 1: ")]
    person.click(name)
    assert person.sees("Take 1 of 2")
    person.press("Take 1 of 2")
    person.wait()
    assert "Ask a friend." not in steps_of(person)
    assert "Wait." in steps_of(person)
    assert not person.sees("newer fact")
    person.application.vault.undo()
    assert "Ask a friend." in steps_of(person)
    assert person.sees("2 newer facts for Etsy")


def test_all_can_be_ticked_at_once(at_vault: AtVault) -> None:
    """Then nothing of the old is left."""
    person = at_news(at_vault, ETSY)
    person.press("Tick all")
    person.press("Take 2 of 2")
    assert not {"Ask a friend.", "Wait."} & set(steps_of(person))


def test_the_next_account_follows(at_vault: AtVault) -> None:
    """Until none is left."""
    person = at_news(at_vault, ETSY, EBAY)
    assert person.sees("1 more account has newer facts.")
    person.press("Leave all as it is")
    person.wait()
    assert person.sees("Newer facts for Other shop")
    person.press("Leave all as it is")
    person.wait()
    person.application.desk.go("news")
    person.wait()
    assert person.sees("Nothing newer is known")
    assert "Ask a friend." in steps_of(person, EBAY)


@pytest.mark.parametrize("read_only", ["older"])
def test_where_nothing_may_change_it_can_be_read(
    at_vault: AtVault, read_only: str
) -> None:
    """Without anything to tick."""
    person = at_vault(a_shop_of(ETSY), read_only=read_only)
    person.application.desk.go("news", ETSY.id)
    person.wait()
    assert person.sees("Yours: Ask a friend.")
    assert not person.sees("Tick all")
    person.press("Done")


def names(person: Person) -> list[str]:
    return [one.accessibleName() for one in person.controls()]
