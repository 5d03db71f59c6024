"""The words of a review: its parts, its ways to try, its calendar entry."""

from typing import Final

from vault.app.edit import account_name
from vault.app.readiness_words import gap_words
from vault.app.review import CODE, MAILBOX, Way
from vault.app.review_due import first_due, months_between
from vault.app.review_ics import calendar_file
from vault.app.review_score import Part
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.review import ScorePart
from vault.model.vault import Vault

_SENTENCES: Final = {
    "codes": "{got} of {of} accounts have enough unused codes, or need none",
    "steps": "{got} of {of} accounts have steps that were confirmed lately",
    "people": "{got} of {of} accounts have a second person who gets in",
    "owners": "{got} of {of} accounts have somebody who answers for them",
    "kit": "{got} of {of}: a kit is printed, was read back, and that within a year",
    "trusted": "{got} of {of}: somebody is trusted, and can be rung or written to",
    "apart": "{got} of {of}: backups lie in a second place",
    "looked": "{got} of {of} accounts were looked at and found right in time",
}


def part_words(part: Part | ScorePart) -> str:
    """Return the sentence of one part of the score."""
    return _(_SENTENCES[part.name]).format(got=part.got, of=part.of)


def raise_words(vault: Vault, part: Part) -> str:
    """Return what raises a part, or "" where nothing can."""
    if part.gap:
        return f"{gap_words(vault, part.gap).title}. {gap_words(vault, part.gap).why}"
    if part.got < part.of:
        return _("Answer the cards of a review that are not answered yet.")
    return ""


def way_words(vault: Vault, way: Way) -> str:
    """Return what to do to try a way in."""
    name = account_name(vault, way.account)
    if way.way == CODE:
        said = _("Sign in to {name} with one recovery code, and mark it used.")
    elif way.way == MAILBOX:
        said = _("Ask {name} for a reset mail and see that it arrives; do not use it.")
    else:
        said = _("Have {name} send a code to its phone number and see it arrive.")
    return said.format(name=name)


def due_words(minutes: int) -> str:
    """Return the line that says a review is due."""
    said = translate_count(
        "Review due: about {n} minute", "Review due: about {n} minutes", minutes
    )
    return said.format(n=minutes)


def why_words(vault: Vault) -> str:
    """Return why the next review is due when it is; "" without accounts."""
    account = first_due(vault)
    if account is None:
        return ""
    said = translate_count(
        "{name} is looked at every month.",
        "{name} is looked at every {n} months.",
        months_between(vault, account),
    )
    return said.format(name=account.name, n=months_between(vault, account))


def failed_words(vault: Vault, way: Way) -> str:
    """Return the line that says which way in failed when it was tried last."""
    name = account_name(vault, way.account)
    if way.way == CODE:
        said = _("{name}: signing in with a recovery code failed")
    elif way.way == MAILBOX:
        said = _("{name}: the reset mail did not arrive")
    else:
        said = _("{name}: the code did not arrive on its phone number")
    return said.format(name=name)


def review_calendar(vault: Vault, day: str, now: str) -> bytes:
    """Return the calendar file for a review on that day; it names no account."""
    text = _("Open Spare Key and choose Review. It can be left and gone on with.")
    uid = f"review-{vault.id}@spare-key.invalid"
    return calendar_file(day, _("Spare Key review"), text, uid, now)
