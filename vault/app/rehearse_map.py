"""A vault's graph laid out to be drawn: who stands where, and who brings back whom.

Rules. Things and papers stand on the left, mailboxes and numbers in the middle,
accounts on the right, people in rows above them. The same vault gives the same map.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final, Literal, NamedTuple

from vault.app.rehearse import Rehearsed, losable_nodes
from vault.app.rehearse_names import label
from vault.app.rehearse_words import days_words, step_words, stuck_words
from vault.i18n import translate as _
from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.graph import Graph, Node, NodeKind

Layer = Literal["people", "things", "addresses", "accounts"]
State = Literal["stands", "back", "lost", "falls"]
LAYERS: Final[tuple[Layer, ...]] = ("things", "addresses", "accounts")
MOST_ROWS: Final = 15  # of one column; a layer that has more takes further columns
_SWEEPS: Final = 4
_ADDRESSES: Final[frozenset[NodeKind]] = frozenset({"mailbox", "number"})
_BARE: Final[frozenset[NodeKind]] = frozenset({"mailbox", "number", "place"})


class MapNode(NamedTuple):
    """One node and its cell; `label` as it stands in a sentence, `short` on its own."""

    number: int
    key: str
    kind: NodeKind
    label: str
    short: str
    layer: Layer
    x: float
    y: float
    losable: bool


class MapEdge(NamedTuple):
    """What a node is had or got back by; `daily` as it is used from day to day."""

    source: int
    target: int
    daily: bool


@dataclass(frozen=True)
class Map:
    """All nodes, in the order of the graph, and the cells that they take."""

    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    columns: int
    rows: float


class NodeState(NamedTuple):
    """What became of a node; `wave` counts how far it is from what was lost."""

    state: State
    when: str = ""  # a few words beside its name
    said: str = ""  # the sentence
    days: int = 0
    open_end: bool = False
    wave: int = 0


_STANDS: Final = NodeState("stands")


def key_of(node: Node) -> str:
    """Return a text that names a node of one vault's graph and no other."""
    return f"{node.kind}:{node.key}"


def map_of(vault: Vault, built: Built) -> Map:
    """Return the layout of a vault's graph."""
    graph = built.graph
    edges = _edges(graph)
    cells, columns, rows = _placed(graph, edges)
    losable = frozenset(losable_nodes(built))
    nodes = tuple(
        MapNode(
            number,
            key_of(node),
            node.kind,
            label(vault, node),
            _short(vault, node),
            layer_of(node),
            *cells[number],
            node in losable,
        )
        for number, node in enumerate(graph.nodes)
    )
    return Map(nodes, edges, columns, rows)


def layer_of(node: Node) -> Layer:
    """Return where a node stands."""
    if node.kind == "account":
        return "accounts"
    if node.kind == "person":
        return "people"
    return "addresses" if node.kind in _ADDRESSES else "things"


def states_of(vault: Vault, done: Rehearsed) -> tuple[NodeState, ...]:
    """Return what became of each node, in the order of the graph."""
    built, outcome = done.built, done.outcome
    states = [_STANDS] * len(built.graph.nodes)
    waves = _waves(built.graph, outcome.lost, frozenset(outcome.fallen))
    for node in outcome.stuck:
        said = stuck_words(vault, built, outcome, node)
        lost = node in outcome.lost
        when = _("lost, no way back") if lost else _("falls, no way back")
        state: State = "lost" if lost else "falls"
        states[node] = NodeState(state, when, said, wave=waves[node])
    for step in outcome.steps:
        when = days_words(step.days)
        if step.open_end:
            when = _("after an unknown wait")
        said = step_words(vault, built, step)
        text = _("back {when}").format(when=when)
        states[step.node] = NodeState(
            "back", text, said, step.days, step.open_end, waves[step.node]
        )
    return tuple(states)


def _short(vault: Vault, node: Node) -> str:
    text = node.key if node.kind in _BARE else label(vault, node)
    return text[:1].upper() + text[1:] if node.kind not in _BARE else text


def _edges(graph: Graph) -> tuple[MapEdge, ...]:
    """Return each pair once; it is daily where one of its routes is."""
    found: dict[tuple[int, int], bool] = {}
    for place, route in enumerate(graph.routes):
        for need in graph.needs[place]:
            pair = (need, graph.target[place])
            found[pair] = found.get(pair, False) or route.daily
    return tuple(MapEdge(*pair, daily) for pair, daily in found.items())


_Cells = dict[int, tuple[float, float]]


def _placed(graph: Graph, edges: Iterable[MapEdge]) -> tuple[_Cells, int, float]:
    """Return each node's cell, and how many columns and rows there are."""
    layers: dict[Layer, list[int]] = {one: [] for one in ("people", *LAYERS)}
    for number, node in enumerate(graph.nodes):
        layers[layer_of(node)].append(number)
    _untangle(layers, edges)
    widths = {one: ceil(len(layers[one]) / MOST_ROWS) for one in LAYERS}
    columns = max(sum(widths.values()), 1)
    people = layers["people"]
    above = ceil(len(people) / columns)
    cells: _Cells = {}
    for place, number in enumerate(people):
        cells[number] = (float(place % columns), float(place // columns))
    top = above + bool(above)
    heights = [ceil(len(layers[one]) / max(widths[one], 1)) for one in LAYERS]
    most = max(heights)
    left = 0
    for one, height in zip(LAYERS, heights, strict=True):
        start = top + (most - height) / 2
        for place, number in enumerate(layers[one]):
            down, across = divmod(place, widths[one])
            cells[number] = (float(left + across), start + down)
        left += widths[one]
    return cells, columns, top + most


def _untangle(layers: dict[Layer, list[int]], edges: Iterable[MapEdge]) -> None:
    """Order each layer by where its neighbours stand, so that few edges cross."""
    beside: dict[int, list[int]] = {}
    for edge in edges:
        beside.setdefault(edge.source, []).append(edge.target)
        beside.setdefault(edge.target, []).append(edge.source)
    rank = {
        n: _share(order, i) for order in layers.values() for i, n in enumerate(order)
    }
    for _sweep in range(_SWEEPS):
        for order in layers.values():
            order.sort(key=lambda n: _mean(rank, beside.get(n, ()), rank[n]))
            rank.update({n: _share(order, i) for i, n in enumerate(order)})


def _share(order: list[int], place: int) -> float:
    return (place + 0.5) / len(order)


def _mean(rank: Mapping[int, float], beside: Iterable[int], own: float) -> float:
    known = [rank[one] for one in beside]
    return sum(known) / len(known) if known else own


def _waves(graph: Graph, lost: Iterable[int], fallen: frozenset[int]) -> dict[int, int]:
    """Return how many falls lie between a loss and each node that fell by it."""
    waves = dict.fromkeys(lost, 0)
    queue = list(waves)
    for node in queue:
        for route in graph.daily_users[node]:
            target = graph.target[route]
            if target in fallen and target not in waves:
                waves[target] = waves[node] + 1
                queue.append(target)
    return waves
