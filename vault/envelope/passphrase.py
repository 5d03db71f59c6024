"""From what somebody types to the bytes that Argon2id is given."""

import unicodedata

from vault import limits
from vault.crypto.secret import Secret
from vault.errors import Refused, TooLarge


def passphrase_secret(text: str) -> Secret:
    """Return the phrase's bytes: space separators as U+0020, NFC, UTF-8, not trimmed.

    Chinese input types U+3000 for the same key. Refused passphrase-empty, or
    passphrase-text where it holds half a surrogate pair; TooLarge beyond the bound.
    """
    if not text:
        raise Refused("passphrase-empty")
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
    try:
        data = unicodedata.normalize("NFC", spaced).encode()
    except UnicodeEncodeError:
        raise Refused("passphrase-text") from None
    if len(data) > limits.PASSPHRASE_BYTES:
        raise TooLarge("PASSPHRASE_BYTES", limits.PASSPHRASE_BYTES, len(data))
    return Secret(data)


def has_edge_spaces(text: str) -> bool:
    """Tell whether the phrase begins or ends with a space, which is kept but odd."""
    return text != text.strip()
