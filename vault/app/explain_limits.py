"""The words for each bound that can be met: what is too large, and what to do."""

from vault.errors import TooLarge
from vault.i18n import translate as _

_PAPER = (
    _("This is more than 40 sheets of paper hold"),
    _("Choose fewer accounts, and make two kits."),
)
LIMITS: dict[str, tuple[str, str]] = {
    "ATTACHMENT_BYTES": (
        _("The file is larger than 20 MiB"),
        _("Scan it with fewer dots, or keep it elsewhere and note where."),
    ),
    "ATTACHMENTS": (_("There are 500 papers already"), _("Remove some first.")),
    "ATTACHMENTS_BYTES": (
        _("All papers together would be larger than 128 MiB"),
        _("Remove some first; a removed one counts for 30 days more."),
    ),
    "FIELDS_BYTES": (_("There are too many ways in"), _("Remove one first.")),
    "FILE_BYTES": (_("The file is larger than 256 MiB"), _("Is it a vault?")),
    "FRAMES": (
        _("More than 4,800 different codes were read"),
        _("Read one kit at a time."),
    ),
    "IMPORT_BYTES": (
        _("The file is larger than 10 MiB"),
        _("Split it into smaller files."),
    ),
    "IMPORT_COLUMNS": (
        _("The table has more than 1,000 columns"),
        _("Keep the columns that tell about accounts."),
    ),
    "IMPORT_ROW_CHARACTERS": (
        _("A row of the table is longer than a million characters"),
        _("See that every quote is closed, and that each account has its own line."),
    ),
    "IMPORT_ROWS": (
        _("The table has more than 50,000 rows"),
        _("Split it into files of at most 50,000 rows each."),
    ),
    "INFLATED_BYTES": _PAPER,
    "KEY_FILE_BYTES": (
        _("The key file is larger than 1 MiB"),
        _("Choose a smaller file, or let the program draw one."),
    ),
    "LETTER_BYTES": (_("The letter is longer than 16 KiB"), _("Shorten it.")),
    "PACK_BYTES": (_("The pack is larger than 512 KiB"), _("Split it.")),
    "PAPERS_IMPORT_BYTES": (
        _("The export is larger than 192 MiB"),
        _("Export again without papers, and attach them one by one."),
    ),
    "PAPER_BYTES": _PAPER,
    "PASSPHRASE_BYTES": (
        _("The passphrase is longer than 4,096 bytes"),
        _("Is that the right file?"),
    ),
    "PASSPHRASE_SLOTS": (
        _("There are four passphrases already"),
        _("Remove one first."),
    ),
    "SHEETS": _PAPER,
    "SLOTS": (_("There are 32 ways in already"), _("Remove one first.")),
    "qr-version": (_("The text is too long for its code"), _("Shorten it.")),
}


def limit_words(error: TooLarge) -> tuple[str, str]:
    """Return what is too large, in words, and what to do about it."""
    what, advice = LIMITS[error.limit]
    return f"{what}.", advice
