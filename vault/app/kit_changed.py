"""What changed since a kit was printed, record by record, exact by its prints.

A kit printed before prints were kept is counted by the history, which may not reach
back that far: then it is not known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from vault.document.kit_document import kit_document
from vault.document.kit_prints import LEFT_OUT, Print, parse_prints, records_printed
from vault.model.entry import VAULT, Entry
from vault.model.kit import Kit
from vault.model.vault import Vault

Key = tuple[str, str]  # kind and id of a record
_OTHER_ID: Final = "a part"  # a part is never under the vault's id; here nobody sees it
OTHERS: Final = LEFT_OUT | {VAULT}  # kinds of entries that age no kit


@dataclass(frozen=True)
class Since:
    """The records that are otherwise than on paper, each in one of four lists.

    `used` are code sets of which nothing changed but that codes were used. Not `known`
    where nobody kept what would tell.
    """

    new: tuple[Key, ...] = ()
    changed: tuple[Key, ...] = ()
    used: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()
    known: bool = True

    @property
    def count(self) -> int:
        """How many records there are in all."""
        return len(self.new) + len(self.changed) + len(self.used) + len(self.gone)

    @property
    def is_stale(self) -> bool:
        """Whether the paper may lack something."""
        return bool(self.count) or not self.known


def changed_since(vault: Vault, kit: Kit) -> Since:
    """Return what this very kit, or supplement with its kit, lacks of the vault."""
    if not kit.prints:
        return _by_history(vault, kit)
    return compared(kit.prints, records_printed(vault, kit))


def compared(prints: Iterable[str], there: Iterable[Print]) -> Since:
    """Return in what records that are there differ from those that were printed."""
    then = parse_prints(prints)
    now = {(one.kind, one.id): one for one in there}
    others = [key for key in now if key in then and now[key].whole != then[key].whole]
    used = tuple(key for key in others if _is_used(then[key], now[key]))
    return Since(
        new=tuple(key for key in now if key not in then),
        changed=tuple(key for key in others if key not in used),
        used=used,
        gone=tuple(key for key in then if key not in now),
    )


def supplements_of(vault: Vault, kit: Kit) -> tuple[Kit, ...]:
    """Return the supplements to a kit in their order, those still there."""
    found = (one for one in vault.kits.values() if one.supplement_to == kit.id)
    there = (one for one in found if not (one.destroyed or one.exposed))
    return tuple(sorted(there, key=lambda one: (one.supplement, one.id)))


def lacking(vault: Vault, kit: Kit) -> Since:
    """Return what a kit lacks together with its supplements."""
    return changed_since(vault, (kit, *supplements_of(vault, kit))[-1])


def passphrase_changed(vault: Vault, kit: Kit) -> bool:
    """Tell whether a kit opens with an earlier passphrase than the vault.

    A kit of chosen accounts has words of its own.
    """
    if kit.partial or kit.ways == "card":
        return False
    return vault.passphrase_since > kit.made


def _is_used(then: Print, now: Print) -> bool:
    return bool(now.codes) and now.codes == then.codes and now.left < then.left


def _by_history(vault: Vault, kit: Kit) -> Since:
    """Count what a kit without prints lacks, as far as the history tells."""
    later = [entry for entry in vault.history if entry.n > kit.counter]
    known = vault.counter == kit.counter or any(
        entry.n <= kit.counter + 1 for entry in vault.history
    )
    lists: dict[str, list[Key]] = {"new": [], "changed": [], "gone": []}
    first: dict[Key, Entry] = {}
    for entry in _concerning(vault, kit, later):
        first.setdefault((entry.kind, entry.id), entry)
    for key, entry in first.items():
        there, came = vault.find(*key) is not None, entry.action == "add"
        if there or not came:  # what came and went was never missing
            lists["gone" if not there else "new" if came else "changed"].append(key)
    return Since(**{name: tuple(keys) for name, keys in lists.items()}, known=known)


def _concerning(vault: Vault, kit: Kit, later: list[Entry]) -> Iterator[Entry]:
    """Yield the changes of what the kit holds."""
    if not kit.partial:
        yield from (one for one in later if one.kind not in OTHERS)
        return
    chosen = frozenset(kit.accounts)
    part = kit_document(
        vault, [one for one in chosen if one in vault.accounts], _OTHER_ID
    )
    for entry in later:
        was = entry.before.get("account")  # a text, unless it is forgotten
        if entry.kind in OTHERS:
            continue
        held = part.find(entry.kind, entry.id) or entry.id in chosen
        if held or (isinstance(was, str) and was in chosen):
            yield entry
