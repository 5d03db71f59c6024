"""What the things of a rehearsal are called."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault
from vault.rehearsal.graph import Node, NodeKind

_NAMED: Final = 3  # names in a sentence; the others are counted


def label(vault: Vault, node: Node) -> str:
    """Return what a node is called, as it stands within a sentence."""
    return _LABELS[node.kind](vault, node.key)


def listed(names: Sequence[str], most: int = _NAMED) -> str:
    """Return names in a row, and how many more there are."""
    shown = list(names[:most])
    more = len(names) - most
    if more > 0:
        text = translate_count("{n} more", "{n} more", more)
        shown.append(text.format(n=more))
    if len(shown) <= 1:
        return "".join(shown)
    last = _("{names} and {last}")
    return last.format(names=", ".join(shown[:-1]), last=shown[-1])


def labels(vault: Vault, nodes: Iterable[Node]) -> str:
    """Return what nodes are called, in a row."""
    return listed([label(vault, node) for node in nodes])


def _account(vault: Vault, key: str) -> str:
    found = vault.accounts.get(key)
    return found.name if found else key


def _person(vault: Vault, key: str) -> str:
    found = vault.people.get(key)
    return found.name if found else key


def _of_person(text: str) -> Callable[[Vault, str], str]:
    return lambda vault, key: _(text).format(name=_person(vault, key))


def _of_key(text: str) -> Callable[[Vault, str], str]:
    return lambda _vault, key: _(text).format(key=key)


def _kit(vault: Vault, key: str) -> str:
    found = vault.kits.get(key)
    return _("kit {n}").format(n=found.number if found else key)


def _thing(vault: Vault, key: str) -> str:
    found = vault.things.get(key)
    return found.name if found else key


_LABELS: Final[dict[NodeKind, Callable[[Vault, str], str]]] = {
    "account": _account,
    "person": _person,
    "phone": _of_person("{name}'s phone"),
    "number": _of_key("the number {key}"),
    "mailbox": _of_key("the mailbox {key}"),
    "security-key": _of_person("{name}'s security key"),
    "id-papers": _of_person("{name}'s ID papers"),
    "computer": _of_key("this computer"),
    "passphrase": _of_key("the passphrase"),
    "key-card": _of_key("key card {key}"),
    "kit": _kit,
    "place": _of_key("{key}"),
    "thing": _thing,
    "vault": _of_key("what is kept here"),
}
