"""Graphs drawn by chance, and a slow reader of them that cannot be wrong."""

from hypothesis import strategies as st

from vault.rehearsal.graph import Graph, Node, Route

NAMES = tuple(Node("account", str(number)) for number in range(9))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Return a graph of nine nodes with any routes between them."""
    routes = draw(
        st.lists(
            st.builds(
                Route,
                st.sampled_from(NAMES),
                st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
                st.just("sign-in"),
                st.one_of(st.none(), st.integers(0, 3)),
                st.booleans(),
                st.booleans(),
            ),
            max_size=20,
        )
    )
    return Graph(NAMES, routes)


losses = st.sets(st.integers(0, len(NAMES) - 1))


def naive(graph: Graph, lost: set[int]) -> tuple[set[int], set[int]]:
    """Return what falls, and what of it stays lost, by trying until nothing changes."""
    gone = set(lost)
    while True:
        more = {
            node
            for node, routes in enumerate(graph.routes_of)
            if node not in gone
            and (daily := [r for r in routes if graph.routes[r].daily])
            and all(gone.intersection(graph.needs[r]) for r in daily)
        }
        if not more:
            break
        gone |= more
    stuck = set(gone)
    while True:
        back = {node for node in stuck if _comes_back(graph, node, stuck, lost)}
        if not back:
            return gone, stuck
        stuck -= back


def _comes_back(graph: Graph, node: int, stuck: set[int], lost: set[int]) -> bool:
    for number in graph.routes_of[node]:
        one = graph.routes[number]
        barred = node in lost and (one.daily or one.password)
        if not barred and not stuck.intersection(graph.needs[number]):
            return True
    return False
