"""`list`, `show` and `codes`."""

import argparse
from collections.abc import Iterable
from typing import cast

import msgspec

from vault.app import edit
from vault.app.ports import Ports
from vault.app.session import Session
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.errors import NotFound
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.code import Code, CodeSet
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

HIDDEN = "••••••••"
SHORT_ID = 6  # characters of an id that are shown; the whole is in --json
FEW_CODES = 2  # PRODUCT: warn at two left


def list_records(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List the accounts, or the records of another kind."""
    if options.kind not in KINDS:
        raise NotFound("kind", options.kind)
    with opened(options, ports, terminal, write=False) as session:
        vault = session.vault
        records = _found(vault, options.kind, options.find or "")
    if options.kind == "account":
        accounts = [cast("Account", record) for record in records]
        _list_accounts(vault, accounts, terminal)
    else:
        _list_others(options.kind, records, terminal)
    return 0


def _found(vault: Vault, kind: str, text: str) -> list[Record]:
    """Return records sorted by name; with a text, those that have it in a field."""
    records = vault.collection(kind).values()
    wanted = text.casefold()
    fitting = [r for r in records if not wanted or wanted in _searched(r)]
    return sorted(fitting, key=lambda r: (_name(r).casefold(), r.id))


def _searched(record: Record) -> str:
    """Return a record's texts in one; codes are never searched."""
    fields = record.__struct_fields__
    values = (getattr(record, field) for field in fields if field != "codes")
    return " ".join(value for value in values if isinstance(value, str)).casefold()


def _name(record: Record) -> str:
    for field in ("name", "title", "label", "role", "made"):
        if text := getattr(record, field, ""):
            return str(text)
    return record.id


def _list_accounts(
    vault: Vault, accounts: Iterable[Account], terminal: Terminal
) -> None:
    left = _codes_left(vault)
    rows = []
    plain = []
    for account in accounts:
        unused, all_codes = left.get(account.id, (0, 0))
        owner = _person(vault, account.owner)
        plain.append(
            {
                **_builtin(account),
                "codes_unused": unused,
                "codes": all_codes,
                "owner_name": owner,
            }
        )
        codes = f"{unused} / {all_codes}" if all_codes else ""
        worth = "" if account.worth_a_day is None else f"{account.worth_a_day:,}"
        short = account.id[:SHORT_ID]
        rows.append(
            (short, account.name, account.platform, account.login, codes, owner, worth)
        )
    terminal.report({"accounts": plain})
    if not rows:
        terminal.say(
            _("No accounts yet. Add one with `sparekey add`, or `sparekey import` a list.")
        )
        return
    worth_head = _("a day is worth") + f" ({vault.currency})"
    head = (
        _("id"),
        _("account"),
        _("platform"),
        _("login"),
        _("codes left"),
        _("owner"),
        worth_head,
    )
    for line in table(head, rows):
        terminal.say(line)
    count = translate_count("{n} account", "{n} accounts", len(rows))
    terminal.say(count.format(n=len(rows)))


def _codes_left(vault: Vault) -> dict[str, tuple[int, int]]:
    """Return, for each account, the unused and all codes of the sets in force."""
    left: dict[str, tuple[int, int]] = {}
    for one in vault.code_sets.values():
        if not one.retired:
            unused, count = left.get(one.account, (0, 0))
            unused += sum(code.state == "unused" for code in one.codes)
            left[one.account] = (unused, count + len(one.codes))
    return left


def _list_others(kind: str, records: list[Record], terminal: Terminal) -> None:
    terminal.report({KINDS[kind].collection: [_builtin(r, hide=True) for r in records]})
    if not records:
        terminal.say(_("No records of the kind {kind}.").format(kind=kind))
        return
    rows = [(record.id[:SHORT_ID], _name(record)) for record in records]
    for line in table((_("id"), _("name")), rows):
        terminal.say(line)


def show(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show one account with all that hangs on it; codes stay hidden."""
    with opened(options, ports, terminal, write=False) as session:
        vault = session.vault
        account = cast("Account", edit.find_record(vault, "account", options.account))
    hanging = edit.hanging_on(vault, account.id)
    terminal.report(
        {
            "account": _builtin(account),
            **{
                KINDS[kind].collection: [_builtin(r, hide=True) for r in records]
                for kind, records in hanging.items()
            },
        }
    )
    terminal.say(f"{account.name}  ({account.id})")
    for line in _fields(vault, account):
        terminal.say(f"  {line}")
    for kind, records in hanging.items():
        terminal.say()
        terminal.say(KINDS[kind].collection.replace("_", " "))
        for record in records:
            terminal.say(f"  {_name(record)}  ({record.id[:SHORT_ID]})")
            for line in _fields(vault, record):
                terminal.say(f"    {line}")
    return 0


def _fields(vault: Vault, record: Record) -> list[str]:
    """Return a record's fields that say something, a line each; codes by state only."""
    lines = []
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field in ("id", "name", "title", "account") or value in ("", None, (), False):
            continue
        label = field.replace("_", " ")
        if isinstance(record, CodeSet) and field == "codes":
            unused = sum(code.state == "unused" for code in record.codes)
            lines.append(f"codes: {unused} unused of {len(record.codes)}")
        elif isinstance(value, tuple):
            lines += [f"{label} {n}: {_part(one)}" for n, one in enumerate(value, 1)]
        elif field in ("owner", "person"):
            lines.append(f"{label}: {_person(vault, value)}")
        else:
            lines.append(f"{label}: {value}")
    return lines


def _part(part: object) -> str:
    if isinstance(part, str):
        return part
    values = msgspec.to_builtins(part).values()
    return "  ".join(str(value) for value in values if value)


def codes(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List recovery codes, or mark one used, or take a mark back."""
    act = options.use or options.unuse
    if (options.by or options.what_for) and not options.use:
        raise Misuse(_("--by and --for go with --use"))
    with opened(options, ports, terminal, write=bool(act)) as session:
        vault = session.vault
        account = ""
        if options.account:
            account = edit.find_record(vault, "account", options.account).id
        sets = edit.sets_of(vault, account)
        if act:
            return _mark(options, session, sets, terminal)
        listed = list(_listed(vault, sets))
    if options.next:
        return _say_next(sets, listed, options, terminal)
    _say_codes(listed, options, terminal)
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
    one, code = edit.find_code(sets, options.use or options.unuse)
    if options.use:
        at = session.ports.now()
        change = edit.using(one, code, options.by, options.what_for, at)
        session.apply(change, _("Use a code"))
    else:
        session.apply(edit.freeing(one, code), _("Take back a used mark"))
    session.save()
    after = cast("CodeSet", session.vault.get("code-set", one.id))
    left = sum(c.state == "unused" for c in after.codes)
    state = "used" if options.use else "unused"
    terminal.report({"code": code.id, "state": state, "unused_left": left})
    said = _("Marked code {id} {state}; {left} unused left in this set.")
    terminal.say(said.format(id=code.id[:SHORT_ID], state=state, left=left))
    if left <= FEW_CODES:
        terminal.note(_("Note: get a new set of codes from the platform soon."))
    return 0


def _say_next(
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
    _say_codes([(number, one, code, account)], options, terminal)
    return 0


def _say_codes(
    listed: list[Listed], options: argparse.Namespace, terminal: Terminal
) -> None:
    plain = [
        {
            "number": number,
            "account": one.account,
            "set": one.id,
            **_builtin_code(code, reveal=options.reveal),
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
            _state(code),
        )
        for number, one, code, account in listed
    ]
    for line in table(head, rows):
        terminal.say(line)


def _set_words(one: CodeSet) -> str:
    words = one.label or one.kind
    return f"{words}, retired {one.retired}" if one.retired else words


def _state(code: Code) -> str:
    if code.state != "used":
        return code.state
    parts = [code.state, code.used_at[:10]]
    if code.used_by:
        parts.append(_("by {who}").format(who=code.used_by))
    if code.used_for:
        parts.append(_("for {what}").format(what=code.used_for))
    return " ".join(part for part in parts if part)


def _person(vault: Vault, id_: str) -> str:
    person = vault.find("person", id_)
    return _name(person) if person else id_


def _builtin(record: Record, *, hide: bool = False) -> dict[str, object]:
    """Return a record as plain data; with `hide`, without the values of codes."""
    plain = cast("dict[str, object]", msgspec.to_builtins(record))
    if hide and isinstance(record, CodeSet):
        plain["codes"] = [_builtin_code(code, reveal=False) for code in record.codes]
    return plain


def _builtin_code(code: Code, *, reveal: bool) -> dict[str, object]:
    plain = cast("dict[str, object]", msgspec.to_builtins(code))
    if not reveal:
        del plain["value"]
    return {**plain, "state": code.state}
