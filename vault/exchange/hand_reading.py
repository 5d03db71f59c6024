"""A hand-written file made records: names looked up, people made where new."""

from collections.abc import Sequence

from vault.errors import BadInput
from vault.exchange.gathering import Gathering
from vault.exchange.hand_written import (
    HandAccess,
    HandAccount,
    HandContact,
    HandFile,
    HandProcedure,
    HandStep,
)
from vault.exchange.issue import Issue, gather_issue, kind_of_codes, without_doubles
from vault.model.account import Account
from vault.model.contact import Channel, Contact
from vault.model.person import Access, Person
from vault.model.procedure import Procedure, Step
from vault.packs.lines import says_nothing


def gather_hand_written(gathering: Gathering, file: HandFile) -> None:
    """Gather everything in the file; raises BadInput with the JSON path."""
    for at, person in enumerate(file.people):
        fields = {name: getattr(person, name) for name in person.__struct_fields__}
        gathering.person(f"$.people[{at}]", Person(id="", **fields))
    for at, account in enumerate(file.accounts):
        _account(gathering, f"$.accounts[{at}]", account)
    _parts(gathering, "$", "", file)


def _account(gathering: Gathering, place: str, hand: HandAccount) -> None:
    if not any((hand.platform, hand.name, hand.login, hand.email, hand.url)):
        raise BadInput(place, "no-account")
    wanted = Account(
        id="",
        name=hand.name,
        platform=gathering.known.platform(hand.platform),
        login=hand.login,
        email=hand.email,
        phone=hand.phone,
        url=hand.url,
        worth_a_day=hand.worth_a_day,
        created=hand.created,
        notes=hand.notes,
    )
    account = gathering.account(place, wanted, hand.owner)
    _codes(gathering, place, account, hand)
    _parts(gathering, place, account.id, hand)


def _codes(
    gathering: Gathering, place: str, account: Account, hand: HandAccount
) -> None:
    said = [code.strip() for code in hand.codes if not says_nothing(code)]
    values = without_doubles(gathering, f"{place}.codes", said)
    if values:
        pack = gathering.pack(account)
        kind = kind_of_codes(pack, hand.code_kind or gathering.context.kind)
        issue = Issue(f"{place}.codes", account, kind, values)
        gather_issue(gathering, issue, retire=False)


def _parts(
    gathering: Gathering, place: str, home: str, hand: HandFile | HandAccount
) -> None:
    _contacts(gathering, f"{place}.contacts", home, hand.contacts)
    _procedures(gathering, f"{place}.procedures", home, hand.procedures)
    _access(gathering, f"{place}.access", home, hand.access)


def _contacts(
    gathering: Gathering, place: str, home: str, hands: Sequence[HandContact]
) -> None:
    for at, hand in enumerate(hands):
        contact = Contact(
            id="",
            name=hand.name,
            account=_named(gathering, f"{place}[{at}].account", hand.account) or home,
            role=hand.role,
            channels=tuple(
                Channel(one.kind, one.address, one.note) for one in hand.channels
            ),
            hours=hand.hours,
            language=hand.language,
            case_numbers=hand.case_numbers,
            notes=hand.notes,
        )
        gathering.once(f"{place}[{at}]", contact)


def _procedures(
    gathering: Gathering, place: str, home: str, hands: Sequence[HandProcedure]
) -> None:
    for at, hand in enumerate(hands):
        person = gathering.known.person(hand.checked_by)
        procedure = Procedure(
            id="",
            title=hand.title,
            account=_named(gathering, f"{place}[{at}].account", hand.account) or home,
            situation=hand.situation,
            steps=tuple(map(_step, hand.steps)),
            checked=hand.checked,
            checked_by=person.id if person else hand.checked_by,
            source=hand.source,
            source_date=hand.source_date,
            wait_days=hand.wait_days,
            notes=hand.notes,
        )
        gathering.once(f"{place}[{at}]", procedure)


def _access(
    gathering: Gathering, place: str, home: str, hands: Sequence[HandAccess]
) -> None:
    for at, hand in enumerate(hands):
        where = f"{place}[{at}].account"
        account = _named(gathering, where, hand.account) or home
        if not account:
            raise BadInput(where, "account-needed")
        access = Access(
            id="",
            person=gathering.person_named(f"{place}[{at}]", hand.person),
            account=account,
            role=hand.role,
            since=hand.since,
            factor=hand.factor,
            last_confirmed=hand.last_confirmed,
            ended=hand.ended,
            notes=hand.notes,
        )
        gathering.once(f"{place}[{at}]", access)


def _step(hand: str | HandStep) -> Step:
    return Step(hand) if isinstance(hand, str) else Step(hand.text, hand.link)


def _named(gathering: Gathering, place: str, text: str) -> str:
    """Return the id of the one account that `text` names, "" for an empty text."""
    if not text:
        return ""
    found = gathering.known.accounts_named(text)
    if not found:
        raise BadInput(place, "account-unknown", text)
    if len(found) > 1:
        raise BadInput(place, "account-ambiguous", text)
    return found[0].id
