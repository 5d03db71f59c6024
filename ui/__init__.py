"""The window: pages that show, controllers that ask `vault.app`, one thread that works.

Floors inside, each importing only those below: application, main_window, controllers
and menus, views and dialogs and actions, models and widgets, workers, shared.
"""

import sys


def _keep_singletons() -> None:
    """Give `None` and its like so many references that they never run out.

    PySide6 6.12.0 is built as if they lived for ever, as they do from Python 3.12 on.
    Before, each call that returns None, and each signal, takes one reference too many,
    and after some thousands the process ends in "none_dealloc".
    """
    import ctypes  # noqa: PLC0415 - only where it is needed, and not for nothing

    for one in (None, True, False, NotImplemented, ...):
        ctypes.c_ssize_t.from_address(id(one)).value += 1 << 40  # CPython's own count


if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    _keep_singletons()
