"""An open vault, for tests of the one door itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import make_shop, opened
from vault.app.ports import Ports
from vault.app.session import Session


@pytest.fixture
def folder(tmp_path: Path, ports: Ports) -> Path:
    """Return a folder with `shop.sparekey`, `words.txt` and `code.txt`."""
    make_shop(ports, tmp_path)
    return tmp_path


@pytest.fixture
def session(folder: Path, ports: Ports) -> Iterator[Session]:
    """Yield the shop's vault, open to write."""
    with opened(ports, folder / "shop.sparekey", write=True) as session:
        yield session
