"""The words of `review`."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_review(commands: Commands) -> None:
    """Add the command."""
    text = _("the check of everything, twice a year, card by card, with its score")
    one = command(commands, "review", text, "review shop.sparekey status")
    one.add_argument(
        "act",
        choices=("status", "begin", "answer", "try", "finish", "ics", "report"),
        help=_("what to do; status has exit code 1 where a review is due or goes on"),
    )
    one.add_argument(
        "account", metavar="ACCOUNT", nargs="?", help=_("with answer: which account")
    )
    one.add_argument(
        "answer",
        metavar="ANSWER",
        nargs="?",
        help=_("with answer: right, changed, gone or skipped"),
    )
    one.add_argument(
        "--access",
        action="store_true",
        help=_("with answer: everybody who has access should have it"),
    )
    one.add_argument(
        "--result", choices=("worked", "failed"), help=_("with try: what came of it")
    )
    one.add_argument("--sign", metavar="NAME", help=_("with finish: who signs it off"))
    one.add_argument(
        "-o",
        dest="output",
        metavar="OUT",
        help=_("with ics: the calendar file; with report: a name in .pdf, or text"),
    )
    one.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        help=_("with report: of what size the pages are"),
    )
