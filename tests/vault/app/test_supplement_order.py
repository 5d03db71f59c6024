"""Which kits get a supplement, and what opens it."""

import pytest
from msgspec.structs import replace

from tests.desk import quick_paper
from tests.supplements import a_kit, a_supplement, rename
from vault.app.session import Session
from vault.app.supplement_order import kit_of_number, newest_of, supplement_order
from vault.errors import Refused


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing."""
    quick_paper(monkeypatch)


REFUSED: dict[str, dict[str, object]] = {
    "supplement-exposed": {"exposed": "2026-03-01"},
    "supplement-kit-over": {"destroyed": "2026-03-01"},
    "supplement-partial": {"partial": True},
    "supplement-not-known": {"prints": ()},
    "supplement-other-card": {"card_number": 9},
}


@pytest.mark.parametrize("reason", REFUSED)
def test_some_kits_get_no_supplement(session: Session, reason: str) -> None:
    """A new kit is printed instead."""
    kit = a_kit(session)
    rename(session)
    other = replace(session.vault.kits[kit.entry.id], **REFUSED[reason])
    with pytest.raises(Refused, match=reason):
        supplement_order(session.vault, other, None, "a4")


def test_where_nothing_changed_there_is_nothing_to_print(session: Session) -> None:
    """And nothing in the register."""
    a_kit(session)
    with pytest.raises(Refused, match="supplement-nothing"):
        a_supplement(session)


def test_without_a_kit_there_is_no_supplement(session: Session) -> None:
    """By number or by age."""
    with pytest.raises(Refused, match="supplement-no-kit"):
        newest_of(session.vault)
    with pytest.raises(Refused, match="supplement-no-kit"):
        kit_of_number(session.vault, 1)
