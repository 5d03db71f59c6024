"""The words of `incident`."""

import argparse

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _
from vault.model.incident import SORTS

ACTS = (
    *("begin", "list", "show", "next", "used", "done", "undone", "log", "add"),
    *("messages", "end", "go-on", "report"),
)


def add_incident(commands: Commands) -> None:
    """Add the command."""
    text = _("what to do when an account is taken, lost, suspended or held to ransom")
    example = "incident shop.sparekey begin hacked Instagram"
    one = command(commands, "incident", text, example)
    one.add_argument(
        "act",
        choices=ACTS,
        help=_("what to do; list, show and next have exit code 1 while one goes on"),
    )
    sorts = ", ".join(SORTS)
    text = _(
        "with begin: {sorts}, then accounts; with done and undone: the numbers that "
        "show gives; with used: the code's number or id; with log: the text; with "
        "add: accounts; with show and report: which incident"
    )
    one.add_argument("words", metavar="WORD", nargs="*", help=text.format(sorts=sorts))
    _options(one)


def _options(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--of",
        metavar="INCIDENT",
        help=_("which one, by number, id or title, where several go on"),
    )
    one.add_argument("--title", default="", help=_("with begin: what it is called"))
    one.add_argument(
        "--lost",
        metavar="THING",
        action="append",
        default=[],
        help=_("with begin: what is lost, as rehearse names it; may be given again"),
    )
    one.add_argument(
        "--reveal", action="store_true", help=_("with next: show the code")
    )
    one.add_argument(
        "--by", metavar="PERSON", default="", help=_("with used: who used the code")
    )
    one.add_argument(
        "--lesson", metavar="TEXT", default="", help=_("with end: how it happened")
    )
    one.add_argument(
        "-o",
        dest="output",
        metavar="OUT",
        help=_("with report: a new file, PDF if it ends in .pdf, else Markdown"),
    )
    one.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        help=_("with report: of a PDF"),
    )
