"""What the pages of an opened share say, made from its emergency page."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale

from ui.controllers.codes_state import names_of, set_state
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.account_codes import CodesState
from ui.views.share_account import (
    Helper,
    ShareAccountState,
    StepLine,
    StepsPart,
    Way,
)
from ui.views.share_emergency import EmergencyState
from ui.views.share_list import AccountLine, Number
from ui.widgets.code_set_part import SetState
from vault.app.platforms import platform_name
from vault.app.share_open import Description, OpenedShare
from vault.app.share_page import EmergencyAccount, EmergencyPage
from vault.app.share_words import DEPTH_WORDS, NEWER, UNCONFIRMED, old_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.code import STANDING_KINDS, CodeSet
from vault.model.contact import Channel, Contact
from vault.model.person import Access, Person
from vault.model.procedure import Procedure
from vault.model.vault import Vault

_SITUATIONS: Final = {
    "locked-out": _("locked out"),
    "hacked": _("taken over by somebody else"),
    "suspended": _("suspended by the platform"),
    "phone-lost": _("phone lost or stolen"),
    "handover": _("handed over"),
}
_RINGS: Final = frozenset({"phone", "mobile", "hotline", "hot line", "sms", "tel"})
_KINDS: Final = {"phone": _("phone"), "mail": _("mail"), "email": _("mail")}
_MANY: Final = 2  # numbers in the list of accounts; the account's page has them all


def closed_facts(path: Path, told: Description) -> tuple[tuple[str, str], ...]:
    """Return what can be seen from outside, and no more than that tells."""
    return (
        (_("File"), path.name),
        (_("Folder"), str(path.parent)),
        (_("What it is"), _("a share: chosen accounts of a vault, encrypted")),
        (_("Size"), QLocale().formattedDataSize(told.size_bytes)),
    )


def emergency_state(opened: OpenedShare, page: EmergencyPage) -> EmergencyState:
    """Return the first page."""
    owner = page.owner or _("somebody without a name")
    facts = page.facts
    made = _("Made by {owner} on {day}, with {depth}.")
    lead = made.format(
        owner=owner, day=day_words(facts.made), depth=DEPTH_WORDS[facts.depth]
    )
    if facts.expires and not page.old:
        last = _("Its last day is {day}.").format(day=day_words(facts.expires))
        lead = f"{lead} {last}"
    return EmergencyState(
        title=_("If {owner} can't act").format(owner=owner),
        lead=f"{lead} {_('You can look at it, and change nothing.')}",
        steps=tuple(_first_steps(owner, page)),
        signer=page.signer_words,
        unconfirmed=UNCONFIRMED,
        note=facts.note,
        note_from=_("{owner} writes").format(owner=owner),
        notices=tuple(_notices(opened, page)),
        accounts=tuple(map(_line, page.accounts)),
    )


def account_state(part: Vault, one: EmergencyAccount) -> ShareAccountState:
    """Return the page of one account."""
    account = one.account
    people = [_person(person, access) for person, access in one.access]
    if one.owner:
        named = _reached(one.owner)
        people.insert(0, replace(named, about=_("answers for this account")))
    return ShareAccountState(
        name=account.name,
        about=_about(account),
        details=tuple(_details(account)),
        notes=account.notes,
        steps=tuple(map(_steps, one.procedures)),
        helpers=tuple(map(_helper, one.contacts)),
        people=tuple(people),
        codes=_codes(part, one.code_sets) if one.code_sets else None,
    )


def _notices(opened: OpenedShare, page: EmergencyPage) -> Iterator[Notice]:
    if page.old:
        yield Notice("warn", _("This share is old"), old_words(page.facts))
    if page.newer:
        yield Notice("info", _("There is more in it"), NEWER)
    if opened.damage:
        words = _(
            "It was healed in memory, and nothing of it is missing. Ask for a fresh "
            "copy while there is time."
        )
        yield Notice("info", _("The file is damaged"), words)


def _first_steps(owner: str, page: EmergencyPage) -> Iterator[str]:
    yield _(
        "Ring {owner}, or somebody you both trust, and have the eight words below "
        "read to you. If they differ, trust nothing here."
    ).format(owner=owner)
    yield _("Open the account that is in trouble. Those that cost most come first.")
    yield _("Go through its steps one after the other, and ring the numbers given.")
    if page.facts.depth == "codes":
        yield _(
            "A code works once. Note on paper which one you used, when and what for, "
            "and tell {owner}."
        ).format(owner=owner)


def _line(one: EmergencyAccount) -> AccountLine:
    situations = [
        _SITUATIONS.get(each.situation, each.title) for each in one.procedures
    ]
    first = _("Steps for: {list}").format(list=", ".join(dict.fromkeys(situations)))
    numbers = [
        Number(contact.name, channel.address)
        for contact in one.contacts
        for channel in contact.channels
        if _rings(channel)
    ]
    return AccountLine(
        id=one.account.id,
        name=one.account.name,
        about=_about(one.account),
        first=first if situations else "",
        numbers=tuple(numbers[:_MANY]),
    )


def _about(account: Account) -> str:
    named = platform_name(account.platform) if account.platform else ""
    platform = "" if named.casefold() == account.name.casefold() else named
    return "  ·  ".join(filter(None, [platform, account.login]))


def _details(account: Account) -> Iterator[tuple[str, str]]:
    for label, text in (
        (_("Login"), account.login),
        (_("E-mail"), account.email),
        (_("Phone"), account.phone),
        (_("Address"), account.url),
    ):
        if text:
            yield label, text


def _steps(one: Procedure) -> StepsPart:
    situation = _SITUATIONS.get(one.situation, "")
    title = one.title or situation
    about = [
        _("For: {situation}").format(situation=situation) if situation else "",
        _wait(one),
        _("Checked {day}").format(day=day_words(one.checked)) if one.checked else "",
        one.source,
    ]
    return StepsPart(
        title=title,
        steps=tuple(StepLine(step.text, step.link) for step in one.steps),
        about="  ·  ".join(filter(None, about)),
        notes=one.notes,
    )


def _wait(one: Procedure) -> str:
    if one.wait_days is None:
        return ""
    said = translate_count("Wait up to {n} day", "Wait up to {n} days", one.wait_days)
    return said.format(n=one.wait_days)


def _helper(one: Contact) -> Helper:
    cases = ", ".join(one.case_numbers)
    about = [one.role, one.hours, one.language]
    if cases:
        about.append(_("case {numbers}").format(numbers=cases))
    return Helper(
        name=one.name,
        about="  ·  ".join(filter(None, about)),
        ways=tuple(_way(channel) for channel in one.channels),
        notes=one.notes,
    )


def _way(channel: Channel) -> Way:
    kind = _KINDS.get(channel.kind, channel.kind)
    return Way(kind, channel.address, channel.note, _rings(channel))


def _rings(channel: Channel) -> bool:
    return channel.kind.casefold() in _RINGS


def _person(person: Person | None, access: Access) -> Helper:
    helper = _reached(person) if person else Helper(access.person)
    about = [access.role, access.factor]
    if access.ended:
        about.append(_("ended {day}").format(day=day_words(access.ended)))
    return replace(helper, about="  ·  ".join(filter(None, [*about, helper.about])))


def _reached(person: Person) -> Helper:
    ways = []
    if person.phone:
        ways.append(Way(_("phone"), person.phone, rings=True))
    if person.email:
        ways.append(Way(_("mail"), person.email))
    return Helper(person.name, person.role, tuple(ways))


def _codes(part: Vault, sets: tuple[CodeSet, ...]) -> CodesState:
    names = names_of(sets)
    said = (_set(part, one, names) for one in sets)
    return CodesState(sets=tuple(said), may_write=False)


def _set(part: Vault, one: CodeSet, names: Mapping[str, str]) -> SetState:
    """Return a set to be read: nothing is used up here, so nothing is counted down."""
    state = set_state(part, one, names, may_write=False)
    count = translate_count("{n} unused", "{n} unused", len(one.codes))
    about = [] if one.kind in STANDING_KINDS else [count.format(n=len(one.codes))]
    if state.about:
        about.append(state.about)
    return replace(state, left="", low="", about="  ·  ".join(about))
