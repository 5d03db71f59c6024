"""Open the vault that the options name, with the ways in that they present.

What this device remembers is said beside the report: another vault in this place,
before anything is asked; an older copy, which no command changes but `make-current`.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from vault.app.damage_words import healed_words
from vault.app.explain import explain
from vault.app.explain_words import Words
from vault.app.make_current import is_older
from vault.app.memory import swapped
from vault.app.ports import Ports
from vault.app.second_place import keep_second
from vault.app.session import Session
from vault.app.standing_words import outcome_words, standing_words, swapped_words
from vault.app.unlock import A_BACKUP, open_vault
from vault.app.waiting import when_here
from vault.cli.prompt import presented
from vault.cli.terminal import Terminal
from vault.errors import Busy, FileTrouble, ReadOnly, VaultError
from vault.i18n import translate as _


@contextmanager
def opened(
    options: argparse.Namespace,
    ports: Ports,
    terminal: Terminal,
    *,
    write: bool,
    older: bool = False,
    or_read: bool = False,
) -> Iterator[Session]:
    """Yield the open vault and close it afterwards; nothing is asked in vain.

    Raises `ReadOnly` where `write` is wanted of a backup or of an older copy, unless
    `older` ones are what the command is for. With `or_read` a vault that can't be
    written is opened for reading: `Session.may_write` tells.
    """
    path = Path(options.vault)
    when_here(ports, path)
    if other := swapped(ports, path):
        _note(terminal, swapped_words(other))
    shown = presented(options, ports, terminal)
    opening = partial(open_vault, ports, path, shown, consent=options.accept_cost)
    try:
        session = opening(write=write)
    except (Busy, FileTrouble):  # held, or its folder may not be written
        if not or_read:
            raise
        session = opening(write=False)
    with session:
        refused = is_older(session) or session.read_only == A_BACKUP
        if write and refused and not (older or or_read):
            raise ReadOnly(session.read_only)
        _tell(session, terminal)
        yield session
        if write and session.may_write:
            _keep_second(session, terminal)


def _tell(session: Session, terminal: Terminal) -> None:
    """Say what is to be known of an opened vault."""
    if session.read_only == "newer-minor":
        terminal.note(_("Note: written by a newer Spare Key; open for reading."))
    elif session.read_only == A_BACKUP:
        terminal.note(_("Note: this is a backup; open for reading."))
    elif words := standing_words(session.standing):
        _note(terminal, words)
    if session.damage:
        _note(terminal, healed_words(session.damage))


def _keep_second(session: Session, terminal: Terminal) -> None:
    """Let the second place follow; the vault itself is saved, whatever comes of it."""
    try:
        words = outcome_words(keep_second(session))
    except VaultError as error:
        said = explain(error)
        words = _("Not kept in the second place: {why}").format(why=said.happened)
    if words:
        terminal.note(f"{_('Note')}: {words}")


def _note(terminal: Terminal, words: Words) -> None:
    terminal.note(f"{_('Note')}: {words.happened} {words.advice}")
