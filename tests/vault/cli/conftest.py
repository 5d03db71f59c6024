"""Desks for the command line: an empty one, one with a vault, one with its kit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import Desk, make_shop, quick_paper, write_sheets
from tests.fakes import ports_on_disk
from vault.app.credentials import Passphrase
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import Order
from vault.kit.frames import frames_of

Sheets = Callable[..., list[str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return an empty desk."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def shop_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a vault of three accounts, made once."""
    folder = tmp_path_factory.mktemp("shop")
    make_shop(ports_on_disk(), folder)
    return folder


@pytest.fixture
def shop(desk: Desk, shop_folder: Path) -> Desk:
    """Return a desk with a vault of three accounts, its passphrase and its code."""
    desk.copy(shop_folder)
    return desk


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing: codes go by memory."""
    quick_paper(monkeypatch)


@pytest.fixture
def a_kit(shop: Desk, quick: None) -> Callable[..., Made]:
    """Return a maker of kits that are entered into the shop's register."""

    def made(ways: str = "either", accounts: tuple[str, ...] = ()) -> Made:
        with shop.opened(write=True) as session:
            secret = session.presented.passphrase
            order = Order(ways, "a4", Passphrase(secret, generated=True), accounts)
            kit = make_kit(session, order)
            session.save()
        return kit

    return made


@pytest.fixture
def sheets(shop: Desk, a_kit: Callable[..., Made]) -> Sheets:
    """Return a maker of a kit whose sheets lie on the desk as files to be scanned."""

    def laid(name: str = "sheet", ways: str = "either") -> list[str]:
        kit = a_kit(ways)
        return write_sheets(shop.folder, frames_of(kit.envelope, kit.plan), name)

    return laid
