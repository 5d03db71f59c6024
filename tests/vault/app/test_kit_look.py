"""A look into a kit: everything is seen, nothing is changed."""

from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import quick_paper, write_sheets
from vault.app.credentials import Credentials, Passphrase
from vault.app.kit_gather import gather
from vault.app.kit_look import is_look, look_into
from vault.app.kit_make import make_kit
from vault.app.kit_order import Order
from vault.app.kit_restore import OpenedKit, open_kit, restore
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import ReadOnly
from vault.kit.frames import frames_of
from vault.model.change import Add


@pytest.fixture
def kit(session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch) -> OpenedKit:
    """Return the shop's kit, opened by its passphrase."""
    quick_paper(monkeypatch)
    secret = session.presented.passphrase
    assert secret is not None
    made = make_kit(session, Order("either", "a4", Passphrase(secret, generated=True)))
    names = write_sheets(folder, frames_of(made.envelope, made.plan))
    gathered = gather(session.ports, [folder / name for name in names])
    return open_kit(gathered, Credentials(passphrase=secret))


def test_a_look_shows_the_vault_with_its_own_kit_in_the_register(
    kit: OpenedKit, ports: Ports, session: Session
) -> None:
    """As whoever printed it sees it."""
    look = look_into(ports, kit)
    assert look.vault.accounts == session.vault.accounts
    assert look.vault.kits == session.vault.kits


def test_a_look_changes_nothing(kit: OpenedKit, ports: Ports) -> None:
    """It says why, and there is nothing to save."""
    look = look_into(ports, kit)
    assert is_look(look)
    with pytest.raises(ReadOnly):
        look.apply(Add("account", an_account(77)))
    assert not look.unsaved
    look.save()


def test_after_a_look_the_kit_can_still_be_kept(
    kit: OpenedKit, ports: Ports, tmp_path: Path, session: Session
) -> None:
    """Closing it wipes only what opened it."""
    look_into(ports, kit).close()
    secret = session.presented.passphrase
    assert secret is not None
    words = Passphrase(secret, generated=True)
    with restore(ports, kit, tmp_path / "back.sparekey", words) as kept:
        assert kept.vault.accounts == session.vault.accounts
        assert not is_look(kept)
