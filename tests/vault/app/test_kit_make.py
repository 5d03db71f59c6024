"""Making and handing out a kit, at the one door."""

import random
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import files_in, quick_paper
from tests.fakes import FailingFiles, with_files
from vault.app import kit_make
from vault.app.credentials import Passphrase
from vault.app.kit_changed import Since, changed_since
from vault.app.kit_hand_out import hand_out, write_kit
from vault.app.kit_make import Made, enter_kit, make_kit, prepare_kit
from vault.app.kit_order import Order
from vault.app.session import Session
from vault.errors import BrokenInvariant, Exists, FileTrouble, Refused, TooLarge
from vault.model.account import Account
from vault.model.change import Add


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing."""
    quick_paper(monkeypatch)


def order(session: Session, ways: str = "either", **more: object) -> Order:
    secret = session.presented.passphrase
    assert secret is not None
    return Order(ways, "a4", Passphrase(secret, generated=True), **more)


def kit_of(session: Session) -> Made:
    return make_kit(session, order(session))


def test_a_kit_is_in_the_register_before_it_is_handed_out(session: Session) -> None:
    """In memory; nothing is written yet."""
    made = kit_of(session)
    assert session.vault.kits[made.entry.id] == made.entry
    assert session.unsaved


def test_a_kit_counts_the_generation_it_was_made_of(session: Session) -> None:
    """What changed since is counted from there."""
    made = kit_of(session)
    assert made.entry.generation == session.file.stamp.generation
    assert made.entry.made == session.ports.now()


def test_a_kit_that_is_only_prepared_leaves_no_trace(session: Session) -> None:
    """It was looked at and given up: nothing to undo, nothing to save."""
    before = session.vault
    prepare_kit(session, order(session))
    assert session.vault is before
    assert (session.undo_name, session.redo_name) == ("", "")


def test_a_kit_is_entered_though_the_vault_was_changed_meanwhile(
    session: Session,
) -> None:
    """It tells what it lacks."""
    made = prepare_kit(session, order(session))
    session.apply(Add("account", an_account(77)))
    enter_kit(session, made)
    assert session.vault.kits[made.entry.id] == made.entry
    since = changed_since(session.vault, made.entry)
    assert since == Since(new=(("account", an_account(77).id),))


def test_a_kit_that_is_refused_leaves_the_register(session: Session) -> None:
    """A lock that is not allowed."""
    with pytest.raises(Refused):
        make_kit(session, Order("either", "a4", None))
    assert not session.vault.kits
    assert not session.unsaved


def test_a_kit_that_could_not_be_made_is_no_act_to_do_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Redo would enter a kit that nobody has on paper."""

    def broken(*_: object) -> bytes:
        raise BrokenInvariant("made to fail")

    monkeypatch.setattr(kit_make, "draw_pdf", broken)
    with pytest.raises(BrokenInvariant):
        kit_of(session)
    assert (session.undo_name, session.redo_name) == ("", "")


def test_a_kit_is_one_act(session: Session) -> None:
    """One Ctrl+Z takes it off the register."""
    kit_of(session)
    session.undo()
    assert not session.vault.kits
    assert session.undo_name == ""


def test_a_vault_as_large_as_forty_sheets_hold_is_refused_in_words(
    session: Session,
) -> None:
    """And the register is as before."""
    chance = random.Random(1)
    notes = "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(20_000))
    one = next(iter(session.vault.accounts.values()))
    for number in range(8):
        extra = Account(id=one.id[:-1] + "abcdefgh"[number], name="N", notes=notes)
        session.apply(Add("account", extra))
    with pytest.raises(TooLarge):
        kit_of(session)
    assert not session.vault.kits


def test_the_sheets_are_taken_back_where_the_card_can_not_be_written(
    session: Session, folder: Path
) -> None:
    """All of it, or nothing."""
    made = kit_of(session)
    (folder / "card.pdf").write_bytes(b"mine")
    before = files_in(folder)
    with pytest.raises(Exists):
        hand_out(session, made, folder / "kit.pdf", folder / "card.pdf")
    assert files_in(folder) == before
    assert not session.vault.kits
    assert (session.undo_name, session.redo_name) == ("", "")


def test_both_are_taken_back_where_the_register_can_not_be_saved(
    session: Session, folder: Path
) -> None:
    """The third file is the vault itself."""
    made = kit_of(session)
    before = files_in(folder)
    files = FailingFiles("write", after=2)
    session.ports = with_files(session.ports, files)
    with pytest.raises(FileTrouble):
        hand_out(session, made, folder / "kit.pdf", folder / "card.pdf")
    assert files_in(folder) == before
    assert not session.vault.kits
    assert (session.undo_name, session.redo_name) == ("", "")


def test_a_kit_without_a_card_writes_none(session: Session, folder: Path) -> None:
    """Where the passphrase alone opens it."""
    made = make_kit(session, order(session, "passphrase"))
    assert made.card_pdf is None
    hand_out(session, made, folder / "kit.pdf", folder / "card.pdf")
    assert not (folder / "card.pdf").exists()


def test_files_can_be_written_before_the_kit_is_entered(
    session: Session, folder: Path
) -> None:
    """Both, or none where one is in the way; the vault is not touched."""
    made = prepare_kit(session, order(session))
    pdf, card = folder / "kit.pdf", folder / "card.pdf"
    assert write_kit(session.ports, made, pdf, card) == [pdf, card]
    pdf.unlink()
    with pytest.raises(Exists):
        write_kit(session.ports, made, pdf, card)
    assert not pdf.exists()
    assert not session.unsaved


def test_the_same_account_twice_is_one_part(session: Session) -> None:
    """And its code opens neither the vault nor another part."""
    one = next(iter(session.vault.accounts))
    first = make_kit(session, order(session, "card", accounts=(one,)))
    second = make_kit(session, order(session, "card", accounts=(one,)))
    assert first.code_text != second.code_text
    assert first.entry.partial
