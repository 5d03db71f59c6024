"""The mark in the vault that says from which pack and edition something was taken."""

import re
from functools import cache
from typing import Final

from vault.i18n import translate as _
from vault.packs import Pack

_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_COMPARED: Final = _("compared with {edition}")


def is_older(text: str, pack: Pack) -> bool:
    """Tell whether a text names an earlier edition of this pack, not compared since."""
    found = mark_of(pack).search(text)
    if found is None:
        return False
    seen: str = found["compared"] or found["edition"]
    return seen < pack.edition


def compared(text: str, pack: Pack) -> str:
    """Return the text, its mark saying that it was compared with this edition."""
    words = _COMPARED.format(edition=pack.edition)

    def said(found: re.Match[str]) -> str:
        return f"{found['head']}{found['edition']}, {words}"

    return mark_of(pack).sub(said, text, count=1)


def renewed(text: str, pack: Pack) -> str:
    """Return the text, its mark naming this edition as the one it was taken from."""
    return mark_of(pack).sub(
        lambda found: f"{found['head']}{pack.edition}", text, count=1
    )


def mark_of(pack: Pack) -> re.Pattern[str]:
    """Return what a mark looks like: the pack's id, few words, a day, a second one."""
    return _mark(pack.id)


@cache
def _mark(id_: str) -> re.Pattern[str]:
    words = re.escape(_COMPARED).replace(r"\{edition\}", f"(?P<compared>{_DAY})")
    id_ = re.escape(id_)
    return re.compile(
        rf"(?P<head>(?<![\w-]){id_}(?![\w-])[^\d:\n]{{1,40}})"
        rf"(?P<edition>{_DAY})(?:, {words})?"
    )
