"""What every test stands on: cheap keys, a fixed clock, seeded chance, no stray words.

A test fails on any log line or warning that it did not expect.
"""

import logging
import os
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes import a_terminal, ports_on_disk
from vault.app.ports import Ports
from vault.cli.terminal import Terminal

_SLOW_IS_FINE = [HealthCheck.too_slow]  # the machine is shared; time is never asserted
# Tests of the window need no screen; those that want one (tests/outside) bring it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A real process remembers nothing of a test's vaults; a test that wants it says where.
os.environ["XDG_STATE_HOME"] = os.devnull
# `fast` is for the fast part of `dev.py test`; its slow part does the same with `dev`.
for name, examples in {"fast": 10, "dev": 50, "ci": 300, "figures": 5000}.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        suppress_health_check=_SLOW_IS_FINE,
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


BEGAN: pytest.StashKey[float] = pytest.StashKey()
FAST_SECONDS = 0.5  # of processor time; what needs more is named: mark it


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Take the time of each test with all its fixtures, on the processor's clock."""
    item.stash[BEGAN] = processor_seconds()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Hand it to whoever sums up, also from another process."""
    ended = yield
    spent = processor_seconds() - item.stash[BEGAN]
    if not {one.name for one in item.iter_markers()} & {"long", "slow", "figures"}:
        item.user_properties.append(("fast part, seconds", spent))
    return ended


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that are too slow for the fast part; no test fails for it."""
    spent = {
        report.nodeid: seconds
        for report in terminalreporter.stats.get("", [])
        for name, seconds in getattr(report, "user_properties", [])
        if name == "fast part, seconds" and seconds > FAST_SECONDS
    }
    if spent:
        terminalreporter.section(f"{len(spent)} for another part: mark them", "-")
    for test, seconds in sorted(spent.items(), key=lambda one: -one[1]):
        terminalreporter.line(f"{seconds:5.2f} s of processor time: {test}")


def processor_seconds() -> float:
    """Return what this process and those that it waited for have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@pytest.fixture(autouse=True)
def no_stray_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning: nothing in the core may talk to a log."""
    yield
    stray = [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert not stray, [record.getMessage() for record in stray]


@pytest.fixture
def ports() -> Ports:
    """Return ports on the real disk, with cheap keys, seeded chance, a fixed clock."""
    return ports_on_disk()


@pytest.fixture
def terminal() -> Terminal:
    """Return a terminal that nobody sits at, and that keeps what is said."""
    return a_terminal()
