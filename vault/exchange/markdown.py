"""A readable export: everything in the vault as one Markdown page.

Rules. The same vault gives the same bytes, whatever the language of the program. Every
text is escaped, so that no field can become a heading, a row, a link or a tag.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from vault.model.code import Code, CodeSet
from vault.model.contact import Contact
from vault.model.procedure import Procedure
from vault.model.record import Record
from vault.model.vault import KINDS, Vault
from vault.packs import Pack

HIDDEN: Final = "(hidden)"

# CommonMark lets a backslash stand before any ASCII punctuation. Only what can begin
# something inside a line is marked: a page full of backslashes is not readable.
_SPECIAL: Final = re.compile(r"([\\`*\[\]<>|~]|&(?=[#\w]+;)|(?<![^\W_])_|_(?![^\W_]))")
_OPENING: Final = re.compile(r"^(\d*)([#+>=:.)-])")  # what begins a block in a list
_PLAIN_CODE: Final = re.compile(r"[\w -]+")
_SPACE: Final = re.compile(r"[\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_TITLES: Final = {
    "account": "Accounts",
    "code-set": "Code sets",
    "procedure": "Procedures",
    "contact": "Contacts",
    "person": "People",
    "access": "Access",
    "kit": "Kits",
    "incident": "Incidents",
    "review": "Reviews",
    "attachment": "Attachments",
    "share": "Shares",
    "thing": "Things",
    "route": "Routes",
    "platform": "Platforms",
}
# Shown as a table or a list of their own below the fields.
_APART: Final = frozenset({"codes", "steps", "channels"})
_CODE_HEADER: Final = ("Code", "State", "When", "Who", "What for", "Id")


def export_markdown(
    vault: Vault, packs: Mapping[str, Pack], *, reveal: bool = True
) -> bytes:
    """Return the vault as UTF-8 Markdown, without the secrets about the vault itself.

    Without `reveal` the values of codes are left out, and everything else stays.
    """
    page = _Page(vault, packs, reveal=reveal)
    return ("\n".join(page.lines()) + "\n").encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """Return the text for one cell or line; line breaks become `<br>`."""
    lines = (_SPECIAL.sub(r"\\\1", _SPACE.sub(" ", one)) for one in _BREAK.split(text))
    return "<br>".join(line.strip() for line in lines)


class _Page:
    """One page: the vault, then each account with what hangs on it, then the rest."""

    def __init__(
        self, vault: Vault, packs: Mapping[str, Pack], *, reveal: bool
    ) -> None:
        self._vault = vault
        self._packs = packs
        self._reveal = reveal

    def lines(self) -> Iterator[str]:
        vault = self._vault
        yield f"# {escaped(vault.name) or 'Vault'}"
        yield ""
        facts = {
            "vault id": vault.id,
            "created": vault.created,
            "currency": vault.currency,
            "signed by": vault.signer,
            "changes": str(vault.counter),
        }
        yield from _list(facts.items())
        for kind in KINDS:
            if records := vault.collection(kind):
                yield from ("", f"## {_TITLES[kind]}")
                for record in sorted(records.values(), key=_order):
                    yield from self._record(record)

    def _record(self, record: Record) -> Iterator[str]:
        yield from ("", f"### {escaped(self._title(record))}", "")
        yield from _list(self._fields(record))
        if isinstance(record, CodeSet):
            yield from _table(_CODE_HEADER, map(self._code, record.codes))
        elif isinstance(record, Procedure):
            yield from self._steps(record)
        elif isinstance(record, Contact):
            rows = [
                (escaped(one.kind), escaped(one.address), escaped(one.note))
                for one in record.channels
            ]
            yield from _table(("Channel", "Address", "Note"), rows)

    def _title(self, record: Record) -> str:
        title = str(getattr(record, "title", "") or getattr(record, "name", ""))
        if title:
            return title
        about = self._called(str(getattr(record, "account", "")))
        own = getattr(record, "label", "") or getattr(record, "kind", "")
        number = getattr(record, "number", "")
        who = self._called(str(getattr(record, "person", "")))
        return " – ".join(filter(None, (about, own, who, str(number)))) or record.id  # noqa: RUF001 - a dash as printed

    def _fields(self, record: Record) -> Iterator[tuple[str, str]]:
        """Yield the fields that say something; what an id means stands beside it."""
        for name in record.__struct_fields__:
            value = getattr(record, name)
            if value in ("", None, False, ()) or name in _APART:
                continue
            values = value if isinstance(value, tuple) else (value,)
            yield name, "\n".join(self._said(name, one) for one in values)

    def _said(self, name: str, value: object) -> str:
        text = "yes" if value is True else str(value)
        if name == "platform" and text in self._packs:
            return f"{self._packs[text].name} ({text})"
        called = "" if name == "id" else self._called(text)
        return f"{called} ({text})" if called else text

    def _called(self, id_: str) -> str:
        record = self._vault.people.get(id_) or self._vault.accounts.get(id_)
        return record.name if record else ""

    def _code(self, code: Code) -> Sequence[str]:
        value = _verbatim(code.value) if self._reveal else escaped(HIDDEN)
        who = self._said("used_by", code.used_by)
        facts = (code.state, code.used_at, who, code.used_for, code.id)
        return (value, *map(escaped, facts))

    def _steps(self, procedure: Procedure) -> Iterator[str]:
        yield ""
        for number, step in enumerate(procedure.steps, start=1):
            link = f" ({escaped(step.link)})" if step.link else ""
            text = _OPENING.sub(r"\1\\\2", escaped(step.text))
            yield f"{number}. {text}{link}"


def _verbatim(code: str) -> str:
    """Return a code as it is typed: a backslash in it would be typed along."""
    return f"`{code}`" if _PLAIN_CODE.fullmatch(code) else escaped(code)


def _order(record: Record) -> tuple[str, str]:
    # The id alone would do for the machine; people look for names.
    name = getattr(record, "name", "") or getattr(record, "account", "")
    return (str(name).casefold(), record.id)


def _list(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in facts:
        if value:
            yield f"- {name.replace('_', ' ')}: {escaped(value)}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
