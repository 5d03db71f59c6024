"""Waiting for a vault that another program is bringing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import make_shop
from tests.fakes import FixedClock, ports_on_disk
from vault.app.waiting import PAUSES_S, when_here
from vault.errors import Malformed, StillComing


class Bringing(FixedClock):
    """A clock on which something happens while one waits."""

    def __init__(self, happens: Callable[[], object]) -> None:
        """Say what happens at each wait."""
        super().__init__()
        self.waits = 0
        self.happens = happens

    def wait(self, seconds: float) -> None:
        """Let it happen."""
        self.waits += 1
        self.happens()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a vault."""
    make_shop(ports_on_disk(), tmp_path)
    return tmp_path / "shop.sparekey"


def test_a_vault_that_grows_is_waited_for(path: Path) -> None:
    """From nothing, a thousand bytes a look, and not a look longer."""
    whole = path.read_bytes()
    path.write_bytes(b"")
    clock = Bringing(
        lambda: path.write_bytes(whole[: path.stat().st_size + 1000]),
    )
    when_here(replace(ports_on_disk(), clock=clock), path)
    assert 5 < clock.waits < len(whole) / 1000


def test_a_vault_that_does_not_grow_is_given_up(path: Path) -> None:
    """After a second and a half; it was left as it is."""
    cut = path.read_bytes()[:500]
    path.write_bytes(cut)
    clock = Bringing(lambda: None)
    with pytest.raises(StillComing) as caught:
        when_here(replace(ports_on_disk(), clock=clock), path)
    assert clock.waits == len(PAUSES_S)
    assert caught.value.here == 500
    assert path.read_bytes() == cut


def test_what_is_no_vault_is_not_waited_for(path: Path) -> None:
    """It will be none later."""
    path.write_bytes(b"Dear diary")
    clock = Bringing(lambda: None)
    with pytest.raises(Malformed):
        when_here(replace(ports_on_disk(), clock=clock), path)
    assert clock.waits == 0


def test_a_whole_vault_is_not_waited_for(path: Path) -> None:
    """The usual case."""
    clock = Bringing(lambda: None)
    when_here(replace(ports_on_disk(), clock=clock), path)
    assert clock.waits == 0
