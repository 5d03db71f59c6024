"""Take in other programs' files and the owner's own; write a vault out in clear."""

from collections.abc import Callable
from pathlib import Path

from vault.app.adopt import adopting
from vault.app.own_packs import packs_of
from vault.app.session import Session
from vault.errors import BadInput, TooLarge
from vault.exchange.base import Context, Plan
from vault.exchange.json_plain import export_json
from vault.exchange.markdown import export_markdown
from vault.exchange.registry import IMPORTERS, importer_for
from vault.i18n import translate as _
from vault.limits import IMPORT_BYTES
from vault.model.vault import Vault
from vault.storage import atomic
from vault.storage.trouble import step

EXPORTERS: dict[str, Callable[[Vault], bytes]] = {
    "json": export_json,
    "markdown": lambda vault: export_markdown(vault, packs_of(vault)),
}

__all__ = [
    "EXPORTERS",
    "IMPORT_BYTES",
    "IMPORT_WORDS",
    "Plan",
    "adopt",
    "export",
    "export_kind",
    "plan_import",
    "plan_import_of",
]

IMPORT_WORDS = tuple(importer.word for importer in IMPORTERS)


def plan_import(
    session: Session,
    path: Path,
    kind: str | None,
    account: str | None = None,
    code_kind: str | None = None,
) -> Plan:
    """Read a file and say what it would change; nothing is changed yet.

    Raises `BadInput`, `TooLarge`, `FileTrouble`.
    """
    ports = session.ports
    with step("read", path):
        data = ports.files.read(path, IMPORT_BYTES)
    try:
        return plan_import_of(session, path.name, data, kind, account, code_kind)
    except BadInput as error:  # of several files, the user must know which
        where = f"{path.name}, {error.where}"
        raise BadInput(where, error.problem, error.detail) from error


def plan_import_of(
    session: Session,
    name: str,
    data: bytes,
    kind: str | None,
    account: str | None = None,
    code_kind: str | None = None,
) -> Plan:
    """Do the same for bytes that were pasted or piped."""
    ports = session.ports
    if len(data) > IMPORT_BYTES:
        raise TooLarge("IMPORT_BYTES", IMPORT_BYTES)
    context = Context(
        vault=session.vault,
        packs=packs_of(session.vault),
        today=ports.clock.now().date(),
        now=ports.now(),
        random=ports.random,
        account=account,
        kind=code_kind,
    )
    return importer_for(name, data, kind).read(name, data, context)


def adopt(session: Session) -> int:
    """Give every account its platform's steps and contacts; return how many came."""
    vault = session.vault
    packs = packs_of(vault)
    changes = adopting(session.ports, vault, packs, vault.accounts.values())
    if changes:
        session.apply(changes, _("Take steps from the packs"))
    return len(changes)


def export_kind(path: Path, kind: str | None) -> str:
    """Return the exporter's word: the one named, or by the file's ending, or JSON."""
    if kind:
        return kind
    return "markdown" if path.suffix.lower() in (".md", ".markdown") else "json"


def export(session: Session, path: Path, kind: str) -> int:
    """Write the vault out in clear to a new file; return its size in bytes.

    The same document gives the same bytes. Raises `Exists`, `FileTrouble`.
    """
    ports = session.ports
    data = EXPORTERS[kind](session.vault)
    atomic.write_new(ports.files, ports.random, path, data)
    return len(data)
