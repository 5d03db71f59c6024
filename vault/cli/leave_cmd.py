"""`leave`: everything that somebody who leaves touches, and what was settled."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from vault.app.edit import find_record
from vault.app.leaving import OWNER, Item, leaving, ticking
from vault.app.leaving_report import save_leaving
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.records import person_name
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.vault import Vault

WANTING = 1  # something is left to do


def do_leave(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show the list and tick what is done; 1 while anything is left to do."""
    wanted = options.done
    with opened(options, ports, terminal, write=bool(wanted)) as session:
        vault = session.vault
        person = find_record(vault, "person", options.person).id
        _known(wanted, leaving(vault, person))
        owner = _new_owner(vault, person, options.owner, wanted)
        if changes := ticking(vault, person, wanted, ports.today(), owner):
            session.apply(changes, _("Note what was settled for a leaver"))
            session.save()
        items = leaving(session.vault, person)
        name = person_name(session.vault, person)
        if options.out:
            path = Path(options.out)
            save_leaving(ports, session.vault, person, path, options.paper)
    terminal.report({"person": name, "items": [item._asdict() for item in items]})
    if not items:
        terminal.say(_("{name} is in no account.").format(name=name))
    for item in items:
        _say(item, terminal)
    done = sum(item.done for item in items)
    terminal.say(_("{done} of {all} done").format(done=done, all=len(items)))
    if options.out:
        words = _("Wrote {path}: whoever gets the file can read it.")
        terminal.say(words.format(path=options.out))
    return 0 if done == len(items) else WANTING


def _known(wanted: Sequence[str], items: Sequence[Item]) -> None:
    keys = {item.key for item in items}
    for key in wanted:
        if key not in keys:
            words = _("{key} is not in the list: take the words in brackets there.")
            raise Misuse(words.format(key=key))


def _new_owner(vault: Vault, person: str, name: str, wanted: Sequence[str]) -> str:
    if not any(key.startswith(OWNER) for key in wanted):
        return ""
    found = find_record(vault, "person", name).id if name else person
    if found == person:
        raise Misuse(_("Say who else answers for the account now, with --owner."))
    return found


def _say(item: Item, terminal: Terminal) -> None:
    terminal.say(f"[{'x' if item.done else ' '}] {item.what}  ({item.key})")
    if item.done:
        return
    for warning in item.warnings:
        terminal.say(f"    ! {warning}")
    for step in item.steps:
        terminal.say(f"    - {step}")
