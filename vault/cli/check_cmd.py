"""`check`: what needs care, the same list as Home's, and what a rehearsal adds."""

import argparse

from vault.app.care import look
from vault.app.ports import Ports
from vault.app.readiness_words import sentence
from vault.cli.opening import opened
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count

WANTING = 1  # PRODUCT: found wanting


def do_check(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Say what needs care, the most urgent first; 1 where anything does."""
    with opened(options, ports, terminal, write=False) as session:
        found = look(session.vault, ports.today(), kept_apart=session.kept_apart)
    told = found.readiness
    terminal.report(
        {
            "accounts": told.accounts,
            "ready": told.ready,
            "sentence": sentence(told),
            "cares": [one._asdict() for one in found.cares],
        }
    )
    terminal.say(sentence(told))
    if not found.cares:
        terminal.say(_("Nothing needs care. Look again after the next change."))
        return 0
    for one in found.cares:
        terminal.say(f"- {one.what}. {one.advice}")
    count = translate_count("{n} thing to do", "{n} things to do", len(found.cares))
    terminal.say(count.format(n=len(found.cares)))
    return WANTING
