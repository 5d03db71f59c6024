"""A thing: what recovery leans on besides accounts, and where it is."""

from typing import Final

from vault.model.record import Record

# Open on purpose, as the situations of a procedure are
SORTS: Final = (
    "phone",
    "number",
    "mailbox",
    "authenticator",
    "security-key",
    "document",
    "safe",
    "computer",
    "other",
)


class Thing(Record, frozen=True, kw_only=True):
    """Something that can be lost: a phone, a security key, a safe and what is in it."""

    name: str
    sort: str = ""
    address: str = ""  # the number of a phone or a SIM, the address of a mailbox
    person: str = ""  # who has it: id of a person, or a free name
    place: str = ""  # where it lies
    notes: str = ""
