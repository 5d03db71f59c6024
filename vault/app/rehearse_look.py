"""All that a window shows of a rehearsal, reckoned in one go and off its thread."""

from typing import NamedTuple

from vault.app.ports import Ports
from vault.app.rehearse import built_of, rehearse
from vault.app.rehearse_map import Map, NodeState, key_of, map_of, states_of
from vault.app.rehearse_told import (
    Overview,
    ToldFault,
    ToldLoss,
    told_loss,
    told_overview,
    told_pairs,
)
from vault.model.vault import Vault
from vault.rehearsal.build import Built


class Known(NamedTuple):
    """What is the same however much is lost."""

    vault: Vault
    built: Built
    drawn: Map
    overview: Overview


class Pairs(NamedTuple):
    """What two losses at once cost in one very vault, the costliest first."""

    vault: Vault
    faults: tuple[ToldFault, ...]


class Reckoned(NamedTuple):
    """What comes of losing `lost`, the keys of the map's nodes."""

    known: Known
    lost: tuple[str, ...]
    states: tuple[NodeState, ...]
    told: ToldLoss


def reckon(vault: Vault, lost: tuple[str, ...], known: Known | None = None) -> Reckoned:
    """Return what comes of a loss; keys that the vault has no more are left out.

    `known` saves the work that is the same for every loss of the very same vault.
    """
    if known is None or known.vault is not vault:
        built = built_of(vault)
        overview = told_overview(vault, built, pairs=False)
        known = Known(vault, built, map_of(vault, built), overview)
    built = known.built
    nodes = [node for node in built.graph.nodes if key_of(node) in lost]
    done = rehearse(vault, nodes, built)
    keys = tuple(key_of(node) for node in nodes)
    return Reckoned(known, keys, states_of(vault, done), told_loss(vault, done))


def reckon_pairs(ports: Ports, known: Known) -> Pairs:
    """Return what two things lost at once cost beyond each alone; tells how far it is.

    Progress counts pairs.
    """

    def tell(done: int, total: int) -> None:
        ports.progress("pairs", done, total)

    return Pairs(known.vault, told_pairs(known.vault, known.built, tell))
