"""The words of `history`, `bring-back` and `forget`: what was there before."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_history(commands: Commands) -> None:
    """Add the three."""
    _history(commands)
    _bring_back(commands)
    _forget(commands)


def _history(commands: Commands) -> None:
    text = _("tell what was changed when, or what was removed in the last 30 days")
    one = command(commands, "history", text, "history shop.sparekey 'Etsy shop'")
    one.add_argument(
        "record",
        metavar="RECORD",
        nargs="?",
        help=_("only of this one and what hangs on it; name, id or its beginning"),
    )
    one.add_argument(
        "--deleted",
        action="store_true",
        help=_("list what was removed and can still be brought back"),
    )
    one.add_argument("--reveal", action="store_true", help=_("show the codes"))


def _bring_back(commands: Commands) -> None:
    text = _("bring back what was removed, or earlier values, as `history` lists them")
    one = command(commands, "bring-back", text, "bring-back shop.sparekey 'Etsy shop'")
    one.add_argument(
        "ids",
        metavar="ID",
        nargs="+",
        help=_("of a change or a removed record (or its name), or its beginning"),
    )


def _forget(commands: Commands) -> None:
    text = _("forget the earlier values of a record; it can't be undone")
    one = command(
        commands, "forget", text, "forget shop.sparekey 'Etsy shop' --field phone"
    )
    one.add_argument("record", metavar="RECORD", help=_("name, id or its beginning"))
    one.add_argument("--field", metavar="FIELD", default="", help=_("only of this one"))
