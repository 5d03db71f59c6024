"""Going on from an older state: above all that was seen, under a new file key."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import FailingFiles, with_files
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.make_current import bring_back, is_older, make_current
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.standing import Kind
from vault.app.unlock import open_vault
from vault.app.ways_in import ways_in
from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials, reopen
from vault.envelope.slot import Factor
from vault.errors import Exists, FileTrouble, NoKey, ReadOnly
from vault.model.change import Add


@pytest.fixture
def home(ports: Ports, tmp_path: Path) -> Ports:
    """Return the ports of a device that remembers."""
    make_shop(ports, tmp_path)
    return replace(ports, state=tmp_path / "home")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return tmp_path / "shop.sparekey"


@pytest.fixture
def old(home: Ports, shop: Path) -> Path:
    """Return the vault's path, where an older copy lies: two accounts are missing."""
    with opened(home, shop, write=True) as session:
        session.save()
    older = shop.with_name("older")
    shutil.copy(shop, older)
    for number in (70, 71):
        with opened(home, shop, write=True) as session:
            session.apply(Add("account", an_account(number)))
            session.save()
    shutil.copy(older, shop)
    return shop


def by_card(session: Session) -> Credentials:
    return Credentials(code=Secret(bytes.fromhex(session.vault.vault_code)))


def test_it_becomes_the_newest_and_may_be_changed(home: Ports, old: Path) -> None:
    """Its generation and epoch are above what was seen."""
    with opened(home, old, write=True) as session:
        assert is_older(session)
        seen = session.standing.seen
        assert seen is not None
        assert make_current(session) == ()
        assert not is_older(session)
        assert session.file.stamp.generation == seen.generation + 1
        assert session.file.stamp.epoch == seen.epoch + 1
        session.apply(Add("account", an_account(72)))
        session.save()
    with opened(home, old) as session:
        assert session.standing.kind is Kind.SAME
        assert session.read_only == ""


def test_the_old_file_key_opens_nothing_of_it(home: Ports, old: Path) -> None:
    """Whoever kept it from a later state is shut out of what comes now."""
    with opened(home, old, write=True) as session:
        keys = session.file.keys
        before = replace(keys, file_key=Secret(keys.file_key.reveal()))
        make_current(session)
        with pytest.raises(NoKey):
            reopen(old.read_bytes(), before)


def test_both_ways_in_stay(home: Ports, old: Path) -> None:
    """The card's code is kept inside the vault; the passphrase was just typed."""
    with opened(home, old, write=True) as session:
        make_current(session)
        card = by_card(session)
    open_vault(home, old, card, write=False).close()
    opened(home, old).close()


def test_what_was_not_presented_is_lost_and_named(home: Ports, old: Path) -> None:
    """Opened by the card: the passphrase can't be wrapped again."""
    with opened(home, old) as session:
        card = by_card(session)
    with open_vault(home, old, card, write=True) as session:
        assert make_current(session) == (Factor.PASSPHRASE,)
    with pytest.raises(NoKey):
        opened(home, old)


def test_whose_a_way_is_stays_noted(home: Ports, old: Path) -> None:
    """A note belongs to a slot's salt, which every wrapping draws anew."""
    with opened(home, old, write=True) as session:
        before = [(one.whose, one.generated) for one in ways_in(session)]
        make_current(session)
        assert [(one.whose, one.generated) for one in ways_in(session)] == before
        assert len(session.vault.ways) == len(before)


def test_the_older_copy_stays_as_a_backup(home: Ports, old: Path) -> None:
    """As with every save."""
    before = old.read_bytes()
    with opened(home, old, write=True) as session:
        make_current(session)
    kept = [one.read_bytes() for one in (old.parent / "shop backups").iterdir()]
    assert before in kept


def test_a_save_that_fails_leaves_it_older(home: Ports, old: Path) -> None:
    """And the file as it was."""
    before = old.read_bytes()
    with opened(home, old, write=True) as session:
        session.ports = with_files(home, FailingFiles("create"))
        with pytest.raises(FileTrouble):
            make_current(session)
        assert is_older(session)
    assert old.read_bytes() == before


def test_what_may_not_be_changed_otherwise_is_not_made_current(
    home: Ports, shop: Path
) -> None:
    """A backup is brought back as a new file; a newer program's vault is left."""
    with opened(home, shop, write=True) as session:
        session.read_only = "newer-minor"
        with pytest.raises(ReadOnly):
            make_current(session)
        with pytest.raises(ReadOnly):
            bring_back(session, shop.with_name("new.sparekey"))


def test_a_backup_is_brought_back_as_a_new_file(home: Ports, old: Path) -> None:
    """Same vault, above all that was seen; the backup and the vault stay."""
    names = sorted((old.parent / "shop backups").iterdir())
    out = old.with_name("back.sparekey")
    before = old.read_bytes(), names[0].read_bytes()
    with opened(home, names[0], write=True) as session:
        assert session.read_only == "a-backup"
        assert bring_back(session, out) == ()
        seen, ident = session.standing.seen, session.file.ident
        vault = session.vault
    assert (old.read_bytes(), names[0].read_bytes()) == before
    with opened(home, out, write=True) as session:
        assert seen is not None
        assert session.file.ident == ident
        assert session.file.stamp.generation == seen.generation + 1
        assert session.file.stamp.epoch == seen.epoch + 1
        assert session.vault.accounts == vault.accounts
        assert session.read_only == ""


def test_without_notes_the_backups_tell_how_far_it_had_got(
    home: Ports, old: Path, tmp_path: Path
) -> None:
    """On a new computer the names among the backups are what there is."""
    elsewhere = replace(home, state=None)
    names = sorted((old.parent / "shop backups").iterdir())
    out = old.with_name("back.sparekey")
    with opened(elsewhere, names[0]) as session:
        bring_back(session, out)
    newest = int(names[-1].name[1:11])
    with opened(elsewhere, out) as session:
        assert session.file.stamp.generation == newest + 2


def test_nothing_is_overwritten(home: Ports, old: Path) -> None:
    """A name that is taken is refused before any key work."""
    with opened(home, old) as session, pytest.raises(Exists):
        bring_back(session, old)


def test_a_disk_that_refuses_leaves_nothing_behind(home: Ports, old: Path) -> None:
    """No half file, no lock."""
    out = old.with_name("back.sparekey")
    with opened(home, old) as session:
        session.ports = with_files(home, FailingFiles("write"))
        with pytest.raises(FileTrouble):
            bring_back(session, out)
    assert not [one.name for one in old.parent.iterdir() if "back.sp" in one.name]


def test_other_words_do_not_open_what_was_brought_back(home: Ports, old: Path) -> None:
    """The ways in are those that opened the older state."""
    out = old.with_name("back.sparekey")
    with opened(home, old) as session:
        bring_back(session, out)
    words = Passphrase(typed_passphrase("not these").secret, generated=False)
    with pytest.raises(NoKey):
        open_vault(home, out, Credentials(passphrase=words.secret), write=False)
