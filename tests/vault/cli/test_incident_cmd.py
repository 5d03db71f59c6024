"""`incident`, as a person and as a script use it."""

from tests.desk import OPENS, Desk, Said
from vault.optics.pdf_pages import render_png

V = "shop.sparekey"


def incident(shop: Desk, *words: str) -> Said:
    """Do one act of an incident."""
    return shop("incident", V, *words, *OPENS)


def hacked(shop: Desk) -> Said:
    """Begin one, in the first account."""
    told = incident(shop, "begin", "hacked", "Shop 0", "--title", "A stranger")
    assert told.code == 0, told.err
    return told


def test_a_beginning_says_what_to_do_and_what_is_in_danger(shop: Desk) -> None:
    """The owner's own steps and number, how to take the house back, the neighbours."""
    told = hacked(shop)
    assert "1.1  Open the form" in told.out
    assert "Ring Support desk: 112" in told.out
    assert "take the house back" in told.out
    assert "Shop 1: Same mailbox" in told.out


def test_the_exit_code_says_that_one_goes_on(shop: Desk) -> None:
    """For list, show and next; not once it is over."""
    assert incident(shop, "list").code == 0
    hacked(shop)
    assert [incident(shop, act).code for act in ("list", "show", "next")] == [1, 1, 1]
    assert incident(shop, "end").code == 0
    assert incident(shop, "list").code == 0
    assert incident(shop, "show").code == 0


def test_the_next_code_is_hidden_until_it_is_asked_for(shop: Desk) -> None:
    """And gone once it is said to be used; nobody's name stands for the owner's."""
    hacked(shop)
    step = incident(shop, "next", "--reveal", "--json").json["next"]
    code, left = step["code"], step["unused_left"]
    assert step["step"]["text"] == "Open the form"
    hidden = incident(shop, "next")
    assert code["value"] not in hidden.out
    assert code["value"] in incident(shop, "next", "--reveal").out
    used = incident(shop, "used", code["id"], "--by", "Mina", "--json").json
    assert used["unused_left"] == left - 1
    assert incident(shop, "next", "--json").json["next"]["code"]["id"] != code["id"]
    kept = shop("codes", V, "Shop 0", "--json", *OPENS).json["codes"]
    assert kept[0]["used_by"] == "Mina"
    assert kept[0]["used_for"] == "A stranger"
    assert incident(shop, "used", code["id"]).code == 1


def test_steps_are_done_and_undone_by_their_numbers(shop: Desk) -> None:
    """Several in one go; the next one follows them."""
    hacked(shop)
    assert incident(shop, "done", "1.1", "1.2").code == 0
    assert "done 1" in incident(shop, "next").out
    assert incident(shop, "undone", "1.2").code == 0
    assert incident(shop, "next", "--json").json["next"]["step"]["text"] == "Wait"
    shown = incident(shop, "done", "1", "--json").json
    assert shown["accounts"][0]["done"]
    assert incident(shop, "next", "--json").json["next"] is None


def test_what_is_lost_names_the_accounts_and_when_they_come_back(shop: Desk) -> None:
    """By the rehearsal, unless accounts are named."""
    shop.done("add", V, "person", "--name", "Zoe", "--phone", "+49 30 99", *OPENS)
    add = ("--person", "Zoe", "--account", "Shop 1", "--factor", "authenticator app")
    shop.done("add", V, "access", *add, *OPENS)
    told = incident(shop, "begin", "phone-lost", "--lost", "Zoe's phone", "--json").json
    assert told["lost"] == ["Zoe's phone"]
    assert [one["name"] for one in told["accounts"]] == ["Shop 1"]
    assert told["stays_lost"] == []


def test_after_its_end_what_to_renew_can_be_ticked(shop: Desk) -> None:
    """With the lesson; it can go on again."""
    hacked(shop)
    told = incident(shop, "end", "--lesson", "A bought link")
    assert "r1" in told.out
    shown = incident(shop, "done", "r1", "--json").json
    assert [one["done"] for one in shown["renew"]] == [True, False, False]
    assert shown["lesson"] == "A bought link"
    assert incident(shop, "go-on").code == 0
    assert incident(shop, "list").code == 1


def test_messages_and_the_log(shop: Desk) -> None:
    """To whom, with the account's name; what was written down comes in the order."""
    hacked(shop)
    told = incident(shop, "messages", "--json").json["messages"]
    assert [one["to"] for one in told] == ["audience", "staff", "platform", "bank"]
    log = incident(shop, "log", "Rang", "them", "--json").json["log"]
    assert log[-1]["text"] == "Rang them"


def test_one_more_account_is_added(shop: Desk) -> None:
    """By its name."""
    hacked(shop)
    told = incident(shop, "add", "Shop 2", "--json").json
    assert len(told["accounts"]) == 2


def test_a_report_is_a_new_file_without_a_code(shop: Desk) -> None:
    """And never written over another."""
    hacked(shop)
    code = incident(shop, "next", "--reveal", "--json").json["next"]["code"]["value"]
    told = incident(shop, "report", "-o", "report.md")
    assert "Whoever gets the file can read it" in told.out
    text = (shop.folder / "report.md").read_text()
    assert text.startswith("# A stranger")
    assert code not in text
    assert incident(shop, "report", "-o", "report.md").code == 1


def test_a_name_that_ends_in_pdf_makes_pages(shop: Desk) -> None:
    """On the paper that is said; A4 is the higher one."""
    hacked(shop)
    heights = []
    for paper in ("a4", "letter"):
        told = incident(shop, "report", "-o", f"{paper}.PDF", "--paper", paper)
        assert told.code == 0, told.err
        first = next(iter(render_png(shop.read(f"{paper}.PDF"), 36)))
        heights.append(int.from_bytes(first[20:24]))  # of a PNG
    assert heights[0] > heights[1]


def test_evidence_is_listed_with_its_hash(shop: Desk) -> None:
    """As it was attached; what is in it stays in the vault."""
    hacked(shop)
    file = shop.write("shot.png", b"a picture of the screen")
    shop.done("attach", V, file, "--incident", "A stranger", *OPENS)
    [kept] = incident(shop, "show", "--json").json["evidence"]
    assert kept["name"] == "shot.png"
    assert kept["sha256"] in incident(shop, "show").out
    incident(shop, "report", "-o", "report.md")
    assert kept["sha256"] in (shop.folder / "report.md").read_text()


def test_what_makes_no_sense_is_misuse(shop: Desk) -> None:
    """Each with a sentence; nothing is begun."""
    for words in (
        ("begin",),
        ("begin", "boredom"),
        ("done",),
        ("log",),
        ("next",),
        ("list", "1"),
        ("report",),
        ("show", "1", "2"),
    ):
        told = incident(shop, *words)
        assert told.code == 2, words
        assert told.err
    assert incident(shop, "list").out.startswith("No incident")
    hacked(shop)
    assert incident(shop, "done", "9.9").code == 2
    assert incident(shop, "go-on").code == 2


def test_of_several_one_is_named(shop: Desk) -> None:
    """By its number or its title; without one it is asked for."""
    hacked(shop)
    incident(shop, "begin", "suspended", "Shop 1", "--title", "Shut")
    told = incident(shop, "next")
    assert told.code == 2
    assert "A stranger" in told.err
    assert incident(shop, "next", "--of", "Shut", "--json").json["next"]
    assert incident(shop, "show", "Shut", "--json").json["sort"] == "suspended"
    incident(shop, "end", "--of", "Shut")
    assert incident(shop, "next", "--of", "Shut").code == 2
    assert incident(shop, "show", "nothing").code == 1
