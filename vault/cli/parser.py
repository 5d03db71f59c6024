"""The words of the command line: every command, option and help text in one place."""

import argparse
from collections.abc import Sequence
from typing import TypeAlias

from vault.app.edit import typed_fields
from vault.app.exchange_flow import EXPORTERS, IMPORT_WORDS
from vault.cli.any_order import AnyOrder
from vault.i18n import translate as _
from vault.model.kit import WAYS

EPILOG = _(
    "Exit codes: 0 done, 1 refused or found wanting, 2 the command was misused.\n"
    "A secret is never taken from an argument: options that end in -file name a file\n"
    "that holds it, and - is standard input."
)


def parser() -> argparse.ArgumentParser:
    """Build the parser; each command's namespace carries `command`."""
    top = AnyOrder(
        prog="sparekey",
        description=_(
            "Keeps, prints and gives back what it takes to recover accounts."
        ),
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _tour(commands)
    _new(commands)
    _info(commands)
    _list(commands)
    _show(commands)
    _codes(commands)
    _add(commands)
    _edit(commands)
    _remove(commands)
    _import(commands)
    _export(commands)
    _kit(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[AnyOrder]"  # noqa: SLF001  argparse names this type nowhere else


def _command(
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
        _ways_in(one)
    return one


def _ways_in(one: argparse.ArgumentParser) -> None:
    group = one.add_argument_group(_("ways in (without one, the passphrase is asked)"))
    group.add_argument(
        "--passphrase-file", metavar="F", help=_("file that holds the passphrase")
    )
    group.add_argument(
        "--code-file", metavar="F", help=_("file that holds the key card's code")
    )
    group.add_argument("--key-file", metavar="F", help=_("not built yet"))
    group.add_argument(
        "--accept-cost",
        action="store_true",
        help=_("open even where that takes unusually much memory or time"),
    )


def _tour(commands: Commands) -> None:
    text = _("the main job, start to end, on sample files; writes into DIR")
    one = _command(commands, "tour", text, "tour build/tour", opens=False)
    one.add_argument("dir", metavar="DIR", help=_("a new or empty folder"))
    one.add_argument(
        "--replace", action="store_true", help=_("empty an earlier tour's folder first")
    )


def _new(commands: Commands) -> None:
    text = _("make a new vault")
    example = "new shop.sparekey --generate words.txt --name 'Mud & Fire Pottery'"
    one = _command(commands, "new", text, example, opens=False)
    one.add_argument("vault", metavar="VAULT", help=_("the file to make"))
    one.add_argument("--name", default="", help=_("what the business is called"))
    one.add_argument(
        "--generate",
        metavar="F",
        help=_("draw six words and write them to a new file F"),
    )
    one.add_argument(
        "--passphrase-file", metavar="F", help=_("take the passphrase from F instead")
    )
    one.add_argument(
        "--sample", metavar="N", type=_count, help=_("put N sample accounts into it")
    )


def _info(commands: Commands) -> None:
    text = _("tell what a file is, without any passphrase")
    one = _command(commands, "info", text, "info shop.sparekey", opens=False)
    one.add_argument("file", metavar="FILE")


def _list(commands: Commands) -> None:
    text = _("list the accounts")
    one = _command(commands, "list", text, "list shop.sparekey --find etsy")
    one.add_argument("--kind", default="account", help=_("list another kind of record"))
    one.add_argument("--find", metavar="TEXT", help=_("only those that contain TEXT"))


def _show(commands: Commands) -> None:
    text = _("show one account with all that hangs on it (codes stay hidden)")
    one = _command(commands, "show", text, "show shop.sparekey 'Etsy shop'")
    one.add_argument("account", metavar="ACCOUNT", help=_("name, id or its beginning"))


def _codes(commands: Commands) -> None:
    text = _("list recovery codes, or mark one used")
    example = "codes shop.sparekey Etsy --use 3 --by Mina --for 'new phone'"
    one = _command(commands, "codes", text, example)
    one.add_argument(
        "account", metavar="ACCOUNT", nargs="?", help=_("only of this one")
    )
    one.add_argument("--reveal", action="store_true", help=_("show the codes"))
    one.add_argument("--next", action="store_true", help=_("only the next unused one"))
    act = one.add_mutually_exclusive_group()
    act.add_argument(
        "--use", metavar="CODE", help=_("mark used; CODE is its number or its id")
    )
    act.add_argument("--unuse", metavar="CODE", help=_("take a used mark back"))
    one.add_argument("--by", default="", metavar="WHO", help=_("who used it"))
    one.add_argument(
        "--for", default="", dest="what_for", metavar="WHAT", help=_("what it was for")
    )


def _add(commands: Commands) -> None:
    text = _("add a record; fields as options, or JSON on standard input")
    example = "add shop.sparekey account --name 'Etsy shop' --platform etsy"
    _fields(_command(commands, "add", text, example))


def _edit(commands: Commands) -> None:
    text = _("change a record; fields as options, or JSON on standard input")
    one = _command(commands, "edit", text, "edit shop.sparekey account Etsy --phone ''")
    _fields(one, with_id=True)


def _fields(one: argparse.ArgumentParser, *, with_id: bool = False) -> None:
    one.add_argument("kind", metavar="KIND", help=", ".join(typed_fields()))
    if with_id:
        one.add_argument("id", metavar="ID", help=_("name, id or its beginning"))
    group = one.add_argument_group(
        _("fields"), _("lists (codes, steps, channels) come as JSON on standard input")
    )
    for name, kinds in _options().items():
        flag = "--" + name.replace("_", "-")
        group.add_argument(
            flag, dest=f"field_{name}", metavar="TEXT", help=", ".join(kinds)
        )


def _options() -> dict[str, list[str]]:
    """Return each field that can be typed as an option, with the kinds that have it."""
    options: dict[str, list[str]] = {}
    for kind, names in typed_fields().items():
        for name in names:
            options.setdefault(name, []).append(kind)
    return dict(sorted(options.items()))


def _remove(commands: Commands) -> None:
    text = _("remove a record, with what cannot stand without it")
    one = _command(commands, "remove", text, "remove shop.sparekey account 4f2k")
    one.add_argument("kind", metavar="KIND", help=", ".join(typed_fields()))
    one.add_argument("id", metavar="ID", help=_("name, id or its beginning"))


def _import(commands: Commands) -> None:
    text = _("take in JSON of our own, CSV with a header, or a file of codes")
    example = "import shop.sparekey accounts.csv instagram-codes.txt --dry-run"
    one = _command(commands, "import", text, example)
    one.add_argument(
        "files", metavar="FILE", nargs="+", help=_("- is standard input (pasted codes)")
    )
    one.add_argument("--as", dest="kind", choices=IMPORT_WORDS, help=_("force a kind"))
    one.add_argument("--account", help=_("whose codes a file of codes holds"))
    one.add_argument("--code-kind", help=_("such as backup-codes"))
    one.add_argument(
        "--with-steps",
        action="store_true",
        help=_("give accounts the steps and contacts of their platform, to edit"),
    )
    one.add_argument(
        "--dry-run",
        action="store_true",
        help=_("say what would change, change nothing"),
    )


def _export(commands: Commands) -> None:
    text = _("write everything out in clear, codes included, as JSON or Markdown")
    one = _command(commands, "export", text, "export shop.sparekey shop.json --yes")
    one.add_argument("out", metavar="OUT", help=_("the file to make"))
    one.add_argument("--as", dest="kind", choices=tuple(EXPORTERS), help=_("the kind"))
    one.add_argument(
        "--yes", action="store_true", help=_("I know that OUT is not encrypted")
    )


def _kit(commands: Commands) -> None:
    kit = commands.add_parser("kit", help=_("print a kit, check one, restore from one"))
    parts = kit.add_subparsers(dest="part", metavar="make|check|restore", required=True)
    _kit_make(parts)
    _kit_check(parts)
    _kit_restore(parts)


def _kit_make(parts: Commands) -> None:
    text = _("make a kit as PDF; it is read back before you get it")
    example = "kit make shop.sparekey -o kit.pdf --card card.pdf"
    one = _command(parts, "make", text, example)
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
    one.add_argument(
        "--blank-card",
        action="store_true",
        help=_("leave the code out of the card and show it here, to write by hand"),
    )


def _kit_check(parts: Commands) -> None:
    text = _("tell what can be read of a kit, without any passphrase")
    one = _command(parts, "check", text, "kit check scan*.png", opens=False)
    one.add_argument("files", metavar="FILE", nargs="+", help=_("PNG, JPEG or PDF"))


def _kit_restore(parts: Commands) -> None:
    text = _("make a new vault from pictures of a kit's sheets")
    example = "kit restore scan*.png -o back.sparekey --code-file code.txt"
    one = _command(parts, "restore", text, example, opens=False)
    one.add_argument("files", metavar="FILE", nargs="+", help=_("PNG, JPEG or PDF"))
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
    _ways_in(one)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_SAMPLES:
        message = _("a whole number from 1 to {most}").format(most=MOST_SAMPLES)
        raise argparse.ArgumentTypeError(message)
    return int(text)


MOST_SAMPLES = 100_000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse, or end the process with a usage line and exit code 2."""
    return parser().parse_args(arguments)
