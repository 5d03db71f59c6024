"""Words in the user's language: gettext, without Qt, because the core prints kits.

The catalogues come with the issue that asks for them; until then every message is its
own English. Whoever speaks takes `translate` by the usual name: `from vault.i18n import
translate as _`.
"""

import gettext
from functools import lru_cache
from importlib.resources import files

DOMAIN = "sparekey"


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    locales = files("resources").joinpath("locales")
    return gettext.translation(DOMAIN, localedir=str(locales), fallback=True)


def language() -> str:
    """Return the language of the messages as its catalogue names it, "" for English."""
    return _catalogue().info().get("language", "")


def translate(message: str) -> str:
    """Return `message` in the user's language, or as it is where none is known."""
    return _catalogue().gettext(message)


def translate_count(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits `count`, with no number put in."""
    return _catalogue().ngettext(one, many, count)
