"""The plain JSON that a person writes: no ids, things named by what they are called.

Unknown fields are refused by name: a misspelt word must not drop what it stands for.
"""

from typing import Annotated

import msgspec

from vault.limits import JSON_INTEGER

Whole = Annotated[int, msgspec.Meta(ge=0, le=JSON_INTEGER)]
Named = Annotated[str, msgspec.Meta(min_length=1)]


class _Hand(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of a hand-written file."""


class HandPerson(_Hand, frozen=True, kw_only=True):
    """A person, known by the name."""

    name: Named
    role: str = ""
    email: str = ""
    phone: str = ""
    trusted: bool = False
    notes: str = ""


class HandChannel(_Hand, frozen=True, kw_only=True):
    """One way to reach a contact."""

    kind: Named
    address: Named
    note: str = ""


class HandContact(_Hand, frozen=True, kw_only=True):
    """A contact; `account` names one, "" is the account it stands in, or the vault."""

    name: Named
    account: str = ""
    role: str = ""
    channels: tuple[HandChannel, ...] = ()
    hours: str = ""
    language: str = ""
    case_numbers: tuple[str, ...] = ()
    notes: str = ""


class HandStep(_Hand, frozen=True, kw_only=True):
    """A step with a link; a step without one is a plain text."""

    text: Named
    link: str = ""


class HandProcedure(_Hand, frozen=True, kw_only=True):
    """A procedure; `account` and `checked_by` are names."""

    title: Named
    account: str = ""
    situation: str = "other"
    steps: tuple[str | HandStep, ...] = ()
    checked: str = ""
    checked_by: str = ""
    source: str = ""
    source_date: str = ""
    wait_days: Whole | None = None
    notes: str = ""


class HandAccess(_Hand, frozen=True, kw_only=True):
    """Who may enter an account, both by name."""

    person: Named
    account: str = ""
    role: str = ""
    since: str = ""
    factor: str = ""
    last_confirmed: str = ""
    ended: str = ""
    notes: str = ""


class HandAccount(_Hand, frozen=True, kw_only=True):
    """An account with what hangs on it; `owner` is a name, `codes` one code each."""

    platform: str = ""
    name: str = ""
    login: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    owner: str = ""
    worth_a_day: Whole | None = None
    created: str = ""
    notes: str = ""
    codes: tuple[str, ...] = ()
    code_kind: str = ""
    contacts: tuple[HandContact, ...] = ()
    procedures: tuple[HandProcedure, ...] = ()
    access: tuple[HandAccess, ...] = ()


class HandFile(_Hand, frozen=True, kw_only=True):
    """The whole file; every part of it may be left out."""

    people: tuple[HandPerson, ...] = ()
    accounts: tuple[HandAccount, ...] = ()
    contacts: tuple[HandContact, ...] = ()
    procedures: tuple[HandProcedure, ...] = ()
    access: tuple[HandAccess, ...] = ()
