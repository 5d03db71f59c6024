"""`import` and `export`: all of it or nothing, and the same bytes every time."""

import json
from collections.abc import Callable

import pytest

from tests.desk import OPENS, Desk
from tests.fakes import ports_on_disk

IMPORT = ("import", "shop.sparekey")
CSV = "Platform;Name;Login;Owner\nEtsy;Our Etsy;etsy-login;Mina Okafor\n"
CODES = "Instagram backup codes\n\n1111 2222\n3333 4444\n5555 6666\n"
JSON = json.dumps({"people": [{"name": "Jonas", "email": "j@example.com"}]})


def names(desk: Desk) -> list[str]:
    return sorted(one.name for one in desk.vault().accounts.values())


def values(desk: Desk) -> list[str]:
    return [c.value for s in desk.vault().code_sets.values() for c in s.codes]


@pytest.fixture
def full(shop: Desk) -> Desk:
    """Return the shop's desk with a file of each kind on it."""
    shop.write("more.csv", CSV)
    shop.write("codes.txt", CODES)
    shop.write("people.json", JSON)
    return shop


def test_files_of_every_kind_are_taken_in_at_once(full: Desk) -> None:
    """Each is told with what it brought."""
    files = ("more.csv", "people.json")
    told = full.done(*IMPORT, *files, *OPENS)
    assert "more.csv:\n" in told.out
    assert "account: 1 new, 0 already there, 0 changed" in told.out
    assert "Our Etsy" in names(full)
    assert {"Jonas", "Mina Okafor"} <= {p.name for p in full.vault().people.values()}


def test_a_dry_run_previews_and_changes_nothing(full: Desk) -> None:
    """Rows are shown, nothing is kept, no code is told."""
    before = full.files()
    run = (*IMPORT, "more.csv", "codes.txt", "--account", "Shop 0", "--dry-run", *OPENS)
    told = full.done(*run)
    assert "Our Etsy" in told.out
    assert "Nothing was changed: this was a dry run." in told.out
    assert full.files() == before
    assert not [code for code in ("11112222", "1111 2222") if code in told.all]


def test_the_report_as_json_tells_the_same_counts(full: Desk) -> None:
    """By file and kind."""
    told = full.done(*IMPORT, "more.csv", "people.json", *OPENS, "--json").json
    assert told["dry_run"] is False
    csv, people = told["files"]
    assert csv["file"] == "more.csv"
    assert csv["counts"]["account"] == {"new": 1, "there": 0, "changed": 0}
    assert people["counts"]["person"]["new"] == 1


def test_importing_twice_brings_nothing_twice(full: Desk) -> None:
    """What is there is counted as there."""
    full.done(*IMPORT, "more.csv", "people.json", *OPENS)
    before = full.files()
    told = full.done(*IMPORT, "more.csv", "people.json", *OPENS, "--json").json
    assert told["files"][0]["counts"]["account"]["there"] == 1
    assert full.files() == before


def test_codes_go_to_the_account_that_is_named(full: Desk) -> None:
    """By --account, where the file does not tell."""
    full.done(*IMPORT, "codes.txt", "--account", "Shop 2", *OPENS)
    assert {"11112222", "33334444"} & {v.replace(" ", "") for v in values(full)}


def test_codes_of_nobody_ask_whose_they_are(full: Desk) -> None:
    """Three accounts fit."""
    before = full.files()
    told = full(*IMPORT, "codes.txt", *OPENS)
    assert told.code == 1
    assert "Name it: --account" in told.err
    assert full.files() == before


def test_pasted_codes_come_from_standard_input(shop: Desk) -> None:
    """The passphrase is the first line, the codes are the rest."""
    typed = shop.read("words.txt") + CODES.encode()
    paste = (*IMPORT, "-", "--account", "Shop 1", "--as", "codes")
    told = shop.done(*paste, "--passphrase-file", "-", "--json", typed=typed)
    assert told.json["files"][0]["file"] == "-"
    assert len(values(shop)) == 33


def test_a_kind_can_be_forced(shop: Desk) -> None:
    """A table in a file of any name."""
    shop.write("list.dat", CSV)
    shop.done(*IMPORT, "list.dat", "--as", "csv", *OPENS)
    assert "Our Etsy" in names(shop)


def test_a_file_that_is_refused_takes_the_others_with_it(full: Desk) -> None:
    """All of them, or nothing is saved."""
    full.write("bad.csv", b"Platform;Name\nEtsy;Caf\xe9\n")
    before = full.files()
    told = full(*IMPORT, "more.csv", "bad.csv", *OPENS)
    assert told.code == 1
    assert full.files() == before


def a_hundred_thousand_rows() -> bytes:
    return b"Platform;Name\n" + b"".join(b"Etsy;S%d\n" % n for n in range(100_000))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.csv", lambda: b"Platform;Name\nEtsy;Caf\xe9\n", "not UTF-8 text; save it"),
        ("x.csv", a_hundred_thousand_rows, "files of at most 50,000 rows each"),
        ("x.csv", lambda: b"Platform;Name\nEtsy;\x00\n", "a zero byte"),
        ("x.csv", lambda: b"", "the file is empty"),
        ("x.csv", lambda: b"cat;dog\n1;2\n", "no column is known"),
        ("x.csv", lambda: b"x" * (10 << 20 | 1), "larger than"),
        ("x.json", lambda: b"{", "not JSON"),
        ("x.json", lambda: b'{"cats": []}', "not of our shape"),
        ("x.bin", lambda: b"\x89PNG\r\n\x1a\n\x00\xff", "there are: codes, csv, json"),
        ("x.txt", lambda: b"   \n", ""),
    ],
)
def test_what_can_not_be_taken_is_refused_in_words(
    shop: Desk, name: str, data: Callable[[], bytes], says: str
) -> None:
    """And the vault stays as it was."""
    shop.write(name, data())
    before = shop.files()
    told = shop(*IMPORT, name, *OPENS)
    assert told.code == 1
    assert told.err.startswith("sparekey: ")
    assert says in told.err
    assert shop.files() == before


def test_a_missing_file_is_named(shop: Desk) -> None:
    """With its path."""
    told = shop(*IMPORT, "nowhere.csv", *OPENS)
    assert told.code == 1
    assert "nowhere.csv: there is no such file" in told.err


def test_steps_come_from_the_packs_when_asked_for(full: Desk) -> None:
    """Procedures and contacts, to be edited."""
    told = full.done(*IMPORT, "more.csv", "--with-steps", *OPENS)
    assert "procedures and contacts from the packs" in told.out
    titles = [one.source for one in full.vault().procedures.values()]
    assert any(source.startswith("pack ") for source in titles)


def test_passwords_are_left_out_and_the_note_says_so(shop: Desk) -> None:
    """They belong in the password manager; the note does not repeat them."""
    shop.write("p.csv", "Platform;Name;Password\nEtsy;Our Etsy;hunter2secret\n")
    told = shop.done(*IMPORT, "p.csv", *OPENS)
    assert "the passwords were left out" in told.out
    assert "hunter2secret" not in told.all
    again = shop.done(*IMPORT, "p.csv", *OPENS, "--json")
    assert again.json["files"][0]["notes"][0]["problem"] == "passwords-left-out"


def export(desk: Desk, name: str, *words: str) -> bytes:
    desk.done("export", "shop.sparekey", name, "--yes", *words, *OPENS)
    return desk.read(name)


@pytest.mark.parametrize(
    ("name", "start"), [("o.json", b"{"), ("o.md", b"# Tea Shop"), ("o", b"{")]
)
def test_an_export_is_of_the_kind_its_name_says(
    shop: Desk, name: str, start: bytes
) -> None:
    """JSON unless it ends as Markdown does."""
    assert export(shop, name).startswith(start)


def test_a_kind_named_outright_wins(shop: Desk) -> None:
    """Over the ending."""
    assert export(shop, "o.json", "--as", "markdown").startswith(b"# Tea Shop")


@pytest.mark.parametrize("kind", ["json", "markdown"])
def test_the_same_document_exports_to_the_same_bytes(shop: Desk, kind: str) -> None:
    """Two exports can be compared."""
    one = export(shop, "one", "--as", kind)
    assert export(shop, "two", "--as", kind) == one


def test_an_export_holds_every_code(shop: Desk) -> None:
    """Nothing is dropped silently."""
    text = export(shop, "o.json").decode()
    assert all(value in text for value in values(shop))


def test_what_was_exported_comes_back_the_same(shop: Desk) -> None:
    """Into an empty vault, and out again, to the same records."""
    first = json.loads(export(shop, "one.json"))
    other = ports_on_disk(seed=9)
    new = ("new", "other.sparekey", "--passphrase-file", "words.txt")
    shop.done(*new, "--name", "Tea Shop", ports=other)
    shop.done("import", "other.sparekey", "one.json", *OPENS, ports=other)
    out = ("export", "other.sparekey", "two.json", "--yes", *OPENS)
    shop.done(*out, ports=other)
    second = json.loads(shop.read("two.json"))
    kinds = ("accounts", "code_sets", "procedures", "contacts", "people", "access")
    found, back = (one.get("vault", one) for one in (first, second))
    assert {k: found[k] for k in kinds} == {k: back[k] for k in kinds}


def test_an_export_warns_first(shop: Desk) -> None:
    """Every time, also when it was said beforehand."""
    told = shop.done("export", "shop.sparekey", "o.json", "--yes", *OPENS)
    assert "o.json will hold every recovery code in clear." in told.err


def test_an_export_without_yes_writes_nothing(shop: Desk) -> None:
    """Nobody there to be asked."""
    before = shop.files()
    told = shop("export", "shop.sparekey", "o.json", *OPENS)
    assert told.code == 2
    assert "say --yes" in told.err
    assert shop.files() == before


@pytest.mark.parametrize(("answer", "code"), [(b"y\n", 0), (b"n\n", 2), (b"", 2)])
def test_an_export_is_asked_for_where_somebody_sits_there(
    shop: Desk, answer: bytes, code: int
) -> None:
    """Only a plain yes will do."""
    words = ("export", "shop.sparekey", "o.json", *OPENS)
    assert shop(*words, typed=answer, answers=("",)).code == code
    assert (shop.folder / "o.json").exists() is (code == 0)


def test_an_export_never_overwrites_and_is_private(shop: Desk) -> None:
    """It holds everything in clear."""
    export(shop, "o.json")
    assert (shop.folder / "o.json").stat().st_mode & 0o777 == 0o600
    before = shop.files()
    told = shop("export", "shop.sparekey", "o.json", "--yes", *OPENS)
    assert told.code == 1
    assert "o.json is there already" in told.err
    assert shop.files() == before


def test_the_export_is_reported_as_json(shop: Desk) -> None:
    """File, kind, size."""
    told = shop.done("export", "shop.sparekey", "o.md", "--yes", *OPENS, "--json")
    size = len(shop.read("o.md"))
    assert told.json == {
        "file": "o.md",
        "kind": "markdown",
        "bytes": size,
        "files_left_out": 0,
    }


def test_papers_go_out_and_come_back_with_an_option(shop: Desk) -> None:
    """Byte for byte, into another vault; a dry run finds room for them too."""
    shop.write("registration.pdf", b"%PDF of a shop")
    shop.done("attach", "shop.sparekey", "registration.pdf", *OPENS)
    told = shop.done("export", "shop.sparekey", "bare.json", "--yes", *OPENS)
    assert "say --papers" in told.out
    words = ("export", "shop.sparekey", "o.json", "--yes", "--papers", *OPENS)
    told = shop.done(*words)
    assert "not held" not in told.out
    other = ports_on_disk(seed=9)
    new = ("new", "other.sparekey", "--passphrase-file", "words.txt")
    shop.done(*new, "--name", "Tea Shop", ports=other)
    into = ("import", "other.sparekey", "o.json", *OPENS)
    shop.done(*into, "--dry-run", ports=other)
    assert not shop.vault("other.sparekey").attachments
    shop.done(*into, ports=other)
    assert list(shop.vault("other.sparekey").blobs.values()) == [b"%PDF of a shop"]
    again = shop.done(*into, ports=other)
    assert "attachment: 0 new, 1 already there" in again.out


def test_papers_are_not_written_into_markdown(shop: Desk) -> None:
    """It is said which kind takes them."""
    words = ("export", "shop.sparekey", "o.md", "--yes", "--papers", *OPENS)
    told = shop(*words)
    assert told.code == 1
    assert "only JSON holds papers" in told.err
    assert "o.md" not in shop.files()


def test_papers_without_room_are_refused_and_nothing_is_taken(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where those of the vault and of the file are too many together."""
    shop.write("registration.pdf", b"%PDF of a shop")
    shop.done("attach", "shop.sparekey", "registration.pdf", *OPENS)
    words = ("export", "shop.sparekey", "o.json", "--yes", "--papers", *OPENS)
    shop.done(*words)
    shop.done("new", "other.sparekey", "--passphrase-file", "words.txt")
    monkeypatch.setattr("vault.app.attachments.ATTACHMENTS_BYTES", 4)
    told = shop("import", "other.sparekey", "o.json", *OPENS)
    assert told.code != 0
    assert "128 MiB" in told.err
    assert not shop.vault("other.sparekey").attachments
