"""`rules`: the house rules for staff, and who confirmed them."""

import argparse

from vault.app.edit import MOST_JSON_BYTES, STANDARD_INPUT, find_record
from vault.app.house_rules import (
    PROPOSED,
    HouseRules,
    confirming,
    house_rules,
    setting_rules,
)
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.terminal import Terminal
from vault.errors import BadInput
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.moment import is_day


def do_rules_show(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show the rules, and where each person stands."""
    with opened(options, ports, terminal, write=False) as session:
        told = house_rules(session.vault)
    _report(told, terminal)
    words = _("The rules since {day}:").format(day=told.since)
    terminal.say(words if told.own else _("No rules are set. We propose:"))
    for number, rule in enumerate(told.rules, 1):
        terminal.say(f"{number}. {rule}")
    for one in told.people if told.own else ():
        terminal.say(f"- {one.name}: {_state(one.on, one.holds)}")
    return 0


def do_rules_set(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Set the rules from today on."""
    rules = PROPOSED if options.proposed else options.rule or _typed(terminal)
    with opened(options, ports, terminal, write=True) as session:
        changes = setting_rules(session.vault, rules, ports.today())
        if changes:
            session.apply(changes, _("Set the house rules"))
            session.save()
        told = house_rules(session.vault)
    _report(told, terminal)
    if not changes:
        terminal.say(_("Nothing to change: they read so already."))
        return 0
    count = len(told.rules) if told.own else 0
    words = translate_count("{n} rule is set.", "{n} rules are set.", count)
    terminal.say(words.format(n=count))
    _say_missing(told, terminal)
    return 0


def do_rules_confirm(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Note that people confirmed the rules."""
    day = options.on or ports.today()
    if not is_day(day):
        raise BadInput("--on", "day-unknown", day)
    if day > ports.today():
        raise BadInput("--on", "day-to-come", day)
    with opened(options, ports, terminal, write=True) as session:
        vault = session.vault
        people = [find_record(vault, "person", name).id for name in options.people]
        changes = confirming(vault, people, day)
        if changes:
            session.apply(changes, _("Note who confirmed the house rules"))
            session.save()
        told = house_rules(session.vault)
    _report(told, terminal)
    words = translate_count(
        "Noted for {n} person.", "Noted for {n} people.", len(people)
    )
    terminal.say(words.format(n=len(people)))
    _say_missing(told, terminal)
    return 0


def _typed(terminal: Terminal) -> list[str]:
    if terminal.interactive:
        terminal.note(_("Type the rules, a line each, then Ctrl+D:"))
    data = terminal.rest(MOST_JSON_BYTES)
    try:
        return data.decode().splitlines()
    except UnicodeDecodeError as error:
        raise BadInput(STANDARD_INPUT, "not-utf-8") from error


def _state(day: str, holds: bool) -> str:
    if not day:
        return _("has not confirmed them")
    words = _("confirmed on {day}") if holds else _("confirmed earlier ones on {day}")
    return words.format(day=day)


def _say_missing(told: HouseRules, terminal: Terminal) -> None:
    names = ", ".join(one.name for one in told.missing)
    if told.own and names:
        terminal.say(_("Still to confirm them: {names}.").format(names=names))


def _report(told: HouseRules, terminal: Terminal) -> None:
    people = [one._asdict() for one in told.people]
    terminal.report({**told._asdict(), "people": people})
