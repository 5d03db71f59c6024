"""`attach` and `attachments`: papers and evidence inside the vault."""

import argparse
from pathlib import Path
from typing import cast

from vault.app import edit
from vault.app.attachments import (
    About,
    attach,
    papers,
    runs_out,
    same_content,
    save_out,
)
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.records import SHORT_ID, plain_record
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.attachment import Attachment


def do_attach(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Take files in, all or none; they stay where they are as well."""
    with opened(options, ports, terminal, write=True) as session:
        about = About(sort=options.sort, expires=options.expires)
        for kind in ("account", "incident"):
            if named := getattr(options, kind):
                found = edit.find_record(session.vault, kind, named).id
                about = about._replace(**{kind: found})
        kept = [
            attach(session, Path(file), about, _("Keep {file}").format(file=file))
            for file in options.files
        ]
        twice = [one for one in kept if same_content(session.vault, one)]
        session.save()
    terminal.report({"attachments": [plain_record(one) for one in kept]})
    for one in kept:
        said = _("Kept {name}, {size:,} bytes ({id}). The file itself is still there.")
        terminal.say(said.format(name=one.name, size=one.size, id=one.id[:SHORT_ID]))
    for one in twice:
        said = _("{name} was kept before, to the byte; its bytes are stored once.")
        terminal.say(said.format(name=one.name))
    return 0


def do_attachments(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """List what is kept, or save one out."""
    if options.save:
        return _save(options, ports, terminal)
    if options.out:
        raise Misuse(_("name what to save: --save WHICH -o FILE"))
    with opened(options, ports, terminal, write=False) as session:
        account = None
        if options.account:
            account = edit.find_record(session.vault, "account", options.account).id
        found = papers(session.vault, account)
        names = {one.id: one.name for one in session.vault.accounts.values()}
    today = ports.today()
    states = [runs_out(one, today) for one in found]
    plain = [
        {**plain_record(one), "runs_out": state}
        for one, state in zip(found, states, strict=True)
    ]
    terminal.report({"attachments": plain})
    if not found:
        terminal.say(
            _("No files are kept. Platforms ask for ID and registration: attach them.")
        )
        return 0
    header = (_("id"), _("name"), _("sort"), _("bytes"), _("account"), _("valid until"))
    rows = [_row(one, names, state) for one, state in zip(found, states, strict=True)]
    for line in table(header, rows):
        terminal.say(line)
    count = translate_count("{n} file", "{n} files", len(found)).format(n=len(found))
    terminal.say(count)
    return 0


def _row(one: Attachment, names: dict[str, str], state: str) -> tuple[str, ...]:
    until = one.expires
    if state:
        words = _("{day}, over") if state == "over" else _("{day}, soon over")
        until = words.format(day=one.expires)
    account = names.get(one.account, "")
    return one.id[:SHORT_ID], one.name, one.sort, f"{one.size:,}", account, until


def _save(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    if not options.out or options.out == "-":
        raise Misuse(_("name the new file: -o FILE"))
    path = Path(options.out)
    warning = _(
        "{path} will lie there in clear: anybody who can read that file has the paper. "
        "It is not looked at here; a file from a stranger may be made to hurt."
    )
    terminal.note(warning.format(path=path))
    if not options.yes and not terminal.confirm(_("Write it?")):
        raise Misuse(_("nothing was written; say --yes to write it all the same"))
    with opened(options, ports, terminal, write=False) as session:
        found = edit.find_record(session.vault, "attachment", options.save)
        one = cast("Attachment", found)
        save_out(session, one, path)
    terminal.report({"file": str(path), "bytes": one.size, "id": one.id})
    said = _("Wrote {path}, {size:,} bytes. Delete it when it has done its work.")
    terminal.say(said.format(path=path, size=one.size))
    return 0
