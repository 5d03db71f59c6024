"""Words about a share that the window and the command line say alike."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vault.app.share_open import ShareFacts
from vault.i18n import translate as _
from vault.share.scope import Depth

DEPTH_WORDS: Final[Mapping[Depth, str]] = MappingProxyType(
    {
        "procedures": _("procedures and contacts only"),
        "access": _("procedures, contacts, people and access"),
        "codes": _("procedures, contacts, people, access and recovery codes"),
    }
)

UNCONFIRMED: Final = _(
    "Nobody has confirmed yet that this key is the owner's. Have the owner read the "
    "eight words out to you; if they differ, trust nothing in this share."
)
NEWER: Final = _(
    "A newer Spare Key wrote more into this share than is shown here: get the newer "
    "program to see all of it."
)


def old_words(facts: ShareFacts) -> str:
    """Return what is said of a share whose day is past."""
    return _(
        "This share is old: its last day was {day}. It still opens, but what it says "
        "may have changed. Ask the owner for a new one."
    ).format(day=facts.expires)
