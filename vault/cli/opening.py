"""Open the vault that the options name, with the ways in that they present."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vault.app.damage_words import healed_words
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_vault, open_vault
from vault.cli.prompt import presented
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


@contextmanager
def opened(
    options: argparse.Namespace, ports: Ports, terminal: Terminal, *, write: bool
) -> Iterator[Session]:
    """Yield the open vault and close it afterwards; nothing is asked in vain."""
    path = Path(options.vault)
    must_be_vault(ports, path)
    session = open_vault(
        ports,
        path,
        presented(options, ports, terminal),
        write=write,
        consent=options.accept_cost,
    )
    with session:
        if session.read_only:
            terminal.note(_("Note: written by a newer Spare Key; open for reading."))
        if session.damage:
            words = healed_words(session.damage)
            terminal.note(f"{_('Note')}: {words.happened} {words.advice}")
        yield session
