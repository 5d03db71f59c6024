"""The command `sparekey`: no verb is the window, `tour` the tour, else the core."""

import multiprocessing
import sys
from pathlib import Path

from vault.cli.main import COMMANDS
from vault.cli.main import main as command_line
from vault.i18n import translate as _

_VERBS = {"tour", *(word.split()[0] for word in COMMANDS)}


def main() -> int:
    """Start what the words ask for; return the exit code."""
    if getattr(sys, "frozen", False):  # a bundle starts its Argon2 child as itself
        multiprocessing.freeze_support()
    words = sys.argv[1:]
    if not words or (words[0] not in _VERBS and Path(words[0]).exists()):
        print(
            _(
                "sparekey: the window is not built yet. `sparekey --help` lists the "
                "commands; `sparekey tour DIR` shows the main job."
            ),
            file=sys.stderr,
        )
        return 2
    if words[0] == "tour":
        from ui.tour import main as tour  # noqa: PLC0415 - only the tour needs it

        return tour(words)
    return command_line(words)


if __name__ == "__main__":
    sys.exit(main())
