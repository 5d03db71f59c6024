"""The ways through merging: a copy beside the vault, and what is to be checked then."""

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ui.book.hand import Hand
from ui.book.props import WORDS, Props
from ui.shared.notice import Notice
from ui.views.merge_key import KeyState, MergeKey
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.explain_envelope import wrong_copy
from vault.app.unlock import open_vault
from vault.errors import NoKey
from vault.i18n import translate as _
from vault.model.change import Change, Replace, edit_vault
from vault.model.vault import Vault

NAME: Final = "kiln-and-clay.sync-conflict-20260301-120000-ABCDEF7.sparekey"
SHOWN: Final = 4  # accounts that differ: a picture holds no more
_LONG: Final = (
    "Ring Mina at the studio first, then the carrier. 深圳市南山区光影纸灯笼: "
    "kilnandclay-second-hand-kilns-and-potters-wheels@example.com"
)


def merge(hand: Hand, props: Props) -> Iterator[str]:
    """A copy that was found, its passphrase, what differs, what is left to check."""
    hand.application.keeper.watch.rest()  # it would tell of the copy in any picture
    copy = _copy_beside(props)
    vault = hand.application.vault
    vault.apply(_changed(vault.vault, "here"), _("Change the notes"))
    hand.go("merge")
    yield "merge-choose"
    said = wrong_copy(NoKey((1,)))
    wrong = Notice("bad", said.title, said.advice)
    page = MergeKey(KeyState(NAME, wrong=wrong))
    page.left.connect(partial(hand.application.desk.go, "home"))
    hand.show(page, "merge")
    yield "merge-key"
    hand.go("merge", copy)
    yield "merge-preview"
    hand.press(_("Merge"))
    hand.application.window.line.say("")
    hand.go("to-check")
    yield "to-check"
    while hand.press_first(_("Keep this")):
        pass
    while vault.session.undo_name:
        vault.undo()
    copy.unlink()
    hand.go("home")


def _copy_beside(props: Props) -> Path:
    """Lay a copy beside the vault, as a sync program does that met two changes."""
    away = props.folder / "away"
    away.mkdir()
    shutil.copy(props.vault, away / "copy.sparekey")
    shown = Credentials(passphrase=typed_passphrase(WORDS).secret)
    with open_vault(props.ports, away / "copy.sparekey", shown, write=True) as session:
        session.apply(_changed(session.vault, "there"))
        session.save()
    shutil.copy(away / "copy.sparekey", props.folder / NAME)
    shutil.rmtree(away)
    return props.folder / NAME


def _changed(vault: Vault, where: str) -> list[Change]:
    """Return changes of some accounts, some of which both copies make differently.

    Each walk makes others: one that was left half-way may have been saved.
    """
    told = f"{where}, {vault.counter}"
    changes: list[Change] = [edit_vault(vault, name=f"Kiln & Clay, {told}")]
    for place, one in enumerate(islice(vault.accounts.values(), SHOWN)):
        text = f"{_LONG} ({told})" if place % 3 == 0 else f"Changed {told}."
        field = "notes" if place % 3 == 0 else {"here": "phone"}.get(where, "login")
        changes.append(Replace("account", one, replace(one, **{field: text})))
    return changes
