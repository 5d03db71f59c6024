"""Somebody knows it: everything new, and a list of what is left to be done."""

import pytest
from msgspec.structs import replace

from tests.builders import a_kit
from tests.desk import WORDS, opened
from tests.fakes import FailingFiles, with_files
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.owner_key import signer_words
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.app.ways_change import plan_key_file, plan_partner
from vault.app.ways_in import ways_in
from vault.app.ways_known import (
    delete_copies,
    left_to_do,
    older_copies,
    plan_known,
    renewed,
    to_renew,
)
from vault.app.ways_plan import carry_out
from vault.crypto.secret import Secret
from vault.errors import BrokenInvariant, FileTrouble, NoKey, Refused
from vault.model.change import Add, Replace

NEW = "other words than before"


def words(text: str) -> Passphrase:
    return Passphrase(typed_passphrase(text).secret, generated=True)


@pytest.fixture
def known(session: Session) -> Session:
    """Return the shop with a partner and a key file, after somebody knew it."""
    carry_out(session, plan_partner(session, words("mina's own words"), "Mina"))
    shown = Credentials(typed_passphrase(WORDS).secret)
    carry_out(session, plan_key_file(session, Secret(bytes(64)), shown))
    whole, part = a_kit(1), replace(a_kit(2), partial=True)
    whole = replace(whole, partial=False, accounts=())
    session.apply([Add("kit", whole), Add("kit", part)])
    plan = plan_known(session, words(NEW))
    assert [way.mask for way in plan.gone] == [2, 5]  # Mina was lost by the key file
    carry_out(session, plan)
    return session


def test_two_ways_in_are_left_and_both_are_new(known: Session, ports: Ports) -> None:
    """The passphrase just chosen, and the code of a new card."""
    assert [way.mask for way in ways_in(known)] == [1, 2]
    path = known.file.path
    opened(ports, path, NEW).close()
    code = Secret(bytes.fromhex(known.vault.vault_code))
    open_vault(ports, path, Credentials(code=code), write=False).close()
    for dead in (WORDS, "mina's own words"):
        with pytest.raises(NoKey):
            opened(ports, path, dead)


def test_code_identity_and_card_are_new(session: Session) -> None:
    """Deputies compare the eight words again."""
    before = session.vault
    carry_out(session, plan_known(session, words(NEW)))
    after = session.vault
    assert after.vault_code != before.vault_code
    assert after.card_number == before.card_number + 1
    assert after.identity != before.identity
    assert signer_words(after) != signer_words(before)


def test_no_old_secret_lives_on_in_the_history(session: Session) -> None:
    """Nor can anything bring one back."""
    old = session.vault
    assert old.identity
    carry_out(session, plan_known(session, words(NEW)))
    told = str(session.vault.history)
    assert old.vault_code not in told
    assert old.identity.signing_seed not in told
    assert session.undo() is None


def test_every_code_in_force_is_to_be_renewed(known: Session) -> None:
    """Those of most worth first, until a new set retires them or somebody says so."""
    listed = to_renew(known.vault)
    assert len(listed) == len(known.vault.code_sets) == 3
    worth = [known.vault.accounts[one.account].worth_a_day or 0 for one in listed]
    assert worth == sorted(worth, reverse=True)
    first, second, third = listed
    known.apply(renewed(first))
    known.apply(Replace("code-set", second, replace(second, retired="2026-03-02")))
    assert to_renew(known.vault) == (third,)


def test_what_is_left_to_do_is_listed(known: Session) -> None:
    """Kits of all of it that still open, the old card, the codes, older copies."""
    left = left_to_do(known)
    assert [kit.number for kit in left.kits] == [1]
    assert left.card_number == 1
    assert len(left.code_sets) == 3
    assert {path.parent.name for path in left.copies} == {"shop backups"}
    assert known.file.path not in left.copies


def test_a_kit_that_was_destroyed_opens_nothing(known: Session) -> None:
    """It goes from the list."""
    (kit,) = left_to_do(known).kits
    known.apply(Replace("kit", kit, replace(kit, destroyed="2026-03-02")))
    assert left_to_do(known).kits == ()


def test_older_copies_are_deleted_when_the_owner_wants(
    known: Session, ports: Ports
) -> None:
    """Conflict copies too; the vault itself stays and opens."""
    path = known.file.path
    conflict = path.with_name("shop.sync-conflict-20260301-120000-ABCDEFG.sparekey")
    conflict.write_bytes(path.read_bytes())
    copies = older_copies(ports, path)
    assert conflict in copies
    delete_copies(ports, path, copies)
    assert older_copies(ports, path) == ()
    opened(ports, path, NEW).close()


def test_nothing_but_an_older_copy_is_deleted(known: Session, ports: Ports) -> None:
    """Not the vault, not a file beside it."""
    path = known.file.path
    for one in (path, path.with_name("code.txt")):
        with pytest.raises(BrokenInvariant):
            delete_copies(ports, path, [one])
        assert one.exists()


def test_a_copy_that_can_not_be_deleted_says_so(known: Session, ports: Ports) -> None:
    """The rest stays where it is."""
    stuck, path = with_files(ports, FailingFiles("remove")), known.file.path
    with pytest.raises(FileTrouble):
        delete_copies(stuck, path, older_copies(ports, path))


def test_copies_that_can_not_be_listed_are_left_out(
    known: Session, ports: Ports
) -> None:
    """What is nowhere to be seen is deleted by nobody."""
    blind = with_files(ports, FailingFiles("read"))
    assert older_copies(blind, known.file.path) == ()


def test_the_passphrase_that_is_known_is_no_new_one(session: Session) -> None:
    """That is the point."""
    with pytest.raises(Refused, match="way-same"):
        plan_known(session, words(WORDS))


def test_a_mark_that_is_there_keeps_its_day(session: Session) -> None:
    """It tells since when somebody may know the codes."""
    first = next(iter(session.vault.code_sets.values()))
    session.apply(Replace("code-set", first, replace(first, renew="2026-01-01")))
    carry_out(session, plan_known(session, words(NEW)))
    assert session.vault.code_sets[first.id].renew == "2026-01-01"
