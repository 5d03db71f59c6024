"""What the register says of each share: its state in a few words and a sentence."""

from collections.abc import Callable, Sequence
from typing import Final

from vault.app.kit_since_words import since_words
from vault.app.share_register import ShareStanding, State, keeper_of
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault

STATE_WORDS: dict[State, str] = {
    "withdrawn": _("withdrawn"),
    "replaced": _("a newer one was made"),
    "expired": _("expired"),
    "stale": _("older than changes"),
    "unopened": _("not known to be opened"),
    "current": _("up to date"),
}
# A file is out of reach once it is given: this is said wherever one is withdrawn.
NOT_REVOKED = _(
    "Whoever has the file can still open it. What was in it is safe again only when "
    "it is renewed at the platforms."
)


SOON_DAYS: Final = 30  # to the last day of a file: time to make a new one


def share_name(vault: Vault, one: ShareStanding) -> str:
    """Return who has it and which issue it is."""
    keeper = keeper_of(vault, one.share) or _("nobody named")
    return _("{keeper}, issue {n}").format(keeper=keeper, n=one.share.issue)


def standing_words(one: ShareStanding, spell: Callable[[str], str] = str) -> str:
    """Return in a sentence why it stands so, and what to do; `spell` writes days."""
    share = one.share
    if one.state == "withdrawn":
        said = _("Withdrawn on {day}.").format(day=spell(share.withdrawn))
        return f"{said} {NOT_REVOKED}"
    if one.newer:
        text = _("Issue {n} was made after it. Have the older file deleted.")
        return text.format(n=one.newer.issue)
    if one.state == "expired":
        text = _("Its last day was {day}. Make a new one, or note it as withdrawn.")
        return text.format(day=spell(share.expires))
    if one.state == "stale":
        text = _("Since it was made: {changes}. Make a new one.")
        return text.format(changes=since_words(one.since))
    if one.state == "unopened":
        return _("Have it opened once while you talk, and note the day.")
    return _("It was opened on {day}.").format(day=spell(share.opened))


def deputies_words(
    found: Sequence[ShareStanding], spell: Callable[[str], str] = str
) -> str:
    """Return in one sentence how all files stand together, the worst first.

    `spell` writes days.
    """
    there = [one for one in found if one.state not in ("withdrawn", "replaced")]
    if not there:
        return _("No file for a deputy is in force.")
    for state, (one_, more) in _COUNTED.items():
        if count := sum(one.state == state for one in there):
            return translate_count(one_, more, count).format(n=count)
    ends = [one for one in there if one.days_left is not None]
    next_ = min(ends, key=lambda one: one.days_left or 0, default=None)
    if next_ is not None and (next_.days_left or 0) <= SOON_DAYS:
        said = _("A file for a deputy runs out on {day}.")
        return said.format(day=spell(next_.share.expires))
    text = ("{n} file for a deputy is up to date.", "{n} files are up to date.")
    return translate_count(*text, len(there)).format(n=len(there))


_COUNTED: dict[State, tuple[str, str]] = {
    "expired": ("{n} file for a deputy has expired.", "{n} files have expired."),
    "stale": (
        "{n} file for a deputy is older than changes of what is in it.",
        "{n} files for deputies are older than changes of what is in them.",
    ),
    "unopened": (
        "{n} file for a deputy is not known to be opened.",
        "{n} files for deputies are not known to be opened.",
    ),
}
