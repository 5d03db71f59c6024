"""What commands share: their frame, and the options that open a vault or a kit."""

import argparse
from typing import TypeAlias

from vault.cli.any_order import AnyOrder
from vault.i18n import translate as _

Commands: TypeAlias = "argparse._SubParsersAction[AnyOrder]"  # noqa: SLF001  argparse names this type nowhere else


def command(
    commands: Commands, word: str, text: str, example: str, *, opens: bool = True
) -> argparse.ArgumentParser:
    """Add one command with what all of them share."""
    one = commands.add_parser(
        word,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog=f"{_('Example')}: sparekey {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.add_argument("--json", action="store_true", help=_("report as JSON"))
    if opens:
        one.add_argument("vault", metavar="VAULT", help=_("the vault file"))
        ways_in(one)
    return one


def ways_in(one: argparse.ArgumentParser) -> None:
    """Add the options by which a vault or a kit is opened."""
    group = one.add_argument_group(_("ways in (without one, the passphrase is asked)"))
    group.add_argument(
        "--passphrase-file", metavar="F", help=_("file that holds the passphrase")
    )
    group.add_argument(
        "--code-file", metavar="F", help=_("file that holds the key card's code")
    )
    group.add_argument(
        "--key-file", metavar="F", help=_("key file, if the passphrase needs one")
    )
    group.add_argument(
        "--accept-cost",
        action="store_true",
        help=_("open even where that takes unusually much memory or time"),
    )
