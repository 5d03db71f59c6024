"""What to do with one account in an incident: numbers to ring, steps, where they stand.

The owner's own procedure speaks first, then the platform's pack, then general words. A
step of a pack that rests on a weak source is marked, never hidden.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from vault.app.adopt import WEAK_WORDS, source_of
from vault.app.incident_general import general_steps
from vault.app.own_packs import pack_for
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.procedure import Procedure
from vault.model.vault import Vault

# Which procedures fit a kind of trouble, the best first
FITS: Final = {
    "locked-out": ("locked-out", "hacked"),
    "hacked": ("hacked", "locked-out"),
    "phone-lost": ("phone-lost", "locked-out"),
    "suspended": ("suspended", "locked-out"),
    "ransom": ("hacked", "locked-out"),
}
_NO_HELP: Final = "phishing"  # a number that takes reports, and helps nobody back
RINGS: Final = frozenset({"phone", "mobile", "tel", "call", "hotline"})


class Number(NamedTuple):
    """A number to ring: whose it is, the number, and when or for whom it works."""

    name: str
    number: str
    note: str = ""


class Step(NamedTuple):
    """One step; `key` has no blanks, and says which procedure it is of.

    `check` is true where it rests on a weak source.
    """

    key: str
    text: str
    link: str = ""
    check: bool = False


class Steps(NamedTuple):
    """The steps for one account, and in words where they come from and how old."""

    title: str
    source: str
    steps: tuple[Step, ...]


def steps_for(vault: Vault, account: Account | None, sort: str) -> Steps:
    """Return the steps for an account in that kind of trouble. Reads the packs."""
    if account is not None:
        own = _own(vault, account.id, sort)
        if own is not None:
            return own
        shipped = _shipped(vault, account, sort)
        if shipped is not None:
            return shipped
    texts = enumerate(general_steps(sort), 1)
    steps = tuple(Step(f"general:{sort}:{n}", text) for n, text in texts)
    return Steps(_("What to do"), _("General advice, not of this platform."), steps)


def numbers_for(vault: Vault, account: str) -> tuple[Number, ...]:
    """Return the numbers to ring: the owner's own, then those of the platform."""
    found = vault.accounts.get(account)
    shipped = _shipped_numbers(vault, found) if found else ()
    told = [*_own_numbers(vault, account), *shipped]
    helps = (one for one in told if not one.note.startswith(_NO_HELP))
    return tuple({one.number: one for one in reversed(list(helps))}.values())[::-1]


def _own(vault: Vault, account: str, sort: str) -> Steps | None:
    kept = [one for one in vault.procedures.values() if one.account == account]
    for situation in FITS.get(sort, (sort,)):
        fits = [one for one in kept if one.situation == situation and one.steps]
        if fits:
            return _told(max(fits, key=lambda one: (one.checked, one.id)))
    return None


def _told(one: Procedure) -> Steps:
    weak = set(_numbers_in(one.notes))
    steps = tuple(
        Step(f"{one.id}:{n}", step.text, step.link, str(n) in weak)
        for n, step in enumerate(one.steps, 1)
    )
    checked = _("Checked on {day}").format(day=one.checked) if one.checked else ""
    unchecked = _("Never checked by you")
    source = "; ".join(filter(None, [checked or unchecked, one.source]))
    return Steps(one.title, source, steps)


def _numbers_in(notes: str) -> Iterator[str]:
    """Yield the numbers of the weak steps, as `adopt` writes them down."""
    lead, tail = WEAK_WORDS.split("{numbers}")
    if notes.startswith(lead) and notes.endswith(tail):
        yield from notes.removeprefix(lead).removesuffix(tail).split(", ")


def _shipped(vault: Vault, account: Account, sort: str) -> Steps | None:
    pack = pack_for(vault, account)
    if pack is None:
        return None
    kept = {one.situation: one for one in pack.procedures}
    for situation in FITS.get(sort, (sort,)):
        found = kept.get(situation)  # type: ignore[call-overload]  # a plain text
        if found is not None:
            steps = tuple(
                Step(
                    f"{pack.id}:{situation}:{n}",
                    step.text,
                    step.link,
                    step.confidence == "low",
                )
                for n, step in enumerate(found.steps, 1)
            )
            return Steps(found.title, source_of(pack, found), steps)
    return None


def _own_numbers(vault: Vault, account: str) -> Iterator[Number]:
    own = [one for one in vault.contacts.values() if one.account == account]
    for contact in sorted(own, key=lambda one: one.name):
        for channel in contact.channels:
            if channel.kind in RINGS and _is_number(channel.address):
                note = "; ".join(filter(None, [channel.note, contact.hours]))
                yield Number(contact.name, channel.address, note)


def _shipped_numbers(vault: Vault, account: Account) -> Iterator[Number]:
    pack = pack_for(vault, account)
    for one in pack.contacts if pack else ():
        if one.channel == "phone" and pack:
            check = _("check")
            note = "; ".join(filter(None, [one.purpose, one.condition, check]))
            yield Number(pack.name, one.address, note)


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
