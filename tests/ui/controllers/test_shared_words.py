"""What an opened share says, in words."""

from msgspec.structs import replace

from tests.builders import a_code_set, a_contact, a_person, a_procedure, an_account
from ui.controllers.share_words import listed
from ui.controllers.shared_words import account_state, emergency_state
from vault.app.share_open import OpenedShare, ShareFacts
from vault.app.share_page import EmergencyAccount, emergency_page
from vault.model.contact import Channel
from vault.model.person import Access
from vault.model.vault import Vault

ACCOUNT = replace(an_account(0), name="Shop")
FACTS = ShareFacts(issue=1, made="2026-03-01T12:00:00Z", depth="codes")


def an_account_of_a_share(**fields: object) -> EmergencyAccount:
    plain: dict[str, object] = {
        "account": ACCOUNT,
        "owner": None,
        "procedures": (),
        "contacts": (),
        "access": (),
        "code_sets": (),
    }
    return EmergencyAccount(**(plain | fields))  # type: ignore[arg-type]


def state_of(**fields: object):  # noqa: ANN201  what `account_state` returns
    return account_state(Vault(id="00" * 8), an_account_of_a_share(**fields))


def test_a_share_from_nobody_and_with_more_in_it_says_so() -> None:
    """A vault may have no name, and a newer program may have written it."""
    part = Vault(id="00" * 8, signer="ab" * 32)
    opened = OpenedShare(part, FACTS, ("one", "two"), newer=True)
    page = emergency_page(opened, "2026-03-01")
    state = emergency_state(opened, page)
    assert state.title == "If somebody without a name can't act"
    assert [one.title for one in state.notices] == ["There is more in it"]
    assert any("A code works once" in step for step in state.steps)


def test_steps_say_for_what_how_long_and_how_fresh_they_are() -> None:
    """Even where the situation is one that this program does not know."""
    steps = replace(a_procedure(ACCOUNT.id), wait_days=1, source="the help page")
    (told,) = state_of(procedures=(steps,)).steps
    assert told.about == (
        "For: locked out  ·  Wait up to 1 day  ·  Checked 1 Mar 2026  ·  the help page"
    )
    bare = replace(
        steps, situation="eaten", wait_days=None, checked="", source="", title="Eaten"
    )
    (told,) = state_of(procedures=(bare,)).steps
    assert (told.title, told.about) == ("Eaten", "")


def test_numbers_ring_and_pages_do_not() -> None:
    """What is large is what can be dialled."""
    contact = replace(
        a_contact(ACCOUNT.id),
        channels=(Channel("Phone", "112", "at night"), Channel("form", "https://a.b")),
    )
    (told,) = state_of(contacts=(contact,)).helpers
    assert [(way.address, way.rings) for way in told.ways] == [
        ("112", True),
        ("https://a.b", False),
    ]
    assert told.about == "case A-1"


def test_people_with_access_are_reached_and_those_gone_are_named() -> None:
    """The share may name an access whose person stayed behind."""
    ana = replace(a_person(0), name="Ana", email="ana@example.com", role="partner")
    access = Access(id="1", person=ana.id, account=ACCOUNT.id, role="admin")
    ended = replace(access, person="somebody", ended="2026-02-01")
    told = state_of(owner=ana, access=((ana, access), (None, ended))).people
    assert [one.name for one in told] == ["Ana", "Ana", "somebody"]
    assert [one.about for one in told] == [
        "answers for this account",
        "admin  ·  partner",
        "admin  ·  ended 1 Feb 2026",
    ]
    assert [way.address for way in told[0].ways] == ["+49 30 1234567", ana.email]


def test_codes_are_counted_but_not_counted_down() -> None:
    """Nothing is used up by reading."""
    one = a_code_set(ACCOUNT.id, codes=2)
    pin = replace(a_code_set(ACCOUNT.id, 1, codes=1), kind="pin")
    codes = state_of(code_sets=(one, pin)).codes
    assert codes is not None
    assert not codes.may_write
    first, second = codes.sets
    assert (first.about, first.left, first.low) == (
        "2 unused  ·  Issued 1 Mar 2026",
        "",
        "",
    )
    assert second.about == "Issued 1 Mar 2026"
    assert all(line.may_copy and not line.may_mark for line in first.lines)
    assert state_of().codes is None


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    """Sixty accounts are not read."""
    assert listed(["a", "b"]) == "a, b"
    assert listed(list("abcdefgh")) == "a, b, c, d, e, f and 2 more"
    assert listed([]) == ""
