"""The sign that long work goes on."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from ui.widgets.work_sign import WorkSign
from ui.workers.op import Op, Ops


@pytest.fixture
def ops(qtbot: QtBot) -> Iterator[Ops]:
    made = Ops()
    yield made
    made.end()


@pytest.fixture
def sign(qtbot: QtBot) -> WorkSign:
    made = WorkSign()
    qtbot.addWidget(made)
    return made


def held(ops: Ops) -> tuple[Op[object], threading.Event]:
    """Start work that lasts until it is let on."""
    let_on = threading.Event()
    return ops.run(let_on.wait, lambda _: None, lambda _: None), let_on


def bar(sign: WorkSign) -> QProgressBar:
    found = sign.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def test_short_work_is_never_shown(sign: WorkSign, ops: Ops, qtbot: QtBot) -> None:
    """A sign that flickers is worse than none."""
    op, let_on = held(ops)
    sign.follow(op, "Making the kit…")
    assert not sign.isVisible()
    let_on.set()
    qtbot.waitUntil(lambda: not ops.busy)
    assert not sign._timer.isActive()
    assert not sign.isVisible()


def test_work_that_lasts_is_shown_with_how_far_it_is(
    sign: WorkSign, ops: Ops, qtbot: QtBot
) -> None:
    """Until it ends."""
    op, let_on = held(ops)
    sign.follow(op, "Making the kit…")
    sign._timer.timeout.emit()
    assert sign.isVisible()
    assert bar(sign).maximum() == 0  # it moves to and fro: nobody knows how long
    op.progressed.emit("draw", 3, 9)
    assert (bar(sign).value(), bar(sign).maximum()) == (3, 9)
    let_on.set()
    qtbot.waitUntil(lambda: not ops.busy)
    assert not sign.isVisible()


def test_stop_lets_the_work_go(sign: WorkSign, ops: Ops) -> None:
    """And the sign with it, though the work may take a while to end."""
    op, let_on = held(ops)
    sign.follow(op, "Making the kit…")
    sign._timer.timeout.emit()
    sign._stop.click()
    assert op.stopped()
    assert not sign.isVisible()
    assert not sign._timer.isActive()
    let_on.set()


def test_of_two_pieces_the_last_is_shown(
    sign: WorkSign, ops: Ops, qtbot: QtBot
) -> None:
    """What the first still tells is not mixed in."""
    first, let_first = held(ops)
    second, let_second = held(ops)
    sign.follow(first, "Saving…")
    sign.follow(second, "Making the kit…")
    sign._timer.timeout.emit()
    first.progressed.emit("save", 1, 2)
    assert bar(sign).maximum() == 0
    let_first.set()
    qtbot.waitUntil(lambda: first not in ops._alive)
    assert sign.isVisible()
    let_second.set()
    qtbot.waitUntil(lambda: not ops.busy)
    assert not sign.isVisible()
