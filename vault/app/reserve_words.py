"""How much a kit could lose still, in words: the same for window and command line."""

from vault.i18n import translate as _
from vault.i18n import translate_count


def reserve_words(codes: int) -> str:
    """Say how many codes, whichever they are, a kit that was read could do without.

    `codes` is `KitState.reserve` of a kit that is complete.
    """
    if not codes:
        return _("It could lose no further code.")
    words = translate_count(
        "It could lose {n} more code, whichever it is.",
        "It could lose {n} more codes, whichever they are.",
        codes,
    )
    return words.format(n=codes)
