"""`copy`, `backups` and `make-current`: what is kept of a vault's older states."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from vault.app.backups import (
    Backup,
    KeptDamaged,
    State,
    damaged_files,
    list_backups,
    remove_damaged,
)
from vault.app.factor_words import factor_words
from vault.app.make_current import bring_back, is_older, make_current
from vault.app.ports import Ports
from vault.app.save_copy import save_copy
from vault.app.second_place import (
    SecondPlace,
    choose_second_place,
    is_there,
    leave_second_place,
    on_same_disk,
    second_place,
)
from vault.app.standing_words import SAME_DISK
from vault.app.unlock import must_be_free
from vault.cli.opening import opened
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.errors import ReadOnly
from vault.i18n import translate as _

STATES = {
    State.WHOLE: _("whole"),
    State.HEALS: _("damaged; its parity heals it"),
    State.UNPROVEN: _("no sign of damage; only opening proves it"),
    State.DAMAGED: _("damaged"),
    State.OTHER: _("of another vault"),
}


def do_copy(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Save a copy of the vault, proven by opening it."""
    out = Path(options.out)
    must_be_free(ports, out)
    with opened(options, ports, terminal, write=False) as session:
        save_copy(session, out)
    terminal.report({"vault": options.vault, "out": options.out})
    terminal.say(_("Copied to {out}, and opened there.").format(out=out))
    return 0


def do_backups(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List the backups; choose or leave the second place; remove damaged files."""
    path = Path(options.vault)
    if options.second:
        choose_second_place(ports, path, Path(options.second))
    if options.no_second:
        leave_second_place(ports, path)
    damaged = damaged_files(ports, path)
    if options.remove_damaged:
        for one in damaged:
            remove_damaged(ports, one)
        damaged = ()
    place, found = second_place(ports, path), list_backups(ports, path)
    there = place is not None and is_there(ports, place)
    terminal.report(
        {
            "backups": [_plain(one) for one in found],
            "damaged": [_plain_damaged(one) for one in damaged],
            "second_place": _plain_place(place, there=there) if place else None,
        }
    )
    _say_listed(found, damaged, terminal)
    terminal.say(_place_words(place, there=there))
    if there and place and on_same_disk(ports, path, place):
        terminal.note(f"{_('Note')}: {SAME_DISK}")
    return 0


def do_make_current(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Make an older copy the newest state, or bring it back as a new file."""
    out = Path(options.out) if options.out else None
    if out:
        must_be_free(ports, out)
    with opened(options, ports, terminal, write=not out, older=True) as session:
        if out:
            lost = bring_back(session, out)
        elif session.read_only and not is_older(session):
            raise ReadOnly(session.read_only)
        elif not session.read_only:
            terminal.report({"vault": options.vault, "out": None, "changed": False})
            terminal.say(_("It is the newest that this computer knows of."))
            return 0
        else:
            lost = make_current(session)
    ways = [" + ".join(factor_words(mask)) for mask in lost]
    told = {"vault": options.vault, "out": options.out, "changed": True}
    terminal.report(told | {"ways_lost": ways})
    if out:
        terminal.say(_("Brought back as {out}.").format(out=out))
    else:
        terminal.say(_("{path} is current now.").format(path=options.vault))
    for way in ways:
        said = _("It opens no more by: {way}. Nobody presented that.")
        terminal.say(said.format(way=way))
    return 0


def _say_listed(
    found: Sequence[Backup], damaged: Sequence[KeptDamaged], terminal: Terminal
) -> None:
    if not found:
        terminal.say(_("No backup yet: the first change makes one."))
    head = (_("generation"), _("day"), _("bytes"), _("state"), _("name"))
    rows = [
        (
            str(one.generation),
            one.day.isoformat(),
            f"{one.size_bytes:,}",
            STATES[one.state],
            one.path.name,
        )
        for one in found
    ]
    for line in table(head, rows) if rows else ():
        terminal.say(line)
    for folder in dict.fromkeys(str(one.path.parent) for one in found):
        terminal.say(_("They lie in {folder}.").format(folder=folder))
    for kept in damaged:
        said = _("Kept, damaged since {day}: {path}")
        terminal.say(said.format(day=kept.day, path=kept.path))
    if damaged:
        say = _("`sparekey backups VAULT --remove-damaged` removes what is kept so.")
        terminal.say(say)


def _place_words(place: SecondPlace | None, *, there: bool) -> str:
    if place is None:
        return _("No second place: --second FOLDER keeps every save on another disk.")
    if not there:
        said = _("Second place: {folder} is not there now; the newest save follows.")
    elif place.day:
        said = _("Second place: {folder}, last written {day}.")
    else:
        said = _("Second place: {folder}; the next change is kept there too.")
    return said.format(folder=place.folder, day=place.day)


def _plain(one: Backup) -> dict[str, object]:
    return {
        "file": str(one.path),
        "generation": one.generation,
        "day": one.day.isoformat(),
        "bytes": one.size_bytes,
        "state": one.state,
        "second_place": one.apart,
    }


def _plain_damaged(one: KeptDamaged) -> dict[str, object]:
    day = one.day.isoformat()
    return {"file": str(one.path), "day": day, "bytes": one.size_bytes}


def _plain_place(place: SecondPlace, *, there: bool) -> dict[str, object]:
    return {"folder": place.folder, "there": there, "last": place.day or None}
