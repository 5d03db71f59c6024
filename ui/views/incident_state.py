"""What the page of an incident shows, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.views.attachments import AttachmentState


@dataclass(frozen=True)
class Tick:
    """One line to tick: its key, the words, an address, and a mark where weak."""

    key: str
    text: str
    on: bool = False
    link: str = ""
    note: str = ""


@dataclass(frozen=True)
class Ring:
    """A number to ring: whose, the number, and when it works."""

    name: str
    number: str
    note: str = ""


@dataclass(frozen=True)
class InOrder:
    """One account in the list; `done` where it is dealt with, `back` when it is had."""

    id: str
    name: str
    done: bool = False
    back: str = ""


@dataclass(frozen=True)
class Beside:
    """An account in danger, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True)
class TouchedState:
    """What can be lost and touched, by id and name, and what of it is ticked."""

    title: str
    act: str
    accounts: Sequence[tuple[str, str]]
    chosen: Sequence[str] = ()
    things: Sequence[tuple[str, str]] = ()
    lost: Sequence[str] = ()
    rings: Sequence[Ring] = ()


@dataclass(frozen=True)
class AtHand:
    """The account that is dealt with now.

    `code` is the next one to use, `user` who is noted to have used it, one of `users`,
    by id and name. `back` says when the account comes back.
    """

    id: str
    name: str
    about: str = ""
    numbers: Sequence[Ring] = ()
    code: str = ""
    code_id: str = ""
    code_left: str = ""
    user: str = ""
    users: Sequence[tuple[str, str]] = ()
    back: str = ""
    steps: Sequence[Tick] = ()
    source: str = ""
    house: Sequence[Tick] = ()
    aside: Sequence[tuple[str, Sequence[tuple[str, str]]]] = ()  # head: text, source
    done: bool = False


@dataclass(frozen=True)
class IncidentState:
    """The whole page; `renew` is shown when it is over."""

    title: str
    about: str
    accounts: Sequence[InOrder]
    now: AtHand
    beside: Sequence[Beside] = ()
    lost: str = ""  # what is lost, in words
    back: Sequence[str] = ()  # what comes back, in order, a sentence each
    stuck: Sequence[str] = ()  # what does not
    messages: Sequence[tuple[str, str]] = ()  # whom it is to, the text
    log: Sequence[str] = ()
    evidence: Sequence[AttachmentState] = ()
    renew: Sequence[Tick] = ()
    lesson: str = ""
    ended: bool = False
    may_write: bool = True
