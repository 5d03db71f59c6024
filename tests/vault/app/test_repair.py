"""Health, the newest good backup, and large vaults that get their parity later."""

from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import opened, without_parity
from tests.fakes import FailingFiles, with_files
from tests.vectors.envelope_maker import flip, put
from vault import limits
from vault.app.damage_words import healed_words, place_words
from vault.app.ports import Ports
from vault.app.repair import (
    Health,
    Parity,
    add_parity,
    health,
    newest_good_backup,
    write_back,
)
from vault.app.session import Session
from vault.app.unlock import must_be_vault
from vault.errors import ChangedUnderneath, Malformed, ReadOnly, Tampered
from vault.model.change import Add
from vault.storage import paths


def add(session: Session, number: int) -> None:
    """Add an account and save."""
    session.apply(Add("account", an_account(number)))
    session.save()


@pytest.fixture
def path(session: Session, folder: Path) -> Path:
    """Return a vault of four saves; its three backups are of generations 1 to 3."""
    for number in range(3):
        add(session, 500 + number)
    return folder / "shop.sparekey"


def backup(path: Path, generation: int) -> Path:
    (found,) = paths.backups(path).glob(f"g{generation:010d}-*")
    return found


def test_the_newest_backup_is_offered(ports: Ports, path: Path) -> None:
    """Its parity proves it."""
    found = newest_good_backup(ports, path)
    assert found is not None
    assert (found.path, found.generation, found.proven) == (backup(path, 3), 3, True)


def test_a_backup_beyond_healing_is_passed_over(ports: Ports, path: Path) -> None:
    """And one that its parity heals is good."""
    for generation, size in ((3, 60_000), (2, 900)):
        data = backup(path, generation).read_bytes()
        backup(path, generation).write_bytes(put(data, 1000, bytes(size))[: len(data)])
    found = newest_good_backup(ports, path)
    assert found is not None
    assert found.generation == 2


def test_a_backup_without_parity_is_offered_as_unproven(
    ports: Ports, path: Path
) -> None:
    """Older programs wrote none; a cut one is seen to be damaged even so."""
    for generation in (2, 3):
        data = without_parity(backup(path, generation).read_bytes())
        backup(path, generation).write_bytes(data[:-1] if generation == 3 else data)
    found = newest_good_backup(ports, path)
    assert found is not None
    assert (found.generation, found.proven) == (2, False)


def test_backups_of_another_vault_are_passed_over(ports: Ports, path: Path) -> None:
    """One that had the same name before; the damaged file still tells its id."""
    for generation in (2, 3):
        data = without_parity(backup(path, generation).read_bytes())
        backup(path, generation).write_bytes(flip(data, 12))
    found = newest_good_backup(ports, path)
    assert found is not None
    assert found.generation == 1


@pytest.mark.parametrize("step", ["names", "day_and_size"])
def test_where_backups_cannot_be_listed_there_is_none(
    ports: Ports, path: Path, step: str
) -> None:
    """The first trouble is the one to be told."""
    assert newest_good_backup(with_files(ports, FailingFiles(step)), path) is None
    assert newest_good_backup(ports, path.with_name("other.sparekey")) is None


def test_a_backup_that_cannot_be_read_is_passed_over(ports: Ports, path: Path) -> None:
    """A folder with a backup's name, for one."""
    newest = backup(path, 3)
    newest.unlink()
    newest.mkdir()
    found = newest_good_backup(ports, path)
    assert found is not None
    assert found.generation == 2


def test_the_backups_of_a_linked_vault_are_found(ports: Ports, path: Path) -> None:
    """They lie beside the file, not beside the link."""
    other = path.parent / "elsewhere"
    other.mkdir()
    (other / "link.sparekey").symlink_to(path)
    found = newest_good_backup(ports, other / "link.sparekey")
    assert found is not None
    assert found.path == backup(path, 3)


def test_what_somebody_changed_is_told_as_that_and_names_a_backup(
    ports: Ports, path: Path, session: Session
) -> None:
    """No parity is left to say what it was; the words stay the strong ones."""
    session.close()
    path.write_bytes(flip(without_parity(path.read_bytes()), 3000))
    with pytest.raises(Tampered) as caught:
        opened(ports, path)
    assert caught.value.backup == str(backup(path, 3))


def test_without_any_backup_the_error_names_none(ports: Ports, folder: Path) -> None:
    """And is what it was."""
    (folder / "shop.sparekey").write_bytes(b"")
    with pytest.raises(Malformed) as caught:
        must_be_vault(ports, folder / "shop.sparekey")
    assert caught.value.backup == ""


def test_a_session_tells_its_damage_until_it_is_written_back(
    ports: Ports, folder: Path
) -> None:
    """With edits under way: they stay unsaved."""
    path = folder / "shop.sparekey"
    whole = path.read_bytes()
    path.write_bytes(flip(whole, 600))
    with opened(ports, path, write=True) as session:
        assert session.damage == ((512, 1024),)
        session.apply(Add("account", an_account(900)))
        kept = write_back(session)
        assert session.damage == ()
        assert session.unsaved
        assert kept.read_bytes() == flip(whole, 600)
        assert path.read_bytes() == whole
        session.save()


def test_a_vault_opened_to_be_read_tells_its_damage_and_heals_nothing(
    ports: Ports, folder: Path
) -> None:
    """Another place has it open."""
    path = folder / "shop.sparekey"
    path.write_bytes(flip(path.read_bytes(), 600))
    with opened(ports, path) as session:
        session.read_only = "open-elsewhere"
        assert session.damage
        with pytest.raises(ReadOnly):
            write_back(session)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every vault be too large for parity at once."""
    monkeypatch.setattr(limits, "PARITY_AT_ONCE_BYTES", 1000)


@pytest.mark.usefixtures("large")
def test_a_large_vault_gets_its_parity_when_it_is_closed(
    ports: Ports, folder: Path
) -> None:
    """Not while somebody waits for the save."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True) as session:
        add(session, 900)
        assert health(ports, path) == Health(Parity.NONE)
    assert health(ports, path) == Health(Parity.WHOLE)
    session.close()  # a second time does nothing


@pytest.mark.usefixtures("large")
def test_a_large_vault_gets_its_parity_in_an_idle_moment(
    ports: Ports, folder: Path
) -> None:
    """And can be saved again after that."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True) as session:
        add(session, 900)
        add_parity(session)
        assert health(ports, path) == Health(Parity.WHOLE)
        add(session, 901)
    with opened(ports, path) as again:
        assert {an_account(900).id, an_account(901).id} <= set(again.vault.accounts)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("step", ["read", "create", "replace", "sync_directory"])
def test_where_parity_cannot_be_added_closing_goes_on(
    ports: Ports, folder: Path, step: str
) -> None:
    """The save stands without it."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True) as session:
        add(session, 900)
        session.ports = with_files(ports, FailingFiles(step))
    with opened(ports, path, write=True) as again:
        assert an_account(900).id in again.vault.accounts


@pytest.mark.usefixtures("large")
def test_an_idle_moment_tells_that_somebody_else_wrote_the_vault(
    ports: Ports, folder: Path
) -> None:
    """As a save would."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True) as session:
        add(session, 900)
        path.write_bytes(b"theirs")
        with pytest.raises(ChangedUnderneath):
            add_parity(session)
    assert path.read_bytes() == b"theirs"


def test_many_places_are_counted_and_the_first_are_told() -> None:
    """A list of thirty would say no more."""
    places = tuple((1024 * n, 1024 * n + 512) for n in range(30))
    told = place_words(places)
    assert told.startswith("30 places (bytes 0 to 512, bytes 1,024 to 1,536, ")
    assert told.endswith(", …)")
    assert "30 places" in healed_words(places).happened
