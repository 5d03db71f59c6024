"""What records and their fields are called where a person reads them beside a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vault.i18n import translate as _
from vault.model.entry import VAULT

KIND_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "account": _("Account"),
        "code-set": _("Codes"),
        "procedure": _("Steps"),
        "contact": _("Contact"),
        "person": _("Person"),
        "access": _("Access"),
        "kit": _("Kit"),
        VAULT: _("The vault itself"),
    }
)
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "access.role": _("Role on the platform"),
        "account.created": _("Opened on"),
        "account.owner": _("Who answers for it"),
        "account.url": _("Address of its page"),
        "accounts": _("Accounts"),
        "account": _("Account"),
        "card_number": _("Number of the key card"),
        "case_numbers": _("Case numbers"),
        "channels": _("Ways to reach it"),
        "checked": _("Last checked"),
        "checked_by": _("Checked by"),
        "codes": _("Codes"),
        "collected": _("Collected, place by place"),
        "counter": _("Changes it holds"),
        "created": _("Made on"),
        "currency": _("Currency"),
        "density": _("Density"),
        "destroyed": _("Destroyed on"),
        "drills": _("Times it was read"),
        "email": _("E-mail"),
        "ended": _("Ended on"),
        "exposed": _("Known to somebody since"),
        "factor": _("Signs in with"),
        "generation": _("Save it was printed from"),
        "hours": _("Hours"),
        "identity": _("Identity"),
        "in_clear": _("Also printed for all to read"),
        "issued": _("Issued on"),
        "kind": _("Sort of codes"),
        "keeper": _("Who keeps it"),
        "kit": _("Number in its codes"),
        "label": _("Label"),
        "language": _("Language"),
        "last_confirmed": _("Last confirmed"),
        "login": _("Login"),
        "made": _("Printed on"),
        "name": _("Name"),
        "needed": _("Sheets that are enough"),
        "note": _("Note"),
        "notes": _("Notes"),
        "number": _("Number"),
        "paper": _("Paper"),
        "partial": _("Holds some accounts only"),
        "passphrase_generated": _("Passphrase was drawn"),
        "passphrase_since": _("Passphrase since"),
        "person": _("Person"),
        "phone": _("Telephone"),
        "places": _("Where it lies"),
        "platform": _("Platform"),
        "present": _("Sheets that are there"),
        "prints": _("Fingerprints of what is on it"),
        "read_back": _("Read back on"),
        "recovers_through": _("Recovers through"),
        "renew": _("To be renewed since"),
        "retired": _("Retired on"),
        "retiring": _("Being collected since"),
        "role": _("Role"),
        "sheets": _("Sheets"),
        "shredded": _("Destroyed, place by place"),
        "signer": _("Signer"),
        "since": _("Since"),
        "situation": _("Situation"),
        "source": _("Source"),
        "source_date": _("Source of"),
        "steps": _("Steps"),
        "supplement": _("Number of the supplement"),
        "supplement_to": _("Belongs to the kit"),
        "title": _("Title"),
        "trusted": _("Trusted, to be rung"),
        "url": _("Address"),
        "vault_code": _("Code of the key card"),
        "wait_days": _("Days to wait"),
        "ways": _("Opened by"),
        "vault.ways": _("Notes on the ways in"),
        "worth_a_day": _("What a day without it costs"),
    }
)


def field_name(kind: str, field: str) -> str:
    """Return what a field of a kind is called; an unknown one, as it is spelt."""
    plain = field.replace("_", " ").capitalize()
    return _NAMES.get(f"{kind}.{field}") or _NAMES.get(field) or plain
