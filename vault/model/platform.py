"""A platform of the owner's own: what a pack tells, written down by hand."""

from vault.model.contact import Channel
from vault.model.record import Part, Record, Whole


class PlatformCode(Part, frozen=True, kw_only=True):
    """One kind of code that the platform issues; `example` shows its shape."""

    label: str
    count: Whole | None = None  # codes in a set
    example: str = ""
    menu: str = ""  # where they are found
    renewal: str = ""  # what becomes of the old ones


class PlatformStep(Part, frozen=True, kw_only=True):
    """One step of one situation, in order; `situation` as a procedure's."""

    situation: str
    text: str
    link: str = ""


class PlatformDeadline(Part, frozen=True, kw_only=True):
    """Something that runs out; `days` None: nobody knows after how many."""

    what: str
    days: Whole | None = None


class OwnPlatform(Record, frozen=True, kw_only=True):
    """What the owner knows of a platform that no pack is shipped for.

    An account belongs to it by its name, as to a shipped one by its id.
    """

    name: str
    aliases: tuple[str, ...] = ()
    url: str = ""
    recover: str = ""  # address where one gets back in
    codes: tuple[PlatformCode, ...] = ()
    steps: tuple[PlatformStep, ...] = ()
    channels: tuple[Channel, ...] = ()  # whom to ask
    deadlines: tuple[PlatformDeadline, ...] = ()
    leaving: tuple[str, ...] = ()  # what to do when somebody leaves, in order
    roles: tuple[str, ...] = ()  # how people share an account there
    traps: tuple[str, ...] = ()  # how people lose it
    keep: tuple[str, ...] = ()  # what belongs in the vault for it
    checked: str = ""  # day it was last gone through
    notes: str = ""
