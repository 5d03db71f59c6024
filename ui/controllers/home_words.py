"""The words for each thing that is missing, and where its button leads."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from ui.shared.days import day_words
from ui.views.home import Todo
from vault.app.edit import account_name
from vault.app.kit_changed import Since, lacking
from vault.app.kit_since_words import since_words, stale_words
from vault.app.kit_words import kit_name
from vault.app.readiness import Gap, GapKind, Readiness
from vault.app.supplement_order import why_not
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit
from vault.model.vault import Vault

_NAMED: Final = 2  # accounts named in a line; the others are counted
_NAME_CHARACTERS: Final = 40  # of a name in a list of names; a title has it whole


class _Words(NamedTuple):
    """For one account, for several; why; the button; the part of the account's page."""

    one: str
    many: str
    why: str
    act: str
    part: str


_OF_ACCOUNTS: Final[dict[GapKind, _Words]] = {
    "no-codes": _Words(
        "{name} has no unused code",
        "{n} accounts have no unused code",
        "A code gets you in when your phone is gone.",
        "Add codes",
        "codes",
    ),
    "codes-low": _Words(
        "{name} is down to its last codes",
        "{n} accounts are down to their last codes",
        "Make a new set on the platform before the last one is used.",
        "Add new codes",
        "codes",
    ),
    "codes-known": _Words(
        "Somebody may know the codes of {name}",
        "Somebody may know the codes of {n} accounts",
        "Draw new ones on the platform; the new set takes the old one off the list.",
        "Add new codes",
        "codes",
    ),
    "no-steps": _Words(
        "{name} has no steps to follow",
        "{n} accounts have no steps to follow",
        "Steps written down in a quiet hour are found in a bad one.",
        "Add steps",
        "steps",
    ),
    "alone": _Words(
        "Only one person can get into {name}",
        "Only one person can get into {n} accounts",
        "If that person cannot, nobody can.",
        "Name a second person",
        "people",
    ),
    "no-owner": _Words(
        "Nobody is accountable for {name}",
        "Nobody is accountable for {n} accounts",
        "One person should answer for each account.",
        "Name the owner",
        "about",
    ),
}


def sentence(told: Readiness) -> str:
    """Return how ready the owner is, in one sentence."""
    if not told.accounts:
        return _("Nothing is kept here yet.")
    if told.ready == told.accounts:
        text = translate_count(
            "Your account has codes, steps and a second person.",
            "All {n} accounts have codes, steps and a second person.",
            told.accounts,
        )
        return text.format(n=told.accounts)
    text = translate_count(
        "{ready} of {n} account has codes, steps and a second person.",
        "{ready} of {n} accounts have codes, steps and a second person.",
        told.accounts,
    )
    return text.format(ready=told.ready, n=told.accounts)


def todo_of(vault: Vault, gap: Gap) -> Todo:
    """Return what is missing in words, with the button that mends it."""
    if gap.kind in _OF_ACCOUNTS:
        return _of_accounts(vault, gap)
    return _OTHERS[gap.kind](vault, gap)


def checks_todo(count: int) -> tuple[Todo, ...]:
    """Return the line for the values that a merge left to be checked, if any."""
    if not count:
        return ()
    title = translate_count("{n} value to check", "{n} values to check", count)
    why = translate_count(
        "Two copies had changed it differently. One value shows, the other is kept.",
        "Two copies had changed these differently. One of each shows; both are kept.",
        count,
    )
    return (Todo(title.format(n=count), why, _("Check them"), "to-check"),)


def kit_words(kit: Kit, since: Since) -> Todo:
    """Return how the newest kit stands."""
    title = _("Kit {n}, printed {day}").format(n=kit.number, day=day_words(kit.made))
    if not kit.read_back:
        why = _("Not read back yet, so nobody knows whether it opens.")
        return Todo(title, why, _("Read it back"), "kit-read", kit.id)
    proven = _("Read back {day}.").format(day=day_words(kit.read_back))
    if since.is_stale:
        return Todo(title, f"{proven} {stale_words(since)}.", _("All kits"), "kits")
    whole = _("It holds all that is in the vault.")
    return Todo(title, f"{proven} {whole}", _("All kits"), "kits")


def names_of(names: Sequence[str]) -> str:
    """Return some names, and how many more there are."""
    shown = [_short(name) for name in names[:_NAMED]]
    more = len(names) - _NAMED
    if more <= 0:
        return _(" and ").join(shown)
    text = translate_count("{names} and {n} more", "{names} and {n} more", more)
    return text.format(names=", ".join(shown), n=more)


def _short(name: str) -> str:
    if len(name) <= _NAME_CHARACTERS:
        return name
    return name[: _NAME_CHARACTERS - 1].rstrip(" ,.") + "…"


def _of_accounts(vault: Vault, gap: Gap) -> Todo:
    said = _OF_ACCOUNTS[gap.kind]
    names = [account_name(vault, one) for one in gap.accounts]
    count = len(names)
    title = translate_count(said.one, said.many, count).format(name=names[0], n=count)
    why = _(said.why)
    if count > 1:
        why = _("{names}. {why}").format(names=names_of(names), why=why)
    return Todo(title, why, _(said.act), "accounts", (gap.accounts[0], said.part))


def _nobody_trusted(_vault: Vault, _gap: Gap) -> Todo:
    return Todo(
        _("Nobody is named to ring"),
        _("Name someone you trust, for the day you cannot act yourself."),
        _("Name someone"),
        "people",
        "new-trusted",
    )


def _nobody_to_ring(vault: Vault, gap: Gap) -> Todo:
    name = vault.people[gap.record].name
    return Todo(
        _("{name} cannot be rung").format(name=name),
        _("Whoever finds the kit needs a telephone number or an e-mail address."),
        _("Add a number"),
        "people",
        gap.record,
    )


def _no_kit(_vault: Vault, _gap: Gap) -> Todo:
    return Todo(
        _("No kit is printed"),
        _("A kit in the safe gets you back in when this computer is gone."),
        _("Print a kit"),
        "kit-new",
    )


def _kit_unproven(vault: Vault, gap: Gap) -> Todo:
    return Todo(
        _("{kit} is not read back yet").format(kit=kit_name(vault.kits[gap.record])),
        _("A kit counts once its sheets were read and it opened."),
        _("Read it back"),
        "kit-read",
        gap.record,
    )


def _kit_stale(vault: Vault, gap: Gap) -> Todo:
    kit = vault.kits[gap.record]
    changes = since_words(lacking(vault, kit))
    title = _("Kit {n} is stale: {changes}").format(n=kit.number, changes=changes)
    why = _("What was changed after it was printed is not on its sheets.")
    if not why_not(vault, kit):
        act = _("Print what changed")
        return Todo(title, why, act, "kit-supplement", gap.record)
    return Todo(
        title,
        why,
        _("Print a new kit"),
        "kit-new",
    )


def _one_disk(_vault: Vault, _gap: Gap) -> Todo:
    return Todo(
        _("The backups lie on this disk only"),
        _("In a second place they are still there when this computer is gone."),
        _("Choose a second place"),
        "backups",
    )


_OTHERS: Final[dict[GapKind, Callable[[Vault, Gap], Todo]]] = {
    "nobody-trusted": _nobody_trusted,
    "nobody-to-ring": _nobody_to_ring,
    "no-kit": _no_kit,
    "kit-unproven": _kit_unproven,
    "kit-stale": _kit_stale,
    "one-disk": _one_disk,
}
