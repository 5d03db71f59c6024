"""Removing a record with all that hangs on it, and offering to take that back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from ui.controllers.stage import Desk
from ui.shared.notice import Notice
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.change import Change, Remove, Replace
from vault.model.removal import removal_of

_KINDS = {
    "code-set": ("{n} set of codes", "{n} sets of codes"),
    "procedure": ("{n} list of steps", "{n} lists of steps"),
    "contact": ("{n} contact", "{n} contacts"),
    "route": ("{n} way back", "{n} ways back"),
    "access": ("{n} person's access", "{n} people's access"),
}


def remove(desk: Desk, kind: str, id_: str, called: str) -> None:
    """Remove a record whole, say what went with it, and offer Undo."""
    changes = removal_of(desk.vault.vault, kind, id_)
    name = _("Remove {what}").format(what=called)
    try:
        desk.vault.apply(changes, name)
    except VaultError as error:
        desk.tell(error)
        return
    title = _("{what} is removed").format(what=called)
    waits = _("It can be brought back for 30 days, under History.")
    told = " ".join(filter(None, (what_went(changes, kind), waits)))
    notice = Notice("info", title, told, _("Undo"))
    desk.stage.notify(notice, partial(take_back, desk, name))


def what_went(changes: Sequence[Change], kind: str) -> str:
    """Say what went with a record, counted by kind; "" where nothing did."""
    gone = Counter(one.kind for one in changes if isinstance(one, Remove))
    gone[kind] -= 1
    parts = [
        translate_count(*words, gone[each]).format(n=gone[each])
        for each, words in _KINDS.items()
        if gone[each] > 0
    ]
    told = [_("With it went {what}.").format(what=", ".join(parts))] if parts else []
    orphans = _orphans(changes) if kind == "person" else 0
    if orphans:
        text = translate_count(
            "Nobody answers for {n} account now.",
            "Nobody answers for {n} accounts now.",
            orphans,
        )
        told.append(text.format(n=orphans))
    return " ".join(told)


def _orphans(changes: Iterable[Change]) -> int:
    """Count the accounts that lose who answers for them."""
    return sum(isinstance(one, Replace) and one.kind == "account" for one in changes)


def take_back(desk: Desk, name: str) -> None:
    """Undo an act, where nothing was done since; say how, where something was."""
    if desk.vault.session.undo_name != name:
        desk.stage.notify(
            Notice(
                "info",
                _("Something else was changed since"),
                _("Take the changes back one by one with Undo in the Edit menu."),
            )
        )
        return
    desk.vault.undo()
    desk.stage.announce(_("Undone: {act}").format(act=name))
