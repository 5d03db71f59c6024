"""`incident`: begin one, see what is next, tick, log, end it, and report it."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from vault.app import incident as acts
from vault.app.edit import find_code, find_record, sets_of
from vault.app.incident_find import in_time
from vault.app.incident_list import next_line, parts, renewing
from vault.app.incident_lost import hanging_on, spelt
from vault.app.incident_save import save_report
from vault.app.incident_templates import templates
from vault.app.ports import Ports
from vault.app.rehearse import built_of, find_node
from vault.app.session import Session
from vault.cli.incident_lines import (
    listed_line,
    say_incident,
    say_next,
    say_renewals,
)
from vault.cli.incident_pick import any_one, going_one, lines_of, ticked_one
from vault.cli.incident_plain import plain_incident, plain_next
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.change import Change
from vault.model.incident import SORTS

GOES_ON: Final = 1  # PRODUCT: found wanting
_READS: Final = ("list", "show", "next", "messages", "report")
_NEEDS: Final = ("done", "undone", "log", "used", "add")
_TAKES: Final = (*_NEEDS, "begin", "show", "report")
_Act = Callable[[argparse.Namespace, Session, Terminal], int]


def do_incident(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Do one act of an incident; showing one that goes on gives 1."""
    _must_be_whole(options)
    writes = options.act not in _READS
    with opened(options, ports, terminal, write=writes) as session:
        done = _ACTS[options.act](options, session, terminal)
        if writes and session.unsaved:
            session.save()
    return done


def _must_be_whole(options: argparse.Namespace) -> None:
    act, words = options.act, options.words
    if act == "begin" and (not words or words[0] not in SORTS):
        said = _("say what happened, one of: {sorts}")
        raise Misuse(said.format(sorts=", ".join(SORTS)))
    if act in _NEEDS and not words:
        raise Misuse(_("say what, after {act}").format(act=act))
    if words and act not in _TAKES:
        said = _("{act} takes nothing after it but --of INCIDENT")
        raise Misuse(said.format(act=act))
    if act in ("show", "report") and (len(words) > 1 or (words and options.of)):
        raise Misuse(_("name one incident"))
    if act == "report" and not options.output:
        raise Misuse(_("say with -o where to put the report"))


def _begin(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault, (sort, *names) = session.vault, options.words
    chosen = [find_record(vault, "account", name).id for name in names]
    built = built_of(vault)
    things = [spelt(find_node(vault, built, name)) for name in options.lost]
    hanging = [] if chosen else hanging_on(built, things)
    one, changes = acts.beginning(
        session.ports, vault, sort, chosen or hanging, options.title, things
    )
    session.apply(changes, _("Begin: {what}").format(what=one.title))
    terminal.report(plain_incident(session.vault, one))
    say_incident(session.vault, one, terminal)
    return 0


def _list(_options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault = session.vault
    ordered = in_time(vault)
    terminal.report({"incidents": [plain_incident(vault, one) for one in ordered]})
    for number, one in enumerate(ordered, 1):
        terminal.say(listed_line(number, one))
    if not ordered:
        terminal.say(_("No incident was begun so far."))
    return GOES_ON if acts.open_incidents(vault) else 0


def _show(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = any_one(options, session)
    terminal.report(plain_incident(session.vault, one))
    say_incident(session.vault, one, terminal)
    return 0 if one.ended else GOES_ON


def _next(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault, one = session.vault, going_one(options, session)
    found = next_line(parts(vault, one))
    if found is None:
        terminal.report({"next": None})
        terminal.say(_("All is dealt with. If it is over: sparekey incident FILE end"))
        return GOES_ON
    code = acts.next_of(vault, found[0].line.account)
    terminal.report({"next": plain_next(*found, code, reveal=options.reveal)})
    say_next(*found, code, terminal, reveal=options.reveal)
    return GOES_ON


def _used(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault, one = session.vault, going_one(options, session)
    sets = [each for id_ in one.accounts for each in sets_of(vault, id_)]
    kept, code = find_code(sets, " ".join(options.words))
    by = options.by or None
    changes = acts.using_next(session.ports, one, vault, kept.account, code.id, by=by)
    session.apply(changes, _("Use a code"))
    left = acts.next_of(session.vault, kept.account)
    unused = left.left if left else 0
    terminal.report({"code": code.id, "state": "used", "unused_left": unused})
    said = _("Marked used, and logged; {n} unused left.")
    terminal.say(said.format(n=unused))
    return 0


def _done(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault, one = session.vault, ticked_one(options, session)
    new = one
    for line in lines_of(options.words, session, one):
        if line.key == acts.ACCOUNT_DONE:
            new = acts.dealt_with(session.ports, new, vault, line.account)
        else:
            new = acts.ticked(session.ports, new, line.account, line.key)
    return _kept(session, acts.replaced(one, new), one.id, terminal)


def _undone(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = ticked_one(options, session)
    new = one
    for line in lines_of(options.words, session, one):
        new = acts.unticked(new, line.account, line.key)
    return _kept(session, acts.replaced(one, new), one.id, terminal)


def _log(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = ticked_one(options, session)
    changes = acts.logging(session.ports, one, " ".join(options.words))
    return _kept(session, changes, one.id, terminal)


def _add(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = going_one(options, session)
    for name in options.words:
        id_ = find_record(session.vault, "account", name).id
        now = session.vault.incidents[one.id]
        changes = acts.adding_account(session.ports, now, session.vault, id_)
        session.apply(changes, _("Add {account}").format(account=name))
    return _kept(session, [], one.id, terminal)


def _messages(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    told = templates(session.vault, any_one(options, session))
    terminal.report({"messages": [each._asdict() for each in told]})
    for each in told:
        for line in (each.title + ":", each.text, ""):
            terminal.say(line)
    terminal.say(_("Fill in what stands in square brackets."))
    return 0


def _end(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = going_one(options, session)
    session.apply(acts.ending(session.ports, one), _("End the incident"))
    if options.lesson:
        now = session.vault.incidents[one.id]
        session.apply(acts.learning(now, options.lesson), _("Say how it happened"))
    now = session.vault.incidents[one.id]
    terminal.report(plain_incident(session.vault, now))
    terminal.say(_("Ended."))
    say_renewals(renewing(session.vault, now), terminal)
    return 0


def _go_on(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = any_one(options, session)
    if not one.ended:
        raise Misuse(_("it goes on already"))
    session.apply(acts.reopening(session.ports, one), _("Go on"))
    terminal.report(plain_incident(session.vault, session.vault.incidents[one.id]))
    terminal.say(_("It goes on."))
    return 0


def _report(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    path, one = Path(options.output), any_one(options, session)
    save_report(session.ports, session.vault, one, path, options.paper)
    terminal.report({"saved": str(path)})
    said = _("Saved {path}. Whoever gets the file can read it.")
    terminal.say(said.format(path=path))
    return 0


_ACTS: Final[dict[str, _Act]] = {
    "begin": _begin,
    "list": _list,
    "show": _show,
    "next": _next,
    "used": _used,
    "done": _done,
    "undone": _undone,
    "log": _log,
    "add": _add,
    "messages": _messages,
    "end": _end,
    "go-on": _go_on,
    "report": _report,
}


def _kept(
    session: Session, changes: Sequence[Change], id_: str, terminal: Terminal
) -> int:
    if changes:
        session.apply(changes, _("Note what was done in an incident"))
    one = session.vault.incidents[id_]
    terminal.report(plain_incident(session.vault, one))
    terminal.say(_("Kept."))
    return 0
