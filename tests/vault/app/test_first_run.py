"""The first ten minutes: where the file goes, the first accounts, someone to ring."""

from pathlib import Path

import pytest

from tests.desk import WORDS, opened
from tests.fakes import names_in
from vault.app.credentials import chosen_passphrase
from vault.app.first_run import (
    beginning,
    file_stem,
    filling_in,
    free_place,
    leaving_out,
    make_vault,
    renaming,
    trusting,
    unmake_vault,
    where_words,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import Exists
from vault.model.account import Account
from vault.packs import shipped_packs


def test_the_file_is_named_for_the_business(tmp_path: Path, ports: Ports) -> None:
    """And never for a place that is taken."""
    path = free_place(ports, tmp_path, "Kiln & Clay")
    assert path == tmp_path / "Kiln & Clay.sparekey"
    path.touch()
    assert free_place(ports, tmp_path, "Kiln & Clay").stem == "Kiln & Clay 2"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Kiln & Clay", "Kiln & Clay"),
        ("a/b\\c: d?", "a b c d"),
        ("../../etc", ".. etc"),
        ("陶艺工作室", "陶艺工作室"),
        ("  . ", "Vault"),
        ("", "Vault"),
        ("con", "Vault con"),
        ("NUL.txt", "Vault NUL.txt"),
        ("tea\x00shop\n", "tea shop"),
    ],
)
def test_any_name_becomes_one_that_every_system_takes(name: str, stem: str) -> None:
    """A stick goes from one to the other."""
    assert file_stem(name) == stem.strip(" .")


def test_a_long_name_leaves_room_for_the_backups(tmp_path: Path, ports: Ports) -> None:
    """No half characters either."""
    path = free_place(ports, tmp_path, "陶" * 200)
    assert path.stem == "陶" * 40
    path.touch()


def test_a_vault_is_made_empty_and_named(tmp_path: Path, ports: Ports) -> None:
    """Once: nothing is overwritten."""
    words = chosen_passphrase(WORDS, WORDS, drawn=True)
    path = tmp_path / "new.sparekey"
    make_vault(ports, path, " Kiln & Clay ", words).close()
    with opened(ports, path) as session:
        assert (session.vault.name, len(session.vault.accounts)) == ("Kiln & Clay", 0)
        assert session.vault.passphrase_generated
    with pytest.raises(Exists):
        make_vault(ports, path, "Again", words)


def test_a_vault_that_nobody_waits_for_is_taken_back(
    tmp_path: Path, ports: Ports
) -> None:
    """It holds nothing yet; the name is free again."""
    words = chosen_passphrase(WORDS, WORDS, drawn=True)
    path = tmp_path / "new.sparekey"
    unmake_vault(make_vault(ports, path, "Kiln", words))
    assert names_in(tmp_path) == set()
    make_vault(ports, path, "Kiln", words).close()


def test_a_business_can_be_named_otherwise(session: Session) -> None:
    """A blank name, or the same, changes nothing."""
    session.apply(renaming(session.vault, " Kiln "))
    assert session.vault.name == "Kiln"
    assert renaming(session.vault, "Kiln") == []
    assert renaming(session.vault, "  ") == []


def test_the_first_accounts_come_with_their_steps(session: Session) -> None:
    """Value is seen before anything is typed."""
    accounts, changes = beginning(session.ports, session.vault, ["etsy", ""])
    session.apply(changes)
    assert [one.name for one in accounts] == ["Etsy", "Another account"]
    pack = shipped_packs()["etsy"]
    told = [
        one
        for one in session.vault.procedures.values()
        if one.account == accounts[0].id
    ]
    assert len(told) == len(pack.procedures)
    helped = {one.account for one in session.vault.contacts.values()}
    assert accounts[0].id in helped
    assert accounts[1].id not in helped


def test_where_a_platform_shows_its_codes_is_known() -> None:
    """Menu by menu, as its pack says; nothing is made up."""
    assert where_words("etsy").startswith("You / Account settings / Security")
    assert where_words("douyin") == where_words("") == ""


def test_an_account_that_is_left_out_takes_its_steps_along(session: Session) -> None:
    """And a second time there is nothing to do."""
    before = len(session.vault.procedures)
    (account,), changes = beginning(session.ports, session.vault, ["etsy"])
    session.apply(changes)
    session.apply(leaving_out(session.vault, account.id))
    assert session.vault.find("account", account.id) is None
    assert len(session.vault.procedures) == before
    assert leaving_out(session.vault, account.id) == []


def test_what_is_filled_in_is_kept_once(session: Session) -> None:
    """The same again is no act; blanks and spaces do no harm."""
    (account,), changes = beginning(session.ports, session.vault, [""])
    session.apply(changes)
    fields = {"name": " ", "login": " kilnandclay ", "phone": ""}
    ports = session.ports
    session.apply(filling_in(ports, session.vault, account.id, fields))
    kept = session.vault.get("account", account.id)
    assert isinstance(kept, Account)
    assert (kept.name, kept.login) == ("Another account", "kilnandclay")
    assert filling_in(ports, session.vault, account.id, fields) == []
    assert filling_in(ports, session.vault, "gone", fields) == []


def test_what_was_filled_in_can_be_emptied(session: Session) -> None:
    """Whoever goes back may have mistyped."""
    (account,), changes = beginning(session.ports, session.vault, [""])
    session.apply(changes)
    ports = session.ports
    session.apply(filling_in(ports, session.vault, account.id, {"login": "typo"}))
    session.apply(filling_in(ports, session.vault, account.id, {"login": ""}))
    assert session.vault.get("account", account.id).login == ""  # type: ignore[attr-defined]


def test_someone_trusted_is_entered_once(session: Session) -> None:
    """Going back and on again corrects, and adds nobody."""
    ports, count = session.ports, len(session.vault.people)
    ana = {"name": "Ana", "phone": "+49 30 1"}
    id_, changes = trusting(ports, session.vault, "", ana)
    session.apply(changes)
    assert session.vault.people[id_].trusted
    assert trusting(ports, session.vault, id_, ana) == (id_, [])
    again, changes = trusting(ports, session.vault, id_, {**ana, "phone": "+49 30 2"})
    session.apply(changes)
    assert again == id_
    assert session.vault.people[id_].phone == "+49 30 2"
    assert len(session.vault.people) == count + 1


def test_nobody_is_entered_without_a_name(session: Session) -> None:
    """A number alone says nothing; who was entered before stays."""
    nobody = {"name": " ", "phone": "1"}
    assert trusting(session.ports, session.vault, "", nobody) == ("", [])
    one = next(iter(session.vault.people))
    assert trusting(session.ports, session.vault, one, nobody) == (one, [])
