"""Keeps a process's memory from crash reports and from its user's other programs.

Called first thing by whatever will hold a secret: the window, the command line, and
the child that derives keys (a new program starts open again). Everything is asked of
the system once, and refused quietly: a program that can't be shut off is no worse than
any other, and its user could do nothing about it.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

_PR_SET_DUMPABLE: Final = 4  # linux/prctl.h; with 0 nobody reads or traces us
_PT_DENY_ATTACH: Final = 31  # sys/ptrace.h of macOS
_NO_REPORT: Final = 0x0001 | 0x0002  # errhandlingapi.h: no box, no error report
# The library, the function and what it is handed, by system.
_CALLS: Final[Mapping[str, tuple[str | None, str, tuple[int | None, ...]]]] = {
    "linux": (None, "prctl", (_PR_SET_DUMPABLE, 0, 0, 0, 0)),
    "darwin": (None, "ptrace", (_PT_DENY_ATTACH, 0, None, 0)),
    "win32": ("kernel32", "SetErrorMode", (_NO_REPORT,)),
}
# In these boxes every file dialog comes from outside, from a service that must read
# who asks (/proc/PID/root). The box itself keeps other programs out.
_BOXES: Final = ("FLATPAK_ID", "SNAP")


def harden(
    system: str = sys.platform,
    around: Mapping[str, str] = os.environ,
    load: Callable[[str | None], Any] = ctypes.CDLL,
) -> None:
    """Leave no core file, and let no other program of this user read or trace us."""
    _leave_no_core()
    if system not in _CALLS or any(name in around for name in _BOXES):
        return
    library, function, words = _CALLS[system]
    with suppress(OSError, AttributeError):  # another C library, another kernel
        getattr(load(library), function)(*words)


def give_back(
    system: str = sys.platform, load: Callable[[str | None], Any] = ctypes.CDLL
) -> None:
    """Hand freed memory back to the system: plain text must not linger in it.

    The GNU library keeps some for later, up to twice the largest piece there was.
    """
    if system == "linux":
        with suppress(OSError, AttributeError):  # other C libraries keep nothing
            load(None).malloc_trim(0)


def _leave_no_core() -> None:
    """Take the right to a core file away from this process and all that it starts."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    with suppress(OSError, ValueError):  # a jail that allows no change
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
