"""A removal: what goes with a record, and which links to it are cut first."""

from collections.abc import Iterator

from vault.model.change import Change, Remove, Replace
from vault.model.link import LINKS, Link, relinked, targets
from vault.model.record import Record
from vault.model.vault import Vault

Doomed = dict[tuple[str, str], Record]


def removal_of(vault: Vault, kind: str, id_: str) -> list[Change]:
    """List the changes that remove a record whole: cut links, children, then itself.

    Applied together they can be undone together. Raises NotFound.
    """
    doomed: Doomed = {(kind, id_): vault.get(kind, id_)}
    newest = doomed
    while newest:
        newest = _children(vault, newest, doomed)
        doomed = doomed | newest
    removed = reversed(doomed.items())
    return [
        *_cuts(vault, doomed),
        *(Remove(kind, record) for (kind, _), record in removed),
    ]


def _children(vault: Vault, parents: Doomed, known: Doomed) -> Doomed:
    found: Doomed = {}
    for link in LINKS:
        if link.on_removal != "cascade":
            continue
        for record in vault.collection(link.kind).values():
            key = (link.kind, record.id)
            if key not in known and _points(record, link, parents):
                found[key] = record
    return found


def _cuts(vault: Vault, doomed: Doomed) -> Iterator[Replace]:
    """Yield one Replace for each record that stays and names one that goes."""
    cut: Doomed = {}
    for link in LINKS:
        if link.on_removal not in ("clear", "name"):
            continue
        for record in vault.collection(link.kind).values():
            key = (link.kind, record.id)
            if key not in doomed and _points(record, link, doomed):
                cut[key] = _cut(cut.get(key, record), link, doomed)
    for (kind, id_), after in cut.items():
        yield Replace(kind, vault.get(kind, id_), after)


def _cut(record: Record, link: Link, doomed: Doomed) -> Record:
    def new(name: str) -> str:
        gone = doomed.get((link.target, name))
        if gone is None:
            return name
        return getattr(gone, "name", "") if link.on_removal == "name" else ""

    return relinked(record, link, new)


def _points(record: Record, link: Link, doomed: Doomed) -> bool:
    return any((link.target, name) in doomed for name in targets(record, link))
