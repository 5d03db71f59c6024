"""`import` and `export`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from vault.app import edit
from vault.app.exchange_flow import (
    IMPORT_BYTES,
    Plan,
    adopt,
    export,
    export_kind,
    plan_import,
    plan_import_of,
    take_in,
    try_out,
)
from vault.app.explain_problems import problem_words
from vault.app.ports import Ports
from vault.app.session import Session
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count

PASTED = "-"


def do_import(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Take in files one after the other; all of them, or nothing is saved."""
    with opened(options, ports, terminal, write=not options.dry_run) as session:
        account = None
        if options.account:
            account = edit.find_record(session.vault, "account", options.account).id
        plans = [
            (name, _taken(name, session, options, account, terminal))
            for name in options.files
        ]
        adopted = adopt(session) if options.with_steps and not options.dry_run else 0
        if not options.dry_run:
            session.save()
    reports = [_plain(name, plan) for name, plan in plans]
    report = {"dry_run": options.dry_run, "files": reports, "adopted": adopted}
    terminal.report(report)
    for name, plan in plans:
        for line in _lines(name, plan, preview=options.dry_run):
            terminal.say(line)
    if adopted:
        said = _("Took {n} procedures and contacts from the packs; edit them freely.")
        terminal.say(said.format(n=adopted))
    if options.dry_run:
        terminal.say(_("Nothing was changed: this was a dry run."))
    return 0


def _taken(
    name: str,
    session: Session,
    options: argparse.Namespace,
    account: str | None,
    terminal: Terminal,
) -> Plan:
    """Import one file into the session, or see that it could be; errors name it."""
    wanted = (options.kind, account, options.code_kind)
    if name == PASTED:
        data = terminal.rest(IMPORT_BYTES)
        plan = plan_import_of(session, "", data, *wanted)
    else:
        plan = plan_import(session, Path(name), *wanted)
    if options.dry_run:
        try_out(session, plan)
    else:
        take_in(session, plan, _("Import {file}").format(file=name))
    return plan


def _plain(name: str, plan: Plan) -> dict[str, object]:
    counts = {
        kind: {"new": c.new, "there": c.there, "changed": c.changed}
        for kind, c in plan.counts.items()
    }
    notes = [{"place": n.place, "problem": n.problem} for n in plan.notes]
    return {"file": name, "counts": counts, "codes": plan.codes, "notes": notes}


def _lines(name: str, plan: Plan, *, preview: bool) -> Iterator[str]:
    """Yield what one file brought, and all that was not taken as it stood."""
    yield f"{name}:"
    for kind, count in plan.counts.items():
        said = _("  {kind}: {new} new, {there} already there, {changed} changed")
        yield said.format(
            kind=kind, new=count.new, there=count.there, changed=count.changed
        )
    if plan.codes:
        codes = translate_count("  {n} new code", "  {n} new codes", plan.codes)
        yield codes.format(n=plan.codes)
    if preview and plan.shown:
        rows = [(one.place, one.kind, one.label, one.outcome) for one in plan.shown]
        for line in table((_("place"), _("kind"), _("what"), _("outcome")), rows):
            yield f"  {line}"
    for note in plan.notes:
        yield f"  {note.place}: {problem_words(note.problem, note.detail)}"


def do_export(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Write everything out in clear, after a warning."""
    if options.out == PASTED:
        raise Misuse(_("name a file: codes in clear are not written to a terminal"))
    path = Path(options.out)
    kind = export_kind(path, options.kind)
    warning = _(
        "{path} will hold every recovery code in clear. Anybody who can read that file "
        "can get into the accounts."
    ).format(path=path)
    terminal.note(warning)
    if not options.yes and not terminal.confirm(_("Write it?")):
        raise Misuse(_("nothing was written; say --yes to write it all the same"))
    with opened(options, ports, terminal, write=False) as session:
        size = export(session, path, kind, papers=options.papers)
        files = 0 if options.papers else len(session.vault.attachments)
    terminal.report(
        {"file": str(path), "kind": kind, "bytes": size, "files_left_out": files}
    )
    said = _(
        "Wrote {path}: {kind}, {size:,} bytes. Delete it when it has done its work."
    )
    terminal.say(said.format(path=path, kind=kind, size=size))
    if files:
        words = translate_count(
            "{n} attached file is named in it and not held: say --papers to have it "
            "in JSON, or `sparekey attachments VAULT --save` writes it.",
            "{n} attached files are named in it and not held: say --papers to have "
            "them in JSON, or `sparekey attachments VAULT --save` writes each.",
            files,
        )
        terminal.say(words.format(n=files))
    return 0
