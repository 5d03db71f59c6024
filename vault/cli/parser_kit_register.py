"""The words of `kit list`, `kit drill` and `kit retire`."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_kit_register(parts: Commands) -> None:
    """Add what looks after kits that were printed."""
    command(
        parts,
        "list",
        _("list every kit: where it lies, whether it is proven, what changed since"),
        "kit list shop.sparekey",
    )
    _kit_drill(parts)
    _kit_retire(parts)


def _kit_drill(parts: Commands) -> None:
    text = _("read a printed kit and say whether it works, and what is stale")
    one = command(parts, "drill", text, "kit drill shop.sparekey scan*.png")
    one.add_argument(
        "files", metavar="FILE", nargs="+", help=_("pictures of the sheets, or a PDF")
    )
    one.add_argument("--no-open", action="store_true", help=_("only read the sheets"))
    one.add_argument(
        "--kit-passphrase-file",
        metavar="F",
        help=_("what opens the kit; without it, what opened the vault is tried"),
    )
    one.add_argument(
        "--kit-code-file", metavar="F", help=_("the code of the kit's key card")
    )
    one.add_argument(
        "--dry-run", action="store_true", help=_("do not note the date of the drill")
    )


def _kit_retire(parts: Commands) -> None:
    text = _("collect and destroy the sheets of a kit, place by place")
    one = command(parts, "retire", text, "kit retire shop.sparekey 2 --destroyed Safe")
    one.add_argument("number", metavar="N", type=int, help=_("the number of the kit"))
    one.add_argument(
        "--supplement",
        metavar="N",
        type=int,
        default=0,
        help=_("that supplement"),
    )
    one.add_argument(
        "--collected",
        metavar="PLACE",
        nargs="*",
        help=_("what lay there is in your hands; without a place, all of it"),
    )
    one.add_argument(
        "--destroyed",
        metavar="PLACE",
        nargs="*",
        help=_("what lay there is destroyed; without a place, all of it"),
    )
    one.add_argument("--on", metavar="DAY", help=_("the day, as YYYY-MM-DD; today"))
    one.add_argument(
        "--take-back", action="store_true", help=_("it is in use again, all of it")
    )
