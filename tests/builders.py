"""Small readable vaults for tests: say what matters, the rest is filled in."""

import random
from collections.abc import Callable
from hashlib import sha256
from types import MappingProxyType

from msgspec.structs import replace

from vault.ids import new_id
from vault.model.account import Account
from vault.model.attachment import Attachment
from vault.model.code import Code, CodeSet
from vault.model.contact import Channel, Contact
from vault.model.identity import Identity
from vault.model.incident import Incident
from vault.model.kit import Kit
from vault.model.person import Access, Person
from vault.model.platform import (
    OwnPlatform,
    PlatformCode,
    PlatformDeadline,
    PlatformStep,
)
from vault.model.procedure import Procedure, Step
from vault.model.record import Record
from vault.model.review import Review
from vault.model.route import OwnRoute
from vault.model.share import Share
from vault.model.thing import Thing
from vault.model.vault import Vault

NOON = "2026-03-01T12:00:00Z"
LATER = "2026-03-02T09:30:00Z"
DAY = "2026-03-01"
A_PAPER = b"%PDF-1.7 a paper that a platform asks for"


def seeded(seed: int = 0) -> Callable[[int], bytes]:
    """Return a source of randomness that repeats itself from run to run."""
    return random.Random(seed).randbytes


def an_id(number: int) -> str:
    """Return the same well-formed record id for the same number."""
    return new_id(seeded(number + 1_000_000))


def an_account(number: int = 0, *, owner: str = "") -> Account:
    """Return one account."""
    return Account(
        id=an_id(100_000 + number),
        name=f"Shop {number}",
        platform="instagram",
        login=f"shop{number}",
        email="owner@example.com",
        owner=owner,
        worth_a_day=100 + number,
        created="2019-05-17",
    )


def a_code_set(
    account: str, number: int = 0, *, codes: int = 10, used: int = 0
) -> CodeSet:
    """Return one set for an account, its first `used` codes marked used."""
    draw = random.Random(number)
    return CodeSet(
        id=an_id(200_000 + number),
        account=account,
        kind="backup-codes",
        issued=DAY,
        codes=tuple(
            Code(
                id=an_id(1_000_000 + 1000 * number + place),
                value=f"{draw.randrange(10**8):08}",
                state="used" if place < used else "unused",
                used_at=NOON if place < used else "",
            )
            for place in range(codes)
        ),
    )


def a_person(number: int = 0, *, trusted: bool = True) -> Person:
    """Return one person, who can be rung."""
    return Person(
        id=an_id(300_000 + number),
        name=f"Person {number}",
        phone="+49 30 1234567",
        trusted=trusted,
    )


def a_procedure(account: str, number: int = 0, *, checked_by: str = "") -> Procedure:
    """Return a procedure of two steps."""
    return Procedure(
        id=an_id(400_000 + number),
        title="Locked out",
        account=account,
        situation="locked-out",
        steps=(Step("Open the form", "https://example.com/help"), Step("Wait")),
        checked=DAY,
        checked_by=checked_by,
        wait_days=3,
    )


def a_contact(account: str, number: int = 0) -> Contact:
    """Return a desk with two channels."""
    return Contact(
        id=an_id(500_000 + number),
        name="Support desk",
        account=account,
        channels=(Channel("mail", "help@example.com"), Channel("phone", "112")),
        case_numbers=("A-1",),
    )


def an_access(person: str, account: str, number: int = 0) -> Access:
    """Return one person's way into one account."""
    return Access(
        id=an_id(600_000 + number), person=person, account=account, role="admin"
    )


def a_kit(number: int = 1, *, accounts: tuple[str, ...] = ()) -> Kit:
    """Return the register's entry for one printed kit."""
    return Kit(
        id=an_id(700_000 + number),
        number=number,
        kit=f"{number:016x}",
        made=NOON,
        ways="either",
        sheets=3,
        needed=2,
        paper="a4",
        partial=bool(accounts),
        accounts=accounts,
    )


def an_incident(*accounts: str) -> Incident:
    """Return an incident that goes on, with a line of its log and a step done."""
    return Incident(
        id=an_id(800_000),
        title="The phone is gone",
        began=NOON,
        sort="phone-lost",
        accounts=accounts,
        things=("phone +44 7700 900100",),
        log=(f"{NOON} rang the carrier",),
        done=(f"{NOON} - block-the-number",),
    )


def a_review(signed_by: str = "", *cards: str) -> Review:
    """Return a review that was signed off."""
    return Review(
        id=an_id(900_000),
        began=NOON,
        ended=LATER,
        signed_by=signed_by,
        cards=cards,
        score=75,
        parts=("codes 3 4",),
        next_day="2026-09-01",
    )


def an_attachment(content: bytes = A_PAPER, account: str = "") -> Attachment:
    """Return what a vault knows of a paper with those bytes."""
    return Attachment(
        id=an_id(930_000),
        name="registration.pdf",
        size=len(content),
        content=sha256(content).hexdigest(),
        sort="registration",
        account=account,
        added=NOON,
        expires="2027-03-01",
    )


def with_paper(vault: Vault, content: bytes = A_PAPER, account: str = "") -> Vault:
    """Return the vault with one paper and its bytes."""
    one = an_attachment(content, account)
    return replace(
        vault, attachments={one.id: one}, blobs=MappingProxyType({one.content: content})
    )


def a_share_note(keeper: str = "", *accounts: str) -> Share:
    """Return the register's entry for a file that a deputy has."""
    return Share(
        id=an_id(940_000),
        share="00112233445566ff",
        made=NOON,
        keeper=keeper,
        depth="codes",
        accounts=accounts,
        expires="2026-12-31",
    )


def a_thing(number: int = 1, *, person: str = "") -> Thing:
    """Return a phone in somebody's hands."""
    return Thing(
        id=an_id(910_000 + number), name=f"Phone {number}", sort="phone", person=person
    )


def an_own_route(account: str, number: int = 1, *things: str) -> OwnRoute:
    """Return a way back that needs those things, and takes two days."""
    return OwnRoute(
        id=an_id(920_000 + number),
        name=f"Way {number}",
        account=account,
        things=things,
        steps=(Step(text="Ring the desk"),),
        evidence=("the order number",),
        days=2,
    )


def a_platform(name: str = "Folksy") -> OwnPlatform:
    """Return a platform of the owner's own, with each of its parts."""
    return OwnPlatform(
        id=an_id(950_000),
        name=name,
        aliases=("folksy.example",),
        url="https://folksy.example",
        recover="https://folksy.example/password",
        codes=(PlatformCode(label="Backup codes", count=8, example="ABCD-1234"),),
        steps=(
            PlatformStep(situation="locked-out", text="Ask for a new password"),
            PlatformStep(
                situation="hacked", text="Write to the desk", link="https://a"
            ),
            PlatformStep(situation="locked-out", text="Write to the desk"),
        ),
        channels=(Channel(kind="phone", address="+44 20 7946 0909", note="weekdays"),),
        deadlines=(PlatformDeadline(what="A held name is free again", days=30),),
        leaving=("Change the password",),
        roles=("One login for all",),
        traps=("The mailbox is gone",),
        keep=("The shop's number",),
        checked=DAY,
    )


def an_empty_vault() -> Vault:
    """Return a vault as it is on its first day, secrets and all."""
    return Vault(
        id="00112233445566aa",
        name="Tea Shop",
        created=NOON,
        currency="EUR",
        passphrase_generated=True,
        vault_code="0f" * 16,
        card_number=1,
        identity=Identity(signing_seed="5e" * 32),
        signer="ab" * 32,
    )


def a_vault(with_accounts: int = 3, *, codes: int = 10, used: int = 0) -> Vault:
    """Return a vault in which every kind of record and of link occurs.

    Each account has its owner, code set, procedure, contact and access, and recovers
    through the one before it; there are two people, and a kit of the first account.
    """
    people = (a_person(0), a_person(1, trusted=False))
    ids = [an_account(n).id for n in range(with_accounts)]
    records: dict[str, list[Record]] = {
        "accounts": [_chained(n, ids, people[n % 2].id) for n in range(with_accounts)],
        "code_sets": [
            a_code_set(one, n, codes=codes, used=used) for n, one in enumerate(ids)
        ],
        "procedures": [
            a_procedure(one, n, checked_by=people[0].id) for n, one in enumerate(ids)
        ],
        "contacts": [a_contact(one, n) for n, one in enumerate(ids)],
        "people": list(people),
        "access": [an_access(people[1].id, one, n) for n, one in enumerate(ids)],
        "kits": [a_kit(1, accounts=tuple(ids[:1]))],
    }
    return with_records(an_empty_vault(), records)


def a_lived_in_vault(with_accounts: int = 3) -> Vault:
    """Return `a_vault` with an incident and a review besides: every kind there is."""
    vault = a_vault(with_accounts, used=1)
    first, person = min(vault.accounts), min(vault.people)
    lived: dict[str, list[Record]] = {
        "incidents": [an_incident(first)],
        "reviews": [a_review(person, f"{first} right 2026-03-02")],
        "shares": [a_share_note(person, first)],
        "things": [a_thing(person=person)],
        "platforms": [a_platform()],
        "routes": [an_own_route(first, 1, a_thing().id)],
    }
    return with_paper(with_records(vault, lived), account=first)


def with_records(vault: Vault, records: dict[str, list[Record]]) -> Vault:
    """Return the vault with those collections in place of its own."""
    collections = {
        name: {record.id: record for record in listed}
        for name, listed in records.items()
    }
    return replace(vault, **collections)


def _chained(number: int, ids: list[str], owner: str) -> Account:
    through = (ids[number - 1],) if number else ()
    return replace(an_account(number, owner=owner), recovers_through=through)
