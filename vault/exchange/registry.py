"""The table of importers, in alphabetical order of their words."""

from typing import Final

from vault.errors import BadInput
from vault.exchange.base import Importer
from vault.exchange.code_text import CodeText
from vault.exchange.csv_table import CsvTable
from vault.exchange.json_plain import JsonPlain
from vault.exchange.plain_text import check_size

IMPORTERS: Final[tuple[Importer, ...]] = (CodeText(), CsvTable(), JsonPlain())


def importer_for(name: str, data: bytes, as_word: str | None = None) -> Importer:
    """Return the importer of that word, else the first that fits the file.

    The file's name decides before its content. Raises TooLarge, or BadInput("file",
    "kind-unknown") with the words there are.
    """
    check_size(data)
    for importer in IMPORTERS:
        if importer.word == as_word or (as_word is None and importer.fits(name, data)):
            return importer
    words = ", ".join(importer.word for importer in IMPORTERS)
    raise BadInput("file", "kind-unknown", words)
