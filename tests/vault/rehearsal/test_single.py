"""Single losses, and pairs."""

from itertools import combinations

from hypothesis import given

from tests.vault.rehearsal.graphs import graphs, naive
from vault.rehearsal.graph import Graph, Node, Route
from vault.rehearsal.single import losable, pair_faults, single_faults


@given(graphs())
def test_each_single_loss_is_tried(graph: Graph) -> None:
    """As one by one."""
    everything = range(len(graph.nodes))
    found = {one.lost[0]: set(one.stuck) for one in single_faults(graph, everything)}
    assert found == {n: s for n in everything if (s := naive(graph, {n})[1])}


@given(graphs())
def test_leaving_out_pairs_that_do_not_meet_hides_none(graph: Graph) -> None:
    """What is found is what trying all of them finds."""
    everything = range(len(graph.nodes))
    alone = {n: naive(graph, {n})[1] for n in everything}
    expected = {}
    for one, other in combinations(everything, 2):
        more = naive(graph, {one, other})[1] - alone[one] - alone[other]
        if more:
            expected[one, other] = more
    found = {one.lost: set(one.stuck) for one in pair_faults(graph, everything)}
    assert found == expected


def test_what_stands_for_something_else_is_not_lost_on_its_own() -> None:
    """A mailbox goes with its account, a number with its phone; what is kept, never."""
    mail, phone = Node("mailbox", "a@b.example"), Node("phone", "x")
    free = Node("number", "1")
    account = Node("account", "m")
    routes = (
        Route(mail, (account,), "opens", daily=True),
        Route(Node("number", "2"), (phone,), "carries", daily=True),
        Route(Node("vault"), (Node("computer"),), "opens", daily=True),
        Route(account, (free, phone), "sign-in", daily=True),
    )
    graph = Graph((), routes)
    assert {graph.nodes[n] for n in losable(graph)} == {
        *(account, phone, free, Node("computer")),
    }
