"""What the page of a platform of one's own shows, and which fields it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from ui.widgets.pick import Option
from vault.i18n import translate as _


class OwnField(NamedTuple):
    """One field: its name, label, help; whether of several lines, or beside another."""

    name: str
    label: str
    help: str = ""
    lines: bool = True
    beside: bool = False


class OwnPart(NamedTuple):
    """Fields under one heading; `lead` is said below it."""

    title: str
    lead: str
    fields: tuple[OwnField, ...]


@dataclass(frozen=True)
class OwnPlatformState:
    """A platform as it is kept; `texts` has one for each field.

    `known` says whether it is kept yet, `accounts` are those that are on it, `others`
    the owner's other platforms, `account` the name of the one it is written down for.
    """

    texts: Mapping[str, str]
    known: bool = False
    account: str = ""
    accounts: tuple[Option, ...] = ()
    others: tuple[Option, ...] = ()
    may_write: bool = True


_ADDRESS: Final = _("As in: https://folksy.example")
PARTS: Final = (
    OwnPart(
        _("What it is"),
        "",
        (
            OwnField(
                "name", _("Name"), _("Accounts are on it by this name."), lines=False
            ),
            OwnField(
                "url", _("Address of its page"), _ADDRESS, lines=False, beside=True
            ),
            OwnField(
                "recover",
                _("Where one gets back in"),
                _ADDRESS,
                lines=False,
                beside=True,
            ),
            OwnField("aliases", _("Other names"), _("One a line.")),
        ),
    ),
    OwnPart(
        _("What to do"),
        _(
            "A step a line, in order. A line may end with the address it leads to. An "
            "account takes a copy, which is not changed when you change these."
        ),
        (
            OwnField("locked-out", _("Locked out")),
            OwnField("hacked", _("Somebody else is in")),
            OwnField("suspended", _("Suspended by the platform")),
            OwnField("phone-lost", _("The phone is lost")),
            OwnField("handover", _("Handing over")),
        ),
    ),
    OwnPart(
        _("Codes it gives out"),
        "",
        (
            OwnField(
                "codes",
                _("Sets of codes"),
                _(
                    "One a line: what they are called; how many; an invented example. "
                    "As in: Backup codes; 8; ABCD-1234"
                ),
            ),
        ),
    ),
    OwnPart(
        _("Whom to ask, and by when"),
        "",
        (
            OwnField(
                "channels",
                _("Ways to reach them"),
                _("One a line: the address; what for. As in: +44 20 7946 0909; orders"),
            ),
            OwnField(
                "deadlines",
                _("What runs out"),
                _("One a line: what; after how many days. As in: To appeal; 30"),
            ),
        ),
    ),
    OwnPart(
        _("People on it"),
        "",
        (
            OwnField("leaving", _("When somebody leaves"), _("A step a line.")),
            OwnField("roles", _("How people share an account"), _("One a line.")),
        ),
    ),
    OwnPart(
        _("Good to know"),
        "",
        (
            OwnField("traps", _("How people lose it"), _("One a line.")),
            OwnField("keep", _("What belongs in the vault"), _("One a line.")),
            OwnField("notes", _("Notes"), _("No secrets in here.")),
            OwnField(
                "checked",
                _("Gone through on"),
                _("The day, as 2026-03-01."),
                lines=False,
            ),
        ),
    ),
)
