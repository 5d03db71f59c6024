"""The words for each thing that is missing, and where its button leads."""

from typing import Final

from ui.shared.days import day_words
from ui.views.home import Todo
from vault.app.attachment_words import ADVICE, all_running_out_words
from vault.app.attachments import running_out
from vault.app.incident import open_incidents
from vault.app.incident_after import to_renew
from vault.app.kit_changed import Since, passphrase_changed
from vault.app.kit_since_words import passphrase_words, stale_words
from vault.app.readiness import Gap, GapKind
from vault.app.readiness_words import checks_words, gap_words
from vault.app.review import going
from vault.app.review_due import due_accounts, is_due, minutes, next_due
from vault.app.review_words import due_words, why_words
from vault.app.share_register import share_standings
from vault.app.share_state_words import deputies_words
from vault.app.supplement_order import why_not
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit
from vault.model.vault import Vault

# The part of an account's page that the button of a gap opens.
_PARTS: Final[dict[GapKind, str]] = {
    "no-codes": "codes",
    "codes-low": "codes",
    "codes-known": "codes",
    "no-steps": "steps",
    "steps-stale": "steps",
    "all-left": "people",
    "alone": "people",
    "no-owner": "about",
}
_PLACES: Final[dict[GapKind, str]] = {
    "nobody-trusted": "people",
    "nobody-to-ring": "people",
    "no-kit": "kit-new",
    "kit-unproven": "kit-read",
    "kit-untried": "kit-read",
    "kit-stale": "kit-new",
    "one-disk": "backups",
}
_ABOUT_RECORD: Final = ("nobody-to-ring", "kit-unproven", "kit-untried")


def todo_of(vault: Vault, gap: Gap) -> Todo:
    """Return what is missing in words, with the button that mends it."""
    said = gap_words(vault, gap)
    if part := _PARTS.get(gap.kind):
        return Todo(*said, "accounts", (gap.accounts[0], part))
    if gap.kind == "kit-stale" and not why_not(vault, vault.kits[gap.record]):
        return Todo(*said, "kit-supplement", gap.record)
    what = gap.record if gap.kind in _ABOUT_RECORD else None
    if gap.kind == "nobody-trusted":
        what = "new-trusted"
    return Todo(*said, _PLACES[gap.kind], what)


def checks_todo(count: int) -> tuple[Todo, ...]:
    """Return the line for the values that a merge left to be checked, if any."""
    return (Todo(*checks_words(count), "to-check"),) if count else ()


def papers_todo(vault: Vault, today: str) -> tuple[Todo, ...]:
    """Return the line for papers that ran out or soon will, if any."""
    found = running_out(vault, today)
    if not found:
        return ()
    title = all_running_out_words(vault, found, today, day_words)
    return (Todo(title, ADVICE, _("Papers"), "papers"),)


def going_on(vault: Vault) -> tuple[Todo, ...]:
    """Return the lines for incidents: those that go on, and what is left to renew."""
    going = [
        Todo(
            _("Go on with: {what}").format(what=one.title),
            _("Began on {day}").format(day=day_words(one.began)),
            _("Go on"),
            "incident",
            one.id,
        )
        for one in open_incidents(vault)
    ]
    for one, left in to_renew(vault):
        text = translate_count("{n} thing to renew", "{n} things to renew", left)
        why = _("After: {what}").format(what=one.title)
        going.append(Todo(text.format(n=left), why, _("Renew"), "incident", one.id))
    return tuple(going)


def kit_words(vault: Vault, kit: Kit, since: Since) -> Todo:
    """Return how the newest kit stands."""
    title = _("Kit {n}, printed {day}").format(n=kit.number, day=day_words(kit.made))
    if not kit.read_back:
        why = _("Not read back yet, so nobody knows whether it opens.")
        return Todo(title, why, _("Read it back"), "kit-read", kit.id)
    proven = _("Read back {day}.").format(day=day_words(kit.read_back))
    if passphrase_changed(vault, kit):
        proven = f"{proven} {passphrase_words(kit.made, day_words)}."
    if since.is_stale:
        return Todo(title, f"{proven} {stale_words(since)}.", _("All kits"), "kits")
    whole = _("It holds all that is in the vault.")
    return Todo(title, f"{proven} {whole}", _("All kits"), "kits")


def review_words(vault: Vault, today: str) -> Todo | None:
    """Return when the next review is due; None where there is nothing to look at."""
    day = next_due(vault)
    if not day:
        return None
    if going(vault):
        title = _("A review was begun and is not signed off")
        return Todo(title, _("It waits where it was left."), _("Go on"), "review", "on")
    if is_due(vault, today):
        title = due_words(minutes(len(due_accounts(vault, today))))
        return Todo(title, why_words(vault), _("Start"), "review", "begin")
    title = _("The next review is due {day}").format(day=day_words(day))
    return Todo(title, why_words(vault), _("Reviews"), "review")


def deputy_words(vault: Vault, today: str) -> str:
    """Return in a sentence how the files stand that deputies hold."""
    return deputies_words(share_standings(vault, today), day_words)
