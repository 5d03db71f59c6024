"""The words of `share make`, `share open` and `share register`."""

import argparse

from vault.cli.parser_parts import Commands, command, ways_in
from vault.i18n import translate as _

# The words of `vault.app.share_make`, which takes long to load; a test compares.
DEPTHS = ("procedures", "access", "codes")


def add_share(commands: Commands) -> None:
    """Add `share make`, `share open` and `share register`."""
    share = commands.add_parser("share", help=_("make a share for a deputy, open one"))
    parts = share.add_subparsers(
        dest="part", metavar="make|open|register", required=True
    )
    _share_make(parts)
    _share_open(parts)
    _share_register(parts)


def _share_make(parts: Commands) -> None:
    text = _("make an encrypted file of chosen accounts for a deputy, to read")
    example = (
        "share make shop.sparekey -o mina.sparekey --account Etsy 'Shop mailbox' "
        "--generate mina.txt"
    )
    one = command(parts, "make", text, example)
    one.add_argument(
        "-o", "--out", metavar="FILE", required=True, help=_("the file to make")
    )
    _chosen(one)
    _lock(one)


def _chosen(one: argparse.ArgumentParser) -> None:
    """Add what goes in: which accounts, how much of them, until when."""
    chosen = one.add_mutually_exclusive_group(required=True)
    chosen.add_argument(
        "--account",
        metavar="ACCOUNT",
        nargs="+",
        default=[],
        help=_("these accounts; name, id or its beginning"),
    )
    chosen.add_argument("--all", action="store_true", help=_("every account"))
    one.add_argument(
        "--depth",
        choices=DEPTHS,
        default=DEPTHS[0],
        help=_("procedures and contacts only; people and access too; codes too"),
    )
    one.add_argument(
        "--for",
        dest="keeper",
        default="",
        metavar="NAME",
        help=_("for whom it is: a person of the vault, or any name"),
    )
    one.add_argument(
        "--note", default="", metavar="TEXT", help=_("what the deputy reads first")
    )
    one.add_argument(
        "--expires",
        default="",
        metavar="DAY",
        help=_("the last day, such as 2027-03-01; afterwards it says that it is old"),
    )


def _lock(one: argparse.ArgumentParser) -> None:
    """Add what opens it."""
    one.add_argument(
        "--generate",
        metavar="F",
        help=_("draw six words for the share and write them to a new file F"),
    )
    one.add_argument(
        "--share-passphrase-file",
        metavar="F",
        help=_("take the share's passphrase from F instead"),
    )


def _share_open(parts: Commands) -> None:
    text = _("show a share that somebody made for you; nothing is changed")
    example = "share open mina.sparekey --passphrase-file mina.txt"
    one = command(parts, "open", text, example, opens=False)
    one.add_argument("file", metavar="FILE", help=_("the share"))
    one.add_argument("--account", metavar="ACCOUNT", help=_("only this account"))
    one.add_argument("--reveal", action="store_true", help=_("show the codes"))
    ways_in(one)


def _share_register(parts: Commands) -> None:
    text = _("list the shares that were made, or note what became of one")
    example = "share register shop.sparekey Mina --opened 2026-09-01"
    one = command(parts, "register", text, example)
    one.add_argument(
        "which",
        metavar="WHICH",
        nargs="?",
        default="",
        help=_("a share: who has it, its id or beginning; NAME:ISSUE for an earlier"),
    )
    one.add_argument("--opened", metavar="DAY", help=_("they opened it on that day"))
    one.add_argument(
        "--withdrawn", metavar="DAY", help=_("it is not to be used since that day")
    )
    one.add_argument("--note", metavar="TEXT", help=_("anything else about it"))
