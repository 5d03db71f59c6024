"""The factors of a way in, in words."""

from vault.envelope.slot import Factor
from vault.i18n import translate as _

_WORDS = {
    Factor.PASSPHRASE: _("passphrase"),
    Factor.CODE: _("key card"),
    Factor.KEY_FILE: _("key file"),
    Factor.DEPUTY_KEY: _("deputy's key"),
}


def factor_words(mask: int) -> tuple[str, ...]:
    """Name the factors that a slot of this mask needs together."""
    return tuple(word for factor, word in _WORDS.items() if mask & factor)
