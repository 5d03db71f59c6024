"""`kit list` and `kit retire`: the register of what was printed."""

import argparse
from collections.abc import Iterator

from vault.app.kit_changed import Since
from vault.app.kit_register import Standing, standing, standings
from vault.app.kit_retire import (
    card_needed_by,
    collected,
    kept_on,
    lays,
    outstanding,
    retiring,
    shredded,
)
from vault.app.kit_since_words import since_words
from vault.app.kit_words import (
    HOW_TO_DESTROY,
    card_words,
    drill_words,
    keeper_name,
    kit_name,
    lay_words,
    place_name,
    state_words,
)
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.errors import BadInput, NotFound
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.change import Replace
from vault.model.drill import parse_drills
from vault.model.kit import Kit
from vault.model.moment import is_day
from vault.model.vault import Vault


def do_kit_list(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Tell of every kit what was printed, where it lies, and how it stands."""
    with opened(options, ports, terminal, write=False) as session:
        vault, found = session.vault, standings(session.vault)
    terminal.report({"kits": [_plain(vault, one) for one in found]})
    if not found:
        terminal.say(_("No kit is printed. `sparekey kit make` makes one."))
    for one in found:
        for line in _lines(vault, one):
            terminal.say(line)
    return 0


def do_kit_retire(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Note what of a kit was collected and destroyed; say what is outstanding."""
    if options.take_back and (options.collected, options.destroyed) != (None, None):
        raise Misuse(_("--take-back goes with neither --collected nor --destroyed"))
    with opened(options, ports, terminal, write=True) as session:
        kit = _numbered(session.vault, options.number, options.supplement)
        day = options.on or ports.today()
        if not is_day(day):
            raise BadInput("--on", "day-unknown", day)
        if day > ports.today():
            raise BadInput("--on", "day-to-come", day)
        name = _("Retire {kit}").format(kit=kit_name(kit))
        for change in _acts(kit, options, day):
            session.apply(change, name)
        session.save()
        kit = session.vault.kits[kit.id]
        others = card_needed_by(session.vault, kit)
        plain = _plain(session.vault, standing(session.vault, kit))
    terminal.report(plain)
    for line in _retire_lines(kit, others, taken_back=options.take_back):
        terminal.say(line)
    return 0


def _acts(kit: Kit, options: argparse.Namespace, day: str) -> Iterator[Replace]:
    if options.take_back:
        yield kept_on(kit)
        return
    begun = retiring(kit, day)
    yield begun
    kit = _after(begun)
    if options.collected is not None:
        got = collected(kit, _places(kit, options.collected), day)
        yield got
        kit = _after(got)
    if options.destroyed is not None:
        yield shredded(kit, _places(kit, options.destroyed), day)


def _after(change: Replace) -> Kit:
    assert isinstance(change.after, Kit)  # noqa: S101 - for the type
    return change.after


def _places(kit: Kit, wanted: list[str]) -> list[str]:
    """Return the places named, or all; `NotFound` for one that the register lacks."""
    known = [one.place for one in lays(kit)]
    for place in wanted:
        if place not in known:
            raise NotFound("place", place)
    return wanted or known


def _numbered(vault: Vault, number: int, supplement: int) -> Kit:
    for kit in vault.kits.values():
        if (kit.number, kit.supplement) == (number, supplement):
            return kit
    raise NotFound("kit", str(number))


def _lines(vault: Vault, one: Standing) -> Iterator[str]:
    kit = one.kit
    yield f"{kit_name(kit)}: {state_words(one)}."
    sheets = translate_count(
        "printed {day}, {all} sheets, any {n} of them is enough",
        "printed {day}, {all} sheets, any {n} of them are enough",
        kit.needed,
    )
    yield "  " + sheets.format(day=kit.made[:10], all=kit.sheets, n=kit.needed)
    if kit.places or kit.keeper:
        lies = "; ".join(kit.places) or _("not noted")
        keeper = keeper_name(vault, kit) or _("not noted")
        words = _("lies at: {places}; kept by: {keeper}")
        yield "  " + words.format(places=lies, keeper=keeper)
    for drill in parse_drills(kit.drills)[-1:]:
        yield "  " + _("last tried {drill}").format(drill=drill_words(drill))


def _retire_lines(
    kit: Kit, others: tuple[Kit, ...], *, taken_back: bool
) -> Iterator[str]:
    if taken_back:
        yield _("{kit} is in use again.").format(kit=kit_name(kit))
        return
    for lay in lays(kit):
        yield f"{place_name(lay)}: {lay_words(lay)}"
    if outstanding(kit):
        yield HOW_TO_DESTROY
    else:
        yield _("All of {kit} is destroyed.").format(kit=kit_name(kit))
    if words := card_words(kit, others):
        yield words


def _plain(vault: Vault, one: Standing) -> dict[str, object]:
    kit = one.kit
    return {
        "number": kit.number,
        "supplement": kit.supplement or None,
        "name": kit_name(kit),
        "kit": kit.kit,
        "state": one.state,
        "says": state_words(one),
        "made": kit.made,
        "generation": kit.generation,
        "ways": kit.ways,
        "card_number": kit.card_number,
        "partial": kit.partial,
        "accounts": list(kit.accounts),
        "sheets": kit.sheets,
        "needed": kit.needed,
        "present": kit.sheets if kit.present is None else kit.present,
        "paper": kit.paper,
        "places": list(kit.places),
        "keeper": keeper_name(vault, kit),
        "note": kit.note,
        "read_back": kit.read_back,
        "drills": [
            {"at": each.at, "result": each.result, "reserve": each.reserve}
            for each in parse_drills(kit.drills)
        ],
        "exposed": kit.exposed,
        "retiring": kit.retiring,
        "lies": [
            {"place": lay.place, "collected": lay.collected, "destroyed": lay.destroyed}
            for lay in lays(kit)
        ],
        "destroyed": kit.destroyed,
        "replaced_by": one.newer.number if one.newer else None,
        "stale": one.since.is_stale,
        "changed_since": since_words(one.since),
        "changes": _changes(one.since),
        "passphrase_changed": one.passphrase,
    }


def _changes(since: Since) -> dict[str, object]:
    """Return kinds and ids of the records that are otherwise than on paper."""
    lists = {
        "new": since.new,
        "changed": since.changed,
        "used": since.used,
        "gone": since.gone,
    }
    plain: dict[str, object] = {
        name: [{"kind": kind, "id": id_} for kind, id_ in keys]
        for name, keys in lists.items()
    }
    return {"known": since.known, **plain}
