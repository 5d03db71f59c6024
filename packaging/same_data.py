"""The sample vault, and the same records as entries of another program.

One entry an account: its fields, and each text of what hangs on it (codes, steps,
contacts, access) as a text of its own; values of codes are secrets there. What belongs
to no account (people, two contacts) is left out there, so ours holds a little more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from kdbx import Entry
from measured_ports import quiet_ports

from vault.app.credentials import typed_passphrase
from vault.app.sample import with_samples
from vault.app.unlock import blank_vault, create_vault
from vault.model.account import Account
from vault.model.record import Record
from vault.model.vault import Vault

HANGING = ("code-set", "procedure", "contact", "access")
STANDARD = frozenset({"id", "name", "login", "url", "notes"})
LINKING = frozenset({"id", "account"})


def make_vault(path: Path, accounts: int) -> Vault:
    """Make a vault file with that many sample accounts, and return what it holds."""
    ports = quiet_ports(path.parent)
    vault = with_samples(blank_vault(ports, "Kiln & Clay"), accounts)
    create_vault(ports, path, vault, typed_passphrase("measured, not used")).close()
    return vault


def entries_of(vault: Vault) -> list[Entry]:
    """Return one entry an account."""
    found: dict[str, Entry] = {}
    for account in vault.accounts.values():
        texts = dict(_texts("account", _fields(account, STANDARD)))
        found[account.id] = _entry(account, texts)
    for kind in HANGING:
        for number, record in enumerate(vault.collection(kind).values(), 1):
            entry = found.get(getattr(record, "account", ""))
            if entry is None:
                continue
            for name, text in _texts(f"{kind} {number}", _fields(record, LINKING)):
                held = entry.secrets if name.endswith(" value") else entry.texts
                held[name] = text
    return list(found.values())


def _entry(account: Account, texts: dict[str, str]) -> Entry:
    return Entry(account.name, account.login, account.url, account.notes, texts, {})


def _fields(record: Record, without: frozenset[str]) -> dict[str, object]:
    plain = msgspec.to_builtins(record)
    return {name: value for name, value in plain.items() if name not in without}


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield every text in a plain value, under a name that tells where it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "id":
                yield from _texts(f"{name} {key}", inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, 1):
            yield from _texts(f"{name} {number}", inner)
    elif value not in ("", None):
        yield name, str(value)
