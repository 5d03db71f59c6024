"""The heartbeat notes that the window was held up, and by what."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from tests.audit import heartbeat
from tests.audit.heartbeat import Block, Heartbeat


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Return a clock that a test moves."""
    moved = SimpleNamespace(now=0.0)
    moved.perf_counter = lambda: moved.now
    monkeypatch.setattr(heartbeat, "time", moved)
    return moved


def test_a_late_beat_is_a_block_and_a_timely_one_is_not(
    qapp: QApplication, clock: SimpleNamespace
) -> None:
    """With what was being done, and for how long."""
    with Heartbeat(step="reading a kit") as heart:
        for late in (0.006, 0.250, 0.005):
            clock.now += late
            heart._beat()
    (block,) = heart.blocks
    assert round(block.seconds, 3) == 0.245
    assert block.step == "reading a kit"


def test_where_it_was_held_up_is_told(
    qapp: QApplication, clock: SimpleNamespace
) -> None:
    """As the other thread saw it."""
    with Heartbeat() as heart:
        clock.now += 1
        while not heart._where:
            pass  # the other thread looks every few thousandths of a second
        assert "test_where_it_was_held_up_is_told" in heart._where
    assert not Block(1, heart._where, "").ours
    assert Block(1, "ui/keeper.py:1 lock < " + heart._where, "").ours
