"""What was made for a change of the ways in goes where the change fails."""

from pathlib import Path

import pytest

from tests.desk import opened
from tests.fakes import FailingFiles, with_files
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.ways_change import plan_code
from vault.app.ways_made import carry_out_with_card, take_back, taken_back, write_made
from vault.errors import BrokenInvariant, Exists, FileTrouble, Unconfirmed

CARD = b"%PDF a card"


def test_card_and_vault_are_written_together(session: Session, tmp_path: Path) -> None:
    """The card first."""
    card, plan = tmp_path / "card.pdf", plan_code(session)
    carry_out_with_card(session, plan, CARD, card)
    assert card.read_bytes() == CARD
    assert session.vault.card_number == 2


def test_a_card_of_a_vault_that_was_not_written_goes(
    folder: Path, ports: Ports, tmp_path: Path
) -> None:
    """And so does what was drawn for it."""
    full = with_files(ports, FailingFiles("replace"))
    with opened(full, folder / "shop.sparekey", write=True) as session:
        card, plan = tmp_path / "card.pdf", plan_code(session)
        with pytest.raises(FileTrouble):
            carry_out_with_card(session, plan, CARD, card)
        assert not card.exists()
        with pytest.raises(BrokenInvariant):
            plan.keys.file_key.reveal()


def test_a_card_stays_where_the_vault_lies_there_unconfirmed(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new code is in force: without the card it would be nobody's."""
    rekey = session.rekey

    def doubtful(*given: object) -> None:
        rekey(*given)  # type: ignore[arg-type]  # handed on as they came
        raise Unconfirmed(str(session.file.path), 5)

    monkeypatch.setattr(session, "rekey", doubtful)
    card = tmp_path / "card.pdf"
    with pytest.raises(Unconfirmed):
        carry_out_with_card(session, plan_code(session), CARD, card)
    assert card.exists()


def test_a_card_that_can_not_be_written_leaves_the_vault(
    session: Session, tmp_path: Path
) -> None:
    """Nothing is written over."""
    taken = tmp_path / "card.pdf"
    taken.write_bytes(b"mine")
    before = session.file
    with pytest.raises(Exists):
        carry_out_with_card(session, plan_code(session), CARD, taken)
    assert taken.read_bytes() == b"mine"
    assert session.file is before


def test_what_was_made_is_noted_even_where_the_disk_doubts(
    ports: Ports, tmp_path: Path
) -> None:
    """It lies there, and must be found again to be taken away."""
    doubtful, made = with_files(ports, FailingFiles("sync_directory")), list[Path]()
    with pytest.raises(Unconfirmed):
        write_made(doubtful, tmp_path / "f", b"data", made)
    assert made == [tmp_path / "f"]


def test_a_failure_says_more_than_what_could_not_be_taken_back(
    session: Session, tmp_path: Path
) -> None:
    """The file is gone already, or was never made."""
    take_back(session.ports, [tmp_path / "gone"])
    with pytest.raises(Exists), taken_back(session) as made:
        write_made(session.ports, session.file.path, b"data", made)
    assert made == []
