"""The words of `kit test-page`."""

from vault.cli.parser_parts import Commands, command
from vault.i18n import translate as _


def add_test_page(parts: Commands) -> None:
    """Add `kit test-page`: it opens nothing."""
    text = _("make a page that tries your printer, or judge pictures of it")
    one = command(parts, "test-page", text, "kit test-page -o try.pdf", opens=False)
    one.add_argument("-o", "--out", metavar="FILE", help=_("the page, as PDF"))
    one.add_argument("--paper", choices=("a4", "letter"), default="a4")
    one.add_argument(
        "--read",
        metavar="PICTURE",
        nargs="+",
        default=[],
        help=_("scans or photos of the printed page"),
    )
