"""An account: one login on one platform that the business would miss."""

from vault.model.record import Record, Whole


class Account(Record, frozen=True, kw_only=True):
    """One login; `name` is what its owner calls it."""

    name: str
    platform: str = ""  # id of a pack, or free text where none fits
    login: str = ""  # what is typed into the login field
    email: str = ""  # the mailbox the platform writes to
    phone: str = ""  # the number the platform calls
    url: str = ""
    owner: str = ""  # id of the one accountable person
    worth_a_day: Whole | None = (
        None  # what a day without it costs, whole currency units
    )
    created: str = ""  # day it was opened on the platform
    recovers_through: tuple[str, ...] = ()  # ids of accounts that can give it back
    notes: str = ""
    importance: str = ""  # "vital" or "minor" where it is not as most are
