"""`merge`: the preview, the new file, the copies beside a vault, what is left to do."""

import shutil

import pytest
from msgspec.structs import replace

from tests.desk import OPENS, Desk, new_words, opened
from tests.fakes import ports_on_disk
from vault.model.change import Replace

COPY = "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey"
MERGE = ("merge", "shop.sparekey")
OTHER = "quiet lamp stone river amber glad"


@pytest.fixture
def two(shop: Desk) -> Desk:
    """Return a desk with two copies that went on apart, and a passphrase for each."""
    for name in (COPY, "base.sparekey"):
        shutil.copy(shop.folder / "shop.sparekey", shop.folder / name)
    shop.write("other.txt", OTHER)
    device = {"laptop": ports_on_disk(seed=21), "phone": ports_on_disk(seed=22)}
    shop.done("codes", COPY, "Shop 0", "--use", "1", "--by", "Mina", *OPENS)
    edit = ("account", "Shop 0", *OPENS)
    shop.done("edit", COPY, *edit, "--phone", "+44 1", ports=device["phone"])
    use = ("codes", "shop.sparekey", "Shop 0", "--use", "2", "--by", "Sam")
    shop.done(*use, *OPENS, ports=device["laptop"])
    shop.done("edit", "shop.sparekey", *edit, "--notes", "n", ports=device["laptop"])
    return shop


def test_all_four_facts_are_in_the_new_file(two: Desk) -> None:
    """Two codes used, two fields edited; both copies are as they were."""
    before = two.files()
    told = two.done(*MERGE, COPY, "-o", "both.sparekey", *OPENS)
    assert "Wrote both.sparekey. Both copies were left as they are." in told.out
    account = next(
        one for one in two.vault("both.sparekey").accounts.values() if one.phone
    )
    assert (account.phone, account.notes) == ("+44 1", "n")
    codes = two.done("codes", "both.sparekey", "Shop 0", *OPENS).out
    assert "by Mina" in codes
    assert "by Sam" in codes
    after = two.files()
    assert {name: after[name] for name in before} == before
    with two.opened("both.sparekey") as both:
        assert both.file.stamp.generation == 4


def test_a_dry_run_writes_nothing(two: Desk) -> None:
    """It says field by field what would become; codes stay hidden."""
    before = two.files()
    told = two.done(*MERGE, COPY, "--dry-run", *OPENS)
    assert "phone: “+44 1” from theirs, in place of nothing" in told.out
    assert "code 2: “used 2026-03-01 by Sam” stays; theirs has “unused”" in told.out
    assert "Nothing was written: this was a dry run." in told.out
    assert two.files() == before
    values = [c.value for s in two.vault().code_sets.values() for c in s.codes]
    as_json = two.done(*MERGE, COPY, "--dry-run", "--json", *OPENS)
    assert not [value for value in values if value in told.out + as_json.out]


def test_the_report_for_programs(two: Desk) -> None:
    """Every difference with both values, whose shows, and what must be looked at."""
    report = two.done(*MERGE, COPY, "-o", "both.sparekey", "--json", *OPENS).json
    assert report["out"] == "both.sparekey"
    assert report["to_check"] == 0
    assert (report["same"], report["nothing_new"]) == (False, False)
    told = {(one["field"], one["outcome"]) for one in report["differences"]}
    assert told == {("phone", "theirs"), ("notes", "mine")} | {
        ("codes", "theirs"),
        ("codes", "mine"),
    }
    used = next(one for one in report["differences"] if one["field"] == "codes")
    assert "value" not in used["theirs"] | used["mine"]
    assert used["values_differ"] is False


def test_identical_copies_merge_without_a_word(shop: Desk) -> None:
    """But for one; the new file is made all the same."""
    shutil.copy(shop.folder / "shop.sparekey", shop.folder / COPY)
    told = shop.done(*MERGE, COPY, "-o", "both.sparekey", *OPENS)
    assert told.out.splitlines() == [
        "Both hold the same: there is nothing to merge.",
        "Wrote both.sparekey. Both copies were left as they are.",
    ]
    assert shop.vault("both.sparekey") == shop.vault()


def test_records_and_orders_are_reported_without_codes(two: Desk) -> None:
    """A whole new set in one copy; and the order of another."""
    two.write("new.txt", "NEW-11111\nNEW-22222\n")
    two.done("import", COPY, "new.txt", "--account", "Shop 1", *OPENS)
    with two.opened(write=True) as session:
        shop = {one.name: one.id for one in session.vault.accounts.values()}["Shop 2"]
        sets = session.vault.code_sets.values()
        one = next(one for one in sets if one.account == shop)
        turned = replace(one, codes=tuple(reversed(one.codes)))
        session.apply(Replace("code-set", one, turned))
        session.save()
    told = two.done(*MERGE, COPY, "--dry-run", "--json", *OPENS)
    values = [c.value for s in two.vault().code_sets.values() for c in s.codes]
    assert not [value for value in (*values, "NEW-11111") if value in told.out]
    assert {"", "codes"} <= {one["field"] for one in told.json["differences"]}


def test_without_a_second_copy_those_beside_it_are_named(two: Desk) -> None:
    """No way in is asked for; the next command is told."""
    shutil.copy(two.folder / "shop.sparekey", two.folder / "shop (1).sparekey")
    told = two.done(*MERGE)
    assert f"{COPY}  (perhaps from Syncthing)" in told.out
    assert "Google Drive; the very same, nothing to merge" in told.out
    assert "`sparekey merge shop.sparekey THEIRS --dry-run`" in told.out
    copies = two.done(*MERGE, "--json").json["copies"]
    assert [(one["program"], one["same"]) for one in copies] == [
        ("Google Drive", True),
        ("Syncthing", False),
    ]


def test_a_vault_without_other_copies_says_so(shop: Desk) -> None:
    """And asks nothing."""
    assert shop.done(*MERGE).out == "No other copy of this vault lies beside it.\n"


def test_a_new_file_must_be_named(two: Desk) -> None:
    """Or a dry run; before anything is asked. It must not be there."""
    told = two(*MERGE, COPY, *OPENS)
    assert told.code == 2
    assert "-o OUT" in told.err
    told = two(*MERGE, COPY, "-o", "words.txt")
    assert told.code == 1
    assert "is there already" in told.err


def test_a_copy_with_its_own_passphrase(two: Desk) -> None:
    """From a file or asked for; mine stay, and it is said."""
    with opened(ports_on_disk(seed=23), two.folder / COPY, write=True) as session:
        new_words(session, OTHER)
    told = two(*MERGE, COPY, "--dry-run", *OPENS)
    assert told.code == 2
    assert f"{COPY} opens otherwise than mine" in told.err
    assert "--theirs-passphrase-file" in told.err
    words = ("--theirs-passphrase-file", "other.txt")
    told = two.done(*MERGE, COPY, "-o", "both.sparekey", *words, *OPENS)
    assert "The ways in differ (passphrase, key card): mine stay." in told.out
    assert two.vault("both.sparekey").name == "Tea Shop"
    asked = two.done(*MERGE, COPY, "--dry-run", *OPENS, answers=(OTHER,))
    assert "mine stay" in asked.out
    two.write("wrong.txt", "wrong wrong wrong")
    wrong = two(*MERGE, COPY, "--dry-run", *words[:1], "wrong.txt", *OPENS)
    assert wrong.code == 1
    assert "No way in fits" in wrong.err


def test_a_way_in_that_differs_is_no_difference_of_fields(two: Desk) -> None:
    """Whether the passphrase was drawn belongs to it."""
    with opened(ports_on_disk(seed=23), two.folder / COPY, write=True) as session:
        new_words(session, OTHER)
    words = ("--theirs-passphrase-file", "other.txt")
    told = two.done(*MERGE, COPY, "--dry-run", *words, *OPENS)
    assert "passphrase generated" not in told.out
    assert "mine stay" in told.out


def test_the_common_save_may_be_named(two: Desk) -> None:
    """Where it does not lie among the backups."""
    for folder in two.folder.glob("* backups"):
        shutil.rmtree(folder)
    told = two.done(*MERGE, COPY, "--dry-run", *OPENS)
    assert "No common save was found" in told.out
    told = two.done(*MERGE, COPY, "--dry-run", "--base", "base.sparekey", *OPENS)
    assert "Compared with the common save that you named." in told.out


def test_another_vault_is_refused(two: Desk) -> None:
    """Before its passphrase is asked for."""
    two.done("new", "other.sparekey", "--passphrase-file", "other.txt")
    told = two(*MERGE, "other.sparekey", "--dry-run", *OPENS)
    assert told.code == 1
    assert "only copies of one vault are merged" in told.err


def test_what_is_left_to_be_looked_at(two: Desk) -> None:
    """Exit code 1 until it is answered."""
    assert two.done(*MERGE, "--to-check", *OPENS).out.startswith("No merge left")
    edit = ("account", "Shop 0", *OPENS)
    two.done("edit", COPY, *edit, "--notes", "z")
    two.done(*MERGE, COPY, "-o", "both.sparekey", *OPENS)
    check = ("merge", "both.sparekey", "--to-check", *OPENS)
    told = two(*check)
    assert told.code == 1
    assert "account “Shop 0”: notes: “" in told.out
    (found,) = two(*check, "--json").json["to_check"]
    assert {found["shown"], found["other"]} == {"n", "z"}
    two.done("edit", "both.sparekey", *edit, "--notes", "settled")
    assert two.done(*check).out.startswith("No merge left")


def test_typing_what_shows_already_is_an_answer(two: Desk) -> None:
    """Whoever looked and found it right has nothing else to type."""
    edit = ("account", "Shop 0", *OPENS)
    two.done("edit", COPY, *edit, "--notes", "z")
    two.done(*MERGE, COPY, "-o", "both.sparekey", *OPENS)
    check = ("merge", "both.sparekey", "--to-check", *OPENS)
    (found,) = two(*check, "--json").json["to_check"]
    other = two.done("edit", "both.sparekey", *edit, "--phone", "+44 1")
    assert other.out.startswith("Nothing to change")
    assert two(*check).code == 1
    told = two.done("edit", "both.sparekey", *edit, "--notes", found["shown"])
    assert "need not be checked any more" in told.out
    assert two.done(*check).out.startswith("No merge left")


def test_a_record_that_one_copy_removed_is_kept_by_typing_what_it_reads(
    two: Desk,
) -> None:
    """Or by any change to it; else it would be named for ever."""
    two.done("remove", COPY, "account", "Shop 0", *OPENS)
    two.done(*MERGE, COPY, "-o", "both.sparekey", *OPENS)
    check = ("merge", "both.sparekey", "--to-check", *OPENS)
    for one in two(*check, "--json").json["to_check"]:
        assert one["field"] == ""
        edit = ("edit", "both.sparekey", one["kind"], one["id"], *OPENS)
        notes = ("--notes", one["shown"].get("notes", ""))
        assert two.done(*edit, *notes, "--json").json["checked"] == 1
    assert two.done(*check).out.startswith("No merge left")
