"""Work off the window's thread: one piece after the other, told here, or let go."""

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.workers.op import Op, Ops, progress_of_thread
from vault.errors import BrokenInvariant, Refused, VaultError


@pytest.fixture
def ops(qtbot: QtBot) -> Iterator[Ops]:
    """Yield the worker, and let it end."""
    made = Ops()
    yield made
    made.end()


class Outcome:
    """Notes how work ended, and on which thread that was told."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[VaultError] = []
        self.wasted: list[object] = []
        self.threads: list[int] = []

    def take(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(threading.get_ident())

    def fail(self, error: VaultError) -> None:
        self.failed.append(error)
        self.threads.append(threading.get_ident())

    def waste(self, result: object) -> None:
        self.wasted.append(result)


def rested(ops: Ops, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not ops.busy)


def test_work_is_done_elsewhere_and_told_here(ops: Ops, qtbot: QtBot) -> None:
    """The window's thread is never held up."""
    outcome = Outcome()
    ops.run(threading.get_ident, outcome.take, outcome.fail)
    rested(ops, qtbot)
    assert outcome.done != [threading.get_ident()]
    assert outcome.threads == [threading.get_ident()]


@pytest.mark.usefixtures("qapp")
def test_the_worker_hands_over_to_the_window_at_once() -> None:
    """A page waits for Python's lock many times over: a millisecond each, at most."""
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(0.005)
        Ops().end()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)


def test_an_error_of_ours_is_told(ops: Ops, qtbot: QtBot) -> None:
    """As it was raised."""

    def refuse() -> None:
        raise Refused("no-way-in")

    outcome = Outcome()
    ops.run(refuse, outcome.take, outcome.fail)
    rested(ops, qtbot)
    (error,) = outcome.failed
    assert isinstance(error, Refused)
    assert outcome.done == []


def test_a_fault_of_ours_is_told_without_its_values(ops: Ops, qtbot: QtBot) -> None:
    """Where it was; a message could hold a secret."""

    def faulty() -> None:
        secret = "glad amber river"
        raise KeyError(secret)

    outcome = Outcome()
    ops.run(faulty, outcome.take, outcome.fail)
    rested(ops, qtbot)
    (error,) = outcome.failed
    assert isinstance(error, BrokenInvariant)
    assert error.where == "KeyError in faulty"


def test_work_waits_for_the_work_before_it(ops: Ops, qtbot: QtBot) -> None:
    """A vault is never written and read by two at once."""
    order: list[str] = []
    held = threading.Event()
    outcome = Outcome()

    def first() -> None:
        held.wait()
        order.append("first")

    ops.run(first, outcome.take, outcome.fail)
    ops.run(lambda: order.append("second"), outcome.take, outcome.fail)
    held.set()
    rested(ops, qtbot)
    assert order == ["first", "second"]


def test_progress_is_told_to_whoever_shows_it(ops: Ops, qtbot: QtBot) -> None:
    """And to nobody where no work of ours goes on."""
    told: list[tuple[str, int, int]] = []
    held = threading.Event()

    def work() -> None:
        held.wait()
        progress_of_thread("draw", 1, 2)

    op = ops.run(work, lambda _: None, lambda _: None)
    op.progressed.connect(lambda what, done, total: told.append((what, done, total)))
    held.set()
    rested(ops, qtbot)
    progress_of_thread("draw", 2, 2)
    assert told == [("draw", 1, 2)]


def test_work_that_was_stopped_ends_where_it_next_tells_progress(
    ops: Ops, qtbot: QtBot
) -> None:
    """Neither a success nor a failure is told."""
    outcome, begun, held = Outcome(), threading.Event(), threading.Event()
    reached: list[str] = []

    def work() -> None:
        begun.set()
        held.wait()
        progress_of_thread("draw", 1, 2)
        reached.append("the end")

    op = ops.run(work, outcome.take, outcome.fail, outcome.waste)
    assert begun.wait(20)
    op.stop()
    held.set()
    rested(ops, qtbot)
    assert (outcome.done, outcome.failed, outcome.wasted, reached) == ([], [], [], [])


def test_what_comes_too_late_is_given_back_before_the_next_work(
    ops: Ops, qtbot: QtBot
) -> None:
    """A vault that opened late must be closed before the next try meets it."""
    outcome, begun, held = Outcome(), threading.Event(), threading.Event()

    def late() -> str:
        begun.set()
        held.wait()
        return "a session"

    op = ops.run(late, outcome.take, outcome.fail, outcome.waste)
    assert begun.wait(20)
    op.stop()
    ops.run(lambda: list(outcome.wasted), outcome.take, outcome.fail)
    held.set()
    rested(ops, qtbot)
    assert outcome.done == [["a session"]]


def test_what_is_stopped_before_it_is_told_is_given_back_too(
    ops: Ops, qtbot: QtBot
) -> None:
    """The work had ended, and its success was on its way."""
    outcome, ended = Outcome(), threading.Event()

    def work() -> str:
        return "a session"

    op = ops.run(work, outcome.take, outcome.fail, outcome.waste)
    ops.run(ended.set, outcome.take, outcome.fail)
    assert ended.wait(20)
    op.stop()
    rested(ops, qtbot)
    assert outcome.wasted == ["a session"]
    assert outcome.done == [None]


def test_what_can_not_be_given_back_is_let_go(ops: Ops, qtbot: QtBot) -> None:
    """The worker goes on."""

    def refuse(_: object) -> None:
        raise Refused("no-way-in")

    outcome, begun, held = Outcome(), threading.Event(), threading.Event()

    def late() -> str:
        begun.set()
        held.wait()
        return "a session"

    op = ops.run(late, outcome.take, outcome.fail, refuse)
    assert begun.wait(20)
    op.stop()
    held.set()
    ops.run(lambda: "next", outcome.take, outcome.fail)
    rested(ops, qtbot)
    assert outcome.done == ["next"]


def test_work_that_waits_is_not_begun_once_stopped(ops: Ops, qtbot: QtBot) -> None:
    """Nobody wants it."""
    begun: list[str] = []
    held = threading.Event()
    ops.run(held.wait, lambda _: None, lambda _: None)
    waiting: Op[None] = ops.run(
        lambda: begun.append("it"), lambda _: None, lambda _: None
    )
    waiting.stop()
    assert waiting.stopped()
    held.set()
    rested(ops, qtbot)
    assert begun == []


def test_ending_stops_what_goes_on(qtbot: QtBot) -> None:
    """Quitting does not wait for a kit that nobody will see."""
    ops, outcome, begun = Ops(), Outcome(), threading.Event()

    def endless() -> None:
        begun.set()
        while True:
            progress_of_thread("draw", 0, 1)

    ops.run(endless, outcome.take, outcome.fail)
    assert begun.wait(20)
    ops.end()
    assert outcome.done == []
