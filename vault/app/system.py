"""The real disk, clock and chance, handed in by whoever starts the program."""

import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from vault.app.ports import Ports, Progress
from vault.crypto.random import system_random
from vault.model.entry import MERGED, TO_CHECK
from vault.storage.files import Files

DEVICE_CHARACTERS: Final = 40  # it is written with every change


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Return seconds that only ever grow, for measuring."""
        return time.perf_counter()

    def wait(self, seconds: float) -> None:
        """Let so much time pass."""
        time.sleep(seconds)


def system_ports(progress: Progress, state: Path | None = None) -> Ports:
    """Return the ports of a program that runs for real, at the full key costs."""
    return Ports(
        Files(),
        system_random,
        SystemClock(),
        progress,
        state=state,
        device=device_name(platform.node()),
        scan_apart=True,
    )


def device_name(node: str) -> str:
    """Return what this computer is called in a history: short, never as merges sign."""
    name = node[:DEVICE_CHARACTERS]
    return "" if name in (MERGED, TO_CHECK) else name


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
