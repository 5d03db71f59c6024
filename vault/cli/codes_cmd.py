"""`codes`: list recovery codes, mark one used, take a mark back."""

import argparse
from collections.abc import Iterable
from typing import cast

from vault.app import edit
from vault.app.code_count import codes_left, runs_low
from vault.app.ports import Ports
from vault.app.session import Session
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.records import SHORT_ID, person_name, plain_code
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.code import Code, CodeSet
from vault.model.vault import Vault

HIDDEN = "••••••••"


def do_codes(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List recovery codes, or mark one used, or take a mark back."""
    act = options.use if options.use is not None else options.unuse
    if (options.by or options.what_for) and options.use is None:
        raise Misuse(_("--by and --for go with --use"))
    with opened(options, ports, terminal, write=act is not None) as session:
        vault = session.vault
        account = ""
        if options.account:
            account = edit.find_record(vault, "account", options.account).id
        sets = edit.sets_of(vault, account)
        if act is not None:
            return _mark(options, session, sets, terminal)
        listed = list(_listed(vault, sets))
    if options.next:
        return _say_next(vault, sets, listed, options, terminal)
    _say_codes(vault, listed, options, terminal)
    return 0


Listed = tuple[int, CodeSet, Code, str]


def _listed(vault: Vault, sets: Iterable[CodeSet]) -> Iterable[Listed]:
    number = 0
    for one in sets:
        for code in one.codes:
            number += 1
            yield number, one, code, edit.account_name(vault, one.account)


def _mark(
    options: argparse.Namespace,
    session: Session,
    sets: list[CodeSet],
    terminal: Terminal,
) -> int:
    one, code = edit.find_code(sets, options.use or options.unuse or "")
    if options.use is not None:
        at = session.ports.now()
        change = edit.using(one, code, options.by, options.what_for, at)
        session.apply(change, _("Use a code"))
    else:
        session.apply(edit.freeing(one, code), _("Take back a used mark"))
    session.save()
    after = cast("CodeSet", session.vault.get("code-set", one.id))
    left = codes_left(after)
    state = "unused" if options.use is None else "used"
    terminal.report({"code": code.id, "state": state, "unused_left": left})
    said = _("Marked code {id} {state}; {left} unused left in this set.")
    terminal.say(said.format(id=code.id[:SHORT_ID], state=state, left=left))
    if runs_low(after):
        terminal.note(_("Note: get a new set of codes from the platform soon."))
    return 0


def _say_next(
    vault: Vault,
    sets: list[CodeSet],
    listed: list[Listed],
    options: argparse.Namespace,
    terminal: Terminal,
) -> int:
    found = edit.next_code(sets)
    if found is None:
        terminal.report({"next": None})
        terminal.say(_("No unused code is left. Ask the platform for a new set."))
        return 1
    number, one, code, account = next(row for row in listed if row[2] is found[1])
    _say_codes(vault, [(number, one, code, account)], options, terminal)
    return 0


def _say_codes(
    vault: Vault, listed: list[Listed], options: argparse.Namespace, terminal: Terminal
) -> None:
    plain = [
        {
            "number": number,
            "account": one.account,
            "set": one.id,
            **plain_code(code, reveal=options.reveal),
        }
        for number, one, code, _account in listed
    ]
    terminal.report({"codes": plain})
    if not listed:
        terminal.say(
            _("No codes yet. Import a file of them: sparekey import VAULT FILE")
        )
        return
    head = ("#", _("id"), _("account"), _("set"), _("code"), _("state"))
    rows = [
        (
            str(number),
            code.id[:SHORT_ID],
            account,
            _set_words(one),
            code.value if options.reveal else HIDDEN,
            _state(vault, code),
        )
        for number, one, code, account in listed
    ]
    for line in table(head, rows):
        terminal.say(line)


def _set_words(one: CodeSet) -> str:
    words = one.label or one.kind
    return f"{words}, retired {one.retired}" if one.retired else words


def _state(vault: Vault, code: Code) -> str:
    if code.state != "used":
        return code.state
    parts = [code.state, code.used_at[:10]]
    if code.used_by:
        parts.append(_("by {who}").format(who=person_name(vault, code.used_by)))
    if code.used_for:
        parts.append(_("for {what}").format(what=code.used_for))
    return " ".join(part for part in parts if part)
