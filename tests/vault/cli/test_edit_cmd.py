"""`add`, `edit` and `remove`: fields as options, or JSON on standard input."""

import json

import pytest

from tests.desk import OPENS, Desk

AT = "shop.sparekey"


def add(desk: Desk, kind: str, *words: str, **given: bytes) -> str:
    """Add a record and return its id."""
    told = desk.done("add", AT, kind, *words, *OPENS, "--json", **given)
    assert told.json["kind"] == kind
    id_: str = told.json["id"]
    return id_


def refused(desk: Desk, *words: str, typed: bytes = b"", says: str) -> None:
    """Hold that an edit is refused in words and leaves every file as it was."""
    before = desk.files()
    told = desk(*words, *OPENS, typed=typed)
    assert told.code == 1
    assert says in told.err
    assert desk.files() == before


BY_OPTIONS = [
    ("account", ("--name", "Etsy shop", "--platform", "etsy", "--worth-a-day", "40")),
    ("code-set", ("--account", "Shop 1", "--kind", "pin", "--label", "carrier")),
    ("procedure", ("--title", "Hacked", "--account", "Shop 1", "--wait-days", "3")),
    ("contact", ("--name", "Insurer", "--hours", "9 to 17")),
    ("person", ("--name", "Ada", "--trusted", "true", "--phone", "+44 20 7946 0101")),
    (
        "access",
        ("--person", "Person 0", "--account", "Shop 1", "--since", "2026-01-31"),
    ),
]


@pytest.mark.parametrize(("kind", "words"), BY_OPTIONS, ids=[k for k, _ in BY_OPTIONS])
def test_every_kind_is_added_edited_and_removed_by_options(
    shop: Desk, kind: str, words: tuple[str, ...]
) -> None:
    """What people type all their lives."""
    id_ = add(shop, kind, *words)
    assert shop.vault().find(kind, id_)
    shop.done("edit", AT, kind, id_, "--notes", "seen", *OPENS)
    assert shop.vault().get(kind, id_).notes == "seen"
    shop.done("remove", AT, kind, id_, *OPENS)
    assert shop.vault().find(kind, id_) is None


BY_JSON = [
    ("account", {"name": "Etsy", "recovers_through": ["Shop 0", "Shop 1"]}),
    ("code-set", {"account": "Shop 2", "codes": ["1111", {"value": "2222"}]}),
    ("procedure", {"title": "Lost", "steps": [{"text": "Ring", "link": ""}]}),
    ("contact", {"name": "Desk", "channels": [{"kind": "mail", "address": "a@b"}]}),
    ("person", {"name": "Ada", "trusted": True, "email": "ada@example.com"}),
    ("access", {"person": "Person 1", "account": "Shop 0", "role": "admin"}),
]


@pytest.mark.parametrize(("kind", "fields"), BY_JSON, ids=[k for k, _ in BY_JSON])
def test_every_kind_is_added_and_edited_by_json(
    shop: Desk, kind: str, fields: dict[str, object]
) -> None:
    """Lists and parts come this way."""
    id_ = add(shop, kind, typed=json.dumps(fields).encode())
    edit = ("edit", AT, kind, id_, *OPENS)
    told = shop.done(*edit, "--json", typed=b'{"notes": "by a script"}')
    report = {"kind": kind, "id": id_, "changed": ["notes"], "checked": 0}
    assert told.json == report


def test_codes_given_as_plain_texts_get_ids_of_their_own(shop: Desk) -> None:
    """Nobody types an id for a code."""
    typed = b'{"account": "Shop 2", "codes": ["1111", "2222", {"value": "3333"}]}'
    id_ = add(shop, "code-set", typed=typed)
    codes = shop.vault().get("code-set", id_).codes
    assert [code.value for code in codes] == ["1111", "2222", "3333"]
    assert len({code.id for code in codes}) == 3
    assert {code.state for code in codes} == {"unused"}


def test_a_link_may_be_given_by_name(shop: Desk) -> None:
    """It is kept as the id."""
    id_ = add(shop, "account", "--name", "Etsy", "--owner", "person 1")
    vault = shop.vault()
    assert vault.get("person", vault.get("account", id_).owner).name == "Person 1"


def test_a_link_to_nothing_is_refused(shop: Desk) -> None:
    """And named."""
    words = ("add", AT, "account", "--name", "Etsy", "--owner", "Nobody")
    refused(shop, *words, says="There is no person “Nobody”")


def test_a_link_whose_name_fits_two_is_refused(shop: Desk) -> None:
    """Their ids are told."""
    add(shop, "person", "--name", "Person 0", "--email", "other@example.com")
    words = ("add", AT, "account", "--name", "Etsy", "--owner", "Person 0")
    refused(shop, *words, says="fits more than one person")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (b'{"name": "x", "platfrom": "etsy"}', "platfrom: there is no such field"),
        (b'{"name": 7}', "the value does not fit"),
        (b'{"worth_a_day": 1}', "the value does not fit"),
        (b'{"name": "x", "worth_a_day": -1e99}', "the value does not fit"),
        (b'{"name": "x", "created": "yesterday"}', "“yesterday” is no day"),
        (b'{"name": ""}', "it is empty, and must not be"),
        (b'["name"]', "not JSON"),
        (b'{"name": "x"', "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"name": "\\ud800"}', "not JSON"),
        (b'{"recovers_through": ["Nowhere"], "name": "x"}', "no account “Nowhere”"),
        (b'{"name": "x", "notes": "' + b"n" * 20_001 + b'"}', "too many"),
        (b'{"name": "x", "notes": "' + b"n" * 1_100_000 + b'"}', "one mebibyte"),
    ],
)
def test_a_record_that_can_not_be_is_refused_in_words(
    shop: Desk, typed: bytes, says: str
) -> None:
    """The field is named, and nothing is changed."""
    refused(shop, "add", AT, "account", typed=typed, says=says)


def test_an_unknown_field_lists_the_fields_there_are(shop: Desk) -> None:
    """So that the right one is found."""
    refused(shop, "add", AT, "person", typed=b'{"nmae": 1}', says="email, name, notes")


def test_an_option_of_another_kind_is_refused(shop: Desk) -> None:
    """A person has no platform."""
    words = ("add", AT, "person", "--name", "Ada", "--platform", "etsy")
    refused(shop, *words, says="platform: there is no such field")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--worth-a-day", "much"), "worth_a_day: the value does not fit"),
        (("--created", "1.2.2026"), "“1.2.2026” is no day"),
        (("--name", ""), "it is empty, and must not be"),
    ],
)
def test_an_option_of_the_wrong_type_is_refused(
    shop: Desk, words: tuple[str, ...], says: str
) -> None:
    """With what was given."""
    refused(shop, "edit", AT, "account", "Shop 1", *words, says=says)


def test_an_empty_option_empties_the_field(shop: Desk) -> None:
    """A text to nothing, a number to none."""
    empty = ("--email", "", "--worth-a-day", "")
    told = shop.done("edit", AT, "account", "Shop 1", *empty, *OPENS)
    assert "Changed account" in told.out
    account = next(a for a in shop.vault().accounts.values() if a.name == "Shop 1")
    assert (account.email, account.worth_a_day, account.login) == ("", None, "shop1")


def test_an_edit_that_changes_nothing_says_so_and_saves_nothing(shop: Desk) -> None:
    """No backup for no change."""
    before = shop.files()
    told = shop.done("edit", AT, "account", "Shop 1", "--login", "shop1", *OPENS)
    assert "it reads so already" in told.out
    assert shop.files() == before


def test_an_id_is_never_edited(shop: Desk) -> None:
    """Links point to it."""
    words = ("edit", AT, "account", "Shop 1")
    refused(shop, *words, typed=b'{"id": "abc"}', says="this field cannot be changed")


def test_no_fields_at_all_is_misuse(shop: Desk) -> None:
    """It says how they are given."""
    told = shop("add", AT, "account", *OPENS, typed=b"  \n")
    assert told.code == 2
    assert "give fields as options, or JSON on standard input" in told.err


def test_where_somebody_sits_there_the_json_is_asked_for(shop: Desk) -> None:
    """A silent wait would look like a hang."""
    told = shop("add", AT, "account", *OPENS, typed=b'{"name": "X"}', answers=("",))
    assert told.code == 0
    assert "Type the fields as one JSON object" in told.err


@pytest.mark.parametrize("words", [("add",), ("edit", "x"), ("remove", "x")])
@pytest.mark.parametrize("kind", ["kit", "cat"])
def test_a_kind_that_nobody_types_is_refused(
    shop: Desk, words: tuple[str, ...], kind: str
) -> None:
    """The register of kits is kept by the program."""
    refused(shop, words[0], AT, kind, *words[1:], says=f"There is no kind “{kind}”")


def test_removing_an_account_takes_what_hangs_on_it_and_says_so(shop: Desk) -> None:
    """Its codes, steps, contacts and access."""
    told = shop.done("remove", AT, "account", "Shop 1", *OPENS, "--json")
    kinds = sorted(one["kind"] for one in told.json["removed"])
    assert kinds == ["access", "account", "code-set", "contact", "procedure"]
    vault = shop.vault()
    assert len(vault.accounts) == len(vault.code_sets) == len(vault.access) == 2
    assert not [a for a in vault.accounts.values() if a.recovers_through]


def test_what_went_is_said_line_by_line(shop: Desk) -> None:
    """For the person at the terminal."""
    told = shop.done("remove", AT, "account", "Shop 1", *OPENS)
    assert told.out.count("Removed ") == 5
    assert "Removed code-set" in told.out


def test_removing_a_person_frees_the_accounts_it_owned(shop: Desk) -> None:
    """The access goes, the accounts stay."""
    shop.done("remove", AT, "person", "Person 1", *OPENS)
    vault = shop.vault()
    assert len(vault.accounts) == 3
    assert not vault.access
    assert [a.owner for a in vault.accounts.values() if a.name == "Shop 1"] == [""]


def test_removing_what_is_not_there_is_said(shop: Desk) -> None:
    """And nothing is changed."""
    refused(shop, "remove", AT, "account", "Nothing", says="There is no account")
