"""A shop that lacks nothing, and the faults that people plant without knowing it.

Its day is 2026-03-01, the clock's of the tests.
"""

from msgspec.structs import replace

from tests.builders import (
    DAY,
    NOON,
    a_code_set,
    a_kit,
    a_procedure,
    an_id,
    with_records,
)
from vault.model.account import Account
from vault.model.code import Code, CodeSet
from vault.model.person import Access, Person
from vault.model.record import Record
from vault.model.vault import Vault

NUMBER = "+44 20 7946 0101"
MINA, JONAS, ANA = (an_id(number) for number in (301, 302, 303))
MAIL, SHOP, CARRIER, OLD = (an_id(number) for number in (101, 102, 103, 104))
_PEOPLE = (
    Person(id=MINA, name="Mina", phone=NUMBER, email="mina@mail.example", trusted=True),
    Person(id=JONAS, name="Jonas", phone="+44 20 7946 0102", trusted=True),
    Person(id=ANA, name="Ana", phone="+44 20 7946 0103"),
)
_ACCOUNTS = (
    Account(
        id=MAIL,
        name="Mailbox",
        platform="google-account",
        login="mina@mail.example",
        phone=NUMBER,
        owner=MINA,
        worth_a_day=300,
    ),
    Account(
        id=SHOP,
        name="Instagram",
        platform="instagram",
        login="kilnandclay",
        email="mina@mail.example",
        phone=NUMBER,
        owner=MINA,
        worth_a_day=200,
    ),
    Account(
        id=CARRIER,
        name="Carrier",
        platform="mobile-carrier",
        phone=NUMBER,
        owner=MINA,
        worth_a_day=100,
    ),
)


def sound_vault() -> Vault:
    """Return three accounts, two people in each, codes, steps and a kit that opened."""
    accounts = [*_ACCOUNTS]
    sets = [a_code_set(MAIL, 1), a_code_set(SHOP, 2), _a_pin(CARRIER)]
    steps = [a_procedure(one.id, n) for n, one in enumerate(accounts)]
    kit = replace(a_kit(1), read_back=NOON, places=("the safe",), ways="passphrase")
    records: dict[str, list[Record]] = {
        "accounts": [*accounts],
        "people": [*_PEOPLE],
        "code_sets": [*sets],
        "procedures": [replace(one, wait_days=None) for one in steps],
        "access": [*_access(accounts)],
        "kits": [kit],
    }
    empty = Vault(id="0123456789abcdef", name="Kiln & Clay", created=NOON)
    return with_records(empty, records)


def _a_pin(account: str) -> CodeSet:
    code = Code(id=an_id(901), value="2468")
    return CodeSet(
        id=an_id(201), account=account, kind="pin", issued=DAY, codes=(code,)
    )


def _access(accounts: list[Account]) -> list[Access]:
    return [
        Access(
            id=an_id(600 + 10 * place + who),
            person=person,
            account=account.id,
            role="" if account.id in (MAIL, OLD) else "admin",
            factor=factor,
        )
        for place, account in enumerate(accounts)
        for who, (person, factor) in enumerate(
            [(MINA, "authenticator app"), (JONAS, "security key")]
        )
    ]


def changed(vault: Vault, collection: str, id_: str, **fields: object) -> Vault:
    """Return the vault with fields of one record changed."""
    records: dict[str, Record] = getattr(vault, collection)
    made = replace(records[id_], **fields)
    return replace(vault, **{collection: {**records, id_: made}})


def with_a_circle(vault: Vault) -> Vault:
    """The mailbox is got back by another one, and that one by the mailbox."""
    old = Account(
        id=OLD,
        name="Old mailbox",
        platform="microsoft-account",
        login="old@mail.example",
        email="mina@mail.example",
        owner=MINA,
    )
    vault = _with(vault, "accounts", old)
    for one in _access([old]):
        made = replace(
            one, id=f"{one.id[:-2]}zz" if one.person == MINA else one.id[::-1]
        )
        vault = _with(vault, "access", made)
    vault = _with(vault, "procedures", a_procedure(OLD, 9))
    vault = _with(vault, "code_sets", replace(_a_pin(OLD), id=an_id(202)))
    steps = next(one for one in vault.procedures.values() if one.account == OLD)
    vault = changed(vault, "procedures", steps.id, wait_days=None)
    vault = _without_codes(vault, MAIL)
    return changed(vault, "accounts", MAIL, email="old@mail.example", phone="")


def with_a_lone_admin_who_left(vault: Vault) -> Vault:
    """Ana made the page, and is gone; Jonas only writes there."""
    for one in list(vault.access.values()):
        if one.account == SHOP:
            who = ANA if one.person == MINA else JONAS
            over, role = (DAY, "admin") if who == ANA else ("", "editor")
            made = {"person": who, "ended": over, "role": role}
            vault = changed(vault, "access", one.id, **made)
    return changed(vault, "accounts", SHOP, owner=ANA)


def with_the_mailbox_on_one_phone(vault: Vault) -> Vault:
    """Both sign in by a text to Mina's number, and codes of it are not kept."""
    for one in list(vault.access.values()):
        if one.account == MAIL:
            vault = changed(vault, "access", one.id, factor="text message")
    carrier = vault.accounts[CARRIER]
    vault = changed(vault, "accounts", CARRIER, phone="")
    return _without_codes(vault, MAIL) if carrier.phone else vault


def with_one_code_left(vault: Vault) -> Vault:
    """Nine of ten are used."""
    one = next(one for one in vault.code_sets.values() if one.account == SHOP)
    return changed(vault, "code_sets", one.id, codes=a_code_set(SHOP, 2, used=9).codes)


def with_stale_steps(vault: Vault) -> Vault:
    """Confirmed more than a year ago."""
    one = next(one for one in vault.procedures.values() if one.account == SHOP)
    return changed(vault, "procedures", one.id, checked="2025-01-15")


def _with(vault: Vault, collection: str, record: Record) -> Vault:
    records: dict[str, Record] = getattr(vault, collection)
    return replace(vault, **{collection: {**records, record.id: record}})


def _without_codes(vault: Vault, account: str) -> Vault:
    left = {id_: s for id_, s in vault.code_sets.items() if s.account != account}
    return replace(vault, code_sets=left)
