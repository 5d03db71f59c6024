"""Take in other programs' files and the owner's own; write a vault out in clear."""

from collections.abc import Callable
from pathlib import Path

from vault.app.adopt import adopting
from vault.app.attachments import apply_with, with_room
from vault.app.own_packs import packs_of
from vault.app.session import Session
from vault.errors import BadInput
from vault.exchange.base import Context, Plan
from vault.exchange.json_plain import export_json
from vault.exchange.markdown import export_markdown
from vault.exchange.plain_text import check_size
from vault.exchange.registry import IMPORTERS, importer_for
from vault.i18n import translate as _
from vault.limits import IMPORT_BYTES, PAPERS_IMPORT_BYTES
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
    "take_in",
    "try_out",
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
        large = path.suffix.lower() == ".json"  # an export with papers in it
        most = PAPERS_IMPORT_BYTES if large else IMPORT_BYTES
        data = ports.files.read(path, most)
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
    check_size(data)
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


def take_in(session: Session, plan: Plan, name: str) -> None:
    """Do what a plan says, as one act called `name`; papers come with their bytes.

    Raises `TooLarge` where they have no room, and as `Session.apply`.
    """
    if plan.changes:
        apply_with(session, plan.blobs, plan.changes, name)


def try_out(session: Session, plan: Plan) -> None:
    """See that a plan could be taken in; raises what `take_in` would."""
    before = session.vault
    try:
        session.vault = with_room(before, plan.blobs, plan.changes)
        session.preview(plan.changes)
    finally:
        session.vault = before


def export(session: Session, path: Path, kind: str, *, papers: bool = False) -> int:
    """Write the vault out in clear to a new file; return its size in bytes.

    With `papers`, which only JSON takes, the bytes of attachments too. The same
    document gives the same bytes. Raises `BadInput`, `Exists`, `FileTrouble`.
    """
    ports = session.ports
    if papers and kind != "json":
        raise BadInput("papers", "papers-in-json")
    vault = session.vault
    data = export_json(vault, papers=True) if papers else EXPORTERS[kind](vault)
    atomic.write_new(ports.files, ports.random, path, data)
    return len(data)
