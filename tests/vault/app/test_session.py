"""An open vault: acts, undo, saving, and a new passphrase."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import an_account
from tests.desk import WORDS, files_in, make_shop, new_words, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from vault.app.credentials import Passphrase, code_typed, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.crypto.secret import Secret
from vault.envelope import factors
from vault.envelope.seal import Credentials
from vault.errors import (
    BrokenInvariant,
    Busy,
    Exists,
    FileTrouble,
    Invalid,
    NoKey,
    ReadOnly,
    Unconfirmed,
)
from vault.model.change import Add, Change, Remove, Replace

NEW_WORDS = "other words than before"
ANOTHER = an_account(77)


def passphrase(words: str) -> Passphrase:
    return Passphrase(typed_passphrase(words).secret, generated=True)


def test_an_act_says_what_it_touched(session: Session) -> None:
    """The result drives redraw, undo and merge."""
    done = session.apply(Add("account", ANOTHER), "Add")
    assert [(one.kind, one.id) for one in done.touched] == [("account", ANOTHER.id)]
    assert session.unsaved


def test_nothing_is_saved_unasked(session: Session, folder: Path) -> None:
    """A window saves later, a command at its end."""
    before = files_in(folder)
    session.apply(Add("account", ANOTHER))
    assert files_in(folder) == before
    session.save()
    assert not session.unsaved
    assert files_in(folder) != before


def test_saving_without_a_change_writes_nothing(session: Session, folder: Path) -> None:
    """No backup for no change."""
    before = files_in(folder)
    session.save()
    assert files_in(folder) == before


def test_saving_never_runs_argon2(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It happens after every edit."""

    def never(*_: object) -> Secret:
        pytest.fail("Argon2 was run")

    monkeypatch.setattr(factors, "argon2id", never)
    session.apply(Add("account", ANOTHER))
    session.save()


def test_undo_takes_back_and_redo_does_again(session: Session) -> None:
    """One act at a time; None where there is nothing more."""
    before = session.vault.accounts
    session.apply(Add("account", ANOTHER), "Add")
    assert session.undo()
    assert session.vault.accounts == before
    assert session.redo()
    assert session.vault.find("account", ANOTHER.id) == ANOTHER
    assert session.redo() is None
    session.undo()
    assert session.undo() is None


def test_a_new_act_forgets_what_was_undone(session: Session) -> None:
    """Else redo would do what no longer fits."""
    session.apply(Add("account", ANOTHER))
    session.undo()
    session.apply(Add("account", an_account(78)))
    assert session.redo() is None


def test_undo_reaches_the_disk_too(session: Session, ports: Ports) -> None:
    """What was saved and taken back is saved as taken back."""
    session.apply(Add("account", ANOTHER))
    session.save()
    session.undo()
    session.save()
    with opened(ports, session.file.path) as again:
        assert again.vault.find("account", ANOTHER.id) is None


@given(st.lists(st.sampled_from(["add", "undo", "redo"]), max_size=8))
def test_undo_and_redo_never_lose_their_place(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    """Whatever the order, the accounts are those of the acts that stand."""
    ports = ports_on_disk()
    folder = tmp_path_factory.mktemp("acts")
    make_shop(ports, folder, accounts=1)
    with opened(ports, folder / "shop.sparekey", write=True) as session:
        first = set(session.vault.accounts)
        stands: list[str] = []
        undone: list[str] = []
        for number, act in enumerate(acts):
            if act == "add":
                account = an_account(100 + number)
                session.apply(Add("account", account))
                stands.append(account.id)
                undone.clear()
            elif act == "undo":
                assert bool(session.undo()) == bool(stands)
                undone += [stands.pop()] if stands else []
            else:
                assert bool(session.redo()) == bool(undone)
                stands += [undone.pop()] if undone else []
        assert set(session.vault.accounts) == first | set(stands)


def invalid_acts(session: Session) -> list[Change]:
    one = next(iter(session.vault.accounts.values()))
    return [
        Add("account", replace(ANOTHER, name="")),
        Add("account", replace(ANOTHER, owner="zzzzzzzzzz")),
        Replace("account", one, replace(one, created="never")),
    ]


@pytest.mark.parametrize("number", range(3))
def test_an_act_that_would_leave_a_fault_is_refused_whole(
    session: Session, number: int
) -> None:
    """The vault is the same object as before, and there is nothing to undo."""
    before = session.vault
    act = invalid_acts(session)[number]
    with pytest.raises(Invalid) as refused:
        session.apply([Add("account", an_account(79)), act])
    assert refused.value.findings
    assert session.vault is before
    assert session.undo() is None
    assert not session.unsaved


def test_a_preview_forgets_what_it_saw(session: Session) -> None:
    """It raises as the act would, and keeps nothing."""
    before = session.vault
    session.preview([Add("account", ANOTHER)])
    assert session.vault is before
    with pytest.raises(Invalid):
        session.preview(invalid_acts(session)[:1])


def test_a_vault_opened_to_be_read_is_never_written(folder: Path, ports: Ports) -> None:
    """Asking for it is a fault of the program."""
    with opened(ports, folder / "shop.sparekey") as session:
        with pytest.raises(BrokenInvariant):
            session.apply(Add("account", ANOTHER))
        with pytest.raises(BrokenInvariant):
            new_words(session, NEW_WORDS)


def test_a_vault_that_may_not_change_says_why(session: Session) -> None:
    """Applying, undoing and changing the passphrase alike."""
    session.apply(Add("account", ANOTHER))
    session.read_only = "newer-minor"
    for act in (
        lambda: session.apply(Remove("account", ANOTHER)),
        session.undo,
        session.save,
        lambda: new_words(session, NEW_WORDS),
    ):
        with pytest.raises(ReadOnly):
            act()
    assert session.vault.find("account", ANOTHER.id)


def test_an_edit_that_could_not_be_saved_stays_and_can_be_saved_later(
    folder: Path, ports: Ports
) -> None:
    """STORAGE: it is kept in memory and said so."""
    full = with_files(ports, FailingFiles("write"))
    with opened(full, folder / "shop.sparekey", write=True) as session:
        session.apply(Add("account", ANOTHER))
        with pytest.raises(FileTrouble):
            session.save()
        assert session.unsaved
        session.ports = ports
        session.save()
    with opened(ports, folder / "shop.sparekey") as again:
        assert again.vault.find("account", ANOTHER.id) == ANOTHER


def unconfirmed(ports: Ports) -> Ports:
    """Return ports whose disk won't confirm the one file that counts."""
    return with_files(ports, FailingFiles("sync_directory", after=1))


def test_a_save_that_was_not_confirmed_is_told_once_and_gone_on_from(
    folder: Path, ports: Ports
) -> None:
    """The new state is in place: the next save must not meet a stranger's."""
    path = folder / "shop.sparekey"
    with opened(unconfirmed(ports), path, write=True) as session:
        session.apply(Add("account", ANOTHER))
        with pytest.raises(Unconfirmed):
            session.save()
        assert not session.unsaved
        session.save()
        session.ports = ports
        session.apply(Add("account", an_account(78)))
        session.save()
        session.must_be_confirmed()
    with opened(ports, path) as again:
        assert again.vault.find("account", an_account(78).id)


def test_a_new_passphrase_that_was_not_confirmed_is_in_force(
    folder: Path, ports: Ports
) -> None:
    """And so is how it was made."""
    path = folder / "shop.sparekey"
    with opened(unconfirmed(ports), path, write=True) as session:
        with pytest.raises(Unconfirmed):
            new_words(session, NEW_WORDS)
        assert not session.vault.passphrase_generated
        assert not session.unsaved
    opened(ports, path, NEW_WORDS).close()


def test_a_vault_that_can_not_be_replaced_is_saved_beside(
    session: Session, folder: Path, ports: Ports
) -> None:
    """Neither copy is lost, and the work goes on in the new one."""
    path, copy = folder / "shop.sparekey", folder / "mine.sparekey"
    theirs = path.read_bytes()
    session.apply(Add("account", ANOTHER))
    session.save_beside(copy)
    assert path.read_bytes() == theirs
    assert not session.unsaved
    opened(ports, path, write=True).close()  # the old one is given free
    with pytest.raises(Busy):
        opened(ports, copy, write=True)
    session.apply(Add("account", an_account(78)))
    session.save()
    with opened(ports, copy) as again:
        assert {ANOTHER.id, an_account(78).id} <= set(again.vault.accounts)
        assert again.file.stamp.epoch == 1


def test_saving_beside_overwrites_nothing(session: Session, folder: Path) -> None:
    """And the session stays where it was."""
    taken = folder / "mine.sparekey"
    taken.write_bytes(b"mine")
    session.apply(Add("account", ANOTHER))
    with pytest.raises(Exists):
        session.save_beside(taken)
    assert taken.read_bytes() == b"mine"
    assert session.unsaved
    session.save()
    assert session.file.path == folder / "shop.sparekey"


def test_a_new_passphrase_replaces_the_old_one(
    session: Session, folder: Path, ports: Ports
) -> None:
    """The old one is dead, the new one opens, the card still does."""
    new_words(session, NEW_WORDS)
    path = folder / "shop.sparekey"
    with pytest.raises(NoKey):
        opened(ports, path)
    opened(ports, path, NEW_WORDS).close()
    code = code_typed((folder / "code.txt").read_text(encoding="utf-8").strip())
    open_vault(ports, path, Credentials(code=code.secret), write=False).close()


def test_the_new_passphrase_is_what_opens_the_vault_from_now_on(
    session: Session,
) -> None:
    """A kit that is made next is locked with it, and not with the old one."""
    new_words(session, NEW_WORDS)
    shown = session.presented.passphrase
    assert shown
    assert shown.equals(typed_passphrase(NEW_WORDS).secret)


def test_a_new_passphrase_draws_a_new_file_key_and_raises_the_epoch(
    session: Session,
) -> None:
    """Who kept an old copy and its passphrase opens no later save."""
    before = session.file
    old_key = before.keys.file_key.reveal()
    new_words(session, NEW_WORDS)
    after = session.file
    assert after.keys.file_key.reveal() != old_key
    assert after.stamp.epoch == before.stamp.epoch + 1
    assert after.stamp.generation == before.stamp.generation + 1


def test_the_backup_still_opens_with_the_old_passphrase(
    session: Session, folder: Path, ports: Ports
) -> None:
    """A passphrase mistyped twice must not cost the vault."""
    new_words(session, NEW_WORDS)
    (backup,) = (folder / "shop backups").iterdir()
    opened(ports, backup, WORDS).close()


def test_whether_the_new_passphrase_was_drawn_is_kept(session: Session) -> None:
    """The lock of a kit depends on it."""
    new_words(session, NEW_WORDS)
    assert not session.vault.passphrase_generated


def test_edits_go_on_after_a_new_passphrase(
    session: Session, folder: Path, ports: Ports
) -> None:
    """The session holds the new keys."""
    new_words(session, NEW_WORDS)
    session.apply(Add("account", ANOTHER))
    session.save()
    with opened(ports, folder / "shop.sparekey", NEW_WORDS) as again:
        assert again.vault.find("account", ANOTHER.id) == ANOTHER


def test_a_new_passphrase_that_can_not_be_saved_changes_nothing_on_the_disk(
    folder: Path, ports: Ports
) -> None:
    """The old one still opens."""
    full = with_files(ports, FailingFiles("write"))
    with opened(full, folder / "shop.sparekey", write=True) as session:
        with pytest.raises(FileTrouble):
            new_words(session, NEW_WORDS)
        assert session.vault.passphrase_generated  # as the old one was: it is in force
        assert not session.unsaved
    opened(ports, folder / "shop.sparekey", WORDS).close()


def test_closing_wipes_the_key_and_frees_the_vault(folder: Path, ports: Ports) -> None:
    """The next one may open it to write."""
    session = opened(ports, folder / "shop.sparekey", write=True)
    key = session.file.keys.file_key
    session.close()
    with pytest.raises(BrokenInvariant):
        key.reveal()
    opened(ports, folder / "shop.sparekey", write=True).close()
