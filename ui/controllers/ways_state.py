"""What the pages and sheets of the ways in say: the core's data as their states."""

from __future__ import annotations

from typing import Final

from ui.shared.days import day_words
from ui.views.ways import RenewLine, WayAct, WayCard, WaysState
from vault.app.session import Session
from vault.app.ways_in import WayIn, ways_in
from vault.app.ways_known import to_renew
from vault.app.ways_words import fact_words, standing_words, way_words
from vault.i18n import translate as _

_CHANGE: Final = ("change", _("Change…"), _("Change: {way}"))
_FILE: Final = ("file", _("Add a key file…"), _("Add a key file to: {way}"))
_NO_FILE: Final = ("no-file", _("No key file…"), _("No key file any more for: {way}"))
_CARD: Final = ("code", _("New key card…"), _("New key card in place of: {way}"))
_REMOVE: Final = ("remove", _("Remove…"), _("Remove: {way}"))


def ways_state(session: Session) -> WaysState:
    """Return what the page shows."""
    ways, vault = ways_in(session), session.vault
    return WaysState(
        ways=tuple(
            _card(way, single=len(ways) == 1) for way in sorted(ways, key=_place)
        ),
        warnings=tuple(standing_words(ways)),
        renew=tuple(
            RenewLine(
                one.id,
                vault.accounts[one.account].name,
                _("Since {day}. {set}").format(
                    day=day_words(one.renew), set=one.label or one.kind
                ),
            )
            for one in to_renew(vault)
        ),
        may_write=not session.read_only,
    )


def title_of(way: WayIn) -> str:
    """Return a way in as a title."""
    text = way_words(way)
    return text[:1].upper() + text[1:]


def _place(way: WayIn) -> tuple[bool, bool, int]:
    """Return where it stands: one's own first, then the card, then the others'."""
    return (bool(way.whose), way.by_code, way.number)


def _card(way: WayIn, *, single: bool) -> WayCard:
    text = ", ".join(fact_words(way, day_words))
    return WayCard(
        number=way.number,
        title=title_of(way),
        text=f"{text[:1].upper()}{text[1:]}." if text else _text_of(way),
        icon="card" if way.by_code else "person" if way.whose else "key",
        acts=tuple(
            WayAct(key, text, name.format(way=way_words(way)))
            for key, text, name in _acts(way, single=single)
        ),
    )


def _text_of(way: WayIn) -> str:
    if way.by_code:
        return _("A code of 31 characters on paper: for when the passphrase is gone.")
    return ""


def _acts(way: WayIn, *, single: bool) -> list[tuple[str, str, str]]:
    acts = []
    if way.by_passphrase:
        acts = [_CHANGE]
    if way.by_passphrase and not way.whose:
        acts.append(_NO_FILE if way.by_file else _FILE)
    if way.by_code and not way.by_passphrase:
        acts = [_CARD]
    return acts if single else [*acts, _REMOVE]
