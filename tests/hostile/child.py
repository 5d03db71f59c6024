"""Brings hostile things to their doors, in a process with bounds of its own.

    python -m tests.hostile.child NUMBER...

For each case a line of JSON: its name, what refused it, how much memory it took above
what the process had, in KiB, and how much time of the processor, in seconds.
"""

import json
import resource
import sys
import time
from pathlib import Path

from tests.hostile.case import Case, clear
from tests.hostile.table import CASES, CPU_SECONDS
from tests.peak import Peak
from vault.errors import VaultError

ROOM_BYTES = (
    1 << 30
)  # of addresses beyond the start: a bomb meets this, not the machine


def main(numbers: list[int]) -> None:
    """Run these cases, and report."""
    bound()
    for number in numbers:
        sys.stdout.write(json.dumps(measured(CASES[number])) + "\n")
    clear()


def bound() -> None:
    """Keep this process from taking the machine with it."""
    size = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = size * resource.getpagesize() + ROOM_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def measured(case: Case) -> dict[str, object]:
    """Return what became of one case."""
    data = case.make()
    began = time.process_time()
    with Peak() as peak:
        try:
            case.act(data)
            ended = "accepted"
        except VaultError as error:
            ended = repr(error)[:200]
        except MemoryError:
            ended = "MemoryError"
    seconds = time.process_time() - began
    return {"name": case.name, "ended": ended, "kib": peak.kib, "seconds": seconds}


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
