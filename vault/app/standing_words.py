"""The words for how a file stands to what this device saw: calm, and what to do."""

from collections.abc import Callable

from vault.app.explain_words import Words
from vault.app.memory import Swapped
from vault.app.second_place import Outcome
from vault.app.standing import Kind, Standing
from vault.i18n import translate as _


def standing_words(
    standing: Standing, spell: Callable[[str], str] = str
) -> Words | None:
    """Say how an opened file stands; None where there is nothing to say.

    `spell` writes a day as its reader does.
    """
    if standing.silent or standing.seen is None:
        return None
    day = spell(standing.seen.day)
    if standing.kind is Kind.FORKED:
        return Words(
            _("Changes made here are missing"),
            _(
                "This copy lacks what was saved on this computer on {day}: two copies "
                "went their own ways."
            ).format(day=day),
            _("Merge them, and nothing of either is lost."),
        )
    if standing.kind is Kind.COPY:
        return _copy_words(day)
    if standing.kind is Kind.OLDER_WAYS:
        happened = _(
            "The ways in were changed since this copy was saved: the copy you had on "
            "{day} opens with the newer ones. Whoever knew the old ones could have put "
            "this one here."
        )
    else:
        happened = _("This copy is older than one you had on {day}.")
    return Words(
        _("An older copy"),
        happened.format(day=day),
        _(
            "It is open for reading. Look for the newer one first; if it is gone, make "
            "this one current."
        ),
    )


def _copy_words(day: str) -> Words:
    newer = _("The vault you had on {day} is newer, and lies elsewhere.")
    return Words(
        _("An older copy in another place"),
        newer.format(day=day),
        _("What is changed here is not in that one until the two are merged."),
    )


def swapped_words(swapped: Swapped, spell: Callable[[str], str] = str) -> Words:
    """Say that another vault lies where one was opened before."""
    return Words(
        _("A different vault than last time"),
        _("Since {day} another vault was opened from this place.").format(
            day=spell(swapped.day)
        ),
        _(
            "If you put this one here, go on. If not, type no passphrase into it: "
            "look for yours, in its backups for one."
        ),
    )


SECOND_ABSENT = _("The second place for backups is not there; this save follows later.")


SAME_DISK = _(
    "That folder is on the disk of the vault and goes with it, unless it is synced to "
    "somewhere else."
)


def outcome_words(outcome: Outcome) -> str:
    """Say what is to be known of the second place after a save; "" for nothing."""
    return SECOND_ABSENT if outcome is Outcome.ABSENT else ""
