"""`leave`, as a person and as a script use it."""

from tests.desk import OPENS, Desk

V = "shop.sparekey"


def _people(shop: Desk) -> list[str]:
    told = shop.done("rules", "show", V, *OPENS, "--json").json
    return [one["name"] for one in told["people"]]


def test_an_item_is_listed_ticked_and_stays_ticked(shop: Desk) -> None:
    """The access ends; the list keeps it, ticked."""
    for name in _people(shop):
        items = shop("leave", V, name, *OPENS, "--json").json["items"]
        open_access = [x for x in items if x["kind"] == "access" and not x["done"]]
        if open_access:
            break
    key = open_access[0]["key"]
    assert f"({key})" in shop("leave", V, name, *OPENS).out
    shop("leave", V, name, "--done", key, *OPENS)
    again = shop("leave", V, name, *OPENS)
    assert any(x.startswith("[x]") and key in x for x in again.out.splitlines())


def test_what_is_not_in_the_list_is_misuse(shop: Desk) -> None:
    """The person is told where the keys stand."""
    name = _people(shop)[0]
    refused = shop("leave", V, name, "--done", "access:person:nothing", *OPENS)
    assert refused.code == 2
    assert "is not in the list" in refused.err


def _owned(shop: Desk) -> tuple[str, str]:
    """Return who answers for an account, and the key of that item."""
    for name in _people(shop):
        for item in shop("leave", V, name, *OPENS, "--json").json["items"]:
            if item["key"].startswith("account:owner:"):
                return name, item["key"]
    raise AssertionError


def test_an_account_goes_to_whoever_is_named_and_to_nobody_else(shop: Desk) -> None:
    """Without a name, or with the leaver's own, nothing is changed."""
    name, key = _owned(shop)
    for owner in ((), ("--owner", name)):
        refused = shop("leave", V, name, "--done", key, *owner, *OPENS)
        assert refused.code == 2
        assert "--owner" in refused.err
    heir = next(one for one in _people(shop) if one != name)
    shop("leave", V, name, "--done", key, "--owner", heir, *OPENS)
    items = shop("leave", V, name, *OPENS, "--json").json["items"]
    assert key not in {item["key"] for item in items}


def test_somebody_who_is_in_nothing_has_nothing_left_to_settle(shop: Desk) -> None:
    """It is said, and the exit code is that of a list that is done."""
    shop.done("add", V, "person", "--name", "Zoe Nowhere", *OPENS)
    told = shop.done("leave", V, "Zoe Nowhere", *OPENS)
    assert "Zoe Nowhere is in no account." in told.out


def test_the_list_is_written_to_be_printed_and_overwrites_nothing(shop: Desk) -> None:
    """As text, and as pages; a file that is there stays."""
    name = _people(shop)[0]
    said = shop("leave", V, name, "-o", "list.md", *OPENS)
    assert "whoever gets the file can read it" in said.out
    text = shop.read("list.md").decode()
    assert text.startswith(f"# {name} leaves")
    assert "- [ ] " in text
    shop("leave", V, name, "-o", "list.pdf", "--paper", "letter", *OPENS)
    assert shop.read("list.pdf").startswith(b"%PDF")
    assert shop("leave", V, name, "-o", "list.md", *OPENS).code == 1
    assert shop.read("list.md").decode() == text
