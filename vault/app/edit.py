"""Find a record by what a person calls it; add, edit, remove; use a code."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import cast

import msgspec

from vault.app.own_packs import must_be_new
from vault.app.ports import Ports
from vault.app.typed_fields import REGISTER
from vault.document.prescan import prescan
from vault.errors import Ambiguous, BadInput, Malformed, NotFound, Refused
from vault.ids import match, new_id
from vault.limits import RECORD_JSON_BYTES
from vault.model.account import Account
from vault.model.change import Add, Change, Replace
from vault.model.code import STANDING_KINDS, Code, CodeSet
from vault.model.link import links_of, targets
from vault.model.person import Person
from vault.model.plain import record_from
from vault.model.platform import OwnPlatform
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

LEAST_OF_AN_ID = 4
STANDARD_INPUT = "standard input"
MOST_JSON_BYTES = RECORD_JSON_BYTES  # nobody needs to read in more than this


def find_record(vault: Vault, kind: str, reference: str) -> Record:
    """Return the one record meant by an id, a beginning of one, or its name.

    Where none is called so, a person's first or last name will do, and the platform of
    an account. A beginning has at least four symbols, so that a slip does not hit a
    stranger. Raises `NotFound`, or `Ambiguous` with the ids that fit.
    """
    records = vault.collection(kind)
    if reference in records:
        return records[reference]
    called = [r.id for r in records.values() if _called(r, reference)]
    long_enough = len(reference) >= LEAST_OF_AN_ID
    fits = called or (match(reference, records) if long_enough else [])
    fits = fits or [r.id for r in records.values() if _meant(r, reference)]
    if not fits:
        raise NotFound(kind, reference)
    if len(fits) > 1:
        raise Ambiguous(kind, reference, tuple(sorted(fits)))
    return records[fits[0]]


def _called(record: Record, reference: str) -> bool:
    fields = ("name", "title", "label", "login")
    names = (getattr(record, field, "") for field in fields)
    return reference.casefold() in (name.casefold() for name in names if name)


def _meant(record: Record, reference: str) -> bool:
    """Tell whether people mean it by that word, though it is called otherwise."""
    word = reference.casefold()
    if isinstance(record, Person):
        return word in record.name.casefold().split()
    return isinstance(record, Account) and word == record.platform.casefold()


def adding(
    ports: Ports, vault: Vault, kind: str, fields: Mapping[str, object]
) -> tuple[Record, list[Change]]:
    """Return a new record of plain fields and the change that brings it in.

    Links may name records as people do. Raises `BadInput` naming the field that is
    unknown or of the wrong type.
    """
    _must_be_typed(kind)
    taken = vault.collection(kind)
    plain = {**_linked(vault, kind, fields), "id": new_id(ports.random, taken)}
    record = _converted(kind, _with_code_ids(ports, kind, plain))
    _must_be_new(vault, record)
    return record, [Add(kind, record)]


def editing(
    ports: Ports,
    vault: Vault,
    kind: str,
    reference: str,
    fields: Mapping[str, object],
) -> tuple[Record, list[Change]]:
    """Return the record with those fields changed, and the change that does it."""
    _must_be_typed(kind)
    before = find_record(vault, kind, reference)
    if "id" in fields:
        raise BadInput("id", "field-fixed")
    plain = cast("dict[str, object]", msgspec.to_builtins(before))
    plain |= _linked(vault, kind, fields)
    after = _converted(kind, _with_code_ids(ports, kind, plain))
    _must_be_new(vault, after)
    return after, [Replace(kind, before, after)]


def fields_from_json(data: bytes) -> dict[str, object]:
    """Return the fields of one record, typed or piped as a JSON object.

    Raises `BadInput`: too large, not JSON, a key given twice, an id of its own.
    """
    if len(data) > MOST_JSON_BYTES:
        raise BadInput(STANDARD_INPUT, "json-large")
    try:
        prescan(data)
        fields = msgspec.json.decode(data, type=dict[str, object])
    except (Malformed, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as why:
        raise BadInput(STANDARD_INPUT, "not-json", str(why)) from why
    if "id" in fields:
        raise BadInput("id", "field-fixed")
    return fields


def _must_be_typed(kind: str) -> None:
    if kind == REGISTER:
        raise Refused("register-is-kept")


def _linked(vault: Vault, kind: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Put ids where a link was given by name; a free name may be nobody's."""
    plain = dict(fields)
    for link in links_of(kind):
        if link.field not in plain:
            continue
        value = plain[link.field]
        if link.on_removal == "name" and isinstance(value, str):
            with suppress(NotFound, Ambiguous):
                plain[link.field] = find_record(vault, link.target, value).id
        if not link.must_exist:
            continue
        if isinstance(value, str) and value:
            plain[link.field] = find_record(vault, link.target, value).id
        elif isinstance(value, list):
            found = (find_record(vault, link.target, str(one)) for one in value)
            plain[link.field] = [record.id for record in found]
    return plain


def _must_be_new(vault: Vault, record: Record) -> None:
    if isinstance(record, OwnPlatform):
        must_be_new(vault, record)


def _with_code_ids(
    ports: Ports, kind: str, plain: dict[str, object]
) -> dict[str, object]:
    """Give codes an id where they have none; a plain text is a code's value."""
    codes = plain.get("codes")
    if kind != "code-set" or not isinstance(codes, list | tuple):
        return plain
    made: list[object] = []
    taken: set[str] = set()
    for code in codes:
        one = {"value": code} if isinstance(code, str) else code
        if isinstance(one, dict) and "id" not in one:
            one = {**one, "id": new_id(ports.random, taken)}
            taken.add(one["id"])
        made.append(one)
    return {**plain, "codes": made}


def _converted(kind: str, plain: Mapping[str, object]) -> Record:
    struct = KINDS[kind].struct
    known = set(struct.__struct_fields__)
    for name in plain:
        if name not in known:
            known_words = ", ".join(sorted(known - {"id"}))
            raise BadInput(name, "field-unknown", known_words)
    return record_from(kind, plain)


def sets_of(vault: Vault, account: str = "") -> list[CodeSet]:
    """List code sets, of one account or of all: in force first, newest first."""
    sets = [s for s in vault.code_sets.values() if account in ("", s.account)]
    names = {a.id: a.name.casefold() for a in vault.accounts.values()}
    sets.sort(key=lambda s: (s.issued, s.id), reverse=True)
    return sorted(sets, key=lambda s: (names.get(s.account, ""), bool(s.retired)))


def next_code(sets: Iterable[CodeSet]) -> tuple[CodeSet, Code] | None:
    """Return the first unused code of a set in force, of a kind that is used up."""
    for one in sets:
        if one.retired or one.kind in STANDING_KINDS:
            continue
        for code in one.codes:
            if code.state == "unused":
                return one, code
    return None


def find_code(sets: list[CodeSet], reference: str) -> tuple[CodeSet, Code]:
    """Return the code meant by its position or by the beginning of its id.

    Positions count from 1 over the sets as listed. Raises `NotFound` or `Ambiguous`.
    """
    listed = [(one, code) for one in sets for code in one.codes]
    if reference.isdecimal() and 1 <= int(reference) <= len(listed):
        return listed[int(reference) - 1]
    fits = [pair for pair in listed if pair[1].id.startswith(reference.lower())]
    if len(reference) < LEAST_OF_AN_ID or not fits:
        raise NotFound("code", reference)
    if len(fits) > 1:
        raise Ambiguous("code", reference, tuple(code.id for _, code in fits))
    return fits[0]


def using(one: CodeSet, code: Code, by: str, what_for: str, at: str) -> list[Change]:
    """Mark a code used: when, by whom, for what. `Refused` where it is not unused."""
    if code.state != "unused":
        raise Refused("code-not-unused", code.state)
    used = msgspec.structs.replace(
        code, state="used", used_at=at, used_by=by, used_for=what_for
    )
    return [_with_code(one, used)]


def freeing(one: CodeSet, code: Code) -> list[Change]:
    """Take a used mark back. `Refused` where the code is not marked used."""
    if code.state != "used":
        raise Refused("code-not-used", code.state)
    unused = Code(id=code.id, value=code.value)
    return [_with_code(one, unused)]


def _with_code(one: CodeSet, new: Code) -> Replace:
    codes = tuple(new if code.id == new.id else code for code in one.codes)
    return Replace("code-set", one, msgspec.structs.replace(one, codes=codes))


def hanging_on(vault: Vault, account: str) -> dict[str, list[Record]]:
    """Return, by kind, the records that name this account."""
    found: dict[str, list[Record]] = {}
    for kind in KINDS:
        links = [one for one in links_of(kind) if one.target == "account"]
        records = [
            record
            for record in vault.collection(kind).values()
            if any(account in targets(record, link) for link in links)
        ]
        if kind != "account" and records:
            found[kind] = sorted(records, key=lambda record: record.id)
    return found


def account_name(vault: Vault, id_: str) -> str:
    """Return what an account is called, or the id where there is none."""
    account = vault.find("account", id_)
    return account.name if isinstance(account, Account) else id_
