"""The emergency page of a share in lines: an account in short, or in whole."""

from collections.abc import Iterator

from vault.app.share_page import EmergencyAccount
from vault.cli.codes_cmd import HIDDEN
from vault.i18n import translate as _
from vault.model.code import CodeSet
from vault.model.contact import Contact
from vault.model.person import Access, Person
from vault.model.procedure import Procedure


def short_lines(one: EmergencyAccount) -> Iterator[str]:
    """Yield an account with the titles of what to do and the names of whom to ask."""
    yield _title(one)
    if one.account.login:
        yield _("  login: {login}").format(login=one.account.login)
    for procedure in one.procedures:
        yield _what_to_do(procedure)
    for contact in one.contacts:
        yield _("  Whom to ask: {name}").format(name=contact.name)
    if one.code_sets:
        count = sum(len(each.codes) for each in one.code_sets)
        yield _("  Codes: {n} unused").format(n=count)


def whole_lines(one: EmergencyAccount, *, reveal: bool) -> Iterator[str]:
    """Yield all that a share tells of an account; codes only with `reveal`."""
    account = one.account
    yield _title(one)
    known = {
        _("login"): account.login,
        _("mail"): account.email,
        _("phone"): account.phone,
        _("page"): account.url,
        _("owner"): _person(one.owner) if one.owner else "",
    }
    for label, text in known.items():
        if text:
            yield f"  {label}: {text}"
    yield from _remarks(account.notes, "  ")
    for procedure in one.procedures:
        yield from _procedure(procedure)
    for contact in one.contacts:
        yield from _contact(contact)
    for person, access in one.access:
        yield from _access(person, access)
    for code_set in one.code_sets:
        yield from _codes(code_set, reveal=reveal)


def _title(one: EmergencyAccount) -> str:
    account = one.account
    return f"{account.name}  ({account.platform})" if account.platform else account.name


def _what_to_do(one: Procedure) -> str:
    situation = one.situation.replace("-", " ")
    words = _("  What to do, {situation}: {title}")
    return words.format(situation=situation, title=one.title)


def _procedure(one: Procedure) -> Iterator[str]:
    yield _what_to_do(one)
    for number, step in enumerate(one.steps, 1):
        yield f"    {number}. {step.text}"
        if step.link:
            yield f"       {step.link}"
    if one.wait_days is not None:
        yield _("    wait: up to {days} days").format(days=one.wait_days)
    yield from _remarks(one.notes, "    ")
    if one.checked:
        yield _("    checked {day}").format(day=one.checked)
    if one.source:
        yield _("    source: {source}").format(source=one.source)


def _contact(one: Contact) -> Iterator[str]:
    about = [one.role, one.hours, one.language]
    yield _("  Whom to ask: {name}").format(name=_listed(one.name, *about))
    for channel in one.channels:
        yield f"    {_listed(f'{channel.kind}: {channel.address}', channel.note)}"
    if one.case_numbers:
        yield _("    case numbers: {n}").format(n=", ".join(one.case_numbers))
    yield from _remarks(one.notes, "    ")


def _access(person: Person | None, one: Access) -> Iterator[str]:
    name = _person(person) if person else one.person
    since = _("since {day}").format(day=one.since) if one.since else ""
    ended = _("ended {day}").format(day=one.ended) if one.ended else ""
    about = _listed(name, one.role, one.factor, since, ended)
    yield _("  Who has access: {about}").format(about=about)


def _codes(one: CodeSet, *, reveal: bool) -> Iterator[str]:
    label = one.label or one.kind or one.id
    yield _("  Codes, {label}: {n} unused").format(label=label, n=len(one.codes))
    yield from _remarks(one.notes, "    ")
    for number, code in enumerate(one.codes, 1):
        yield f"    {number}. {code.value if reveal else HIDDEN}"


def _remarks(notes: str, indent: str) -> Iterator[str]:
    for line in notes.splitlines():
        yield f"{indent}{line}"


def _person(one: Person) -> str:
    return _listed(one.name, one.role, one.phone, one.email)


def _listed(*texts: str) -> str:
    """Return what is not empty, parted by commas."""
    return ", ".join(text for text in texts if text)
