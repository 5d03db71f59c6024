"""The emergency page: whose it is, whether it is old, and what to do first."""

from hypothesis import given
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_code_set,
    a_contact,
    a_person,
    a_procedure,
    a_vault,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.strategies import vaults
from vault.app.share_open import OpenedShare
from vault.app.share_page import emergency_page
from vault.app.share_words import DEPTH_WORDS, old_words
from vault.model.procedure import SITUATIONS
from vault.model.record import Record
from vault.model.vault import Vault
from vault.share.document import ShareFacts
from vault.share.scope import DEPTHS, scoped

FACTS = ShareFacts(issue=1, made=NOON, depth="codes", expires="2026-03-01")
WORDS = ("abacus",) * 8
ID = "ffeeddccbbaa9988"


def opened(vault: Vault, facts: ShareFacts = FACTS) -> OpenedShare:
    part = scoped(vault, vault.accounts, facts.depth, ID)
    return OpenedShare(part, facts, WORDS, newer=False)


def a_share(**records: list[Record]) -> OpenedShare:
    return opened(with_records(an_empty_vault(), records))


def test_the_page_says_from_whom_and_signed_by_which_words() -> None:
    """And what the share says of itself."""
    page = emergency_page(opened(a_vault(1)), "2026-03-01")
    assert (page.owner, page.signer_words, page.facts) == ("Tea Shop", WORDS, FACTS)
    assert not page.newer


def test_a_share_is_old_from_the_day_after() -> None:
    """Its last day still counts."""
    share = opened(a_vault(1))
    assert not emergency_page(share, "2026-03-01").old
    assert emergency_page(share, "2026-03-02").old
    never = opened(a_vault(1), replace(FACTS, expires=""))
    assert not emergency_page(never, "2999-01-01").old


def test_what_costs_most_comes_first_then_names() -> None:
    """An account of unknown worth comes last."""
    worth = {"b": 5, "A": None, "c": None, "d": 90}
    accounts = [
        replace(an_account(n), name=name, worth_a_day=value)
        for n, (name, value) in enumerate(worth.items())
    ]
    page = emergency_page(a_share(accounts=accounts), "2026-03-01")
    assert [one.account.name for one in page.accounts] == ["d", "b", "A", "c"]


def test_the_situation_that_can_not_wait_comes_first() -> None:
    """In the order of the list; one that this program does not know comes last."""
    account = an_account()
    words = [*reversed(SITUATIONS), "flooded"]
    procedures = [
        replace(a_procedure(account.id, n), situation=word)
        for n, word in enumerate(["flooded", *words[:-1]])
    ]
    share = a_share(accounts=[account], procedures=procedures)
    (one,) = emergency_page(share, "2026-03-01").accounts
    assert [each.situation for each in one.procedures] == [*SITUATIONS, "flooded"]


def test_all_that_hangs_on_an_account_stands_with_it() -> None:
    """Steps, contacts, owner, access with its person, unused codes."""
    owner, helper = a_person(0), a_person(1)
    accounts = [an_account(n, owner=owner.id) for n in range(2)]
    first, second = accounts
    share = a_share(
        accounts=accounts,
        people=[owner, helper],
        procedures=[a_procedure(first.id)],
        contacts=[a_contact(second.id)],
        access=[an_access(helper.id, first.id)],
        code_sets=[a_code_set(second.id, codes=3, used=1)],
    )
    pages = {p.account.id: p for p in emergency_page(share, "2026-03-01").accounts}
    one, other = pages[first.id], pages[second.id]
    assert one.owner == other.owner == owner
    assert (len(one.procedures), len(one.contacts)) == (1, 0)
    assert [(person, access.role) for person, access in one.access] == [
        (helper, "admin")
    ]
    assert (len(other.procedures), len(other.contacts)) == (0, 1)
    (codes,) = other.code_sets
    assert [code.state for code in codes.codes] == ["unused", "unused"]


def test_a_person_who_is_not_there_is_none() -> None:
    """Somebody may sign a share whose links lead nowhere."""
    account = an_account(owner="0000000000")
    access = an_access("0000000000", account.id)
    vault = with_records(an_empty_vault(), {"accounts": [account], "access": [access]})
    part = replace(vault, identity=None, vault_code="")
    share = OpenedShare(part, FACTS, WORDS, newer=True)
    page = emergency_page(share, "2026-03-01")
    (one,) = page.accounts
    assert one.owner is None
    assert one.access == ((None, access),)
    assert page.newer


@given(vaults(at_most=3))
def test_every_account_and_all_that_hangs_on_it_stands_there_once(
    vault: Vault,
) -> None:
    """Whatever texts and links the owner has."""
    share = opened(vault)
    page, part = emergency_page(share, "2026-03-01"), share.vault
    shown = [one.account.id for one in page.accounts]
    assert sorted(shown) == sorted(part.accounts)
    hanging = [part.procedures, part.contacts, part.access, part.code_sets]
    wanted = [r.id for records in hanging for r in records.values() if r.account]
    found = [
        record.id
        for one in page.accounts
        for record in (
            *one.procedures,
            *one.contacts,
            *(access for _, access in one.access),
            *one.code_sets,
        )
    ]
    assert sorted(found) == sorted(wanted)


def test_an_old_share_names_its_last_day() -> None:
    """And what to do."""
    assert "2026-03-01" in old_words(FACTS)
    assert "Ask the owner for a new one" in old_words(FACTS)


def test_every_depth_has_words() -> None:
    """The same on the command line and in the window."""
    assert set(DEPTH_WORDS) == set(DEPTHS)
