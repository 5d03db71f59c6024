"""The words of `packs`: what the program knows of platforms, and what is new in it."""

from collections.abc import Sequence

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _

NEWS = "news"
OWN = "own"
_PARTS = (NEWS, OWN)


def add_packs(commands: Commands) -> None:
    """Add `packs` with its parts."""
    text = _("what the program knows of platforms, and what a newer pack says")
    packs = commands.add_parser("packs", help=text)
    words = "list|show|own|bodies|news"
    parts = packs.add_subparsers(dest="part", metavar=words, required=True)
    text = _(
        "list the platforms: how many facts, how many weak ones, the newest source"
    )
    command(parts, "list", text, "packs list", opens=False)
    text = _("show what is known of a platform, each fact with its source's age")
    show = command(parts, "show", text, "packs show etsy", opens=False)
    show.add_argument("platform", metavar="PLATFORM", help=_("its name or id"))
    text = _("show what you wrote down about platforms of your own")
    own = command(parts, OWN, text, "packs own shop.sparekey Folksy")
    own.add_argument("platform", metavar="PLATFORM", nargs="?", help=_("its name"))
    text = _("say where crime online is reported, in a country or anywhere")
    bodies = command(parts, "bodies", text, "packs bodies UK", opens=False)
    bodies.add_argument(
        "country",
        metavar="COUNTRY",
        nargs="?",
        help=_("two letters or a name; without it the countries are listed"),
    )
    _news(parts)


def packs_in_order(arguments: Sequence[str]) -> list[str]:
    """Return the words with the part in front of the vault, where it stood behind."""
    if list(arguments[:1]) == ["packs"] and arguments[2:3] and arguments[2] in _PARTS:
        return ["packs", arguments[2], arguments[1], *arguments[3:]]
    return list(arguments)


def _news(parts: Commands) -> None:
    text = _("lay newer packs beside the steps and contacts taken from older ones")
    example = "packs news shop.sparekey --take 1.2 2"
    one = command(parts, NEWS, text, example)
    one.add_argument(
        "--take",
        metavar="NUMBER",
        nargs="+",
        default=[],
        help=_("take these; the others of the same account are left as they are"),
    )
    one.add_argument(
        "--leave",
        metavar="NUMBER",
        nargs="+",
        default=[],
        help=_("leave these accounts as they are, and do not ask again"),
    )
