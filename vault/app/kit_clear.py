"""The part of a kit in clear: chosen steps, contacts, codes, for whoever finds it.

Rules. Nothing is in it that was not chosen: no sort of record, no account. Of codes
only those stand in it that can still be used. It is a PDF of its own, never in the one
of the sheets: the two belong in different places.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from vault.app.code_words import set_words
from vault.app.in_clear import SORTS, InClear, Sort
from vault.app.platforms import platform_name
from vault.app.ports import Ports
from vault.errors import Refused, Unconfirmed
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.kit.readable import readable_pages
from vault.kit.readable_facts import (
    ReadableBlock,
    ReadableFacts,
    ReadablePart,
    ReadableStep,
)
from vault.model.account import Account
from vault.model.code import CodeSet
from vault.model.contact import Contact
from vault.model.kit import Kit
from vault.model.procedure import SITUATIONS, Procedure
from vault.model.vault import Vault
from vault.printing.draw import draw_pdf
from vault.printing.fonts import unprintable
from vault.storage import atomic

__all__ = [
    "SORTS",
    "ClearPart",
    "InClear",
    "Sort",
    "clear_part",
    "clear_written",
    "must_be_in_kit",
]

_CHANNELS: Final = {
    "phone": _("Telephone"),
    "mail": _("E-mail"),
    "email": _("E-mail"),
    "form": _("Form or page"),
}


@dataclass(frozen=True)
class ClearPart:
    """The pages in clear: their PDF, how many, and what prints as boxes."""

    pdf: bytes
    pages: int
    unprintable: str

    def __repr__(self) -> str:
        """Tell the pages only: the PDF may show codes."""
        return f"ClearPart({self.pages} pages)"


def must_be_in_kit(wanted: InClear, accounts: Iterable[str]) -> None:
    """Raise `Refused` where an account is wanted that is not in a kit of `accounts`.

    Without `accounts` the kit is a full one and holds them all.
    """
    held = set(accounts)
    if held and not held.issuperset(wanted.accounts):
        raise Refused("clear-not-in-kit")


def clear_part(vault: Vault, kit: Kit, wanted: InClear) -> ClearPart:
    """Lay out the pages in clear that go with a kit.

    Raises `Refused` where an account is not in the kit, or nothing is noted that was
    wanted; `NotFound` for an account that is not there.
    """
    must_be_in_kit(wanted, kit.accounts)
    facts = ReadableFacts(
        kit_number=kit.number,
        date=date.fromisoformat(kit.made[:10]),
        owner=vault.name,
        paper="letter" if kit.paper == "letter" else "a4",
        parts=tuple(_parts(vault, kit, wanted)),
    )
    pages = readable_pages(facts)
    if not pages:
        raise Refused("clear-nothing")
    pdf = draw_pdf(pages, f"Spare Key kit {kit.number}, part in clear")
    return ClearPart(pdf, len(pages), unprintable(_words(facts)))


@contextmanager
def clear_written(
    ports: Ports, part: ClearPart | None, path: Path | None
) -> Iterator[None]:
    """Write the pages in clear; take them back where what is done inside fails.

    Raises `Exists`, `FileTrouble`, `Unconfirmed`.
    """
    if part is None or path is None:
        yield
        return
    try:
        atomic.write_new(ports.files, ports.random, path, part.pdf)
    except Unconfirmed:
        ports.files.remove(path)  # made, and perhaps not kept: nobody would look for it
        raise
    try:
        yield
    except BaseException:
        ports.files.remove(path)
        raise


def _parts(vault: Vault, kit: Kit, wanted: InClear) -> Iterator[ReadablePart]:
    """Yield what has anything to show: the business first, then what costs most."""
    whole = not (kit.partial or wanted.accounts)
    if whole or "contacts" in wanted.sorts:
        general = tuple(_of_business(vault, wanted, whole=whole))
        if general:
            yield ReadablePart(_("For all accounts"), "", general, is_account=False)
    there = [one for one in kit.accounts or vault.accounts if one in vault.accounts]
    for named in wanted.accounts:
        vault.get("account", named)
    accounts = [vault.accounts[one] for one in wanted.accounts or there]
    for account in sorted(accounts, key=_worth):
        blocks = tuple(_of_account(vault, account, wanted))
        if blocks:
            yield ReadablePart(account.name, _under(account), blocks)


def _of_business(
    vault: Vault, wanted: InClear, *, whole: bool
) -> Iterator[ReadableBlock]:
    if "contacts" in wanted.sorts:
        ring = [person for person in vault.people.values() if person.trusted]
        ring.sort(key=lambda person: (person.name.casefold(), person.id))
        pairs = tuple(
            (one.name, ", ".join(filter(None, (one.phone, one.email))))
            for one in ring
            if one.phone or one.email
        )
        if pairs:
            yield ReadableBlock(title=_("Whom to ring"), pairs=pairs)
    if whole:
        yield from _blocks(vault, "", wanted)


def _of_account(
    vault: Vault, account: Account, wanted: InClear
) -> Iterator[ReadableBlock]:
    owner = vault.people.get(account.owner)
    if "contacts" in wanted.sorts and owner:
        reached = ", ".join(filter(None, (owner.name, owner.phone or owner.email)))
        yield ReadableBlock(
            title=_("Who answers for it"), pairs=((_("Ring first"), reached),)
        )
    yield from _blocks(vault, account.id, wanted)


def _blocks(vault: Vault, account: str, wanted: InClear) -> Iterator[ReadableBlock]:
    """Yield what hangs on an account, or with "" on none."""
    if "procedures" in wanted.sorts:
        steps = [one for one in vault.procedures.values() if one.account == account]
        for one in sorted(steps, key=_urgency):
            yield _steps(vault, one)
    if "contacts" in wanted.sorts:
        desks = [one for one in vault.contacts.values() if one.account == account]
        for desk in sorted(desks, key=lambda one: (one.name.casefold(), one.id)):
            yield _contact(desk)
    if wanted.has_codes:
        sets = [one for one in vault.code_sets.values() if one.account == account]
        for issue in sorted(sets, key=lambda one: (one.issued, one.id)):
            if codes := _usable(issue):
                yield _codes(issue, codes)


def _steps(vault: Vault, one: Procedure) -> ReadableBlock:
    said = []
    if one.checked:
        person = vault.people.get(one.checked_by)
        by = person.name if person else one.checked_by
        words = _("Last checked {day} by {name}.") if by else _("Last checked {day}.")
        said.append(words.format(day=one.checked, name=by))
    if one.wait_days:
        words = translate_count(
            "It takes up to {n} day.", "It takes up to {n} days.", one.wait_days
        )
        said.append(words.format(n=one.wait_days))
    steps = tuple(ReadableStep(step.text, step.link) for step in one.steps)
    under = " ".join(said)
    return ReadableBlock(title=one.title, under=under, steps=steps, notes=one.notes)


def _contact(one: Contact) -> ReadableBlock:
    pairs = [
        (
            _CHANNELS.get(channel.kind, channel.kind),
            f"{channel.address} ({channel.note})" if channel.note else channel.address,
        )
        for channel in one.channels
    ]
    if one.case_numbers:
        pairs.append((_("Case numbers"), ", ".join(one.case_numbers)))
    if one.hours:
        pairs.append((_("Hours"), one.hours))
    if one.language:
        pairs.append((_("Language"), one.language))
    return ReadableBlock(
        title=one.name, under=one.role, pairs=tuple(pairs), notes=one.notes
    )


def _codes(one: CodeSet, codes: tuple[str, ...]) -> ReadableBlock:
    words = _("Issued {day}.").format(day=one.issued) if one.issued else ""
    return ReadableBlock(title=set_words(one), under=words, codes=codes)


def _usable(one: CodeSet) -> tuple[str, ...]:
    """Return the codes that can still be used; of a retired set none."""
    if one.retired:
        return ()
    return tuple(code.value for code in one.codes if code.state == "unused")


def _under(account: Account) -> str:
    named = [platform_name(account.platform) if account.platform else "", account.login]
    return ", ".join(filter(None, named))


def _worth(account: Account) -> tuple[int, str, str]:
    return -(account.worth_a_day or 0), account.name.casefold(), account.id


def _urgency(one: Procedure) -> tuple[int, str, str]:
    known = one.situation in SITUATIONS
    place = SITUATIONS.index(one.situation) if known else len(SITUATIONS)
    return place, one.title.casefold(), one.id


def _words(facts: ReadableFacts) -> str:
    """Return all that is printed of the owner's own words."""
    said = [facts.owner]
    for part in facts.parts:
        said += [part.name, part.under]
        for block in part.blocks:
            said += [block.title, block.under, block.notes, *block.codes]
            said += [step.text for step in block.steps]
            said += [words for pair in block.pairs for words in pair]
    return "".join(said)
