"""`list` and `show`."""

import pytest
from msgspec.structs import replace

from tests.builders import a_thing, an_own_route
from tests.desk import OPENS, Desk
from vault.model.change import Add, Replace
from vault.model.vault import KINDS

LIST = ("list", "shop.sparekey", *OPENS)
SHOW = ("show", "shop.sparekey", *OPENS)


def values(desk: Desk) -> list[str]:
    return [c.value for s in desk.vault().code_sets.values() for c in s.codes]


def test_the_list_has_a_line_for_each_account(shop: Desk) -> None:
    """With codes left, owner and worth, sorted by name."""
    lines = shop.done(*LIST).out.splitlines()
    assert [line.split("  ")[1].strip() for line in lines[1:4]] == [
        *("Shop 0", "Shop 1", "Shop 2"),
    ]
    assert "10 / 10" in lines[1]
    assert "Person 0" in lines[1]
    assert lines[1].endswith("100")
    assert lines[0].endswith("a day is worth (EUR)")
    assert lines[-1] == "3 accounts"


def test_the_list_as_json_tells_the_same(shop: Desk) -> None:
    """The table's facts, and the record's others."""
    report = shop.done(*LIST, "--json").json
    assert [one["name"] for one in report["accounts"]] == ["Shop 0", "Shop 1", "Shop 2"]
    assert report["accounts"][0]["codes_unused"] == 10
    assert report["accounts"][0]["owner_name"] == "Person 0"


@pytest.mark.parametrize("text", ["SHOP 1", "shop1"])
def test_find_looks_into_the_fields_whatever_the_case(shop: Desk, text: str) -> None:
    """Name, login, notes."""
    out = shop.done(*LIST, "--find", text).out
    assert "Shop 1" in out
    assert out.endswith("1 account\n")


def test_find_never_searches_codes(shop: Desk) -> None:
    """A guess must not be answered."""
    one = next(iter(shop.vault().code_sets.values())).codes[0].value
    told = shop.done(*LIST, "--kind", "code-set", "--find", one, "--json").json
    assert told == {"code_sets": []}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_listed(shop: Desk, kind: str) -> None:
    """As a table and as JSON, the same count, and never a code's value."""
    report = shop.done(*LIST, "--kind", kind, "--json")
    table = shop.done(*LIST, "--kind", kind)
    count = len(report.json[KINDS[kind].collection])
    assert count == len(shop.vault().collection(kind))
    if kind not in ("account", "kit"):
        assert len(table.out.splitlines()) == count + 1
    assert not [v for v in values(shop) if v in report.all + table.all]


def test_an_unknown_kind_is_said(shop: Desk) -> None:
    """Without opening anything."""
    told = shop("list", "shop.sparekey", "--kind", "cat")
    assert told.code == 1
    assert "There is no kind “cat”" in told.err


def test_an_empty_kind_says_so(shop: Desk) -> None:
    """No table of nothing."""
    told = shop.done(*LIST, "--kind", "kit")
    assert told.out == "No records of the kind kit.\n"


def test_show_has_everything_that_hangs_on_the_account(shop: Desk) -> None:
    """Fields, codes by state, steps, channels, access."""
    out = shop.done(*SHOW, "Shop 1").out
    assert out.startswith("Shop 1  (")
    for words in (
        "platform: instagram",
        "owner: Person 1",
        "codes: 10 unused of 10",
        "steps 1: Open the form  https://example.com/help",
        "channels 2: phone  112",
        "checked by: Person 0",
        "person: Person 1",
    ):
        assert words in out
    assert not [v for v in values(shop) if v in out]


def test_show_as_json_tells_the_same_and_no_code(shop: Desk) -> None:
    """Records by collection."""
    told = shop.done(*SHOW, "Shop 1", "--json")
    report = told.json
    assert report["account"]["name"] == "Shop 1"
    assert len(report["code_sets"][0]["codes"]) == 10
    assert report["procedures"][0]["title"] == "Locked out"
    assert not [v for v in values(shop) if v in told.all]


def test_show_names_what_is_linked(shop: Desk) -> None:
    """Things, codes, accounts and people of a way back, not their ids."""
    with shop.opened(write=True) as session:
        vault = session.vault
        one, other = list(vault.accounts.values())[:2]
        plain = next(c for c in vault.code_sets.values() if c.account == one.id)
        codes = replace(plain, label="The ones in the safe")
        person = next(iter(vault.people.values()))
        thing = a_thing()
        route = replace(
            an_own_route(one.id, 1, thing.id),
            accounts=(other.id,),
            code_sets=(codes.id,),
            people=(person.id,),
        )
        through = replace(one, recovers_through=(other.id,))
        changes = [
            Replace("code-set", plain, codes),
            Add("thing", thing),
            Add("route", route),
            Replace("account", one, through),
        ]
        session.apply(changes, "Write down a way back")
        session.save()
    out = shop.done(*SHOW, one.id).out
    for words in (
        f"recovers through 1: {other.name}\n",
        f"things 1: {thing.name}\n",
        f"accounts 1: {other.name}\n",
        f"code sets 1: {codes.label}\n",
        f"people 1: {person.name}\n",
    ):
        assert words in out
    assert other.id not in out


@pytest.mark.parametrize("start", [4, 6, 10])
def test_an_account_is_shown_by_the_start_of_its_id(shop: Desk, start: int) -> None:
    """As the list prints it."""
    id_ = next(a.id for a in shop.vault().accounts.values() if a.name == "Shop 2")
    assert shop.done(*SHOW, id_[:start]).out.startswith("Shop 2")


def test_two_accounts_of_one_name_are_ambiguous(shop: Desk) -> None:
    """Their ids are in the sentence."""
    shop.done("add", "shop.sparekey", "account", "--name", "SHOP 1", *OPENS)
    ids = [a.id for a in shop.vault().accounts.values() if a.name.lower() == "shop 1"]
    told = shop(*SHOW, "shop 1")
    assert told.code == 1
    assert all(id_ in told.err for id_ in ids)


def test_a_name_in_another_script_has_its_line(shop: Desk) -> None:
    """As it was typed."""
    shop.done("add", "shop.sparekey", "account", "--name", "深圳灯笼", *OPENS)
    lines = shop.done(*LIST).out.splitlines()
    assert lines[4].split()[1] == "深圳灯笼"
