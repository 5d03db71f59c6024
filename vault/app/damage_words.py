"""The words for damage that was healed, and for the health of a file."""

from vault.app.explain_words import Words
from vault.app.repair import Health, Parity, Place
from vault.i18n import translate as _
from vault.i18n import translate_count

_SHOWN = 3


def place_words(places: tuple[Place, ...]) -> str:
    """Return how many places there are, and where the first ones lie."""
    shown = [
        _("bytes {start:,} to {end:,}").format(start=start, end=end)
        for start, end in places[:_SHOWN]
    ]
    more = ["…"] if len(places) > _SHOWN else []
    count = translate_count("{n} place", "{n} places", len(places))
    return f"{count.format(n=len(places))} ({', '.join(shown + more)})"


def healed_words(places: tuple[Place, ...]) -> Words:
    """Say that an opened vault was damaged and is healed in memory."""
    return _healed(
        places,
        _(
            "Nothing is lost. The next change writes it back whole, and the damaged "
            "file is kept beside the backups. If it happens again, copy the vault to "
            "another disk: this one may be failing."
        ),
    )


def healed_share_words(places: tuple[Place, ...]) -> Words:
    """Say that an opened share was damaged and is healed in memory."""
    return _healed(
        places, _("Nothing is lost. Copy it to another disk: this one may be failing.")
    )


def _healed(places: tuple[Place, ...], advice: str) -> Words:
    happened = _(
        "The file on the disk is damaged at {places}; it was healed in memory."
    )
    where = place_words(places)
    return Words(_("Damaged, and healed"), happened.format(places=where), advice)


def health_words(told: Health) -> str:
    """Say in one line what can be told of damage without any key."""
    if told.parity is Parity.NONE:
        return _("damage: none to be seen; only opening it proves it whole")
    if told.parity is Parity.WHOLE:
        return _("damage: none, by its parity")
    if told.parity is Parity.HEALS:
        words = _("damage: at {places}; its parity heals all of it")
    else:
        words = _("damage: at {places}, more than its parity can heal")
    return words.format(places=place_words(told.places))


def parity_words(told: Health) -> str:
    """Say in one line whether there is parity, and whether it is enough."""
    return {
        Parity.NONE: _("parity: none yet; it comes with the next save"),
        Parity.WHOLE: _("parity: whole"),
        Parity.HEALS: _("parity: enough"),
        Parity.LOST: _("parity: too little"),
    }[told.parity]
