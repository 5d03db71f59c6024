"""A newer pack is laid beside what was taken; only what is accepted is changed."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.builders import NOON, a_vault
from tests.fakes import ports_on_disk
from vault.app.adopt import adopting
from vault.app.pack_news import News, pack_news, settling
from vault.model.account import Account
from vault.model.change import Add, Replace, apply
from vault.model.contact import Contact
from vault.model.procedure import Procedure
from vault.model.validate import findings
from vault.model.vault import Vault
from vault.packs import Pack, Step, shipped_packs

PORTS = ports_on_disk()
ETSY = Account(id="0000000001", name="Etsy", platform="etsy")
OLD = shipped_packs()["etsy"]
LATER = "2027-02-01"
AGAIN = "2027-08-01"


def with_etsy(pack: Pack = OLD) -> Vault:
    vault, _ = apply(a_vault(), [Add("account", ETSY)], NOON)
    changes = adopting(PORTS, vault, {"etsy": pack}, [ETSY])
    return apply(vault, changes, NOON)[0]


def newer(*steps: Step, edition: str = LATER) -> Pack:
    first, *others = OLD.procedures
    changed = replace(first, title="Out", steps=steps or first.steps)
    parts = {"procedures": (changed, *others), "contacts": OLD.contacts[1:]}
    return replace(OLD, edition=edition, **parts)


def own(vault: Vault) -> tuple[list[Procedure], list[Contact]]:
    procedures = [p for p in vault.procedures.values() if p.account == ETSY.id]
    contacts = [c for c in vault.contacts.values() if c.account == ETSY.id]
    return sorted(procedures, key=lambda p: p.situation), contacts


def texts(vault: Vault) -> list[object]:
    procedures, contacts = own(vault)
    marks = {"id", "source", "notes"}
    return [
        {name: value for name, value in asdict(one).items() if name not in marks}
        for one in (*procedures, *contacts)
    ]


def news_of(vault: Vault, pack: Pack) -> News:
    (news,) = pack_news(vault, {"etsy": pack})
    return news


def settled(vault: Vault, pack: Pack, taken: Collection[int]) -> Vault:
    changes = settling(PORTS, vault, news_of(vault, pack), taken)
    after, _ = apply(vault, changes, NOON)
    assert [one for one in findings(after) if one.severity == "error"] == []
    return after


def step(text: str, confidence: str = "medium", link: str = "") -> Step:
    sources = OLD.procedures[0].steps[0].sources
    return Step(text=text, link=link, sources=sources, confidence=confidence)


STEPS = st.lists(
    st.one_of(
        st.sampled_from(OLD.procedures[0].steps),
        st.builds(
            step, st.sampled_from("abcd"), st.sampled_from(["low", "medium", "high"])
        ),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one.text,
)


def test_the_same_edition_is_no_news_whatever_the_owner_changed() -> None:
    """The owner's own edits are nobody's business."""
    vault = with_etsy()
    mine = own(vault)[0][0]
    edited = Replace("procedure", mine, replace(mine, title="Mine", steps=()))
    assert pack_news(apply(vault, edited, NOON)[0], {"etsy": OLD}) == ()
    assert pack_news(vault) == ()


def test_each_difference_shows_both_texts() -> None:
    """Changed, gone and new, with the place in the owner's list."""
    steps = OLD.procedures[0].steps
    new = (step("Ring them.", link="https://a.b"), *steps[1:], step("Wait."))
    told = news_of(with_etsy(), newer(*new)).differences
    title, first, last, channel = told
    assert (title.part, title.theirs) == ("title", "Out")
    assert first.part == "step"
    assert first.place == 1
    assert first.mine.startswith(steps[0].text)
    assert first.theirs == "Ring them. (https://a.b)"
    assert (last.place, last.mine, last.theirs) == (0, "", "Wait.")
    assert (channel.part, channel.place, channel.theirs) == ("channel", 1, "")


@given(STEPS)
def test_taking_nothing_changes_no_text_and_is_not_asked_again(
    steps: list[Step],
) -> None:
    """Only the mark says that it was compared, until the next edition."""
    vault, pack = with_etsy(), newer(*steps)
    after = settled(vault, pack, ())
    assert texts(after) == texts(vault)
    assert pack_news(after, {"etsy": pack}) == ()
    assert pack_news(after, {"etsy": replace(pack, edition=AGAIN)})
    assert f"compared with {LATER}" in own(after)[1][0].notes


@given(STEPS)
def test_taking_all_equals_what_the_newer_pack_gives(steps: list[Step]) -> None:
    """Marks and the steps named as weak as well; only the ids stay."""
    vault, pack = with_etsy(), newer(*steps)
    count = len(news_of(vault, pack).differences)
    after, fresh = settled(vault, pack, range(count)), with_etsy(pack)
    assert texts(after) == texts(fresh)
    (procedures, contacts), (new, new_contacts) = own(after), own(fresh)
    assert [p.notes for p in procedures] == [p.notes for p in new]
    assert [p.source for p in procedures] == [p.source for p in new]
    assert [c.notes for c in contacts] == [c.notes for c in new_contacts]
    assert pack_news(after, {"etsy": pack}) == ()


@given(STEPS, st.data())
def test_taking_some_takes_those_and_keeps_the_others(
    steps: list[Step], data: st.DataObject
) -> None:
    """No step appears that neither had, and none is lost that was not given up."""
    vault, pack = with_etsy(), newer(*steps)
    told = news_of(vault, pack).differences
    taken = data.draw(st.sets(st.integers(0, len(told) - 1)))
    after = settled(vault, pack, taken)
    here = {one.text for one in _locked_out(after).steps}
    mine = {one.text for one in _locked_out(vault).steps}
    theirs = {one.text for one in steps}
    assert mine & theirs <= here <= mine | theirs
    for n, one in enumerate(told):
        if one.part == "step" and one.place and n not in taken:
            assert _locked_out(vault).steps[one.place - 1].text in here
    assert pack_news(after, {"etsy": pack}) == ()


def _locked_out(vault: Vault) -> Procedure:
    situation = OLD.procedures[0].situation
    return next(p for p in own(vault)[0] if p.situation == situation)


def test_the_owners_own_note_stays_and_the_weak_steps_are_named_anew() -> None:
    """A step that was kept is as weak as it was; one that came, as the pack says."""
    shaky = newer(step("a", "low"), step("b"), step("c", "low"))
    first = OLD.procedures[0]
    old = replace(OLD, procedures=(replace(first, steps=shaky.procedures[0].steps),))
    vault = with_etsy(old)
    mine = _locked_out(vault)
    noted = replace(mine, notes="Ask Mina.\n" + mine.notes, checked="2026-03-01")
    vault, _ = apply(vault, Replace("procedure", mine, noted), NOON)
    new = newer(step("a"), step("x", "low"), step("b"), step("z"))
    new = replace(new, procedures=(replace(new.procedures[0], title=first.title),))
    told = news_of(vault, new).differences
    place = next(n for n, one in enumerate(told) if one.theirs == "x")
    after = _locked_out(settled(vault, new, {place}))
    assert [one.text for one in after.steps] == ["a", "x", "b", "c"]
    assert after.notes == ("Ask Mina.\nOf low confidence, so check them: steps 2, 4.")
    assert after.checked == ""  # nobody has tried these steps


@pytest.mark.parametrize("take", [True, False])
def test_a_new_procedure_is_offered_once(take: bool) -> None:
    """For a situation that the account has none for."""
    vault = with_etsy(replace(OLD, procedures=OLD.procedures[:2]))
    pack = replace(OLD, edition=LATER)
    told = news_of(vault, pack).differences
    assert {one.part for one in told} == {"procedure"}
    after = settled(vault, pack, range(len(told)) if take else ())
    assert len(own(after)[0]) == (len(OLD.procedures) if take else 2)
    assert pack_news(after, {"etsy": pack}) == ()


def test_what_was_not_taken_from_a_pack_is_never_compared() -> None:
    """Steps and contacts of the owner's own, and marks of another pack."""
    vault = with_etsy()
    changes = []
    for one in own(vault)[0]:
        foreign = one.source.replace("etsy", "etsy-shop")
        changes.append(Replace("procedure", one, replace(one, source=foreign)))
    (contact,) = own(vault)[1]
    changes.append(Replace("contact", contact, replace(contact, notes="Mine, 2020")))
    vault, _ = apply(vault, changes, NOON)
    assert pack_news(vault, {"etsy": newer()}) == ()


def test_an_account_that_names_its_platform_as_people_do_gets_news_too() -> None:
    """By any name under which it took the steps."""
    vault = with_etsy()
    named = replace(ETSY, platform="Etsy")
    called = replace(vault, accounts={**vault.accounts, ETSY.id: named})
    assert news_of(called, newer()).differences
