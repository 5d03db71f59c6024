"""An incident as lines for people."""

from collections.abc import Iterable

from vault.app.edit import account_name
from vault.app.incident import ACCOUNT_DONE, Next
from vault.app.incident_aside import Aside, due_words
from vault.app.incident_facts import EVIDENCE, evidence
from vault.app.incident_general import situation_name
from vault.app.incident_list import Listed, Part, parts, renewing
from vault.app.incident_lost import coming_back
from vault.app.incident_order import neighbours
from vault.cli.records import SHORT_ID
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.incident import Incident, parse_log
from vault.model.vault import Vault

HIDDEN = "••••••••"


def listed_line(number: int, one: Incident) -> str:
    """Return one incident as a line of the list."""
    ended = _("ended {day}").format(day=one.ended[:10]) if one.ended else _("goes on")
    return f"{number}. {one.title} ({one.id[:SHORT_ID]}), {one.began[:10]}, {ended}"


def say_incident(vault: Vault, one: Incident, terminal: Terminal) -> None:
    """Say the whole incident: what comes back when, each account, the log."""
    names = dict.fromkeys((one.title, situation_name(one.sort)))
    began = _("began {time}").format(time=_time(one.began))
    ended = _("ended {time}").format(time=_time(one.ended)) if one.ended else ""
    terminal.say(", ".join(filter(None, (*names, began, ended))))
    coming = coming_back(vault, one)
    _say_part(terminal, _("Lost"), coming.lost)
    _say_part(terminal, _("What comes back, in order"), coming.back)
    _say_part(terminal, _("What does not come back"), coming.stuck)
    for part in parts(vault, one):
        _say_account(part, coming.days.get(part.line.account, ""), terminal)
    beside = (
        f"{account_name(vault, each.account)}: {each.why}"
        for each in neighbours(vault, one.accounts)
    )
    _say_part(terminal, _("Also in danger"), beside)
    kept = (f"{line.text}: {line.under}" for line in evidence(vault, one))
    _say_part(terminal, EVIDENCE, kept)
    logged = (f"{_time(line.at)}  {line.text}" for line in parse_log(one.log))
    _say_part(terminal, _("What was done, and when"), logged)
    if one.ended:
        say_renewals(renewing(vault, one), terminal)
        _say_part(terminal, _("How it happened"), [one.lesson] if one.lesson else [])


def say_next(
    part: Part, line: Listed, code: Next | None, terminal: Terminal, *, reveal: bool
) -> None:
    """Say what is to be done next, whom to ring, and the next code to use."""
    terminal.say(f"{part.line.number}. {part.line.text}")
    _say_numbers(part, terminal)
    if line.key == ACCOUNT_DONE:
        terminal.say(
            _("Every step is done: say so with: done {n}").format(n=line.number)
        )
    else:
        _say_line(line, terminal)
    if code:
        value = code.code.value if reveal else HIDDEN
        said = _("Next unused code: {code} ({id}), {n} left")
        id_ = code.code.id[:SHORT_ID]
        terminal.say(said.format(code=value, id=id_, n=code.left))


def say_renewals(lines: Iterable[Listed], terminal: Terminal) -> None:
    """Say what is to be renewed, or that nothing is."""
    listed = list(lines)
    if not listed:
        terminal.say(_("Nothing is known to be seen or used up."))
        return
    terminal.say(_("Renew this now:"))
    for line in listed:
        _say_line(line, terminal)


def _say_account(part: Part, back: str, terminal: Terminal) -> None:
    when = f" ({_('back: {when}').format(when=back)})" if back else ""
    terminal.say(f"{_box(part.line)} {part.line.number}. {part.line.text}{when}")
    _say_numbers(part, terminal)
    terminal.say(f"    {part.source}")
    for line in part.steps:
        _say_line(line, terminal)
    _say_aside(part.aside, terminal)
    if part.house:
        terminal.say(f"    {_('Once you are in: take the house back')}")
    for line in part.house:
        _say_line(line, terminal)


def _say_aside(told: Aside, terminal: Terminal) -> None:
    """Say what may run out, what may be asked for, how long it takes."""
    dues = ((due_words(one), one.source) for one in told.dues)
    for head, lines in (
        (_("May run out, counted from the day it began:"), dues),
        (_("They may ask for:"), ((one.text, one.source) for one in told.proofs)),
        (_("How long it takes:"), ((one.text, one.source) for one in told.waits)),
    ):
        listed = list(lines)
        if listed:
            terminal.say(f"    {head}")
        for text, source in listed:
            terminal.say(f"    - {text} [{source}]")


def _say_numbers(part: Part, terminal: Terminal) -> None:
    for one in part.numbers:
        note = f" ({one.note})" if one.note else ""
        said = _("Ring {name}: {number}").format(name=one.name, number=one.number)
        terminal.say(f"    {said}{note}")


def _say_line(line: Listed, terminal: Terminal) -> None:
    weak = f" ({_('check: this rests on a weak source')})" if line.check else ""
    terminal.say(f"  {_box(line)} {line.number:<5}{line.text}{weak}")
    if line.link:
        terminal.say(f"            {line.link}")


def _say_part(terminal: Terminal, head: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        terminal.say(f"{head}:")
    for line in listed:
        terminal.say(f"- {line}")


def _box(line: Listed) -> str:
    return "[x]" if line.done else "[ ]"


def _time(at: str) -> str:
    return _("{time} UTC").format(time=at[:16].replace("T", " "))
