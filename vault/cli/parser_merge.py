"""The words of `merge`."""

from vault.cli.parser_parts import Commands, command, ways_in
from vault.i18n import translate as _


def add_merge(commands: Commands) -> None:
    """Add `merge`."""
    text = _("make one new file of two copies of a vault, field by field")
    example = (
        "merge shop.sparekey shop.sync-conflict-20260301-120000-ABCDEF7.sparekey "
        "-o merged.sparekey"
    )
    one = command(commands, "merge", text, example, opens=False)
    one.add_argument("vault", metavar="MINE", help=_("your copy of the vault"))
    one.add_argument(
        "theirs",
        metavar="THEIRS",
        nargs="?",
        help=_("the other copy; without it, the copies found beside MINE are named"),
    )
    one.add_argument("-o", "--out", metavar="OUT", help=_("the new file to make"))
    one.add_argument(
        "--base",
        metavar="B",
        help=_("the save both come from, if not found among the backups"),
    )
    one.add_argument(
        "--dry-run",
        action="store_true",
        help=_("say what would become of each field, make nothing"),
    )
    one.add_argument(
        "--to-check",
        action="store_true",
        help=_("list what earlier merges left in MINE to be looked at"),
    )
    one.add_argument(
        "--theirs-passphrase-file",
        metavar="F",
        help=_("file with the passphrase of THEIRS, where it has another"),
    )
    ways_in(one)
