"""The words of `check` and `rehearse`."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_care(commands: Commands) -> None:
    """Add both commands."""
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
