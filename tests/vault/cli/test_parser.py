"""The words of the command line are those of what does the work."""

from vault.app import exchange_flow
from vault.cli import parser


def test_the_kinds_of_files_are_those_there_are() -> None:
    """The parser spells them itself, so that it loads nothing to be asked."""
    assert set(parser.IMPORT_WORDS) == set(exchange_flow.IMPORT_WORDS)
    assert set(parser.EXPORT_WORDS) == set(exchange_flow.EXPORTERS)
