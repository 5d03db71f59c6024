"""The ways through what was there before: of all, of one account, what was deleted."""

from collections.abc import Iterator

from msgspec.structs import replace

from ui.book.hand import Hand
from ui.book.props import Props
from vault.app.edit import freeing, using
from vault.i18n import translate as _
from vault.model.change import Change, Replace
from vault.model.removal import removal_of
from vault.model.vault import Vault

_LONG = (
    "Ring Mina at the studio first, then the carrier. 深圳市南山区光影纸灯笼: "
    "kilnandclay-second-hand-kilns-and-potters-wheels@example.com"
)


def history(hand: Hand, _props: Props) -> Iterator[str]:
    """Nothing yet; then slips, a used code, and something removed."""
    vault = hand.application.vault
    hand.go("deleted")
    yield "deleted-none"
    for act in (_slips, _codes, _gone):
        changes = act(vault.vault)
        if changes:
            vault.apply(changes, _("Change the notes"))
    hand.go("history")
    yield "history"
    hand.go("deleted")
    yield "deleted"
    for id_ in list(vault.vault.accounts)[:1]:
        hand.go("history", ("account", id_))
        yield "history-account"
        hand.press_first(_("Show the codes"))
        yield "history-codes"
        hand.press_first(_("Bring back"))
        yield "history-brought"
    while vault.session.undo_name:
        vault.undo()
    hand.go("home")


def _slips(vault: Vault) -> list[Change]:
    """Type over what stood in some accounts."""
    return [
        Replace("account", one, replace(one, login="typed over", notes=_LONG, phone=""))
        for one in list(vault.accounts.values())[:2]
    ]


def _codes(vault: Vault) -> list[Change]:
    """Use a code of the first account, or take a mark back."""
    changes: list[Change] = []
    for id_ in list(vault.accounts)[:1]:
        sets = (one for one in vault.code_sets.values() if one.account == id_)
        for one in [one for one in sets if one.codes][:1]:
            code = one.codes[0]
            if code.state == "unused":
                at = "2026-03-02T10:00:00Z"
                changes += using(one, code, "Mina", "new phone", at)
            elif code.state == "used":
                changes += freeing(one, code)
    return changes


def _gone(vault: Vault) -> list[Change]:
    """Remove the last account, with all that hangs on it."""
    return [
        change
        for id_ in list(vault.accounts)[1:][-1:]
        for change in removal_of(vault, "account", id_)
    ]
