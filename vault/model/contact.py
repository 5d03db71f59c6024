"""A contact: a person, desk, form or hot line that helps."""

from vault.model.record import Part, Record


class Channel(Part, frozen=True):
    """One way to reach a contact; `kind` is a word such as "mail", "phone", "form"."""

    kind: str
    address: str
    note: str = ""


class Contact(Record, frozen=True, kw_only=True):
    """Who helps with an account, how and when they are reached."""

    name: str
    account: str = ""  # "" where it helps with the whole vault
    role: str = ""
    channels: tuple[Channel, ...] = ()
    hours: str = ""
    language: str = ""
    case_numbers: tuple[str, ...] = ()
    notes: str = ""
