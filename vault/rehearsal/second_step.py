"""What a person needs besides a password, told from what is noted about an access."""

import re
from typing import Final, Literal

Factor = Literal["app", "text", "security-key", "passkey", "mail", "none", "unknown"]

# Words as people and packs write them; the first that fits decides.
_WORDS: Final[tuple[tuple[Factor, str], ...]] = (
    ("none", r"none|no|password|password only|-"),
    ("security-key", r".*(security[ -]?key|yubikey|fido).*"),
    ("passkey", r".*passkey.*"),
    ("app", r".*(authenticator|totp|one-time|\bapp\b|push|in-app|prompt).*"),
    ("text", r".*(sms|text|phone|voice|call|whatsapp).*"),
    ("mail", r".*(mail).*"),
)
_PATTERNS: Final = tuple((f, re.compile(p, re.IGNORECASE)) for f, p in _WORDS)


def factor_meant(text: str) -> Factor:
    """Return the factor that a person's words mean."""
    words = text.strip()
    return next((f for f, p in _PATTERNS if p.fullmatch(words)), "unknown")
