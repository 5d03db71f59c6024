"""Reading a foreign file in a test: a fixed day, seeded ids, the shipped packs."""

from datetime import date

from msgspec.structs import replace

from tests.builders import a_vault, an_account, an_empty_vault, seeded
from vault.exchange.base import Context, Plan
from vault.exchange.registry import importer_for
from vault.model.change import apply
from vault.model.code import CodeSet
from vault.model.vault import Vault
from vault.packs import shipped_packs

NOW = "2026-11-23T12:00:00Z"
TODAY = date(2026, 11, 23)


def told(
    vault: Vault | None = None, account: str | None = None, kind: str | None = None
) -> Context:
    """Return what an import into `vault`, by default an empty one, is told."""
    into = an_empty_vault() if vault is None else vault
    # Another seed each time: one vault's ids never come twice.
    random = seeded(into.counter)
    return Context(into, shipped_packs(), TODAY, NOW, random, account, kind)


def read(
    name: str,
    data: bytes | str,
    vault: Vault | None = None,
    account: str | None = None,
    kind: str | None = None,
) -> Plan:
    """Return the plan of the importer that fits the file."""
    content = data.encode() if isinstance(data, str) else data
    context = told(vault, account, kind)
    return importer_for(name, content).read(name, content, context)


def done(plan: Plan, vault: Vault | None = None) -> Vault:
    """Return the vault once the plan is carried out."""
    return apply(an_empty_vault() if vault is None else vault, plan.changes, NOW)[0]


def a_vault_to_fill() -> Vault:
    """Return a vault with an Instagram and a Google account, and no codes."""
    vault = a_vault(1)
    (instagram,) = vault.accounts.values()
    google = replace(an_account(7), platform="Google", name="Shop mailbox")
    accounts = {one.id: one for one in (instagram, google)}
    return replace(an_empty_vault(), accounts=accounts, people=vault.people)


def problems(plan: Plan) -> list[str]:
    """Return what was noted, in order."""
    return [note.problem for note in plan.notes]


def states(code_set: CodeSet) -> dict[str, str]:
    """Return the state of each code of a set."""
    return {code.value: code.state for code in code_set.codes}
