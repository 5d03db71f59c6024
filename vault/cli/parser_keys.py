"""The words of `keys`: the ways into a vault, listed and changed.

`keys VAULT` lists them, and the act may be typed behind the vault as well as before it:
that is how the other commands without parts are typed.
"""

import argparse
from collections.abc import Sequence
from typing import Final

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _

LIST: Final = "list"
PARTS: Final = (
    LIST,
    "change-passphrase",
    "add-passphrase",
    "remove",
    "new-code",
    "key-file",
    "somebody-knows",
)


def add_keys(commands: Commands) -> None:
    """Add `keys` with its parts."""
    keys = commands.add_parser("keys", help=_("the ways into a vault: list, change"))
    parts = keys.add_subparsers(dest="part", metavar="|".join(PARTS), required=True)
    _list(parts)
    _change(parts)
    _add(parts)
    _remove(parts)
    _new_code(parts)
    _key_file(parts)
    _somebody_knows(parts)


def in_order(arguments: Sequence[str]) -> list[str]:
    """Return the words of `keys` with the part in front; `list` where there is none."""
    if list(arguments[:1]) != ["keys"]:
        return list(arguments)
    rest = list(arguments[1:])
    if not rest or rest[0] in PARTS or rest[0].startswith("-"):
        return list(arguments)
    if rest[1:2] and rest[1] in PARTS:
        return ["keys", rest[1], rest[0], *rest[2:]]
    return ["keys", LIST, *rest]


def _list(parts: Commands) -> None:
    text = _("list the ways in: what each needs, whose it is, what a try costs")
    command(parts, LIST, text, "keys shop.sparekey")


def _change(parts: Commands) -> None:
    text = _("replace the passphrase you open with; by the key card, any")
    example = "keys shop.sparekey change-passphrase --generate words.txt"
    one = command(parts, "change-passphrase", text, example)
    _new_words(one)
    _way(one, _("with --code-file: whose passphrase is replaced, by its number"))
    _asking(one)


def _add(parts: Commands) -> None:
    text = _("add a passphrase of somebody's own")
    example = "keys shop.sparekey add-passphrase --for Mina --generate mina.txt"
    one = command(parts, "add-passphrase", text, example)
    one.add_argument(
        "--for", dest="whose", metavar="NAME", required=True, help=_("whose it is")
    )
    _new_words(one)
    _asking(one)


def _remove(parts: Commands) -> None:
    text = _("remove a way in; never the last one")
    one = command(parts, "remove", text, "keys shop.sparekey remove --way 3")
    _way(one, _("its number in the list"), required=True)
    _asking(one)


def _new_code(parts: Commands) -> None:
    text = _("draw a new code with a new key card; old cards open nothing more")
    example = "keys shop.sparekey new-code --card card.pdf"
    one = command(parts, "new-code", text, example)
    _card(one)
    _asking(one)


def _key_file(parts: Commands) -> None:
    text = _("make the passphrase need a key file beside it, or need none")
    example = "keys shop.sparekey key-file --draw /media/stick/shop.key"
    one = command(parts, "key-file", text, example)
    act = one.add_mutually_exclusive_group(required=True)
    act.add_argument("--draw", metavar="F", help=_("draw one, into a new file F"))
    act.add_argument("--add", metavar="F", help=_("any file of 16 bytes to 1 MiB"))
    act.add_argument(
        "--remove", action="store_true", help=_("the passphrase opens alone again")
    )
    _asking(one)


def _somebody_knows(parts: Commands) -> None:
    text = _("somebody knows what opens it: make everything new, list what is left")
    example = (
        "keys shop.sparekey somebody-knows --generate new.txt --card card.pdf --yes"
    )
    one = command(parts, "somebody-knows", text, example)
    _new_words(one)
    _card(one)
    one.add_argument(
        "--delete-copies",
        action="store_true",
        help=_("delete backups and conflict copies: what is known opens them"),
    )
    _asking(one)


def _new_words(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--generate",
        metavar="F",
        help=_("draw six words and write them to a new file F"),
    )
    one.add_argument(
        "--new-passphrase-file", metavar="F", help=_("take the new one from F instead")
    )


def _card(one: argparse.ArgumentParser) -> None:
    one.add_argument("--card", metavar="PDF", help=_("the new key card"))
    one.add_argument(
        "--reveal", action="store_true", help=_("show the new code, to write by hand")
    )
    one.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _way(one: argparse.ArgumentParser, text: str, *, required: bool = False) -> None:
    one.add_argument("--way", metavar="N", type=int, help=text, required=required)


def _asking(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--yes", action="store_true", help=_("I know what will be lost: do it")
    )
    one.add_argument(
        "--dry-run",
        action="store_true",
        help=_("say what would be lost, change nothing"),
    )
