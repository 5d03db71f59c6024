"""A person who works on the accounts, and the access that person has."""

from vault.model.record import Record


class Person(Record, frozen=True, kw_only=True):
    """Someone who owns, uses or rescues accounts."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    trusted: bool = False  # someone to ring when in doubt
    notes: str = ""
    rules_confirmed: str = ""  # day the house rules were last confirmed


class Access(Record, frozen=True, kw_only=True):
    """One person's way into one account."""

    person: str
    account: str
    role: str = ""  # the platform's word: admin, editor, …
    since: str = ""  # day
    factor: str = ""  # how the person signs in
    last_confirmed: str = ""  # day
    ended: str = ""  # day, "" while it lasts
    notes: str = ""
