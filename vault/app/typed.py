"""One field as it was typed in a form: the change it makes, or why it is not taken."""

from collections.abc import Mapping
from typing import Final

from vault.app.edit import editing
from vault.app.explain_findings import FINDINGS
from vault.app.explain_problems import problem_words
from vault.app.platforms import platform_meant
from vault.app.ports import Ports
from vault.app.typed_fields import typed_value
from vault.errors import BadInput, Invalid, VaultError
from vault.model.change import Change
from vault.model.vault import Vault

_NUMBERS: Final = frozenset({"worth_a_day", "wait_days"})


def typing(
    ports: Ports, vault: Vault, kind: str, id_: str, typed: Mapping[str, str]
) -> list[Change]:
    """Return what puts fields as they were typed into a record; [] changes nothing.

    A platform may be typed by any of its names. Raises `BadInput`.
    """
    fields = {name: _value(vault, kind, name, text) for name, text in typed.items()}
    return putting(ports, vault, kind, id_, fields)


def putting(
    ports: Ports, vault: Vault, kind: str, id_: str, fields: Mapping[str, object]
) -> list[Change]:
    """Return what puts plain fields into a record; [] where they stand there so."""
    before = vault.get(kind, id_)
    after, changes = editing(ports, vault, kind, id_, fields)
    return changes if after != before else []


def refusal(error: VaultError) -> tuple[str, str]:
    """Return the field that was not taken ("" where unknown), and why, for a form."""
    if isinstance(error, Invalid) and error.findings:
        _, _, field, problem, detail = error.findings[0]
        return field.partition(".")[0], _sentence(FINDINGS[problem], detail)
    if isinstance(error, BadInput):
        where = error.where.rpartition(".")[2]
        return where, _begun(problem_words(error.problem, error.detail))
    raise error


def _value(vault: Vault, kind: str, name: str, text: str) -> object:
    text = text.strip()
    if (kind, name) == ("account", "platform"):
        return platform_meant(text, vault)
    if name in _NUMBERS:
        text = "".join(text.split())  # as people group thousands
    return typed_value(kind, name, text)


def _sentence(words: str, detail: str) -> str:
    return _begun(words.format(detail=detail))


def _begun(words: str) -> str:
    """Return words that go on elsewhere as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}."
