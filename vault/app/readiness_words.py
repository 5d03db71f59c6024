"""The words for how ready an owner is, and for each thing that is missing."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from vault.app.edit import account_name
from vault.app.kit_changed import lacking
from vault.app.kit_since_words import since_words
from vault.app.kit_words import kit_name
from vault.app.readiness import Gap, GapKind, Readiness
from vault.app.supplement_order import why_not
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault

_NAMED: Final = 2  # accounts named in a line; the others are counted
_NAME_CHARACTERS: Final = 40  # of a name in a list of names; a title has it whole


class _Words(NamedTuple):
    """For one account, for several; why; what mends it."""

    one: str
    many: str
    why: str
    act: str


_OF_ACCOUNTS: Final[dict[GapKind, _Words]] = {
    "no-codes": _Words(
        "{name} has no unused code",
        "{n} accounts have no unused code",
        "A code gets you in when your phone is gone.",
        "Add codes",
    ),
    "codes-low": _Words(
        "{name} is down to its last codes",
        "{n} accounts are down to their last codes",
        "Make a new set on the platform before the last one is used.",
        "Add new codes",
    ),
    "codes-known": _Words(
        "Somebody may know the codes of {name}",
        "Somebody may know the codes of {n} accounts",
        "Draw new ones on the platform; the new set takes the old one off the list.",
        "Add new codes",
    ),
    "no-steps": _Words(
        "{name} has no steps to follow",
        "{n} accounts have no steps to follow",
        "Steps written down in a quiet hour are found in a bad one.",
        "Add steps",
    ),
    "steps-stale": _Words(
        "Nobody confirmed the steps of {name} for half a year",
        "Nobody confirmed the steps of {n} accounts for half a year",
        "Platforms move their pages: go through the steps and confirm them.",
        "Confirm the steps",
    ),
    "all-left": _Words(
        "Whoever ruled {name} has left",
        "Whoever ruled {n} accounts has left",
        "Get it back while they can be asked, and note who rules it now.",
        "Name who gets in",
    ),
    "alone": _Words(
        "Only one person can get into {name}",
        "Only one person can get into {n} accounts",
        "If that person cannot, nobody can.",
        "Name a second person",
    ),
    "no-owner": _Words(
        "Nobody is accountable for {name}",
        "Nobody is accountable for {n} accounts",
        "One person should answer for each account.",
        "Name the owner",
    ),
}


class GapWords(NamedTuple):
    """What is missing, why that matters or what to do, and the act that mends it."""

    title: str
    why: str
    act: str


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


def gap_words(vault: Vault, gap: Gap) -> GapWords:
    """Return what is missing in words."""
    if gap.kind in _OF_ACCOUNTS:
        return _of_accounts(vault, gap)
    return _OTHERS[gap.kind](vault, gap)


def checks_words(count: int) -> GapWords:
    """Return the words for values that a merge left to be checked."""
    title = translate_count("{n} value to check", "{n} values to check", count)
    why = translate_count(
        "Two copies had changed it differently. One value shows, the other is kept.",
        "Two copies had changed these differently. One of each shows; both are kept.",
        count,
    )
    return GapWords(title.format(n=count), why, _("Check them"))


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


def _of_accounts(vault: Vault, gap: Gap) -> GapWords:
    said = _OF_ACCOUNTS[gap.kind]
    names = [account_name(vault, one) for one in gap.accounts]
    count = len(names)
    title = translate_count(said.one, said.many, count).format(name=names[0], n=count)
    why = _(said.why)
    if count > 1:
        why = _("{names}. {why}").format(names=names_of(names), why=why)
    return GapWords(title, why, _(said.act))


def _nobody_trusted(_vault: Vault, _gap: Gap) -> GapWords:
    return GapWords(
        _("Nobody is named to ring"),
        _("Name someone you trust, for the day you cannot act yourself."),
        _("Name someone"),
    )


def _nobody_to_ring(vault: Vault, gap: Gap) -> GapWords:
    name = vault.people[gap.record].name
    return GapWords(
        _("{name} cannot be rung").format(name=name),
        _("Whoever finds the kit needs a telephone number or an e-mail address."),
        _("Add a number"),
    )


def _no_kit(_vault: Vault, _gap: Gap) -> GapWords:
    return GapWords(
        _("No kit is printed"),
        _("A kit in the safe gets you back in when this computer is gone."),
        _("Print a kit"),
    )


def _kit_unproven(vault: Vault, gap: Gap) -> GapWords:
    return GapWords(
        _("{kit} is not read back yet").format(kit=kit_name(vault.kits[gap.record])),
        _("A kit counts once its sheets were read and it opened."),
        _("Read it back"),
    )


def _kit_untried(vault: Vault, gap: Gap) -> GapWords:
    kit = vault.kits[gap.record]
    return GapWords(
        _("{kit} was not tried for a year").format(kit=kit_name(kit)),
        _("Ink fades and safes are cleared out: a minute shows whether it works."),
        _("Try this kit"),
    )


def _kit_stale(vault: Vault, gap: Gap) -> GapWords:
    kit = vault.kits[gap.record]
    changes = since_words(lacking(vault, kit))
    title = _("Kit {n} is stale: {changes}").format(n=kit.number, changes=changes)
    why = _("What was changed after it was printed is not on its sheets.")
    whole = why_not(vault, kit)
    return GapWords(
        title, why, _("Print a new kit") if whole else _("Print what changed")
    )


def _one_disk(_vault: Vault, _gap: Gap) -> GapWords:
    return GapWords(
        _("The backups lie on this disk only"),
        _("In a second place they are still there when this computer is gone."),
        _("Choose a second place"),
    )


_OTHERS: Final[dict[GapKind, Callable[[Vault, Gap], GapWords]]] = {
    "nobody-trusted": _nobody_trusted,
    "nobody-to-ring": _nobody_to_ring,
    "no-kit": _no_kit,
    "kit-unproven": _kit_unproven,
    "kit-untried": _kit_untried,
    "kit-stale": _kit_stale,
    "one-disk": _one_disk,
}
