"""`keys`: the ways into a vault, listed and changed."""

import argparse
from pathlib import Path

from vault.app.credentials import Credentials
from vault.app.key_file import chosen_key_file, draw_key_file, tried_key_file
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.ways_change import (
    plan_code,
    plan_key_file,
    plan_no_key_file,
    plan_partner,
    plan_passphrase,
    plan_removal,
)
from vault.app.ways_in import WayIn, ways_in
from vault.app.ways_known import to_renew
from vault.app.ways_made import taken_back
from vault.app.ways_plan import Plan
from vault.app.ways_words import fact_words, standing_words, way_words
from vault.cli.keys_settle import card_place, new_words, plain_way, report, settle
from vault.cli.opening import opened
from vault.cli.prompt import asked
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


def do_keys_list(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List the ways in, and what an owner should know of them."""
    with opened(options, ports, terminal, write=False) as session:
        ways, sets = ways_in(session), to_renew(session.vault)
        terminal.report(
            {
                "vault": options.vault,
                "ways": [plain_way(way) for way in ways],
                "to_renew": [one.id for one in sets],
            }
        )
        for way in ways:
            terminal.say(_line(way))
        for line in standing_words(ways):
            terminal.say(line)
        for one in sets:
            name = session.vault.accounts[one.account].name
            words = _(
                "Renew the codes of {name}: somebody may know them since {day}. Once "
                "done: sparekey edit {vault} code-set {id} --renew ''"
            )
            facts = {"name": name, "day": one.renew, "id": one.id}
            terminal.say(words.format(vault=options.vault, **facts))
    return 0


def do_keys_change_passphrase(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Replace the passphrase that was given, or by the key card's right another."""
    with (
        opened(options, ports, terminal, write=True) as session,
        taken_back(session) as made,
    ):
        known = session.presented.passphrase
        old = Credentials(known) if known else None
        new = new_words(options, ports, terminal, made)
        plan = plan_passphrase(session, new, old, options.way)
        return _end(options, terminal, session, plan)


def do_keys_add_passphrase(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Add somebody's own passphrase."""
    with (
        opened(options, ports, terminal, write=True) as session,
        taken_back(session) as made,
    ):
        new = new_words(options, ports, terminal, made)
        plan = plan_partner(session, new, options.whose)
        return _end(options, terminal, session, plan)


def do_keys_remove(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Remove a way in."""
    with opened(options, ports, terminal, write=True) as session:
        plan = plan_removal(session, options.way)
        return _end(options, terminal, session, plan)


def do_keys_new_code(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Draw a new code; its card is written before the vault is."""
    card = card_place(options, ports)
    with opened(options, ports, terminal, write=True) as session:
        return _end(options, terminal, session, plan_code(session), card)


def do_keys_key_file(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Let the passphrase need a key file, or none."""
    with (
        opened(options, ports, terminal, write=True) as session,
        taken_back(session) as made,
    ):
        phrase = session.presented.passphrase
        if phrase is None:
            words = _("Passphrase of the vault")
            phrase = asked(terminal, words, "--passphrase-file").secret
        shown = Credentials(phrase)
        if options.remove:
            plan = plan_no_key_file(session, shown)
        elif options.add:
            file = chosen_key_file(ports, Path(options.add)).secret
            plan = plan_key_file(session, file, shown)
        elif options.dry_run:
            plan = plan_key_file(session, tried_key_file(ports), shown)
        else:
            file = draw_key_file(ports, Path(options.draw), made).secret
            plan = plan_key_file(session, file, shown)
        return _end(options, terminal, session, plan)


def _end(
    options: argparse.Namespace,
    terminal: Terminal,
    session: Session,
    plan: Plan,
    card: Path | None = None,
) -> int:
    done = settle(options, terminal, session, plan, card)
    report(options, terminal, plan, done)
    return 0


def _line(way: WayIn) -> str:
    facts = "; ".join(fact_words(way))
    line = f"{way.number}. {way_words(way)}"
    return f"{line} ({facts})" if facts else line
