"""Every bound in one place, with its unit in the name and its reason beside it."""

from dataclasses import dataclass
from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB

# --- envelope: all checked before any key work -------------------------------------
FILE_BYTES: Final = 256 * MIB  # a vault with every attachment an owner needs fits
PAPER_BYTES: Final = 256 * KIB  # more than 40 sheets would hold
FIELDS_BYTES: Final = 60_000  # the header fits a u16 and one read
SLOTS: Final = 32  # more ways in than any owner has
PASSPHRASE_SLOTS: Final = 4  # each costs one Argon2 run when a passphrase is tried
KEY_FILE_LEAST_BYTES: Final = 16  # as many as a code has; less could be tried out
KEY_FILE_BYTES: Final = 1 * MIB  # any small picture may serve; read at every opening
KEY_FILE_DRAWN_BYTES: Final = 64
PASSPHRASE_BYTES: Final = (
    4096  # after normalisation; far above any phrase typed by hand
)


# --- Argon2id ------------------------------------------------------------------------
@dataclass(frozen=True)
class Cost:
    """What one Argon2id run takes: memory in KiB, passes, lanes."""

    m_kib: int
    t: int
    p: int


ARGON2_KIB_A_LANE: Final = 8  # RFC 9106: less memory than this is no Argon2
DISK_M_KIB: Final = 256 * KIB  # ENVELOPE: about a second on a laptop of 2026
LOW_MEMORY_M_KIB: Final = 128 * KIB  # where memory is short
PAPER_M_KIB: Final = 128 * KIB  # must open on a weak machine in 15 years
PAPER_T: Final = 8
LANES: Final = 4
DISK_T_MIN: Final = 3
DISK_T_MAX: Final = 16  # also the most passes that are read without asking
FLOOR_M_KIB: Final = 64 * KIB  # never written below this
FLOOR_T: Final = 3
UNASKED_M_KIB: Final = 1024 * KIB
UNASKED_T: Final = 16
UNASKED_P: Final = 8
UNASKED_MT_KIB: Final = 4 * 1024 * KIB  # memory times passes for one slot
UNASKED_TOTAL_MT_KIB: Final = 16 * 1024 * KIB  # for all slots of one file
ASKED_M_KIB: Final = 2 * 1024 * KIB
ASKED_T: Final = 64
ASKED_MT_KIB: Final = 32 * 1024 * KIB

# --- inflate and JSON ----------------------------------------------------------------
INFLATED_BYTES: Final = 16 * MIB  # a paper vault holds text only
INFLATE_RATIO: Final = 100  # above INFLATE_RATIO_FROM_BYTES; text reaches 10
INFLATE_RATIO_FROM_BYTES: Final = 64 * KIB
JSON_DEPTH: Final = 16  # our documents reach 6
JSON_STRING_BYTES: Final = 1 * MIB
JSON_TOKENS: Final = 2_000_000  # texts and brackets; 10,000 accounts have 1.4 million
JSON_INTEGER: Final = 2**53 - 1  # the largest integer every JSON reader keeps exactly

# --- pictures, paper, imports --------------------------------------------------------
PICTURE_PIXELS: Final = 64_000_000  # an A4 page at 600 dpi has 35 million
PICTURE_SIDE_PIXELS: Final = 32_000  # the image library takes twice that
PICTURES: Final = 200  # forty sheets, photographed five times
PICTURE_FILE_BYTES: Final = 64 * MIB
PICTURE_CPU_SECONDS: Final = 60  # a page, all looks; 64 megapixels of noise took 24
PICTURE_WAIT_SECONDS: Final = 120  # the same on a machine that does much else
PICTURE_MEMORY_BYTES: Final = 1 * GIB  # beyond the start; 64 megapixels take up to 0.8
PICTURE_TRIES: Final = 3  # pages of one file at which reading may have to be ended
CODES_A_PICTURE: Final = 400  # more than ten sheets at once; others are left aside
CODES_A_PICTURE_BYTES: Final = 256 * KIB  # ten compact sheets have 160 KiB
SHEETS: Final = 40  # SHEETS * 24 codes in 4 groups of 240 fit one byte each
CODES_A_SHEET: Final = 24
FRAMES: Final = PICTURES * CODES_A_SHEET  # different codes gathered at one time
PACK_BYTES: Final = 512 * KIB  # the longest shipped pack has about 40 KiB
IMPORT_BYTES: Final = 10 * MIB
CODES_AT_ONCE: Final = 200  # pasted for one set; platforms issue sixteen at most
RECORD_JSON_BYTES: Final = 1 * MIB  # one record, typed or piped
SECRET_FILE_BYTES: Final = 64 * KIB  # a passphrase or a code is one line
IMPORT_TOKENS: Final = 1_000_000  # built before their types are known: 60 MiB
IMPORT_COLUMNS: Final = 1_000  # password managers write thirty
IMPORT_ROW_CHARACTERS: Final = 1 * MIB  # fifty of the longest cells
IMPORT_ROWS: Final = 50_000  # more is another program's data base, not an owner's list

# --- storage -------------------------------------------------------------------------
BACKUPS_LAST: Final = 10
BACKUPS_DAILY_DAYS: Final = 14
BACKUPS_MONTHLY: Final = 12
BACKUPS_TOTAL_BYTES: Final = 1 * GIB
PARITY_AT_ONCE_BYTES: Final = 64 * MIB  # 3 ms a MiB; above, nobody may wait for it

# --- records -------------------------------------------------------------------------
TEXT_CHARACTERS: Final = 20_000  # one free-text field; longer texts are attachments
NAME_CHARACTERS: Final = 200

# --- attachments ---------------------------------------------------------------------
ATTACHMENT_BYTES: Final = 20 * MIB  # a scanned contract has ten
ATTACHMENTS_BYTES: Final = 128 * MIB  # with backups beside it a vault stays handy
ATTACHMENTS: Final = 500  # nobody finds anything among more
PAPERS_IMPORT_BYTES: Final = 192 * MIB  # all of them as Base64, and the JSON around

# --- history -------------------------------------------------------------------------
EARLIER_VALUES: Final = 20  # of one field; who looks further back looks in a backup
HISTORY_BYTES: Final = 4 * MIB  # all earlier values together; years of a shop have 1

# --- words on paper ---------------------------------------------------------------
LETTER_BYTES: Final = 16 * KIB  # more than two pages hold
