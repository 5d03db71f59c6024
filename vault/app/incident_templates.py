"""Messages to copy, to audience, staff, platform and bank; no secret in them.

What only the owner knows stands in square brackets, to be filled in.
"""

from typing import Final, NamedTuple

from vault.app.incident import accounts_in_order
from vault.app.incident_general import situation_name
from vault.app.rehearse_names import listed
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.incident import Incident
from vault.model.vault import Vault


class Template(NamedTuple):
    """One message: whom it is to, a title, and the text."""

    to: str
    title: str
    text: str


_MOST: Final = 5
_TO: Final = {
    "audience": _("To customers and followers"),
    "staff": _("To the staff"),
    "platform": _("To the platform"),
    "bank": _("To the bank"),
}
_AUDIENCE: Final = _(
    "This is {shop}. Since {day} we have no control of our account {accounts}. Please "
    "open no link and pay nothing that you are sent from there. You reach us at [your "
    "other address]. Orders already made are safe with us. We will tell you here when "
    "we are back."
)
_AUDIENCE_LATE: Final = _(
    "This is {shop}. Since {day} we cannot get into our account {accounts}, so answers "
    "take longer. You reach us at [your other address]. Orders already made are safe "
    "with us."
)
_STAFF: Final = _(
    "Since {day}: {what} ({accounts}). Do not answer messages from these accounts, "
    "approve no sign-in that you did not start, and give no code to anyone, whoever "
    "asks. Change nothing there without asking me. Tell me at once what you see; keep "
    "pictures of the screen."
)
_PLATFORM: Final = _(
    "I am the owner of {details}. {what}, noticed on {time} (UTC). I ask you to secure "
    "the account, to sign out all sessions, and to give it back to me. I can prove "
    "that it is mine: [invoice, registration of the business, ID]. You reach me at [an "
    "address that is safe]. My case number so far: [number]."
)
_BANK: Final = _(
    "I am the owner of {shop}. {what}, noticed on {time} (UTC). It concerns "
    "{accounts}, to which [card or account, last four digits] is tied. Please stop "
    "payments and payouts of these until I confirm them in person, and tell me of any "
    "since that time."
)


def templates(vault: Vault, one: Incident) -> tuple[Template, ...]:
    """Return the messages of an incident, with its accounts filled in."""
    accounts = accounts_in_order(vault, one)
    names = listed([each.name for each in accounts], _MOST) or _("[account]")
    taken = one.sort in ("hacked", "phone-lost", "ransom")
    texts = {
        "audience": _AUDIENCE if taken else _AUDIENCE_LATE,
        "staff": _STAFF,
        "platform": _PLATFORM,
        "bank": _BANK,
    }
    filled = {
        "shop": vault.name,
        "day": one.began[:10],
        "time": one.began[:16].replace("T", " "),
        "what": situation_name(one.sort),
        "accounts": names,
        "details": listed([_details(each) for each in accounts], _MOST) or names,
    }
    return tuple(
        Template(to, _TO[to], text.format(**filled)) for to, text in texts.items()
    )


def _details(account: Account) -> str:
    if not account.login or account.login == account.name:
        return account.name
    words = _("{account} (login {login})")
    return words.format(account=account.name, login=account.login)
