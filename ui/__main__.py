"""The command `sparekey`: no verb or a file: the window; `tour`; else the core.

Each branch imports only what it needs: the window is to be drawn at once.
"""

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vault.hardening import harden

_OUTSIDE_DIALOGS = ("xdgdesktopportal", "flatpak", "snap")


def main() -> int:
    """Start what the words ask for; return the exit code."""
    harden()
    if getattr(sys, "frozen", False):  # a bundle starts its Argon2 child as itself
        from multiprocessing import freeze_support  # noqa: PLC0415 - 5 ms for nothing

        freeze_support()
    words = sys.argv[1:]
    if words[:1] == ["--decode-pictures"]:  # a bundle starts this child as itself, too
        from vault.app.kit_child import main as child  # noqa: PLC0415 - that one only

        return child(words[1:])
    if not words or (len(words) == 1 and _is_file(words[0])):
        return _window(words)
    if words[0] == "tour":
        from ui.tour import main as tour  # noqa: PLC0415 - only the tour needs it

        return tour(words)
    from vault.cli.main import main as command_line  # noqa: PLC0415 - as above

    return command_line(words)


def _window(words: Sequence[str]) -> int:
    """Show the window, drawn as soon as may be; see packaging/README.md for figures."""
    # A service outside would give the dialogs for files, and it turns away who can't be
    # looked into: none would open. Qt's own or the desktop's in this process do.
    os.environ.pop("GTK_USE_PORTAL", None)
    if os.environ.get("QT_QPA_PLATFORMTHEME") in _OUTSIDE_DIALOGS:
        del os.environ["QT_QPA_PLATFORMTHEME"]
    gc.disable()  # hardly anything that is made until it is drawn is garbage
    import PySide6.QtCore  # noqa: F401, PLC0415 - only the window needs it

    # For a feature that we do not use, PySide puts its own function in the place of
    # `__import__`, which reads the source of every module that is imported afterwards.
    own = getattr(builtins, "__orig_import__", builtins.__import__)
    builtins.__import__ = own
    from ui.window import main as window  # noqa: PLC0415 - as above

    return window(words)


def _is_file(word: str) -> bool:
    """Tell whether a word names a file and not a verb; a verb wins."""
    path = Path(word)
    if not path.is_file():
        return False
    if path.suffix:  # no verb has one
        return True
    from vault.cli.main import COMMANDS  # noqa: PLC0415 - only where it may be a verb

    return word not in {"tour", *(verb.split()[0] for verb in COMMANDS)}


if __name__ == "__main__":
    sys.exit(main())
