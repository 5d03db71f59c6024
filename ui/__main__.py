"""The command `sparekey`: no verb or a file: the window; `tour`; else the core.

Each branch imports only what it needs: the window is to be drawn at once.
"""

import multiprocessing
import sys
from pathlib import Path


def main() -> int:
    """Start what the words ask for; return the exit code."""
    if getattr(sys, "frozen", False):  # a bundle starts its Argon2 child as itself
        multiprocessing.freeze_support()
    words = sys.argv[1:]
    if not words or (len(words) == 1 and _is_file(words[0])):
        from ui.window import main as window  # noqa: PLC0415 - only the window needs it

        return window(words)
    if words[0] == "tour":
        from ui.tour import main as tour  # noqa: PLC0415 - only the tour needs it

        return tour(words)
    from vault.cli.main import main as command_line  # noqa: PLC0415 - as above

    return command_line(words)


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
