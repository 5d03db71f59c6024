"""Merging into an open vault and into a new file: what is kept, and what is later."""

import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk import WORDS, new_words, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from vault.app import edit
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.merge_flow import (
    Merging,
    close_copy,
    conflict_copies,
    merge_in,
    merge_to,
    open_base,
    open_copy,
    open_disk,
    plan_merge,
    settle,
    to_check,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import blank_vault, create_vault
from vault.crypto.kdf import TESTS_ONLY
from vault.envelope.seal import Way, change_ways
from vault.errors import (
    BrokenInvariant,
    ChangedUnderneath,
    Exists,
    NoKey,
    ReadOnly,
    Refused,
    Unconfirmed,
)
from vault.model.account import Account
from vault.model.change import Replace, edit_vault
from vault.model.code import CodeSet
from vault.model.removal import removal_of
from vault.model.vault import Vault
from vault.storage import paths

COPY = "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey"
OTHER = "quiet lamp stone river amber glad"


def ports_of(seed: int) -> Ports:
    """Return ports with other chance: no two devices draw the same."""
    return ports_on_disk(seed=seed)


def accounts(session: Session) -> list[Account]:
    return sorted(session.vault.accounts.values(), key=lambda one: one.name)


def noted(session: Session, field: str, text: str, which: int = 0) -> None:
    """Change one field of an account, unsaved."""
    now = accounts(session)[which]
    session.apply(Replace("account", now, replace(now, **{field: text})))


def first_set(session: Session) -> CodeSet:
    """Return the codes of the first account."""
    account = accounts(session)[0].id
    sets = session.vault.code_sets.values()
    return next(one for one in sets if one.account == account)


def use(session: Session, place: int, who: str) -> None:
    one = first_set(session)
    at = session.ports.now()
    session.apply(edit.using(one, one.codes[place], who, "", at))


def codes_used(session: Session) -> list[str]:
    one = first_set(session)
    return [code.used_by for code in one.codes if code.state == "used"]


@pytest.fixture
def other(folder: Path) -> Path:
    """Return the path of a copy that went on elsewhere and came back as a conflict."""
    away = folder / "away"
    away.mkdir()
    shutil.copy(folder / "shop.sparekey", away / "shop.sparekey")
    with opened(ports_of(7), away / "shop.sparekey", write=True) as session:
        use(session, 0, "Mina")
        noted(session, "phone", "+44 1")
        session.save()
    shutil.copy(away / "shop.sparekey", folder / COPY)
    shutil.rmtree(away)
    return folder / COPY


def planned(session: Session, path: Path) -> Merging:
    return plan_merge(session, open_copy(session, path))


def test_a_conflict_copy_comes_in_as_one_act(session: Session, other: Path) -> None:
    """All four facts; later than both copies; one undo takes it back."""
    use(session, 1, "Sam")
    noted(session, "notes", "by post")
    session.save()
    merging = planned(session, other)
    assert merging.base == "backup"
    assert not merging.same
    assert not merging.to_check
    merge_in(session, merging, "Merge the copy")
    assert codes_used(session) == ["Mina", "Sam"]
    account = accounts(session)[0]
    assert (account.phone, account.notes) == ("+44 1", "by post")
    session.save()
    assert session.file.stamp.generation == 3
    assert session.undo_name == "Merge the copy"
    session.undo()
    assert codes_used(session) == ["Sam"]
    session.redo()
    assert codes_used(session) == ["Mina", "Sam"]


def test_the_next_save_is_later_than_a_copy_that_went_further(
    session: Session, folder: Path, other: Path
) -> None:
    """By its generation, not by a clock."""
    with opened(ports_of(8), other, write=True) as theirs:
        for text in "abc":
            noted(theirs, "notes", text)
            theirs.save()
        further = theirs.file.stamp.generation
    merge_in(session, planned(session, other), "Merge")
    session.save()
    assert session.file.stamp.generation == further + 1
    backup = paths.backup(folder / "shop.sparekey", 1, session.file.stamp.parent)
    assert backup.exists()


def test_the_copies_beside_a_vault_are_found(
    ports: Ports, folder: Path, other: Path
) -> None:
    """With who may have left them; the very same is said to be so."""
    shutil.copy(folder / "shop.sparekey", folder / "shop (1).sparekey")
    found = conflict_copies(ports, folder / "shop.sparekey")
    assert [(one.path.name, one.program, one.same) for one in found] == [
        ("shop (1).sparekey", "Google Drive", True),
        (COPY, "Syncthing", False),
    ]


def test_an_identical_copy_needs_no_question(session: Session, folder: Path) -> None:
    """Nothing differs, nothing is done, there is nothing to undo."""
    shutil.copy(folder / "shop.sparekey", folder / "shop 2.sparekey")
    merging = planned(session, folder / "shop 2.sparekey")
    assert merging.same
    assert merging.nothing_new
    merge_in(session, merging, "Merge")
    assert not session.unsaved
    assert session.undo_name == ""


def test_changed_on_the_disk_while_open(session: Session, other: Path) -> None:
    """The save is refused, the disk's state comes in, and the save goes through."""
    path = session.file.path
    other.replace(path)
    use(session, 1, "Sam")
    with pytest.raises(ChangedUnderneath):
        session.save()
    merging = plan_merge(session, open_disk(session))
    assert merging.base == "mine"
    merge_in(session, merging, "Take in what was saved elsewhere")
    session.save()
    with opened(ports_of(9), path) as again:
        assert codes_used(again) == ["Mina", "Sam"]
        assert again.file.stamp.generation == 3
        assert again.file.stamp.parent == merging.copy.file.save_id


def test_without_edits_of_ours_the_disk_is_taken_as_it_is(
    session: Session, other: Path
) -> None:
    """Nothing is written: two open windows would else save in turn for ever."""
    other.replace(session.file.path)
    merging = plan_merge(session, open_disk(session))
    merge_in(session, merging, "Take in what was saved elsewhere")
    assert session.vault == merging.copy.vault
    assert not session.unsaved
    written = session.file.path.read_bytes()
    session.save()
    assert session.file.path.read_bytes() == written


def test_an_older_state_that_came_back_to_the_disk(
    session: Session, folder: Path
) -> None:
    """It brings nothing, and is written over with ours, later than ours was."""
    path = session.file.path
    old = path.read_bytes()
    noted(session, "notes", "newer")
    session.save()
    path.write_bytes(old)
    merging = plan_merge(session, open_disk(session))
    assert (merging.base, merging.nothing_new) == ("theirs", True)
    merge_in(session, merging, "Merge")
    session.save()
    with opened(ports_of(9), path) as again:
        assert accounts(again)[0].notes == "newer"
        assert again.file.stamp.generation == 3


def test_a_plan_holds_for_the_state_it_was_made_for(
    session: Session, other: Path
) -> None:
    """Whoever typed in between plans anew."""
    merging = planned(session, other)
    noted(session, "notes", "typed meanwhile")
    with pytest.raises(BrokenInvariant):
        merge_in(session, merging, "Merge")


def test_a_new_file_is_later_than_both_and_overwrites_nothing(
    session: Session, folder: Path, other: Path
) -> None:
    """Opened by what opened mine; both copies as they were."""
    before = {path.name: path.read_bytes() for path in (session.file.path, other)}
    merging = planned(session, other)
    made = merge_to(session, merging, folder / "both.sparekey")
    with opened(ports_of(9), folder / "both.sparekey", write=True) as both:
        assert both.vault == made
        assert both.file.stamp.generation == 3
        assert both.file.stamp.parent == session.file.save_id
    for name, data in before.items():
        assert (folder / name).read_bytes() == data
    with pytest.raises(Exists):
        merge_to(session, merging, other)


def test_a_new_file_that_cannot_be_made_leaves_nothing(
    session: Session, folder: Path, other: Path
) -> None:
    """No lock file either; one that is only unconfirmed is there, and says so."""
    merging = planned(session, other)
    session.ports = with_files(session.ports, FailingFiles("write"))
    with pytest.raises(Exception, match="write"):
        merge_to(session, merging, folder / "both.sparekey")
    assert not [path for path in folder.iterdir() if "both" in path.name]
    session.ports = with_files(session.ports, FailingFiles("sync_directory"))
    with pytest.raises(Unconfirmed):
        merge_to(session, merging, folder / "both.sparekey")
    assert (folder / "both.sparekey").exists()


def test_another_vault_is_refused_before_any_key_work(
    session: Session, folder: Path, ports: Ports
) -> None:
    """By the id in its open part."""
    stranger = blank_vault(ports_of(5), "Stranger")
    path = folder / "stranger.sparekey"
    create_vault(ports, path, stranger, typed_passphrase(WORDS)).close()
    with pytest.raises(Refused) as refused:
        open_copy(session, path)
    assert refused.value.reason == "merge-other-vault"


def change_passphrase(path: Path, seed: int = 7) -> None:
    with opened(ports_of(seed), path, write=True) as session:
        new_words(session, OTHER)


def by(words: str) -> Credentials:
    return Credentials(passphrase=typed_passphrase(words).secret)


def test_a_copy_with_other_ways_in_needs_its_own(session: Session, other: Path) -> None:
    """And does not change ours, unless it went on from ours."""
    change_passphrase(other)
    noted(session, "notes", "apart")
    session.save()
    with pytest.raises(NoKey):
        open_copy(session, other)
    copy = open_copy(session, other, by(OTHER))
    merging = plan_merge(session, copy)
    assert (merging.ways, merging.ways_differ) == ("mine", True)
    merge_in(session, merging, "Merge")
    close_copy(session, copy)
    session.save()
    assert session.file.stamp.epoch == 3
    with opened(ports_of(9), session.file.path) as again:
        assert codes_used(again) == ["Mina"]


def test_a_passphrase_changed_elsewhere_long_ago_is_not_taken_unseen(
    session: Session, other: Path
) -> None:
    """The saves between are not here: nothing shows that theirs went on from ours."""
    change_passphrase(other)
    other.replace(session.file.path)
    copy = open_disk(session, by(OTHER))
    merging = plan_merge(session, copy)
    assert (merging.base, merging.ways) == ("history", "mine")
    assert merging.ways_differ
    close_copy(session, copy)


def test_ways_in_of_a_copy_that_went_on_from_ours_are_the_newer_ones(
    session: Session, folder: Path, ports: Ports
) -> None:
    """Changed once on another device, from the state that lies open here."""
    path = session.file.path
    shutil.copy(path, folder / "away.sparekey")
    change_passphrase(folder / "away.sparekey")
    (folder / "away.sparekey").replace(path)
    noted(session, "notes", "unsaved")
    copy = open_disk(session, by(OTHER))
    merging = plan_merge(session, copy)
    assert (merging.base, merging.ways) == ("mine", "theirs")
    merge_in(session, merging, "Merge")
    close_copy(session, copy)
    session.save()
    assert session.file.stamp.epoch == 2
    with opened(ports_of(9), path, OTHER) as again:
        assert accounts(again)[0].notes == "unsaved"
        assert not again.vault.passphrase_generated
    with pytest.raises(NoKey):
        opened(ports_of(9), path)
    made = merge_to(session, planned(session, path), folder / "both.sparekey")
    assert made == session.vault


def test_a_new_file_opens_by_the_newer_ways_in(session: Session, folder: Path) -> None:
    """Those of the copy that went on from ours."""
    shutil.copy(session.file.path, folder / "away.sparekey")
    change_passphrase(folder / "away.sparekey")
    copy = open_copy(session, folder / "away.sparekey", by(OTHER))
    merging = plan_merge(session, copy)
    merge_to(session, merging, folder / "both.sparekey")
    close_copy(session, copy)
    with opened(ports_of(9), folder / "both.sparekey", OTHER) as both:
        assert both.file.stamp.parent == copy.file.save_id


def test_the_common_save_may_be_named(
    session: Session, folder: Path, other: Path
) -> None:
    """For a backup that lies elsewhere; by the keys of either copy."""
    base = folder / "base.sparekey"
    shutil.copy(session.file.path, base)
    noted(session, "notes", "x")
    session.save()
    shutil.rmtree(paths.backups(session.file.path))
    copy = open_copy(session, other)
    assert plan_merge(session, copy).base == "history"
    merging = plan_merge(session, copy, open_base(session, base, copy))
    assert merging.base == "given"
    change_passphrase(base)
    with pytest.raises(NoKey):
        open_base(session, base, copy)
    session.presented = by(OTHER)
    assert open_base(session, base, copy).name == "Tea Shop"


def test_what_a_newer_program_wrote_is_not_merged(
    session: Session, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing it again would lose what this program does not know."""
    copy = open_copy(session, other)
    session.read_only = "newer-minor"
    with pytest.raises(ReadOnly):
        open_copy(session, other)
    session.read_only = ""
    _write_newer(other, copy.vault, session, monkeypatch)
    for shown in (None, by(WORDS)):
        with pytest.raises(ReadOnly):
            open_copy(session, other, shown)


def _write_newer(
    path: Path, vault: object, session: Session, patch: pytest.MonkeyPatch
) -> None:
    with opened(ports_of(11), path, write=True) as theirs:
        real = theirs.writer.document

        def newer(vault: Vault) -> bytes:
            return re.sub(rb'^{"minor":\d', b'{"minor":9', real(vault))

        patch.setattr(theirs.writer, "document", newer)
        noted(theirs, "notes", "n")
        theirs.save()
    patch.undo()


def test_what_must_be_looked_at_is_listed_and_settled(
    session: Session, other: Path
) -> None:
    """Either answer is an act of its own."""
    noted(session, "phone", "+44 2")
    merge_in(session, planned(session, other), "Merge")
    (conflict,) = to_check(session)
    assert conflict.field == "phone"
    settle(session, conflict, "Take the other", other=True)
    assert accounts(session)[0].phone == conflict.other
    assert to_check(session) == ()
    session.undo()
    assert session.redo_name == "Take the other"


def test_keeping_what_shows_settles_it_too(session: Session, other: Path) -> None:
    """Nothing changes but that somebody has looked."""
    noted(session, "phone", "+44 2")
    merge_in(session, planned(session, other), "Merge")
    (conflict,) = to_check(session)
    settle(session, conflict, "Keep it", other=False)
    assert accounts(session)[0].phone == conflict.shown
    assert to_check(session) == ()


def test_a_sound_vault_is_never_refused_after_a_merge(
    session: Session, other: Path
) -> None:
    """One removed the account that the other went on with: it comes back whole."""
    account = accounts(session)[0]
    session.apply(removal_of(session.vault, "account", account.id))
    merge_in(session, planned(session, other), "Merge")
    assert account.id in session.vault.accounts
    assert codes_used(session) == ["Mina"]
    session.save()


def test_the_name_of_a_vault_is_merged_with_the_rest(
    session: Session, other: Path
) -> None:
    """Its own fields are fields too."""
    session.apply(edit_vault(session.vault, name="Tea House"))
    merge_in(session, planned(session, other), "Merge")
    assert session.vault.name == "Tea House"


def test_a_way_in_that_was_added_elsewhere_comes_along(
    session: Session, folder: Path
) -> None:
    """A partner's passphrase: the same file key, one slot more."""
    away = folder / "away.sparekey"
    shutil.copy(session.file.path, away)
    with opened(ports_of(7), away, write=True) as theirs:
        way = Way(passphrase=typed_passphrase(OTHER).secret, cost=TESTS_ONLY)
        more = change_ways(
            theirs.file.ident,
            theirs.file.keys,
            random=theirs.ports.random,
            add=[way],
            floor=TESTS_ONLY,
        )
        theirs._write(more.keys)
    away.replace(session.file.path)
    noted(session, "notes", "unsaved")
    merge_in(session, plan_merge(session, open_disk(session)), "Merge")
    session.save()
    for words in (WORDS, OTHER):
        with opened(ports_of(9), session.file.path, words) as again:
            assert accounts(again)[0].notes == "unsaved"
