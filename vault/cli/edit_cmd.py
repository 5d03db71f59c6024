"""`add`, `edit` and `remove`: any record of the kinds that people type."""

import argparse
from typing import Any

from vault.app import edit
from vault.app.merge_flow import kept_as_typed, settling
from vault.app.ports import Ports
from vault.app.typed_fields import typed_fields, typed_list, typed_value
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.records import name_of
from vault.cli.terminal import Terminal
from vault.errors import NotFound
from vault.i18n import translate as _
from vault.model.change import Remove
from vault.model.removal import removal_of


def do_add(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Add a record; fields as options, or JSON on standard input."""
    _must_be_kind(options.kind)
    with opened(options, ports, terminal, write=True) as session:
        fields = _fields(options, terminal)
        record, changes = edit.adding(ports, session.vault, options.kind, fields)
        session.apply(changes, _("Add {kind}").format(kind=options.kind))
        session.save()
    terminal.report({"kind": options.kind, "id": record.id})
    terminal.say(_("Added {kind} {id}.").format(kind=options.kind, id=record.id))
    return 0


def do_edit(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Change fields of a record; those not named stay."""
    _must_be_kind(options.kind)
    with opened(options, ports, terminal, write=True) as session:
        fields = _fields(options, terminal)
        record, changes = edit.editing(
            ports, session.vault, options.kind, options.id, fields
        )
        kept = kept_as_typed(session.vault, options.kind, record, fields)
        answers = [step for one in kept for step in settling(session, one, other=False)]
        done = session.apply(changes, _("Edit {kind}").format(kind=options.kind))
        if answers:
            session.apply(answers, _("Keep what shows"))
        session.save()
    touched = [name for one in done.touched for name in one.fields]
    plain = {"kind": options.kind, "id": record.id, "changed": touched}
    terminal.report({**plain, "checked": len(kept)})
    if touched:
        said = _("Changed {kind} {id}: {fields}.")
        names = ", ".join(touched)
        terminal.say(said.format(kind=options.kind, id=record.id, fields=names))
    elif not kept:
        terminal.say(_("Nothing to change: it reads so already."))
    if kept:
        terminal.say(_("It stays as it reads, and need not be checked any more."))
    return 0


def do_remove(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Remove a record, with what cannot stand without it."""
    _must_be_kind(options.kind)
    with opened(options, ports, terminal, write=True) as session:
        record = edit.find_record(session.vault, options.kind, options.id)
        changes = removal_of(session.vault, options.kind, record.id)
        done = session.apply(changes, _("Remove {kind}").format(kind=options.kind))
        session.save()
    gone = [one for one in done.changes if isinstance(one, Remove)]
    plain = [
        {"kind": one.kind, "id": one.record.id, "name": name_of(one.record)}
        for one in gone
    ]
    terminal.report({"removed": plain})
    for one in gone:
        said = _("Removed {kind} {id}: {name}.")
        name = name_of(one.record)
        terminal.say(said.format(kind=one.kind, id=one.record.id, name=name))
    return 0


def _must_be_kind(kind: str) -> None:
    if kind not in typed_fields():
        raise NotFound("kind", kind)


def _fields(options: argparse.Namespace, terminal: Terminal) -> dict[str, object]:
    """Return the fields given as options, or else read JSON from standard input."""
    fields = {
        name: typed_value(options.kind, name, text)
        for name, text in _given(options, "field_").items()
    }
    for name, named in _given(options, "links_").items():
        fields[name] = typed_list(options.kind, name, named)
    if fields:
        return fields
    if terminal.interactive:
        terminal.note(_("Type the fields as one JSON object, then Ctrl+D:"))
    data = terminal.rest(edit.MOST_JSON_BYTES)
    if not data.strip():
        raise Misuse(_("give fields as options, or JSON on standard input"))
    return edit.fields_from_json(data)


def _given(options: argparse.Namespace, prefix: str) -> dict[str, Any]:
    """Return what was given as options whose place begins so, by the field's name."""
    return {
        name.removeprefix(prefix): value
        for name, value in vars(options).items()
        if name.startswith(prefix) and value is not None
    }
