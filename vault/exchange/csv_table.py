"""A table with a header, as spreadsheets and other programs write it: CSV."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vault import limits
from vault.errors import BadInput, VaultError
from vault.exchange.base import Context, Plan
from vault.exchange.columns import AS_CODES, LEFT_OUT, field_of, secret_of
from vault.exchange.formula import unguard
from vault.exchange.gathering import Gathering
from vault.exchange.issue import (
    Issue,
    gather_issue,
    gather_recognised,
    kind_of_codes,
    without_doubles,
)
from vault.exchange.plain_text import read_text
from vault.exchange.rows import Row, Table, open_table
from vault.exchange.secret_columns import says_only_if
from vault.exchange.web_address import host_words
from vault.model.account import Account
from vault.packs.lines import says_nothing

_ENDINGS: Final = (".csv", ".tsv", ".tab")
_NAMES: Final = ("platform", "name", "owner")  # what records keep short
# A sum may stand with its currency and nothing else: "35k" is no 35.
_CURRENCY: Final = r"(?:[^\w\s.,-]|EUR|USD|GBP|CHF|CNY|RMB|KRW|JPY|元|원)?"
_WORTH: Final = re.compile(
    rf"{_CURRENCY}\s?([1-9][0-9]{{0,2}}(?:[ ',][0-9]{{3}})+|[1-9][0-9]{{0,11}}|0)"
    rf"\s?{_CURRENCY}",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"[;,|]")


class CsvTable:
    """Imports accounts, their owners and their codes from a table."""

    word = "csv"

    def fits(self, name: str, data: bytes) -> bool:
        """Say whether the name ends as tables do, or a header can be read."""
        if name.lower().endswith(_ENDINGS):
            return True
        try:
            # One known word may be prose; two known columns are a table.
            table = open_table(read_text(data))
        except VaultError:
            return False
        return sum(map(bool, table.fields)) > 1

    def read(self, name: str, data: bytes, context: Context) -> Plan:
        """Return the plan for a table; raises BadInput with the line, or TooLarge."""
        del name
        table = open_table(read_text(data))
        gathering = Gathering(context)
        _note_header(gathering, table)
        passwords = sum(_take(gathering, table, row) for row in table.rows())
        if passwords:
            gathering.note("header", "passwords-left-out", str(passwords))
        return gathering.plan()


_SAID_OF: Final = {"": "unknown-column", LEFT_OUT: "column-left-out"}


def _note_header(gathering: Gathering, table: Table) -> None:
    if table.title:
        gathering.note("header", "title-left-out", table.title)
    for header, field_ in zip(table.headers, table.fields, strict=True):
        if header and field_ in _SAID_OF:
            gathering.note("header", _SAID_OF[field_], header)


@dataclass
class _Cells:
    """The cells of one row by field; `kept` are "Column: value" lines for its notes.

    `secrets` are column and cell of what recovery needs and notes must not tell.
    """

    values: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    passwords: int = 0
    secrets: list[tuple[str, str]] = field(default_factory=list)


def _take(gathering: Gathering, table: Table, row: Row) -> int:
    """Gather one row; return how many passwords were left out of it."""
    cells = _sorted(gathering, table, row)
    values = cells.values
    if not any(map(values.get, ("platform", "name", "login", "email", "url"))):
        gathering.note(row.place, "no-account", _whole(cells))
        return cells.passwords
    worth = _worth(gathering, row, cells)
    wanted = Account(
        id="",
        name=values.get("name", ""),
        platform=_platform(gathering, values),
        login=values.get("login", ""),
        email=values.get("email", ""),
        phone=values.get("phone", ""),
        url=values.get("url", ""),
        worth_a_day=worth,
        notes=_notes(row, cells),
    )
    account = gathering.account(row.place, wanted, values.get("owner", ""))
    if codes := values.get("codes"):
        _take_codes(gathering, row, account, codes)
    for column, secret in cells.secrets:
        _take_secret(
            gathering, Issue(row.place, account, secret_of(column)), column, secret
        )
    return cells.passwords


def _platform(gathering: Gathering, values: dict[str, str]) -> str:
    """Return the platform that is named, else the one that title or address mean.

    Password managers have no such column, and codes are told by their platform.
    """
    if named := values.get("platform"):
        return gathering.known.platform(named)
    for guess in (values.get("name", ""), *host_words(values.get("url", ""))):
        found = gathering.known.platform(guess)
        if found in gathering.context.packs:
            return found
    return ""


def _sorted(gathering: Gathering, table: Table, row: Row) -> _Cells:
    cells = _Cells()
    for field_, column, cell in _columns(table, row):
        if field_ == "password":
            cells.passwords += 1
        elif field_ == AS_CODES and not says_only_if(cell):
            cells.secrets.append((column, cell))
        elif field_ == "notes":
            cells.kept.append(cell)
        elif field_ == "codes":
            cells.values["codes"] = "\n".join(
                filter(None, (cells.values.get("codes"), cell))
            )
        elif field_ in _NAMES and len(cell) > limits.NAME_CHARACTERS:
            gathering.note(row.place, "too-long", column)
            cells.kept.append(f"{column}: {cell}")
        elif field_ and field_ != AS_CODES:
            cells.values[field_] = cell
        else:
            _keep(cells, column, cell)
    return cells


def _keep(cells: _Cells, column: str, cell: str) -> None:
    """Keep a cell for the notes, without the secrets that "name: value" lines tell.

    Such is a cell of custom fields, as password managers write them.
    """
    lines = []
    for line in cell.splitlines():
        name, _, value = (part.strip() for part in line.partition(": "))
        field_ = field_of(name) if value else ""
        if field_ == "password":
            cells.passwords += 1
        elif field_ == AS_CODES and not says_only_if(value):
            cells.secrets.append((name, value))
        else:
            lines.append(line)
    if lines:
        cells.kept.append(f"{column}: " + "\n".join(lines))


def _columns(table: Table, row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield field, column name and content of each cell that is not blank."""
    for at, raw in enumerate(row.cells):
        cell = unguard(raw.strip()).strip().replace("\r\n", "\n")
        if not says_nothing(cell):
            known = at < len(table.headers)
            field_ = table.fields[at] if known else ""
            if field_ != LEFT_OUT:
                yield field_, (known and table.headers[at]) or f"Column {at + 1}", cell


def _worth(gathering: Gathering, row: Row, cells: _Cells) -> int | None:
    text = cells.values.pop("worth", "")
    if not text:
        return None
    if found := _WORTH.fullmatch(text):
        return int(re.sub(r"\D", "", found[1]))
    gathering.note(row.place, "not-a-number", text)
    cells.kept.append(f"worth: {text}")
    return None


def _notes(row: Row, cells: _Cells) -> str:
    notes = "\n".join(cells.kept)
    if len(notes) > limits.TEXT_CHARACTERS:
        raise BadInput(row.place, "notes-long", str(len(notes)))
    return notes


def _whole(cells: _Cells) -> str:
    named = [f"{field_}: {value}" for field_, value in cells.values.items()]
    secrets = [f"{column}: {cell}" for column, cell in cells.secrets]
    return "\n".join(named + cells.kept + secrets)


def _take_codes(gathering: Gathering, row: Row, account: Account, text: str) -> None:
    pack = gathering.pack(account)
    kind = kind_of_codes(pack, gathering.context.kind)
    # A file has a code a line; in a cell it is the separators that part them.
    text = _PARTED.sub("\n", text)
    if not gather_recognised(
        gathering, Issue(row.place, account, kind), text, retire=False
    ):
        gathering.note(row.place, "no-codes", account.name)


def _take_secret(gathering: Gathering, issue: Issue, column: str, cell: str) -> None:
    """Gather a cell as it stands, one secret a line: it has no shape to be told by."""
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    values = without_doubles(gathering, issue.place, lines)
    label = column[: limits.NAME_CHARACTERS]
    full = dataclasses.replace(issue, values=values, label=label)
    gather_issue(gathering, full, retire=False)
