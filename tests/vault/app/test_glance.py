"""A vault told by its first bytes: the bytes that the envelope writes."""

from pathlib import Path

import pytest

from tests.desk import make_shop
from vault.app.glance import GLANCE_BYTES, begins_as_vault, shown_name
from vault.app.ports import Ports
from vault.envelope.header import MAGIC, VERSION, Profile
from vault.storage import paths


def test_a_vault_is_told_at_a_glance(ports: Ports, tmp_path: Path) -> None:
    """What the program writes begins as the glance expects."""
    make_shop(ports, tmp_path)
    assert begins_as_vault((tmp_path / "shop.sparekey").read_bytes()[:GLANCE_BYTES])


@pytest.mark.parametrize("profile", [one for one in Profile if one != Profile.VAULT])
def test_another_kind_is_no_vault(profile: Profile) -> None:
    """A share or a kit goes the long way, by its whole header."""
    assert not begins_as_vault(MAGIC + bytes([VERSION, profile]))


@pytest.mark.parametrize("head", [b"", MAGIC, MAGIC + bytes([VERSION + 1, 0])])
def test_what_is_short_or_newer_is_no_vault(head: bytes) -> None:
    """The long way says what is wrong with it."""
    assert not begins_as_vault(head)


def test_a_backup_is_called_by_its_vault_and_number() -> None:
    """Its own name says nothing to a person."""
    vault = Path("/shop/Mud & Fire.sparekey")
    assert shown_name(vault) == "Mud & Fire"
    kept = paths.backup(vault, 12, bytes(8))
    assert paths.is_kept(kept)
    assert shown_name(kept) == "Mud & Fire, backup 12"
    assert shown_name(kept.with_name("notes.sparekey")) == "notes"
    assert shown_name(vault.with_name(kept.name)) == kept.stem
