"""What is asked for before the ways in are changed at an open window."""

from pathlib import Path

import pytest

from tests.desk import WORDS
from vault.app.credentials import Credentials, code_typed
from vault.app.session import Session
from vault.app.ways_proof import asks_code, prove
from vault.crypto.secret import Secret
from vault.errors import BadInput, NoKey, Refused

OTHER_CODE = "000G-40R4-0M30-E209-185G-R38E-1YR2-ZJ5"  # of a share


def by_code(session: Session) -> None:
    code = Secret(bytes.fromhex(session.vault.vault_code))
    session.presented = Credentials(code=code)


def test_the_passphrase_that_opened_it_is_asked_for(session: Session) -> None:
    """The right one is handed on; another opens nothing."""
    assert not asks_code(session)
    shown = prove(session, WORDS)
    assert shown
    assert shown.passphrase
    with pytest.raises(NoKey):
        prove(session, "another")
    with pytest.raises(Refused):
        prove(session, "")


def test_who_came_by_the_card_shows_the_card(session: Session, folder: Path) -> None:
    """Its code as typed; no other code, and nothing that is none."""
    by_code(session)
    assert asks_code(session)
    code = (folder / "code.txt").read_text(encoding="utf-8")
    assert code_typed(code.strip())
    assert prove(session, code.strip()) is None
    with pytest.raises(NoKey):
        prove(session, OTHER_CODE)
    with pytest.raises(BadInput):
        prove(session, WORDS)
