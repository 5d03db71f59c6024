"""`history`, `bring-back` and `forget`: what was there before, and back with it."""

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from vault.app import history
from vault.app.history import Gone, Lost, PastLine
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.records import SHORT_ID, name_of, plain_code
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.errors import BadInput
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.code import Code
from vault.model.vault import KINDS


def do_history(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Tell the changes, of all or of one record; or what was removed lately."""
    with opened(options, ports, terminal, write=False) as session:
        vault = session.vault
    keys = None
    if options.record is not None:
        keys = history.related(vault, *history.meant(vault, options.record))
    if options.deleted:
        gone = history.gone_lately(vault, ports.today())
        told = [one for one in gone if keys is None or (one.kind, one.id) in keys]
        _tell_gone(told, terminal)
        return 0
    lines = history.lines(vault, keys, reveal=options.reveal)
    plain = [_plain(one, reveal=options.reveal) for one in lines]
    terminal.report({"history": plain})
    if not lines:
        terminal.say(_("Nothing was changed yet."))
    for line in _told(lines):
        terminal.say(line)
    if any(one.can for one in lines):
        terminal.say(
            _("To bring one back: `sparekey bring-back` with what it begins with.")
        )
    return 0


def do_bring_back(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Bring back what was removed, or earlier values, as one act."""
    with opened(options, ports, terminal, write=True) as session:
        today = ports.today()
        brought = history.bringing_back(session.vault, today, options.ids)
        done = session.apply(brought.changes, brought.name)
        session.save()
        touched = {(one.kind, one.id) for one in done.touched}
    terminal.report(
        {
            "brought_back": [
                {"kind": kind, "id": id_, "name": name_of(record)}
                for kind, id_ in sorted(touched)
                if kind in KINDS and (record := session.vault.find(kind, id_))
            ],
            "said": brought.said,
        }
    )
    for said in brought.said or (_("Done: {act}.").format(act=brought.name),):
        terminal.say(said)
    return 0


def do_forget(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Forget earlier values of a record."""
    with opened(options, ports, terminal, write=True) as session:
        kind, id_ = history.meant(session.vault, options.record)
        known = set(KINDS[kind].struct.__struct_fields__) - {"id"}
        if options.field and options.field not in known:
            raise BadInput(options.field, "field-unknown", ", ".join(sorted(known)))
        done = history.forgotten(session.vault, kind, id_, options.field)
        if done.changes:
            session.apply(done.changes, done.name)
            session.save()
    terminal.report({"kind": kind, "id": id_, "forgotten": bool(done.changes)})
    if done.changes:
        terminal.say(
            _("Forgotten. Backups made before still hold it, until they are removed.")
        )
    else:
        terminal.say(_("There is no earlier value to forget."))
    return 0


def _told(lines: Sequence[PastLine]) -> Iterator[str]:
    """Yield the changes by day and device, each on one line."""
    for (day, where), found in groupby(
        lines, lambda one: (one.past.at[:10], one.where)
    ):
        yield f"{day}  {where}".rstrip()
        for one in found:
            label = f", {one.label}" if one.label else ""
            change = one.after
            if one.past.field:
                change = f"{one.before} → {one.after}" if one.after else one.before
            ref = one.past.ref[:SHORT_ID]
            yield f"  {ref}  {one.record}{label}: {' '.join(change.split())}"


def _plain(line: PastLine, *, reveal: bool) -> dict[str, object]:
    """Return one change as plain data; of codes the values only with `reveal`."""
    past = line.past
    return {
        "id": past.ref,
        "kind": past.kind,
        "record": past.id,
        "action": past.action,
        "field": past.field,
        "code": past.part,
        "at": past.at,
        "device": past.device,
        "set_aside": past.set_aside,
        "before": _value(past.before, reveal=reveal),
        "after": _value(past.after, reveal=reveal),
        "can_be_brought_back": line.can,
    }


def _value(value: object, *, reveal: bool) -> object:
    """Return a value as plain data; what is lost as null."""
    if isinstance(value, Code):
        return plain_code(value, reveal=reveal)
    return None if isinstance(value, Lost) else msgspec.to_builtins(value)


def _tell_gone(found: Sequence[Gone], terminal: Terminal) -> None:
    """List what was removed and can still be brought back."""
    terminal.report({"deleted": [_plain_gone(one) for one in found]})
    if not found:
        terminal.say(_("Nothing was removed in the last 30 days."))
        return
    head = (_("id"), _("kind"), _("name"), _("removed"), _("days left"), _("with it"))
    for line in table(head, [_row(one) for one in found]):
        terminal.say(line)
    count = len(found)
    said = translate_count(
        "{n} can be brought back.", "{n} can be brought back.", count
    )
    terminal.say(said.format(n=count))


def _plain_gone(one: Gone) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "name": name_of(one.record),
        "at": one.at,
        "device": one.device,
        "days_left": one.days_left,
        "along": [
            {"kind": kind, "id": record.id, "name": name_of(record)}
            for kind, record in one.along
        ],
    }


def _row(one: Gone) -> tuple[str, ...]:
    return (
        one.id[:SHORT_ID],
        one.kind,
        name_of(one.record),
        one.at[:10],
        str(one.days_left),
        history.along_words(one),
    )
