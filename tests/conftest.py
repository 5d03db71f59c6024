"""What every test stands on: cheap keys, a fixed clock, seeded chance, no stray words.

A test fails on any log line or warning that it did not expect.
"""

import logging
import os
from collections.abc import Iterator

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
for name, examples in {"dev": 50, "ci": 300, "figures": 5000}.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        suppress_health_check=_SLOW_IS_FINE,
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


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
