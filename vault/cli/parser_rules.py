"""The words of `rules`: the house rules for staff."""

from collections.abc import Sequence
from typing import Final

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _

SHOW: Final = "show"
PARTS: Final = (SHOW, "set", "confirm")


def add_rules(commands: Commands) -> None:
    """Add `rules` with its parts."""
    rules = commands.add_parser("rules", help=_("the house rules for staff"))
    parts = rules.add_subparsers(dest="part", metavar="|".join(PARTS), required=True)
    text = _("show the rules, and who confirmed them when")
    command(parts, SHOW, text, "rules show shop.sparekey")
    text = _("set the rules: ours, your own, or a line each from standard input")
    one = command(parts, "set", text, "rules set shop.sparekey --proposed")
    which = one.add_mutually_exclusive_group()
    which.add_argument(
        "--proposed", action="store_true", help=_("take the rules that we propose")
    )
    which.add_argument(
        "--rule", metavar="TEXT", action="append", help=_("one rule; may be repeated")
    )
    text = _("note that people confirmed the rules")
    example = "rules confirm shop.sparekey Mina Jonas --on 2026-11-24"
    one = command(parts, "confirm", text, example)
    one.add_argument(
        "people", metavar="PERSON", nargs="+", help=_("name, id or its beginning")
    )
    one.add_argument("--on", metavar="DAY", help=_("the day, as YYYY-MM-DD; today"))


def rules_in_order(arguments: Sequence[str]) -> list[str]:
    """Return the words with the part in front of the vault; `show` without one."""
    words = list(arguments)
    if words[:1] != ["rules"] or not words[1:] or words[1] in PARTS:
        return words
    if words[1].startswith("-"):
        return words
    if words[2:3] and words[2] in PARTS:
        return ["rules", words[2], words[1], *words[3:]]
    return ["rules", SHOW, *words[1:]]
