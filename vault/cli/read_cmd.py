"""`list` and `show`."""

import argparse
from collections.abc import Iterable, Iterator
from typing import cast

import msgspec

from vault.app import edit
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.records import (
    SHORT_ID,
    linked_name,
    name_of,
    person_name,
    plain_record,
)
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.errors import NotFound
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.code import CodeSet
from vault.model.link import LINKS
from vault.model.record import Record
from vault.model.vault import KINDS, Vault


def do_list(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
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
    return sorted(fitting, key=lambda r: (name_of(r).casefold(), r.id))


def _searched(record: Record) -> str:
    """Return a record's texts in one; codes are never searched."""
    fields = record.__struct_fields__
    values = (getattr(record, field) for field in fields if field != "codes")
    return " ".join(value for value in values if isinstance(value, str)).casefold()


def _list_accounts(
    vault: Vault, accounts: Iterable[Account], terminal: Terminal
) -> None:
    plain = list(_told(vault, accounts))
    terminal.report({"accounts": plain})
    if not plain and vault.accounts:
        terminal.say(_("No account has that in it."))
        return
    if not plain:
        terminal.say(
            _("No accounts yet: `sparekey add` one, or `sparekey import` a list.")
        )
        return
    head = (
        _("id"),
        _("account"),
        _("platform"),
        _("login"),
        _("codes left"),
        _("owner"),
        _("a day is worth") + f" ({vault.currency})",
    )
    for line in table(head, [_row(one) for one in plain]):
        terminal.say(line)
    count = translate_count("{n} account", "{n} accounts", len(plain))
    terminal.say(count.format(n=len(plain)))


def _told(vault: Vault, accounts: Iterable[Account]) -> Iterator[dict[str, object]]:
    """Yield each account as plain data, with its codes counted and its owner named."""
    left = _codes_left(vault)
    for account in accounts:
        unused, count = left.get(account.id, (0, 0))
        yield {
            **plain_record(account),
            "codes_unused": unused,
            "codes": count,
            "owner_name": person_name(vault, account.owner),
        }


def _row(one: dict[str, object]) -> tuple[str, ...]:
    """Return an account's cells as the table shows them."""
    worth = one.get("worth_a_day")
    return (
        str(one["id"])[:SHORT_ID],
        str(one["name"]),
        str(one.get("platform", "")),
        str(one.get("login", "")),
        f"{one['codes_unused']} / {one['codes']}" if one["codes"] else "",
        str(one["owner_name"]),
        "" if worth is None else f"{worth:,}",
    )


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
    terminal.report(
        {KINDS[kind].collection: [plain_record(r, hide=True) for r in records]}
    )
    if not records:
        terminal.say(_("No records of the kind {kind}.").format(kind=kind))
        return
    rows = [(record.id[:SHORT_ID], name_of(record)) for record in records]
    for line in table((_("id"), _("name")), rows):
        terminal.say(line)


def do_show(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show one account with all that hangs on it; codes stay hidden."""
    with opened(options, ports, terminal, write=False) as session:
        vault = session.vault
        account = cast("Account", edit.find_record(vault, "account", options.account))
    hanging = edit.hanging_on(vault, account.id)
    terminal.report(
        {
            "account": plain_record(account),
            **{
                KINDS[kind].collection: [plain_record(r, hide=True) for r in records]
                for kind, records in hanging.items()
            },
        }
    )
    terminal.say(f"{account.name}  ({account.id})")
    for line in _fields(vault, "account", account):
        terminal.say(f"  {line}")
    for kind, records in hanging.items():
        terminal.say()
        terminal.say(KINDS[kind].collection.replace("_", " "))
        for record in records:
            terminal.say(f"  {name_of(record)}  ({record.id[:SHORT_ID]})")
            for line in _fields(vault, kind, record):
                terminal.say(f"    {line}")
    return 0


def _fields(vault: Vault, kind: str, record: Record) -> list[str]:
    """Return a record's fields that say something, a line each; codes by state only."""
    linked = {link.field: link.target for link in LINKS if link.kind == kind}
    lines = []
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field in ("id", "name", "title", "account") or value in (
            "",
            None,
            (),
            False,
        ):
            continue
        label = field.replace("_", " ")
        if isinstance(record, CodeSet) and field == "codes":
            unused = sum(code.state == "unused" for code in record.codes)
            lines.append(f"codes: {unused} unused of {len(record.codes)}")
        elif isinstance(value, tuple):
            told = [_part(vault, one, linked.get(field, "")) for one in value]
            lines += [f"{label} {n}: {one}" for n, one in enumerate(told, 1)]
        elif field in linked:
            lines.append(f"{label}: {linked_name(vault, linked[field], value)}")
        else:
            lines.append(f"{label}: {value}")
    return lines


def _part(vault: Vault, part: object, target: str) -> str:
    """Return one of several as it is shown; by name where it is a link to `target`."""
    if isinstance(part, str):
        return linked_name(vault, target, part) if target else part
    values = msgspec.to_builtins(part).values()
    return "  ".join(str(value) for value in values if value)
