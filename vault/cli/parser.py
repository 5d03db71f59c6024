"""The words of the command line: every command, option and help text in one place."""

import argparse
from collections.abc import Iterable, Mapping, Sequence

from vault.app.typed_fields import typed_fields, typed_links
from vault.cli.any_order import AnyOrder
from vault.cli.parser_attach import add_attach
from vault.cli.parser_care import add_care
from vault.cli.parser_history import add_history
from vault.cli.parser_incident import add_incident
from vault.cli.parser_kept import add_kept
from vault.cli.parser_keys import add_keys, in_order
from vault.cli.parser_kit import add_kit
from vault.cli.parser_merge import add_merge
from vault.cli.parser_packs import add_packs, packs_in_order
from vault.cli.parser_parts import Commands, command
from vault.cli.parser_review import add_review
from vault.cli.parser_rules import add_rules, rules_in_order
from vault.cli.parser_share import add_share
from vault.i18n import translate as _

# The words of `vault.app.exchange_flow`, which takes long to load; a test compares.
IMPORT_WORDS = ("codes", "csv", "json")
EXPORT_WORDS = ("json", "markdown")

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
    add_keys(commands)
    _list(commands)
    _show(commands)
    _codes(commands)
    _add(commands)
    _edit(commands)
    _remove(commands)
    add_care(commands)
    add_review(commands)
    add_incident(commands)
    add_attach(commands)
    add_history(commands)
    add_merge(commands)
    _repair(commands)
    add_kept(commands)
    _import(commands)
    _export(commands)
    add_kit(commands)
    add_packs(commands)
    add_rules(commands)
    add_share(commands)
    return top


def _tour(commands: Commands) -> None:
    text = _("the main job, start to end, on sample files; writes into DIR")
    one = command(commands, "tour", text, "tour build/tour", opens=False)
    one.add_argument("dir", metavar="DIR", help=_("a new or empty folder"))
    one.add_argument(
        "--replace", action="store_true", help=_("empty an earlier tour's folder first")
    )
    one.add_argument(
        "--book",
        action="store_true",
        help=_("draw the window in every look and fill, not only the usual (minutes)"),
    )


def _new(commands: Commands) -> None:
    text = _("make a new vault")
    example = "new shop.sparekey --generate words.txt --name 'Mud & Fire Pottery'"
    one = command(commands, "new", text, example, opens=False)
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
    one = command(commands, "info", text, "info shop.sparekey", opens=False)
    one.add_argument("file", metavar="FILE")


def _list(commands: Commands) -> None:
    text = _("list the accounts")
    one = command(commands, "list", text, "list shop.sparekey --find etsy")
    one.add_argument("--kind", default="account", help=_("list another kind of record"))
    one.add_argument("--find", metavar="TEXT", help=_("only those that contain TEXT"))


def _show(commands: Commands) -> None:
    text = _("show one account with all that hangs on it (codes stay hidden)")
    one = command(commands, "show", text, "show shop.sparekey 'Etsy shop'")
    one.add_argument("account", metavar="ACCOUNT", help=_("name, id or its beginning"))


def _codes(commands: Commands) -> None:
    text = _("list recovery codes, or mark one used")
    example = "codes shop.sparekey Etsy --use 3 --by Mina --for 'new phone'"
    one = command(commands, "codes", text, example)
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
    _fields(command(commands, "add", text, example))


def _edit(commands: Commands) -> None:
    text = _("change a record; fields as options, or JSON on standard input")
    one = command(commands, "edit", text, "edit shop.sparekey account Etsy --phone ''")
    _fields(one, with_id=True)


def _fields(one: argparse.ArgumentParser, *, with_id: bool = False) -> None:
    one.add_argument("kind", metavar="KIND", help=", ".join(typed_fields()))
    if with_id:
        one.add_argument("id", metavar="ID", help=_("name, id or its beginning"))
    group = one.add_argument_group(
        _("fields"), _("lists (codes, steps, channels) come as JSON on standard input")
    )
    for name, kinds in _options(typed_fields()).items():
        flag = "--" + name.replace("_", "-")
        group.add_argument(
            flag, dest=f"field_{name}", metavar="TEXT", help=", ".join(kinds)
        )
    for name, kinds in _options(typed_links()).items():
        flag = "--" + name.replace("_", "-")
        group.add_argument(
            flag,
            dest=f"links_{name}",
            metavar="NAME",
            action="append",
            help=_("{kinds}; again for each").format(kinds=", ".join(kinds)),
        )


def _options(fields: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return each field that can be typed as an option, with the kinds that have it."""
    options: dict[str, list[str]] = {}
    for kind, names in fields.items():
        for name in names:
            options.setdefault(name, []).append(kind)
    return dict(sorted(options.items()))


def _remove(commands: Commands) -> None:
    text = _("remove a record, with what cannot stand without it")
    one = command(commands, "remove", text, "remove shop.sparekey account 4f2k")
    one.add_argument("kind", metavar="KIND", help=", ".join(typed_fields()))
    one.add_argument("id", metavar="ID", help=_("name, id or its beginning"))


def _repair(commands: Commands) -> None:
    text = _("look for damage in a file, and heal it by its parity")
    one = command(commands, "repair", text, "repair shop.sparekey -o healed.sparekey")
    to = one.add_mutually_exclusive_group()
    to.add_argument("-o", dest="out", metavar="OUT", help=_("heal into this new file"))
    to.add_argument(
        "--in-place",
        action="store_true",
        help=_("open the vault and heal it where it lies; the damaged file is kept"),
    )


def _import(commands: Commands) -> None:
    text = _("take in JSON of our own, CSV with a header, or a file of codes")
    example = "import shop.sparekey accounts.csv instagram-codes.txt --dry-run"
    one = command(commands, "import", text, example)
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
    one = command(commands, "export", text, "export shop.sparekey shop.json --yes")
    one.add_argument("out", metavar="OUT", help=_("the file to make"))
    one.add_argument("--as", dest="kind", choices=EXPORT_WORDS, help=_("the kind"))
    one.add_argument(
        "--yes", action="store_true", help=_("I know that OUT is not encrypted")
    )
    one.add_argument(
        "--papers",
        action="store_true",
        help=_("attached files too, in JSON; otherwise they are only named"),
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_SAMPLES:
        message = _("a whole number from 1 to {most}").format(most=MOST_SAMPLES)
        raise argparse.ArgumentTypeError(message)
    return int(text)


MOST_SAMPLES = 100_000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse, or end the process with a usage line and exit code 2."""
    words = rules_in_order(packs_in_order(in_order(arguments)))
    return parser().parse_args(words)
