"""A part in clear: what may be chosen, and what was, in words."""

from typing import Final

from ui.controllers.kit_making import Wish
from ui.views.kit_clear import ClearState, KitClear
from vault.app.in_clear import InClear, Sort
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault

_CALLED: Final[dict[Sort, str]] = {
    "procedures": _("steps"),
    "contacts": _("contacts"),
    "codes": _("recovery codes"),
}


def clear_page(vault: Vault, wish: Wish, step: tuple[int, int]) -> KitClear:
    """Return the page on which it is chosen, of the accounts that the kit has."""
    there = wish.accounts or tuple(vault.accounts)
    accounts = [vault.accounts[one] for one in there if one in vault.accounts]
    names = sorted((one.name.casefold(), one.id, one.name) for one in accounts)
    clear = wish.clear.within(wish.accounts)
    state = ClearState([n[1:] for n in names], clear.sorts, clear.accounts)
    return KitClear(state, step)


def clear_words(clear: InClear) -> str:
    """Return what is printed in clear; "" where nothing is."""
    if not clear.sorts:
        return ""
    sorts = ", ".join(_CALLED[sort] for sort in clear.sorts)
    if not clear.accounts:
        return _("In clear, of all accounts: {sorts}").format(sorts=sorts)
    words = translate_count(
        "In clear, of {n} account: {sorts}",
        "In clear, of {n} accounts: {sorts}",
        len(clear.accounts),
    )
    return words.format(n=len(clear.accounts), sorts=sorts)
