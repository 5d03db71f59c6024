"""Any foreign file finds its importer, and hostile ones their refusal."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_vault
from tests.vault.exchange.reading import (
    a_vault_to_fill,
    done,
    problems,
    read,
    states,
    told,
)
from vault import limits
from vault.errors import BadInput, Invalid, TooLarge, VaultError
from vault.exchange.base import Importer, Plan
from vault.exchange.registry import IMPORTERS, importer_for
from vault.model.vault import Vault

SAMPLES = Path(__file__).parents[2] / "samples"
LINES = (SAMPLES / "hostile" / "EXPECTED.txt").read_text("utf-8").splitlines()[1:]
EXPECTED = {
    name: (problem, at) for name, problem, at in (one.split(" | ") for one in LINES)
}

STATED = (SAMPLES / "good" / "EXPECTED.txt").read_text("utf-8").splitlines()[1:]
BROUGHT = {
    name: (accounts, sets, noted)
    for name, accounts, sets, noted in (one.split(" | ") for one in STATED)
}


def files(folder: str) -> list[str]:
    """List the samples of a folder."""
    names = (path.name for path in (SAMPLES / folder).iterdir())
    return sorted(name for name in names if name != "EXPECTED.txt")


@pytest.mark.parametrize("name", files("hostile"))
def test_a_hostile_file_is_refused_for_its_one_fault(name: str) -> None:
    """The problem and the place are those that EXPECTED.txt states for the file."""
    data = (SAMPLES / "hostile" / name).read_bytes()
    problem, where = EXPECTED[name]
    with pytest.raises((BadInput, Invalid)) as caught:
        read(name, data, a_vault_to_fill())
    if isinstance(caught.value, Invalid):
        (found,) = caught.value.findings
        assert f"{found[0]}.{found[2]}: {found[3]}".startswith(f"{where}: {problem}")
    else:
        assert (caught.value.problem, caught.value.where) == (problem, where)


def test_every_expectation_has_its_file() -> None:
    """No line of EXPECTED.txt outlives the file that it was about."""
    assert set(EXPECTED) == set(files("hostile"))
    assert set(BROUGHT) == set(files("good"))


@pytest.mark.parametrize("name", files("good"))
def test_a_good_file_is_taken_in_and_is_there_the_second_time(name: str) -> None:
    """The plan can be carried out, and reading the file again brings nothing new."""
    data = (SAMPLES / "good" / name).read_bytes()
    vault = a_vault_to_fill()
    first = read(name, data, vault)
    assert bool(first.changes) == (name != "header-only.csv")
    again = read(name, data, done(first, vault))
    assert again.changes == ()
    assert {count.new + count.changed for count in again.counts.values()} <= {0}


def told_of(plan: Plan, vault: Vault) -> tuple[str, str, str]:
    """Return the accounts, the code sets and the problems of a plan, each as a word."""
    before = set(a_vault_to_fill().accounts)
    new = [one for id_, one in vault.accounts.items() if id_ not in before]
    accounts = [f"{one.platform}/{one.name}/{one.login}" for one in new]
    sets = [
        f"{one.kind} {len(one.codes)}" + ("!" if "used" in states(one).values() else "")
        for one in vault.code_sets.values()
    ]
    lists = accounts, sets, sorted(set(problems(plan)))
    return tuple(", ".join(one) or "-" for one in lists)


@pytest.mark.parametrize("name", files("good"))
def test_a_good_file_brings_what_its_owner_expects(name: str) -> None:
    """Accounts, code sets ("!" where one is used) and notes are as stated for it."""
    vault = a_vault_to_fill()
    plan = read(name, (SAMPLES / "good" / name).read_bytes(), vault)
    assert told_of(plan, done(plan, vault)) == BROUGHT[name]
    assert "hunter" not in repr(plan)


@pytest.mark.parametrize("name", [one for one in files("good") if "csv" in one])
def test_no_secret_of_a_table_is_in_its_notes(name: str) -> None:
    """Not even where a password manager has it in a field of its own."""
    plan = read(name, (SAMPLES / "good" / name).read_bytes(), a_vault_to_fill())
    notes = [one.notes for one in done(plan, a_vault_to_fill()).accounts.values()]
    secrets = re.compile("hunter|geheim|4711|JBSWY3DP")
    assert not secrets.search(" ".join(notes))
    assert not secrets.search(repr(plan.notes) + repr(plan.shown))


def test_the_table_is_in_alphabetical_order() -> None:
    """A reader finds an importer by its word."""
    words = [importer.word for importer in IMPORTERS]
    assert words == sorted(words) == ["codes", "csv", "json"]


def test_a_word_decides_against_the_name() -> None:
    """`--as csv` takes a file whose name says JSON."""
    assert importer_for("a.json", b"platform\netsy\n", "csv").word == "csv"


def test_an_unknown_word_is_refused_with_those_there_are() -> None:
    """A mistyped kind is answered with the list."""
    with pytest.raises(BadInput, match="codes, csv, json"):
        importer_for("a.json", b"{}", "yaml")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("list", b"1234 5678", "codes"),
        ("list.export", b"platform;login\netsy;mina\n", "csv"),
        ("dump.bak", b'  {"accounts": []}', "json"),
        ("CODES.TXT", b"platform;login\n", "codes"),
        ("", b"1234 5678", "codes"),
    ],
)
def test_the_name_decides_before_the_content(name: str, data: bytes, word: str) -> None:
    """A block without a name is codes, an odd ending is looked into."""
    assert importer_for(name, data).word == word


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.word)
def test_no_file_above_the_bound_is_looked_at(importer: Importer) -> None:
    """One byte too many is refused by each importer before it is decoded."""
    data = b" " * (limits.IMPORT_BYTES + 1)
    with pytest.raises(TooLarge, match="IMPORT_BYTES"):
        importer.read("x", data, told())
    with pytest.raises(TooLarge, match="IMPORT_BYTES"):
        importer_for("x", data)


CELLS = st.text(st.characters(codec="utf-8"), max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4).map(",".join), max_size=5)
BYTES = st.one_of(
    st.binary(),
    CELLS.map(str.encode),
    TABLES.map(lambda rows: "\n".join(["platform,login,codes", *rows]).encode()),
    st.binary().map(lambda tail: b'{"accounts": [' + tail),
)


@given(BYTES, st.sampled_from(["codes", "csv", "json"]))
def test_any_bytes_are_a_plan_or_one_of_our_errors(data: bytes, word: str) -> None:
    """No importer lets an error out that is not ours, and every plan fits its vault."""
    vault = a_vault(1)
    try:
        plan = importer_for("x", data, word).read("x", data, told(vault))
    except VaultError:
        return
    assert isinstance(plan, Plan)
    done(plan, vault)


@given(st.binary())
def test_asking_whether_a_file_fits_never_fails(data: bytes) -> None:
    """Any bytes under any name are answered with yes or no."""
    for importer in IMPORTERS:
        for name in ("", "x", "x.csv", "x.bin"):
            assert importer.fits(name, data) in {True, False}
