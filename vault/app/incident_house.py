"""Taking back the house: what to check in an account that others were in.

The list is what a stranger leaves behind, without what a platform of that group does
not have, and with the platform's own words for putting somebody out.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from vault.app.leaving_words import SOURCED
from vault.app.own_packs import pack_for
from vault.i18n import translate as _
from vault.model.vault import Vault
from vault.packs import Pack, source_words


class Task(NamedTuple):
    """One thing to do after: its key, of which account, in words.

    `link` is an address where it is done, `check` true where that is weakly known.
    """

    key: str
    account: str
    text: str
    link: str = ""
    check: bool = False


# What somebody who was in may have left behind, the dearest first
HOUSE: Final = (
    ("house-sessions", _("Sign out every device and app that you don't know.")),
    ("house-ways-back", _("Check the recovery address, the number and second steps.")),
    ("house-admins", _("Remove admins and roles that nobody of yours gave.")),
    ("house-payouts", _("Check the payout account, the cards and open orders.")),
    ("house-ads", _("Stop advertisements and their budgets that you did not make.")),
    ("house-apps", _("Take access back from apps and sites that you don't know.")),
    ("house-shops", _("Cut linked shops, pages and profiles that are not yours.")),
    ("house-posts", _("Remove posts, stories and links that are not yours.")),
    ("house-messages", _("Read what was sent in your name, and warn who got it.")),
    ("house-rules", _("Delete forwarding, filters and automatic answers.")),
)
_OF_A_NUMBER: Final = (
    ("house-number", _("Look for call forwarding, a second SIM or a moved number.")),
    ("house-lock", _("Ask for a lock on the number, and for a new PIN.")),
)
_NOT_AT_A_CARRIER: Final = frozenset(
    {"house-ads", "house-apps", "house-shops", "house-posts", "house-messages"}
    | {"house-rules"}
)
# Where on a platform a line is dealt with
_ROLES: Final = {
    "house-sessions": "security-settings",
    "house-ways-back": "security-settings",
    "house-admins": "roles",
}


def house_tasks(vault: Vault, account: str) -> tuple[Task, ...]:
    """Return the check list for one account that is had again. Reads the packs."""
    pack = pack_for(vault, vault.accounts.get(account))
    return tuple(_tasks(account, pack))


def _tasks(account: str, pack: Pack | None) -> Iterator[Task]:
    carrier = pack is not None and pack.group == "telecom"
    lines = [one for one in HOUSE if not carrier or one[0] not in _NOT_AT_A_CARRIER]
    for key, text in (*lines, *(_OF_A_NUMBER if carrier else ())):
        link, check = _link(pack, key)
        yield Task(key, account, text, link, check)
    for number, fact in enumerate(pack.leaving if pack else (), 1):
        source = source_words(pack, fact) if pack else ""
        step = _("As for a leaver: {step}").format(step=fact.text)
        text = SOURCED.format(step=step, source=source)
        weak = fact.confidence == "low"
        yield Task(f"house-out:{number}", account, text, check=weak)


def _link(pack: Pack | None, key: str) -> tuple[str, bool]:
    """Return the platform's own address for a line, and whether it is weakly known."""
    role = _ROLES.get(key)
    for one in pack.links if pack and role else ():
        if one.role == role:
            return one.url, one.confidence == "low"
    return "", False
