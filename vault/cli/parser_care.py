"""The words of `check`, `rehearse` and `leave`."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_care(commands: Commands) -> None:
    """Add the commands."""
    text = _("say what needs care; exit code 1 where anything does")
    command(commands, "check", text, "check shop.sparekey --json")
    text = _("try what a loss would leave lost; exit code 1 where an account stays so")
    example = 'rehearse shop.sparekey --lose "Mina\'s phone" --lose laptop'
    one = command(commands, "rehearse", text, example)
    one.add_argument(
        "--lose",
        metavar="NAME",
        action="append",
        default=[],
        help=_("a thing, person or account that is lost; may be given again"),
    )
    one.add_argument(
        "--pairs", action="store_true", help=_("try each pair of things as well")
    )
    _leave(commands)


def _leave(commands: Commands) -> None:
    text = _("everything that a leaver touches; exit code 1 while anything is left")
    one = command(commands, "leave", text, "leave shop.sparekey Mina")
    one.add_argument("person", metavar="PERSON", help=_("name, id or its beginning"))
    one.add_argument(
        "--done",
        metavar="ITEM",
        action="append",
        default=[],
        help=_("an item that is settled, as the list names it; may be given again"),
    )
    one.add_argument(
        "--owner",
        metavar="PERSON",
        default="",
        help=_("who answers from now on for an account that is ticked"),
    )
    one.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        help=_("write the list: .pdf to print, else text"),
    )
    one.add_argument("--paper", choices=("a4", "letter"), default="a4")
