"""What the page of one account shows, as data."""

from dataclasses import dataclass
from typing import Literal

from ui.views.attachments import AttachmentState
from ui.views.own_ways import WayState
from ui.widgets.pick import Option
from vault.model.account import Account
from vault.model.contact import Contact
from vault.model.person import Access
from vault.model.procedure import Procedure

# Of a platform without a shipped pack: nothing is written down about it, or that it is
# there ("bare": no steps and no contacts), or all that one needs.
Own = Literal["", "none", "bare", "known"]


@dataclass(frozen=True)
class StepsState:
    """One procedure; `open` shows its steps, `done` are the ticks of this sitting."""

    procedure: Procedure
    checked_by: str = ""
    open: bool = False
    done: frozenset[int] = frozenset()
    may_write: bool = True


@dataclass(frozen=True)
class ContactState:
    """One contact."""

    contact: Contact
    may_write: bool = True


@dataclass(frozen=True)
class AccessState:
    """One person's access, with the person's name."""

    access: Access
    name: str
    may_write: bool = True


@dataclass(frozen=True)
class AccountState:
    """Everything on the page but the codes; `pack` names a platform to take from.

    `to_check` are the fields that a merge kept two values of, and `checks` counts all
    that is to be checked about this account, its codes and steps included; `news`
    counts what a newer pack says otherwise; `known` names a platform that has a pack.
    """

    account: Account
    platform: str
    currency: str = ""
    people: tuple[Option, ...] = ()
    through: tuple[Option, ...] = ()
    procedures: tuple[StepsState, ...] = ()
    contacts: tuple[ContactState, ...] = ()
    access: tuple[AccessState, ...] = ()
    files: tuple[AttachmentState, ...] = ()
    ways: tuple[WayState, ...] = ()
    owner: str = ""
    pack: str = ""
    may_write: bool = True
    own: Own = ""
    to_check: frozenset[str] = frozenset()
    checks: int = 0
    news: int = 0
    known: str = ""
