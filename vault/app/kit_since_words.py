"""What changed since a kit was printed, in words: the same wherever it is said."""

from collections.abc import Callable, Iterator
from typing import Final

from vault.app.kit_changed import Key, Since
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import KINDS

# What is counted, for one and for several; a small number is said as a word.
_NEW: Final = {
    "account": ("{n} account new", "{n} accounts new"),
    "code-set": ("{n} code set new", "{n} code sets new"),
    "procedure": ("{n} procedure new", "{n} procedures new"),
    "contact": ("{n} contact new", "{n} contacts new"),
    "person": ("{n} person new", "{n} people new"),
    "access": ("{n} access new", "{n} accesses new"),
    "thing": ("{n} thing new", "{n} things new"),
    "route": ("{n} way back new", "{n} ways back new"),
    "platform": ("{n} platform new", "{n} platforms new"),
}
_CHANGED: Final = {
    "account": ("{n} account changed", "{n} accounts changed"),
    "code-set": ("{n} code set changed", "{n} code sets changed"),
    "procedure": ("{n} procedure changed", "{n} procedures changed"),
    "contact": ("{n} contact changed", "{n} contacts changed"),
    "person": ("{n} person changed", "{n} people changed"),
    "access": ("{n} access changed", "{n} accesses changed"),
    "thing": ("{n} thing changed", "{n} things changed"),
    "route": ("{n} way back changed", "{n} ways back changed"),
    "platform": ("{n} platform changed", "{n} platforms changed"),
}
_GONE: Final = {
    "account": ("{n} account gone", "{n} accounts gone"),
    "code-set": ("{n} code set gone", "{n} code sets gone"),
    "procedure": ("{n} procedure gone", "{n} procedures gone"),
    "contact": ("{n} contact gone", "{n} contacts gone"),
    "person": ("{n} person gone", "{n} people gone"),
    "access": ("{n} access gone", "{n} accesses gone"),
    "thing": ("{n} thing gone", "{n} things gone"),
    "route": ("{n} way back gone", "{n} ways back gone"),
    "platform": ("{n} platform gone", "{n} platforms gone"),
}
_USED: Final = {"code-set": ("{n} code set used", "{n} code sets used")}
_SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def since_words(since: Since) -> str:
    """Return "two code sets used, one contact new"; "" where nothing changed."""
    if not since.known:
        return _("what changed since is not known")
    return ", ".join(_parts(since))


def stale_words(since: Since) -> str:
    """Return "Stale: two code sets used, one contact new"."""
    return _("Stale: {changes}").format(changes=since_words(since))


def passphrase_words(made: str, spell: Callable[[str], str] = str) -> str:
    """Say that a kit opens with an earlier passphrase; `made` is when it was printed.

    `spell` writes a day as its reader does.
    """
    words = _("The passphrase was changed since: this kit opens with the one of {day}")
    return words.format(day=spell(made[:10]))


def _parts(since: Since) -> Iterator[str]:
    lists = ((since.used, _USED), (since.changed, _CHANGED))
    for keys, table in (*lists, (since.new, _NEW), (since.gone, _GONE)):
        yield from _counted(keys, table)


def _counted(keys: tuple[Key, ...], table: dict[str, tuple[str, str]]) -> Iterator[str]:
    for kind in KINDS:
        count = sum(key[0] == kind for key in keys)
        if count and kind in table:
            yield translate_count(*table[kind], count).format(n=_number(count))


def _number(count: int) -> str:
    return _(_SMALL[count - 1]) if count <= len(_SMALL) else str(count)
