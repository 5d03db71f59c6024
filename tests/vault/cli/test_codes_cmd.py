"""`codes`: hidden until asked for, marked with when, who and for what."""

import json

import pytest
from msgspec.structs import replace

from tests.desk import OPENS, Desk
from vault.model.change import Replace
from vault.model.code import Code, CodeSet

CODES = ("codes", "shop.sparekey")


def a_set(desk: Desk, account: str = "Shop 0") -> CodeSet:
    vault = desk.vault()
    (one,) = [a.id for a in vault.accounts.values() if a.name == account]
    (found,) = [s for s in vault.code_sets.values() if s.account == one]
    return found


def first(desk: Desk) -> Code:
    return a_set(desk).codes[0]


def every_value(desk: Desk) -> list[str]:
    return [c.value for s in desk.vault().code_sets.values() for c in s.codes]


def spend(desk: Desk, left: int) -> None:
    """Mark all codes of the first set used but for so many."""
    with desk.opened(write=True) as session:
        one = session.vault.get("code-set", a_set(desk).id)
        at = {"state": "used", "used_at": "2026-01-01T00:00:00Z"}
        spent = [replace(c, **at) for c in one.codes[: len(one.codes) - left]]
        codes = (*spent, *one.codes[len(one.codes) - left :])
        session.apply(Replace("code-set", one, replace(one, codes=codes)))
        session.save()


def test_codes_are_hidden(shop: Desk) -> None:
    """The list tells how many, not which."""
    told = shop.done(*CODES, *OPENS)
    assert told.out.count("••••••••") == 30
    assert not [value for value in every_value(shop) if value in told.all]


def test_codes_are_shown_when_asked_for(shop: Desk) -> None:
    """In the platform's order."""
    told = shop.done(*CODES, "Shop 0", "--reveal", *OPENS)
    assert [code.value for code in a_set(shop).codes] == [
        line.split()[5] for line in told.out.splitlines()[1:]
    ]


@pytest.mark.parametrize("more", [(), ("Shop 1",), ("--next",), ("--use", "1")])
def test_json_tells_no_code_that_was_not_asked_for(
    shop: Desk, more: tuple[str, ...]
) -> None:
    """A log of a script is no safe."""
    told = shop.done(*CODES, *more, "--json", *OPENS)
    assert told.json
    assert not [value for value in every_value(shop) if value in told.all]


def test_json_with_reveal_tells_them(shop: Desk) -> None:
    """All facts of the table, and the values."""
    report = shop.done(*CODES, "Shop 0", "--reveal", "--json", *OPENS).json
    assert [c["value"] for c in report["codes"]] == [c.value for c in a_set(shop).codes]
    assert [c["number"] for c in report["codes"]] == list(range(1, 11))
    assert {c["state"] for c in report["codes"]} == {"unused"}


def test_the_next_code_is_one_line(shop: Desk) -> None:
    """The first unused one."""
    told = shop.done(*CODES, "Shop 0", "--next", "--reveal", *OPENS)
    assert told.out.count("\n") == 2
    assert first(shop).value in told.out


def test_the_next_code_moves_on_when_one_is_used(shop: Desk) -> None:
    """Never the same twice."""
    shop.done(*CODES, "Shop 0", "--use", "1", *OPENS)
    told = shop.done(*CODES, "Shop 0", "--next", "--json", *OPENS).json
    assert told["codes"][0]["id"] == a_set(shop).codes[1].id


def test_without_an_unused_code_next_is_found_wanting(shop: Desk) -> None:
    """Exit code 1, and what to do."""
    spend(shop, left=0)
    told = shop(*CODES, "Shop 0", "--next", *OPENS)
    assert told.code == 1
    assert "Ask the platform for a new set" in told.out
    assert shop(*CODES, "Shop 0", "--next", "--json", *OPENS).json == {"next": None}


def test_a_used_mark_carries_when_who_and_for_what(shop: Desk) -> None:
    """And the list shows it."""
    used = ("--use", "1", "--by", "Mina", "--for", "new phone")
    told = shop.done(*CODES, "Shop 0", *used, *OPENS)
    assert "used; 9 unused left in this set." in told.out
    code = first(shop)
    assert (code.state, code.used_by, code.used_for) == ("used", "Mina", "new phone")
    assert code.used_at == "2026-03-01T12:00:00Z"
    assert (
        "used 2026-03-01 by Mina for new phone"
        in shop.done(*CODES, "Shop 0", *OPENS).out
    )


def test_a_used_mark_is_taken_back(shop: Desk) -> None:
    """Nothing of it stays."""
    before = first(shop)
    shop.done(*CODES, "Shop 0", "--use", "1", *OPENS)
    told = shop.done(*CODES, "Shop 0", "--unuse", "1", "--json", *OPENS).json
    assert told == {"code": before.id, "state": "unused", "unused_left": 10}
    assert first(shop) == before


def test_a_code_is_named_by_its_position_or_the_start_of_its_id(shop: Desk) -> None:
    """Positions count over the list as shown."""
    codes = a_set(shop).codes
    shop.done(*CODES, "Shop 0", "--use", "3", *OPENS)
    shop.done(*CODES, "--use", codes[4].id[:8].upper(), *OPENS)
    assert [c.state for c in a_set(shop).codes[:5]] == [
        *("unused", "unused"),
        *("used", "unused", "used"),
    ]


@pytest.mark.parametrize("reference", ["0", "11", "zzzzzz", "-"])
def test_a_code_that_is_not_there_is_said(shop: Desk, reference: str) -> None:
    """And nothing is changed."""
    before = shop.files()
    told = shop(*CODES, "Shop 0", "--use", reference, *OPENS)
    assert told.code == 1
    assert f"There is no code “{reference}”" in told.err
    assert shop.files() == before


def test_a_beginning_that_fits_several_is_ambiguous(shop: Desk) -> None:
    """It says which, and wants more of the id."""
    ids = ("abcd000001", "abcd000002")
    codes = [{"id": id_, "value": id_} for id_ in ids]
    fields = json.dumps({"account": "Shop 0", "codes": codes}).encode()
    shop.done("add", "shop.sparekey", "code-set", *OPENS, typed=fields)
    before = shop.files()
    told = shop(*CODES, "--use", "abcd", *OPENS)
    assert told.code == 1
    assert "fits more than one code" in told.err
    assert all(id_ in told.err for id_ in ids)
    assert "Name it by more of its id" in told.err
    assert shop.files() == before


def test_a_used_code_is_not_used_again(shop: Desk) -> None:
    """It names the way to the next."""
    shop.done(*CODES, "Shop 0", "--use", "1", *OPENS)
    before = shop.files()
    told = shop(*CODES, "Shop 0", "--use", "1", *OPENS)
    assert told.code == 1
    assert "it is used." in told.err
    assert "--next" in told.err
    assert shop.files() == before


def test_an_unused_code_has_no_mark_to_take_back(shop: Desk) -> None:
    """Only a used one."""
    told = shop(*CODES, "Shop 0", "--unuse", "1", *OPENS)
    assert told.code == 1
    assert "This code is not marked used: it is unused." in told.err


@pytest.mark.parametrize(("left", "noted"), [(4, False), (3, True), (1, True)])
def test_at_two_left_it_is_time_for_new_ones(
    shop: Desk, left: int, noted: bool
) -> None:
    """The note comes with the code that is used."""
    spend(shop, left=left)
    number = 10 - left + 1
    told = shop.done(*CODES, "Shop 0", "--use", str(number), *OPENS)
    assert ("get a new set of codes" in told.err) is noted


@pytest.mark.parametrize("more", [("--by", "Mina"), ("--for", "x", "--unuse", "1")])
def test_who_and_what_for_go_with_using(shop: Desk, more: tuple[str, ...]) -> None:
    """Misuse, before anything is asked."""
    told = shop(*CODES, *more, *OPENS)
    assert told.code == 2
    assert "--by and --for go with --use" in told.err


def test_codes_of_an_unknown_account_are_not_there(shop: Desk) -> None:
    """It says so."""
    told = shop(*CODES, "Nobody's", *OPENS)
    assert told.code == 1
    assert "There is no account “Nobody's”" in told.err


def test_a_vault_without_codes_says_how_to_bring_some(desk: Desk) -> None:
    """An empty table helps nobody."""
    desk.done("new", "shop.sparekey", "--generate", "words.txt")
    assert "Import a file of them" in desk.done(*CODES, *OPENS).out
    assert desk.done(*CODES, "--json", *OPENS).json == {"codes": []}


def test_a_retired_set_is_shown_as_retired_and_never_next(shop: Desk) -> None:
    """Its codes stay apart."""
    one = a_set(shop)
    edit = ("edit", "shop.sparekey", "code-set", one.id, "--retired", "2026-02-01")
    shop.done(*edit, *OPENS)
    assert "backup-codes, retired 2026-02-01" in shop.done(*CODES, "Shop 0", *OPENS).out
    assert shop(*CODES, "Shop 0", "--next", *OPENS).code == 1


def test_a_code_used_by_a_person_shows_the_name(shop: Desk) -> None:
    """Where the mark holds an id."""
    person = next(p for p in shop.vault().people.values() if p.name == "Person 0")
    shop.done(*CODES, "Shop 0", "--use", "1", "--by", person.id, *OPENS)
    assert "by Person 0" in shop.done(*CODES, "Shop 0", *OPENS).out
