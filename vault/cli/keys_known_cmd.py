"""`keys somebody-knows`: everything new, and what is left to be done said."""

import argparse

from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.ways_known import delete_copies, left_to_do, plan_known
from vault.app.ways_made import taken_back
from vault.app.ways_words import left_words
from vault.cli.keys_settle import card_place, new_words, report, settle
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count


def do_keys_somebody_knows(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Make everything new that opens the vault; list what only the owner can do."""
    card = card_place(options, ports)
    with opened(options, ports, terminal, write=True) as session:
        with taken_back(session) as made:
            _must_agree(options, terminal)
            new = new_words(options, ports, terminal, made)
            plan = plan_known(session, new)
            done = settle(options, terminal, session, plan, card)
        deleted = _delete(options, terminal, session) if done else 0
        left = left_to_do(session)
        to_do = list(left_words(session.vault, left)) if done else []
        report(options, terminal, plan, done, to_do)
        if deleted:
            words = translate_count(
                "Deleted {n} older copy.", "Deleted {n} older copies.", deleted
            )
            terminal.say(words.format(n=deleted))
        for line in to_do:
            terminal.say(f"- {line}")
    return 0


def _must_agree(options: argparse.Namespace, terminal: Terminal) -> None:
    if options.yes or options.dry_run:
        return
    terminal.note(
        _(
            "This makes everything new: passphrase, key card, identity. Every other "
            "way in is lost, and every code will be on the list to renew."
        )
    )
    if not terminal.confirm(_("Do it?")):
        raise Misuse(_("nothing was changed; say --yes to do it all the same"))


def _delete(options: argparse.Namespace, terminal: Terminal, session: Session) -> int:
    """Delete older copies where that was wanted, or is agreed to now."""
    copies = left_to_do(session).copies
    if not copies:
        return 0
    words = translate_count(
        "Delete {n} older copy of this file now?",
        "Delete {n} older copies of this file now?",
        len(copies),
    )
    if not options.delete_copies and not terminal.confirm(words.format(n=len(copies))):
        return 0
    delete_copies(session.ports, session.file.path, copies)
    return len(copies)
