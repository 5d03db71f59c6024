"""A key card by itself: what it carries opens the vault."""

from pathlib import Path

import pytest

from vault.app.credentials import Credentials, code_typed
from vault.app.key_card import card_text, key_card
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.tour_steps import photograph, read_card
from vault.app.unlock import open_vault
from vault.app.ways_change import plan_code
from vault.app.ways_plan import carry_out


def test_the_text_of_a_card_opens_the_vault(session: Session, ports: Ports) -> None:
    """The new code, as it would be typed."""
    plan = plan_code(session)
    code = code_typed(card_text(plan.vault)).secret
    carry_out(session, plan)
    shown = Credentials(code=code)
    open_vault(ports, session.file.path, shown, write=False).close()


@pytest.mark.slow
def test_a_printed_card_carries_the_code(
    session: Session, ports: Ports, tmp_path: Path
) -> None:
    """Drawn, photographed, read: the same characters."""
    pdf = tmp_path / "card.pdf"
    pdf.write_bytes(key_card(session.vault, "a4", "2026-03-01"))
    (picture,) = photograph(ports, pdf, 300, tmp_path / "pictures")
    read_card(ports, picture, tmp_path / "read.txt")
    told = (tmp_path / "read.txt").read_text(encoding="utf-8").strip()
    assert code_typed(told).secret.equals(code_typed(card_text(session.vault)).secret)
