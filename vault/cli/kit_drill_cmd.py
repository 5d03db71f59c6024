"""`kit drill`: read a kit, and say whether it is ours, opens, and what is stale."""

import argparse
from pathlib import Path

from vault.app.credentials import Credentials
from vault.app.explain import explain, explain_typed
from vault.app.explain_words import Words
from vault.app.kit_drill import Found, drill, drill_of
from vault.app.kit_drill_words import drill_lines, drill_title, unnoted_words
from vault.app.kit_gather import gather
from vault.app.kit_register import drilled
from vault.app.kit_since_words import since_words
from vault.app.kit_words import kit_name
from vault.app.ports import Ports
from vault.app.session import Session
from vault.cli.kit_read_cmd import say_pages
from vault.cli.opening import opened
from vault.cli.prompt import asked, presented
from vault.cli.terminal import Terminal
from vault.errors import Incomplete, ReadOnly, VaultError
from vault.i18n import translate as _
from vault.model.change import Change


def do_kit_drill(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Try the kits in the pictures; 0 where one of ours did all that was asked."""
    with opened(
        options, ports, terminal, write=not options.dry_run, or_read=True
    ) as session:
        gathering = gather(ports, map(Path, options.files))
        say_pages(gathering, terminal)
        shown = None
        if not options.no_open:
            shown = _shown(options, ports, terminal, session)
        consent = options.accept_cost
        found = drill(session.vault, gathering, shown, consent=consent)
        unnoted = _noted(options, session, found)
    known = any(one.entry for one in found)
    terminal.report(
        {"kits": [_plain(one) for one in found], "noted": known and not unnoted}
    )
    if not found:
        words = explain_typed(Incomplete(more=1, needed=1, found=0, kits=0))
        terminal.note(f"sparekey: {words.happened} {words.advice}")
    for one in found:
        terminal.say(drill_title(one))
        for line in drill_lines(one):
            terminal.say(f"  {line}")
    if unnoted:
        terminal.note(f"{_('Note')}: {unnoted}")
    return 0 if any(one.passed for one in found) else 1


def _shown(
    options: argparse.Namespace, ports: Ports, terminal: Terminal, session: Session
) -> Credentials:
    """Return what the kit is to be opened with: as named, else what opened the vault.

    Somebody at a terminal is asked for a kit whose passphrase is no more the vault's.
    """
    kit = argparse.Namespace(
        passphrase_file=options.kit_passphrase_file,
        code_file=options.kit_code_file,
        key_file=None,
    )
    if options.kit_passphrase_file or options.kit_code_file:
        return presented(kit, ports, terminal)
    if session.presented.passphrase is None and session.presented.code is None:
        words = _("Passphrase of the kit")
        return Credentials(asked(terminal, words, "--kit-passphrase-file").secret)
    return session.presented


def _noted(
    options: argparse.Namespace, session: Session, found: tuple[Found, ...]
) -> str:
    """Note the drill of each kit of ours, and save; return why it could not be."""
    at = session.ports.now()
    changes: list[Change] = [
        drilled(one.entry, drill_of(one, at)) for one in found if one.entry
    ]
    if options.dry_run:
        return unnoted_words(_("It was only tried: --dry-run."))
    if not changes:
        return ""
    if not session.may_write:
        why = _("The vault is open for reading only.")
        if session.read_only:
            why = _whole(explain(ReadOnly(session.read_only)))
        return unnoted_words(why)
    try:
        session.apply(changes, _("Drill of a kit"))
        session.save()
    except VaultError as error:
        return unnoted_words(_whole(explain(error)))
    return ""


def _whole(words: Words) -> str:
    return f"{words.happened} {words.advice}".strip()


def _plain(found: Found) -> dict[str, object]:
    entry, state = found.entry, found.state
    return {
        "kit": state.kit.hex(),
        "registered": entry is not None,
        "number": entry.number if entry else None,
        "name": kit_name(entry) if entry else None,
        "result": found.result,
        "matches": bool(entry) and state.complete and not found.differs,
        "why": type(found.trouble).__name__ if found.trouble else None,
        "sheets": state.sheets,
        "codes_by_sheet": list(state.found_by_sheet),
        "poor_sheets": [number for number, _count in found.poor_sheets],
        "more": state.more,
        "reserve": state.reserve if state.complete else None,
        "stale": found.since.is_stale if entry else None,
        "changed_since": since_words(found.since) if entry else None,
        "passphrase_changed": found.passphrase,
        "passed": found.passed,
    }
