"""What comes back only through each other."""

from itertools import pairwise

from hypothesis import given

from tests.vault.rehearsal.graphs import graphs
from vault.rehearsal.circles import circles
from vault.rehearsal.graph import Graph, Node, Route

A, B, C = (Node("account", name) for name in "abc")
PERSON = Node("person", "p")


def test_two_that_lean_on_each_other_are_a_circle_and_a_third_hangs_on_it() -> None:
    """However they are used from day to day."""
    routes = [Route(one, (PERSON,), "sign-in", daily=True) for one in (A, B, C)]
    routes += [Route(A, (B,), "mail"), Route(B, (A,), "mail"), Route(C, (A,), "mail")]
    graph = Graph((), routes)
    (circle,) = circles(graph)
    assert [graph.nodes[turn.node] for turn in circle.turns] == [A, B]
    assert [graph.nodes[node] for node in circle.hanging] == [C]


def test_a_way_in_from_outside_opens_the_circle() -> None:
    """A code, with a password that somebody knows, is one."""
    code = Route(B, (PERSON,), "code", password=True)
    routes = [Route(A, (B,), "mail"), Route(B, (A,), "mail"), code]
    assert circles(Graph((), routes)) == ()


def test_a_long_chain_is_no_circle_and_no_trouble() -> None:
    """Nor is a long circle, whatever the depth."""
    chain = [Node("account", str(number)) for number in range(5000)]
    routes = [Route(one, (other,), "mail") for one, other in pairwise(chain)]
    assert circles(Graph((), routes)) == ()
    (circle,) = circles(Graph((), [*routes, Route(chain[-1], (chain[0],), "mail")]))
    assert len(circle.turns) == len(chain)


@given(graphs())
def test_each_turn_leans_on_the_next_and_the_last_on_the_first(graph: Graph) -> None:
    """By a route of its own; and no node is in two circles."""
    found = circles(graph)
    for circle in found:
        nodes = [turn.node for turn in circle.turns]
        for turn, following in zip(circle.turns, [*nodes[1:], nodes[0]], strict=True):
            assert following in graph.needs[turn.route]
            assert graph.target[turn.route] == turn.node
    turns = [turn.node for circle in found for turn in circle.turns]
    assert len(turns) == len(set(turns))
