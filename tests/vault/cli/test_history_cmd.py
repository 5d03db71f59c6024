"""`history`, `bring-back` and `forget`, as they are typed."""

from dataclasses import replace
from datetime import timedelta

from tests.desk import OPENS, Desk
from tests.fakes import NOON, FixedClock

AT = "shop.sparekey"
DAY = NOON.date().isoformat()


def edit(desk: Desk, *fields: str) -> None:
    desk.done("edit", AT, "account", "Shop 0", *fields, *OPENS)


def first_code(desk: Desk) -> str:
    sets = desk.vault().code_sets.values()
    account = next(
        one for one in desk.vault().accounts.values() if one.name == "Shop 0"
    )
    mine = next(one for one in sets if one.account == account.id)
    return mine.codes[0].value


def test_changes_are_told_by_day_and_brought_back_by_their_first_symbols(
    shop: Desk,
) -> None:
    """The value that was brought away by that can come back in turn."""
    edit(shop, "--login", "new", "--phone", "+44 20 7946 0101")
    told = shop.done("history", AT, "Shop 0", *OPENS)
    lines = told.out.splitlines()
    assert lines[0] == DAY
    login = next(line for line in lines if "Login" in line)
    assert "Account: Shop 0, Login: shop0 → new" in login
    ref = login.split()[0]
    back = shop.done("bring-back", AT, ref, *OPENS)
    assert back.out == "Done: Bring back “Login” of Shop 0.\n"
    logins = {one.login for one in shop.vault().accounts.values()}
    assert "shop0" in logins
    again = shop("bring-back", AT, ref, *OPENS)
    assert again.code == 1
    assert "This value is what shows now." in again.err


def test_history_of_one_record_tells_of_no_other(shop: Desk) -> None:
    """Of the whole vault, of all."""
    edit(shop, "--login", "new")
    shop.done("edit", AT, "account", "Shop 1", "--login", "other", *OPENS)
    one = shop.done("history", AT, "Shop 1", *OPENS, "--json").json["history"]
    every = shop.done("history", AT, *OPENS, "--json").json["history"]
    assert [line["after"] for line in one] == ["other"]
    assert [line["after"] for line in every[:2]] == ["other", "new"]
    assert every[0]["can_be_brought_back"]
    assert every[0]["before"] == "shop1"


def test_codes_stay_hidden_unless_asked_for(shop: Desk) -> None:
    """In words and in JSON; the use is told either way."""
    shop.done("codes", AT, "Shop 0", "--use", "1", "--by", "Mina", *OPENS)
    code = first_code(shop)
    for shown in ((), ("--json",)):
        assert code not in shop.done("history", AT, *OPENS, *shown).all
        assert code in shop.done("history", AT, "--reveal", *OPENS, *shown).out
    assert "Mina" in shop.done("history", AT, *OPENS).out
    came = shop.done("history", AT, "--reveal", "--json", *OPENS).json["history"][0]
    assert came["before"]["value"] == code


def test_what_was_removed_is_listed_with_its_days_and_comes_back_whole(
    shop: Desk,
) -> None:
    """By its name, with all that hung on it."""
    before = shop.vault()
    assert "Nothing was removed" in shop.done("history", AT, "--deleted", *OPENS).out
    shop.done("remove", AT, "account", "Shop 0", *OPENS)
    told = shop.done("history", AT, "--deleted", *OPENS).out
    assert "Shop 0" in told
    assert "30" in told
    assert "1 can be brought back." in told
    (plain,) = shop.done("history", AT, "--deleted", "--json", *OPENS).json["deleted"]
    assert (plain["name"], plain["days_left"], len(plain["along"])) == ("Shop 0", 30, 4)
    back = shop.done("bring-back", AT, "Shop 0", *OPENS)
    assert "Shop 0 is back." in back.out
    after = shop.vault()
    assert (after.accounts, after.code_sets) == (before.accounts, before.code_sets)


def test_only_one_record_s_removals_are_listed_where_one_is_named(shop: Desk) -> None:
    """A contact that hung on it is its own."""
    contact = next(iter(shop.vault().contacts.values()))
    name = shop.vault().accounts[contact.account].name
    shop.done("remove", AT, "contact", contact.id, *OPENS)
    shop.done("remove", AT, "person", "Person 1", *OPENS)
    told = shop.done("history", AT, name, "--deleted", "--json", *OPENS).json["deleted"]
    assert [one["kind"] for one in told] == ["contact"]


def test_what_came_back_is_reported_to_scripts(shop: Desk) -> None:
    """Kind, id and name of each record that was touched."""
    shop.done("remove", AT, "person", "Person 1", *OPENS)
    told = shop.done("bring-back", AT, "Person 1", "--json", *OPENS).json
    assert {"person", "access"} <= {one["kind"] for one in told["brought_back"]}
    assert told["said"][0] == "Person 1 is back."


def test_after_thirty_days_it_is_not_listed_and_does_not_come_back(shop: Desk) -> None:
    """The file holds nothing of it after the next save."""
    shop.done("remove", AT, "account", "Shop 0", *OPENS)
    later = replace(shop.ports, clock=FixedClock(NOON + timedelta(days=30)))
    told = shop.done("history", AT, "--deleted", *OPENS, ports=later)
    assert "Nothing was removed" in told.out
    gone = shop("bring-back", AT, "Shop 0", *OPENS, ports=later)
    assert (gone.code, "There is no" in gone.err) == (1, True)
    shop.done("add", AT, "person", "--name", "Ada", *OPENS, ports=later)
    assert "shop0" not in repr(shop.vault().history)


def test_earlier_values_are_forgotten_by_field_or_all(shop: Desk) -> None:
    """And it is said where they may still be."""
    edit(shop, "--login", "new", "--phone", "1")
    told = shop.done("forget", AT, "Shop 0", "--field", "login", *OPENS)
    assert "Backups made before still hold it" in told.out
    history = shop.done("history", AT, "Shop 0", "--json", *OPENS).json["history"]
    assert {one["field"]: one["before"] for one in history}["login"] is None
    out = shop.done("history", AT, "Shop 0", *OPENS).out
    assert "Login: not kept any more → new" in out
    again = shop.done("forget", AT, "Shop 0", "--field", "login", "--json", *OPENS)
    assert again.json["forgotten"] is False
    nothing = shop.done("forget", AT, "Shop 0", *OPENS)
    assert nothing.code == 0


def test_a_field_that_is_none_is_refused_with_those_there_are(shop: Desk) -> None:
    """Nothing is forgotten by a slip."""
    told = shop("forget", AT, "Shop 0", "--field", "pin", *OPENS)
    assert told.code == 1
    assert "login" in told.err


def test_a_vault_in_which_nothing_was_changed_says_so(shop: Desk) -> None:
    """An empty report would look like a fault."""
    assert (
        shop.done("history", AT, "Shop 2", *OPENS).out == "Nothing was changed yet.\n"
    )


def test_nobody_is_found_by_a_wrong_name(shop: Desk) -> None:
    """It is said what is not there."""
    for words in (("history", AT, "Nobody"), ("forget", AT, "Nobody")):
        assert shop(*words, *OPENS).code == 1


def test_what_can_not_be_brought_back_is_looked_for_in_the_history(shop: Desk) -> None:
    """The list of records does not show earlier values."""
    told = shop("bring-back", "shop.sparekey", "nothing", *OPENS)
    assert told.code == 1
    assert "`sparekey history VAULT`, with --deleted too, shows them." in told.err
