"""The real disk, clock and chance, handed in by whoever starts the program."""

import time
from datetime import UTC, datetime

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


def system_ports(progress: Progress) -> Ports:
    """Return the ports of a program that runs for real, at the full key costs."""
    return Ports(Files(), system_random, SystemClock(), progress)
