"""The rules across records: what is wrong with a vault, as a list.

A finding is an error where the vault contradicts itself or a bound, and a warning where
it is whole but would fail its owner. Findings carry data; their words are above.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

import msgspec

from vault.ids import is_id
from vault.limits import JSON_INTEGER, NAME_CHARACTERS, TEXT_CHARACTERS
from vault.model.account import Account
from vault.model.attachment import Attachment
from vault.model.code import CodeSet
from vault.model.entry import VAULT
from vault.model.fault import Fault, is_hex
from vault.model.kit import Kit
from vault.model.link import links_of, targets
from vault.model.moment import is_day, is_time
from vault.model.person import Person
from vault.model.procedure import SITUATIONS, Procedure
from vault.model.record import Record
from vault.model.share import Share
from vault.model.validate_own import own_faults
from vault.model.vault import KINDS, Vault

KIT_ID_BYTES: Final = 8
SHARE_ID_BYTES: Final = 8
CONTENT_BYTES: Final = 32  # SHA-256

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """One thing found: where, what (a code of PROBLEMS), and data for the sentence."""

    severity: Severity
    kind: str
    id: str
    field: str
    problem: str
    detail: str = ""


Rule = Callable[[Vault, str, Record], Iterator[Fault]]

PROBLEMS: Final[dict[str, Severity]] = {
    "bad-id": "error",
    "dangling": "error",
    "empty": "error",
    "bad-day": "error",
    "bad-time": "error",
    "too-long": "error",
    "bad-text": "error",
    "bad-number": "error",
    "bad-hex": "error",
    "doubled-code": "error",
    "doubled-id": "error",
    "used-without-time": "warning",
    "time-without-use": "error",
    "doubled-number": "error",
    "no-bytes": "error",
    "has-folder": "error",
    "unknown-situation": "error",
    "recovers-through-itself": "warning",
    "no-owner": "warning",
    "no-way-to-ring": "warning",
}

NAMES: Final = frozenset({"name", "title", "label", "platform", "role", "kind"})
DAYS: Final = frozenset(
    {
        "created",
        "issued",
        "retired",
        "renew",
        "checked",
        "source_date",
        "since",
        "last_confirmed",
        "destroyed",
        "exposed",
        "retiring",
        "rules_confirmed",
        "next_day",
        "last_tried",
        "expires",
        "opened",
        "withdrawn",
    }
)
TIMES: Final = frozenset({"used_at", "made", "read_back", "began", "added"})


def findings(vault: Vault) -> list[Finding]:
    """List everything found: the vault, then kinds in their order, records by id."""
    return findings_of_own(vault) + [
        finding
        for kind in KINDS
        for id_, record in sorted(vault.collection(kind).items())
        for finding in findings_of(vault, kind, record, id_)
    ]


def findings_of_own(vault: Vault) -> list[Finding]:
    """List what is found in the vault's own fields, no record looked at."""
    return [
        Finding(PROBLEMS[one.problem], VAULT, vault.id, *one)
        for one in own_faults(vault)
    ]


def findings_of(
    vault: Vault, kind: str, record: Record, id_: str = ""
) -> list[Finding]:
    """List what is found in one record; `id_` is the one it is kept under."""
    key = id_ or record.id
    found = [Fault("id", "bad-id")] if key != record.id or not is_id(key) else []
    for rule in RULES:
        found.extend(rule(vault, kind, record))
    return [Finding(PROBLEMS[one.problem], kind, key, *one) for one in found]


def _links(vault: Vault, kind: str, record: Record) -> Iterator[Fault]:
    for link in links_of(kind):
        if not link.must_exist:
            continue
        there = vault.collection(link.target)
        for name in targets(record, link):
            if name not in there:
                yield Fault(link.field, "dangling", name)


def _fields(_: Vault, kind: str, record: Record) -> Iterator[Fault]:
    for path, name, value, required in _values(record):
        if isinstance(value, str):
            if required and not value.strip():
                yield Fault(path, "empty")
            yield from _text(path, name, value, ends_by_day=kind == "access")
        elif isinstance(value, int) and not 0 <= value <= JSON_INTEGER:
            yield Fault(path, "bad-number", str(value))


def _text(path: str, name: str, value: str, *, ends_by_day: bool) -> Iterator[Fault]:
    """Yield what is wrong with a text; an access ends on a day, all else at a time."""
    days = DAYS | {"ended"} if ends_by_day else DAYS
    times = TIMES if ends_by_day else TIMES | {"ended"}
    if name in days and value and not is_day(value):
        yield Fault(path, "bad-day", value)
    if name in times and value and not is_time(value):
        yield Fault(path, "bad-time", value)
    if len(value) > (NAME_CHARACTERS if name in NAMES else TEXT_CHARACTERS):
        yield Fault(path, "too-long", str(len(value)))
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        yield Fault(path, "bad-text")


def _values(struct: msgspec.Struct) -> Iterator[tuple[str, str, object, bool]]:
    """Yield path, name and value of each field, parts included, and if it is required.

    A field without a default is required: a blank text there is no value.
    """
    for name, required in _shape(type(struct)):
        held = getattr(struct, name)
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, msgspec.Struct):
                for inner, _, value, needed in _values(item):
                    yield f"{name}.{inner}", inner, value, needed
            else:
                yield name, name, item, required


@cache
def _shape(struct: type[msgspec.Struct]) -> tuple[tuple[str, bool], ...]:
    return tuple((one.name, one.required) for one in msgspec.structs.fields(struct))


def _code_set(_: Vault, __: str, record: Record) -> Iterator[Fault]:
    if not isinstance(record, CodeSet):
        return
    values: set[str] = set()
    ids: set[str] = set()
    for code in record.codes:
        if not is_id(code.id):
            yield Fault("codes.id", "bad-id", code.id)
        if code.id in ids:
            yield Fault("codes.id", "doubled-id", code.id)
        if code.value in values:
            yield Fault("codes.value", "doubled-code", code.id)
        ids.add(code.id)
        values.add(code.value)
        if code.state == "used" and not code.used_at:
            yield Fault("codes.used_at", "used-without-time", code.id)
        if code.state != "used" and code.used_at:
            yield Fault("codes.used_at", "time-without-use", code.id)


def _account(_: Vault, __: str, record: Record) -> Iterator[Fault]:
    if isinstance(record, Account):
        if not record.owner:
            yield Fault("owner", "no-owner")
        if record.id in record.recovers_through:
            yield Fault("recovers_through", "recovers-through-itself")


def _person(_: Vault, __: str, record: Record) -> Iterator[Fault]:
    if not isinstance(record, Person) or not record.trusted:
        return
    if not record.phone.strip() and not record.email.strip():
        yield Fault("phone", "no-way-to-ring")


def _procedure(_: Vault, __: str, record: Record) -> Iterator[Fault]:
    if isinstance(record, Procedure) and record.situation not in SITUATIONS:
        yield Fault("situation", "unknown-situation", record.situation)


def _kit(vault: Vault, _: str, record: Record) -> Iterator[Fault]:
    if not isinstance(record, Kit):
        return
    if record.kit and not is_hex(record.kit, KIT_ID_BYTES):
        yield Fault("kit", "bad-hex", record.kit)
    same = (kit.id for kit in vault.kits.values() if _numbers(kit) == _numbers(record))
    if any(other != record.id for other in same):
        yield Fault("number", "doubled-number", str(record.number))


def _attachment(vault: Vault, _: str, record: Record) -> Iterator[Fault]:
    if not isinstance(record, Attachment):
        return
    blob = vault.blobs.get(record.content)
    if not is_hex(record.content, CONTENT_BYTES):
        yield Fault("content", "bad-hex", record.content)
    elif blob is None or len(blob) != record.size:
        yield Fault("content", "no-bytes", record.name)
    if "/" in record.name or "\\" in record.name:
        yield Fault("name", "has-folder", record.name)


def _share(_vault: Vault, _: str, record: Record) -> Iterator[Fault]:
    if isinstance(record, Share) and not is_hex(record.share, SHARE_ID_BYTES):
        yield Fault("share", "bad-hex", record.share)


def _numbers(kit: Kit) -> tuple[int, str, int]:
    """Return what tells one kit from another; supplements have their kit's number."""
    return kit.number, kit.supplement_to, kit.supplement


RULES: Final[tuple[Rule, ...]] = (
    _links,
    _fields,
    _code_set,
    _account,
    _person,
    _procedure,
    _kit,
    _attachment,
    _share,
)
