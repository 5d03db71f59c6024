"""The real disk, clock and chance, handed in by whoever starts the program."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from vault.app.ports import Ports, Progress
from vault.crypto.random import system_random
from vault.storage.files import Files


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Return seconds that only ever grow, for measuring."""
        return time.perf_counter()


def system_ports(progress: Progress, state: Path | None = None) -> Ports:
    """Return the ports of a program that runs for real, at the full key costs."""
    return Ports(Files(), system_random, SystemClock(), progress, state=state)


def state_folder() -> Path | None:
    """Return where this device remembers, as the system has it; None for nowhere."""
    own = os.environ.get("XDG_STATE_HOME", "")
    if own and Path(own).is_absolute():
        return Path(own) / "sparekey"
    local = os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "win32" and local:
        return Path(local) / "sparekey"
    try:
        home = Path.home()
    except RuntimeError:  # nobody's account: there is no home
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "sparekey"
    return home / ".local" / "state" / "sparekey"
