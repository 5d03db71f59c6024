"""What a device remembers, over whole vaults: rollback, forks, forgeries."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import WORDS, make_shop, opened
from tests.fakes import CHEAP, FailingFiles
from vault.app import memory
from vault.app.credentials import typed_passphrase
from vault.app.memory import swapped
from vault.app.other_copy import close_copy, open_copy
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.standing import Kind
from vault.app.unlock import open_for_reading, open_vault
from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials, change_ways
from vault.errors import ReadOnly
from vault.model.change import Add, edit_vault
from vault.model.identity import Identity


@pytest.fixture
def home(ports: Ports, tmp_path: Path) -> Ports:
    """Return the ports of a device that remembers, with a shop in the folder."""
    make_shop(ports, tmp_path)
    return replace(ports, state=tmp_path / "home")


@pytest.fixture
def away(ports: Ports, tmp_path: Path) -> Ports:
    """Return the ports of another device."""
    return replace(ports, state=tmp_path / "away")


def add(ports: Ports, path: Path, number: int) -> None:
    """Open, add one account, save, close."""
    with opened(ports, path, write=True) as session:
        session.apply(Add("account", an_account(number)))
        session.save()


def kind(ports: Ports, path: Path) -> Kind:
    """Open for reading and tell how it stands."""
    with opened(ports, path) as session:
        return session.standing.kind


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return tmp_path / "shop.sparekey"


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))


def test_a_new_computer_is_no_alarm(home: Ports, away: Ports, shop: Path) -> None:
    """First time, and from then on the same."""
    add(away, shop, 70)
    assert kind(home, shop) is Kind.FIRST
    assert kind(home, shop) is Kind.SAME


def test_what_another_device_added_is_newer(
    home: Ports, away: Ports, shop: Path
) -> None:
    """Noted without a word, also when it is only read."""
    add(home, shop, 70)
    add(away, shop, 71)
    assert kind(home, shop) is Kind.NEWER
    assert kind(home, shop) is Kind.SAME


def test_an_older_copy_opens_for_reading_only(home: Ports, shop: Path) -> None:
    """It is known again, by its generation and by what it lacks."""
    old = copied(shop, "old")
    add(home, shop, 70)
    shutil.copy(old, shop)
    with opened(home, shop, write=True) as session:
        assert session.standing.kind is Kind.OLDER
        assert session.standing.seen is not None
        assert session.standing.seen.day == "2026-03-01"
        with pytest.raises(ReadOnly) as caught:
            session.apply(Add("account", an_account(71)))
    assert caught.value.reason == "older-copy"
    assert kind(home, shop) is Kind.OLDER  # looking at it does not make it the newest


def test_an_older_copy_that_is_open_elsewhere_can_only_be_read(
    home: Ports, shop: Path
) -> None:
    """Whoever holds it may make it current."""
    older = copied(shop, "older")
    add(home, shop, 70)
    shutil.copy(older, shop)
    shown = Credentials(passphrase=typed_passphrase(WORDS).secret)
    with (
        opened(home, shop, write=True),
        open_for_reading(home, shop, shown) as session,
    ):
        assert session.standing.kind is Kind.OLDER
        assert session.read_only == "open-elsewhere"


def test_a_fork_is_told_and_may_be_gone_on_with(
    home: Ports, away: Ports, shop: Path
) -> None:
    """Both saved from one state; a sync program let theirs win."""
    other = copied(shop, "other")
    add(home, shop, 70)
    add(away, other, 71)
    shutil.copy(other, shop)
    assert kind(home, shop) is Kind.FORKED
    add(home, shop, 72)
    assert kind(home, shop) is Kind.SAME


def test_a_fork_of_fewer_saves_is_no_older_copy(
    home: Ports, away: Ports, shop: Path
) -> None:
    """Its generation is lower, but it has what was never seen here."""
    other = copied(shop, "other")
    add(home, shop, 70)
    add(home, shop, 73)
    add(away, other, 71)
    shutil.copy(other, shop)
    assert kind(home, shop) is Kind.FORKED


def with_new_keys(session: Session) -> None:
    """Draw a new file key, as every change of a way in does: a higher epoch."""
    change = change_ways(
        session.file.ident,
        session.file.keys,
        random=session.ports.random,
        presented=[session.presented],
        renew=True,
        floor=CHEAP.floor,
    )
    session.rekey(change.keys, lambda _: [], session.presented)


def test_a_copy_from_before_a_changed_passphrase_is_told(
    home: Ports, shop: Path
) -> None:
    """The key card opens both; who had the old words has only the old one."""
    old = copied(shop, "old")
    with opened(home, shop, write=True) as session:
        with_new_keys(session)
    with opened(home, old, write=True) as session:
        assert session.standing.kind is Kind.OLDER_WAYS
        assert session.read_only == "older-ways"


def test_who_knows_an_old_key_can_not_pass_his_save_off_as_the_newest(
    home: Ports, away: Ports, shop: Path
) -> None:
    """He saves the old copy a hundred times; its epoch stays behind."""
    old = copied(shop, "old")
    with opened(home, shop, write=True) as session:
        with_new_keys(session)
    with opened(away, old, write=True) as session:
        session.file = replace(session.file, above=100)
        session.apply(Add("account", an_account(75)))
        session.save()
    assert kind(home, old) is Kind.OLDER_WAYS


def new_identity(session: Session) -> None:
    fresh = Identity(signing_seed="ab" * 32)
    session.apply(edit_vault(session.vault, identity=fresh))
    session.save()


def test_a_copy_from_before_a_new_identity_is_known_as_older(
    home: Ports, shop: Path
) -> None:
    """The key of the MAC changes with it, and the old one still says so."""
    add(home, shop, 69)
    before = shop.read_bytes()
    with opened(home, shop, write=True) as session:
        new_identity(session)
    assert kind(home, shop) is Kind.SAME
    add(home, shop, 70)
    shop.write_bytes(before)
    assert kind(home, shop) is Kind.OLDER


def test_a_stranger_s_note_is_not_believed(
    home: Ports, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has not opened this vault can't make an alarm, nor lower what was seen."""
    with monkeypatch.context() as patch:
        patch.setattr(memory, "_key", lambda _: b"guessed" * 5)
        add(home, shop, 70)
        assert kind(home, shop) is Kind.SAME
    assert kind(home, shop) is Kind.FIRST


@pytest.mark.parametrize("damage", [b"", b"not json", b"[]", b'[{"seen":{}}]'])
def test_a_broken_note_reads_as_the_first_time(
    home: Ports, shop: Path, damage: bytes
) -> None:
    """Never an alarm; the next save mends it."""
    add(home, shop, 70)
    assert home.state is not None
    for note in home.state.glob("*.seen.json"):
        note.write_bytes(damage)
    assert kind(home, shop) is Kind.FIRST
    assert kind(home, shop) is Kind.SAME


@pytest.mark.parametrize("step", ["make_folder", "create", "write", "replace"])
def test_a_disk_that_keeps_no_notes_keeps_nobody_from_the_vault(
    home: Ports, shop: Path, step: str, tmp_path: Path
) -> None:
    """Nothing is remembered, and nothing fails."""
    failing = replace(home, files=FailingFiles(step))
    assert kind(failing, shop) is Kind.FIRST
    assert kind(failing, shop) is Kind.FIRST


def test_without_a_place_to_remember_nothing_is_remembered(
    ports: Ports, shop: Path, home: Ports, tmp_path: Path
) -> None:
    """The sample's ports and those of tests have none."""
    add(ports, shop, 70)
    assert kind(ports, shop) is Kind.FIRST
    assert not (tmp_path / "home").exists()


def test_a_copy_looked_at_to_be_merged_is_not_the_newest_seen(
    home: Ports, away: Ports, shop: Path
) -> None:
    """Merging compares; it must not teach this device that the other one is ours."""
    other = copied(shop, "other")
    add(home, shop, 70)
    add(away, other, 71)
    add(away, other, 72)
    with opened(home, shop, write=True) as session:
        close_copy(session, open_copy(session, other, session.presented))
    assert kind(home, shop) is Kind.SAME


def test_a_backup_is_looked_at_and_never_changed(home: Ports, shop: Path) -> None:
    """And looking at it teaches this device nothing."""
    add(home, shop, 70)
    (backup,) = (shop.parent / "shop backups").iterdir()
    with opened(home, backup, write=True) as session:
        assert session.read_only == "a-backup"
        assert session.standing.kind is Kind.COPY
    assert kind(home, shop) is Kind.SAME


def test_another_vault_in_the_same_place_is_told_before_it_is_opened(
    home: Ports, shop: Path, tmp_path: Path, ports: Ports
) -> None:
    """Its id stands in the open part: no passphrase is typed into it unwarned."""
    assert swapped(home, shop) is None
    add(home, shop, 70)
    assert swapped(home, shop) is None
    folder = tmp_path / "theirs"
    folder.mkdir()
    make_shop(ports, folder)
    shutil.copy(folder / "shop.sparekey", shop)
    told = swapped(home, shop)
    assert told is not None
    assert told.day == "2026-03-01"
    assert kind(home, shop) is Kind.FIRST  # it was opened: so it is the one here now
    assert swapped(home, shop) is None


def test_what_can_not_be_read_is_not_said_to_be_another(
    home: Ports, ports: Ports, shop: Path
) -> None:
    """Opening it tells what is wrong."""
    add(home, shop, 70)
    shop.write_bytes(b"not a vault")
    assert swapped(home, shop) is None
    shop.unlink()
    assert swapped(home, shop) is None
    assert swapped(ports, shop) is None


def test_opening_by_the_card_is_compared_as_well(home: Ports, shop: Path) -> None:
    """What opened it does not matter: the key comes from inside."""
    add(home, shop, 70)
    with opened(home, shop) as session:
        code = Credentials(code=Secret(bytes.fromhex(session.vault.vault_code)))
    with open_vault(home, shop, code, write=False) as session:
        assert session.standing.kind is Kind.SAME
