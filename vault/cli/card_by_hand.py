"""`--card-by-hand`: the code is shown once, written with a pen, and typed back."""

from typing import Final

from vault.app.card_by_hand import typed_back
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.errors import Refused
from vault.i18n import translate as _

TRIES: Final = 5


def must_be_watched(terminal: Terminal) -> None:
    """Refuse where nobody sits who could write; `Misuse`."""
    if not terminal.interactive:
        raise Misuse(
            _("--card-by-hand needs somebody at a terminal; else give --card PDF")
        )


def written_by_hand(code: str, terminal: Terminal) -> None:
    """Show a code to be written down, and ask it back until it is right.

    Raises `Refused` where it is not typed back: no kit is made then.
    """
    terminal.note(_("Write this code on the key card, with a pen that lasts:"))
    terminal.note(f"    {code}")
    for _again in range(TRIES):
        told = typed_back(terminal.ask_secret(_("Type it off the card")), code)
        terminal.note(told.words)
        if told.same:
            terminal.note(_("Now clear this window: the code still stands in it."))
            return
    raise Refused("card-not-typed-back")
