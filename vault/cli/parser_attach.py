"""The words of `attach` and `attachments`: papers and evidence inside the vault."""

from typing import Final

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _

# The words of `vault.model.attachment`; a test compares.
SORTS: Final = (
    "identity",
    "registration",
    "invoice",
    "contract",
    "screenshot",
    "message",
    "other",
)


def add_attach(commands: Commands) -> None:
    """Add both commands."""
    text = _("keep files in the vault: the papers that platforms ask for, evidence")
    example = "attach shop.sparekey registration.pdf --sort registration"
    one = command(commands, "attach", text, example)
    one.add_argument("files", metavar="FILE", nargs="+", help=_("a file of any kind"))
    one.add_argument("--account", metavar="A", help=_("the account it belongs to"))
    one.add_argument(
        "--incident", metavar="I", help=_("the incident it is evidence of")
    )
    one.add_argument("--sort", choices=SORTS, default="", help=_("what sort of paper"))
    one.add_argument(
        "--expires", metavar="DAY", default="", help=_("last day on which it is valid")
    )
    text = _("list the files that are kept, or save one out in clear")
    example = "attachments shop.sparekey --save registration.pdf -o out.pdf"
    one = command(commands, "attachments", text, example)
    which = one.add_mutually_exclusive_group()
    which.add_argument("--account", metavar="A", help=_("only those of one account"))
    which.add_argument("--save", metavar="WHICH", help=_("name, id or its beginning"))
    one.add_argument("-o", "--out", metavar="FILE", help=_("the new file, in clear"))
    one.add_argument("--yes", action="store_true", help=_("do not ask"))
