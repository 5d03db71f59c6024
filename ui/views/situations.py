"""The situations that steps are for, in words."""

from typing import Final

from ui.widgets.pick import Option
from vault.i18n import translate as _
from vault.model.procedure import SITUATIONS

_WORDS: Final = {
    "locked-out": _("Locked out"),
    "hacked": _("Somebody else is in"),
    "suspended": _("Suspended by the platform"),
    "phone-lost": _("Phone lost"),
    "handover": _("Handing it over"),
    "other": _("Something else"),
}


def situation_words(situation: str) -> str:
    """Return a situation in words; one that a newer program wrote stays as it is."""
    return _WORDS.get(situation, situation)


def situation_options() -> tuple[Option, ...]:
    """Return all situations, to pick from."""
    return tuple(Option(one, situation_words(one)) for one in SITUATIONS)
