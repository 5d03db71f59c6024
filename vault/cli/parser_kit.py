"""The words of `kit make`, `kit check` and `kit restore`; the others are called."""

import argparse

from vault.cli.parser_kit_register import add_kit_register
from vault.cli.parser_parts import Commands, command, ways_in
from vault.cli.parser_test_page import add_test_page
from vault.i18n import translate as _
from vault.model.kit import WAYS


def add_kit(commands: Commands) -> None:
    """Add `kit make`, `kit check` and `kit restore`."""
    kit = commands.add_parser("kit", help=_("print a kit, check one, restore from one"))
    parts = kit.add_subparsers(dest="part", metavar="PART", required=True)
    _kit_make(parts)
    _kit_check(parts)
    _kit_restore(parts)
    add_kit_register(parts)
    add_test_page(parts)


def _kit_make(parts: Commands) -> None:
    text = _("make a kit as PDF; it is read back before you get it")
    example = "kit make shop.sparekey -o kit.pdf --card card.pdf"
    one = command(parts, "make", text, example)
    one.add_argument("-o", "--out", metavar="PDF", required=True, help=_("the sheets"))
    one.add_argument("--card", metavar="PDF", help=_("the key card, for another place"))
    one.add_argument(
        "--locks", choices=WAYS, help=_("what opens it; see the README for the default")
    )
    one.add_argument(
        "--only",
        metavar="ACCOUNT",
        nargs="+",
        default=[],
        help=_("only these accounts"),
    )
    one.add_argument(
        "--generate",
        metavar="F",
        help=_("with --only: draw the kit's own six words and write them to F"),
    )
    one.add_argument("--paper", choices=("a4", "letter"), default="a4")
    one.add_argument(
        "--letter-file", metavar="F", help=_("your words to whoever finds the kit")
    )
    _on_paper(one)
    _in_clear(one)
    one.add_argument(
        "--supplement",
        metavar="KIT",
        nargs="?",
        type=int,
        const=0,
        help=_("only what changed since the newest kit, or since the one numbered so"),
    )


def _on_paper(one: argparse.ArgumentParser) -> None:
    """Add the words for how it is printed."""
    one.add_argument(
        "--card-by-hand",
        action="store_true",
        help=_(
            "show the code here, to be written by hand and typed back: no PDF has it"
        ),
    )
    one.add_argument(
        "--compact",
        action="store_true",
        help=_("fewer sheets, of smaller codes that need a better camera"),
    )


def _in_clear(one: argparse.ArgumentParser) -> None:
    """Add the words for pages that anybody can read."""
    one.add_argument(
        "--readable",
        metavar="SORTS",
        help=_("also print in clear: any of {sorts}, with commas between").format(
            sorts="procedures,contacts,codes"
        ),
    )
    one.add_argument(
        "--readable-out", metavar="PDF", help=_("where the pages in clear go")
    )
    one.add_argument(
        "--readable-only",
        metavar="ACCOUNT",
        nargs="+",
        default=[],
        help=_("in clear only these accounts"),
    )
    one.add_argument(
        "--yes-codes-in-clear",
        action="store_true",
        help=_("answer the warning about codes in clear beforehand"),
    )


def _kit_check(parts: Commands) -> None:
    text = _("tell what can be read of a kit, without any passphrase")
    one = command(parts, "check", text, "kit check scan*.png", opens=False)
    one.add_argument(
        "files", metavar="FILE", nargs="+", help=_("PNG, JPEG, WebP, TIFF or PDF")
    )


def _kit_restore(parts: Commands) -> None:
    text = _("make a new vault from pictures of a kit's sheets")
    example = "kit restore scan*.png -o back.sparekey --code-file code.txt"
    one = command(parts, "restore", text, example, opens=False)
    one.add_argument(
        "files", metavar="FILE", nargs="+", help=_("PNG, JPEG, WebP, TIFF or PDF")
    )
    one.add_argument(
        "-o", "--out", metavar="VAULT", required=True, help=_("a new file")
    )
    one.add_argument("--kit", metavar="ID", help=_("which, where two are complete"))
    one.add_argument(
        "--new-passphrase-file", metavar="F", help=_("the new vault's passphrase")
    )
    one.add_argument(
        "--generate", metavar="F", help=_("draw six new words and write them to F")
    )
    one.add_argument(
        "--supplement-passphrase-file",
        metavar="F",
        help=_("what opens its supplement, where that is another passphrase"),
    )
    ways_in(one)
