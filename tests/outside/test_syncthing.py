"""A real Syncthing: both devices edit while apart, and nothing of it is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import OPENS, Desk, make_shop
from tests.fakes import ports_on_disk
from tests.outside.syncing import Device, lacking, until
from vault.app.other_copy import conflict_copies

pytestmark = pytest.mark.slow
VAULT = "shop.sparekey"


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[tuple[Device, Device]]:
    """Yield two devices that share a folder; the first has a vault in it."""
    if without := lacking():
        pytest.skip(without)
    laptop, phone = Device(tmp_path / "laptop"), Device(tmp_path / "phone")
    laptop.meets(phone)
    phone.meets(laptop)
    make_shop(ports_on_disk(), laptop.folder)
    try:
        yield laptop, phone
    finally:
        laptop.stop()
        phone.stop()


def desk(device: Device, seed: int, patch: pytest.MonkeyPatch) -> Desk:
    """Sit down at a device."""
    patch.chdir(device.folder)
    return Desk(device.folder, ports_on_disk(seed=seed))


def edit(at: Desk, code: str, field: str, value: str) -> None:
    """Use a code and change a field, as somebody does who is off line."""
    at.done("codes", VAULT, "Shop 0", "--use", code, *OPENS)
    at.done("edit", VAULT, "account", "Shop 0", field, value, *OPENS)


def test_what_two_devices_did_while_apart_is_all_there_in_the_end(
    devices: tuple[Device, Device], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loser's file becomes a conflict copy; it is found, believed and merged."""
    laptop, phone = devices
    laptop.start()
    phone.start()
    until(lambda: VAULT in phone.files() and phone.files() == laptop.files(), devices)
    phone.stop()
    edit(desk(laptop, 21, monkeypatch), "1", "--phone", "+44 1")
    edit(desk(phone, 22, monkeypatch), "2", "--notes", "off line")
    assert laptop.files()[VAULT] != phone.files()[VAULT]
    phone.start()

    def met() -> bool:
        here, there = laptop.files(), phone.files()
        return here == there and any("sync-conflict" in name for name in here)

    until(met, devices)
    here = desk(laptop, 23, monkeypatch)
    (found,) = conflict_copies(here.ports, laptop.folder / VAULT)
    assert found.program == "Syncthing"
    assert not found.same
    assert found.path.name in here.done("merge", VAULT).out
    here.done("merge", VAULT, found.path.name, "-o", "both.sparekey", *OPENS)
    both = here.vault("both.sparekey")
    account = next(one for one in both.accounts.values() if one.name == "Shop 0")
    assert (account.phone, account.notes) == ("+44 1", "off line")
    (codes,) = (one for one in both.code_sets.values() if one.account == account.id)
    assert [one.state for one in codes.codes[:3]] == ["used", "used", "unused"]
