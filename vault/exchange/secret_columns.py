"""Header words of columns that hold secrets, and of columns that nobody misses.

A secret never lands in notes, which are printed and shared in clear: passwords are left
out, and what recovery needs becomes a code set of its kind.
"""

import re
import unicodedata
from typing import Final

from vault.limits import NAME_CHARACTERS

# Searched anywhere in a header. A passport is a document, a passkey stays in a device,
# and a date of change ("password changed") tells nothing worth keeping either.
_PASSWORD: Final = re.compile(
    r"\bpass(?!port|key|code| code)|password|pwd|kennwort|contrase|mot de passe|senha"
    r"|wachtwoord|парол|密码|密碼|口令|비밀번호|암호|パスワード"
)
# The kind of the code set that a column becomes; the first that is found decides.
_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("security-answer", re.compile(r"(secret|security|recovery).*\banswer")),
    ("sim-puk", re.compile(r"\bpuk\d?\b")),
    ("pin", re.compile(r"\bpin ?(code|\d)?s?\b|pass ?code|暗証番号")),
    (
        "totp-seed",
        re.compile(
            r"totp|\botp|otp\b|\bseeds?\b|^secrets?( key)?$"
            r"|(2 ?fa|mfa|two factor|authenticator|setup).*(secret|key)"
        ),
    ),
    ("secret", re.compile(r"\bsecret(?!.*question)|private key")),
)
_SAYS_IF: Final = re.compile(
    r"yes|no|true|false|on|off|(en|dis)abled|sms|[✓✔☑✅x]", re.IGNORECASE
)
# What password managers and browsers keep for themselves.
_BOOKKEEPING: Final = frozenset(
    {
        "archived",
        "fav",
        "favorite",
        "formactionorigin",
        "guid",
        "httprealm",
        "icon",
        "last modified",
        "reprompt",
        "timecreated",
        "timelastused",
        "timepasswordchanged",
    }
)


def is_bookkeeping(header: str) -> bool:
    """Tell a column that only the program it comes from needs; `header` normalised."""
    return header in _BOOKKEEPING


def secret_kind(header: str) -> str:
    """Return "password", the kind of a secret, or "" for a header that names none.

    `header` is normalised: small letters, words parted by single spaces.
    """
    # A longer header is a text, and searching it is not linear.
    words = unicodedata.normalize("NFKC", header[:NAME_CHARACTERS])
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return kind
    return "password" if _PASSWORD.search(words) else ""


def says_only_if(cell: str) -> bool:
    """Tell a cell that says whether there is a secret, and not what it is."""
    return _SAYS_IF.fullmatch(cell) is not None
