"""The words of `backups`, `copy` and `make-current`: what is kept of older states."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_kept(commands: Commands) -> None:
    """Add the three."""
    _copy(commands)
    _backups(commands)
    _make_current(commands)


def _copy(commands: Commands) -> None:
    text = _("save a copy of the vault, proven by opening it")
    one = command(commands, "copy", text, "copy shop.sparekey stick/shop.sparekey")
    one.add_argument("out", metavar="OUT", help=_("the file to make"))


def _backups(commands: Commands) -> None:
    text = _("list the backups of a vault, or choose a second place for them")
    example = "backups shop.sparekey --second /media/stick"
    one = command(commands, "backups", text, example, opens=False)
    one.add_argument("vault", metavar="VAULT", help=_("the vault file"))
    act = one.add_mutually_exclusive_group()
    act.add_argument(
        "--second",
        metavar="FOLDER",
        help=_("keep every save in FOLDER too: another disk, a stick, a synced folder"),
    )
    act.add_argument(
        "--no-second",
        action="store_true",
        help=_("keep no second set any more; what lies there stays"),
    )
    act.add_argument(
        "--remove-damaged",
        action="store_true",
        help=_("remove the damaged files that were kept when they were healed"),
    )


def _make_current(commands: Commands) -> None:
    text = _("go on from an older copy or a backup")
    example = "make-current 'shop backups/g0000000012-….sparekey' -o shop-back.sparekey"
    one = command(commands, "make-current", text, example)
    one.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        help=_("bring it back as this new file; a backup always needs one"),
    )
