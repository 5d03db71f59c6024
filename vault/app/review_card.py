"""What one card of a review shows of an account: facts in words, and who has access."""

from typing import NamedTuple

from vault.app.code_count import codes_left
from vault.app.edit import account_name
from vault.app.review import access_to
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.vault import Vault


class Holder(NamedTuple):
    """Who has access: the id of it, the person's name, the role, the day confirmed."""

    access: str
    name: str
    role: str
    confirmed: str


def card_facts(vault: Vault, account: Account) -> list[tuple[str, str]]:
    """Return what is to be looked at, each with its name; days as records spell them.

    What the account has none of is said as such where it matters, and left out where
    most accounts have none.
    """
    through = [account_name(vault, one) for one in account.recovers_through]
    owner = vault.people.get(account.owner)
    facts = [
        (_("Login"), account.login.strip() or _("None written down")),
        (_("Phone it hangs on"), account.phone.strip() or _("None")),
        (_("Mailbox it hangs on"), account.email.strip() or _("None")),
        (_("Recovers through"), ", ".join(through)),
        (_("Who answers for it"), owner.name if owner else _("Nobody yet")),
        (_("Codes left"), codes_words(vault, account.id)),
        (_("Steps last confirmed"), last_check(vault, account.id) or _("Never")),
    ]
    return [(name, value) for name, value in facts if value]


def codes_words(vault: Vault, account: str) -> str:
    """Return how many codes are unused, of how many there were."""
    sets = [
        one
        for one in vault.code_sets.values()
        if one.account == account and not one.retired
    ]
    if not sets:
        return _("None")
    left, all_ = sum(map(codes_left, sets)), sum(len(one.codes) for one in sets)
    return _("{n} of {all}").format(n=left, all=all_)


def last_check(vault: Vault, account: str) -> str:
    """Return the day on which steps of an account were confirmed last, or ""."""
    days = (one.checked for one in vault.procedures.values() if one.account == account)
    return max(days, default="")


def holders(vault: Vault, account: str) -> list[Holder]:
    """Return who has access now, in the order of their names."""
    return [
        Holder(one.id, vault.people[one.person].name, one.role, one.last_confirmed)
        for one in access_to(vault, account)
    ]
