"""What falls with a loss, and what comes back."""

from hypothesis import given

from tests.vault.rehearsal.graphs import graphs, losses, naive
from vault.rehearsal.graph import Graph, Node, Route
from vault.rehearsal.lockout import Outcome, lose, regained

SHOP, MAIL = Node("account", "shop"), Node("account", "mail")
PHONE, CARRIER = Node("phone"), Node("account", "carrier")
ROUTES = (
    Route(SHOP, (PHONE,), "sign-in", daily=True),
    Route(SHOP, (MAIL,), "mail", 2),
    Route(MAIL, (PHONE,), "sign-in", daily=True),
    Route(MAIL, (CARRIER,), "account", 3),
    Route(MAIL, (), "process", None),
)


def names(graph: Graph, outcome: Outcome) -> list[tuple[Node, str, int]]:
    return [
        (graph.nodes[one.node], graph.routes[one.route].how, one.days)
        for one in outcome.steps
    ]


def test_what_hung_on_a_lost_phone_comes_back_in_order_with_its_days() -> None:
    """The mailbox by the carrier, then the shop by the mailbox; the phone never."""
    graph = Graph((), ROUTES)
    outcome = lose(graph, [graph.number[PHONE]])
    assert names(graph, outcome) == [(MAIL, "account", 3), (SHOP, "mail", 5)]
    assert [graph.nodes[one] for one in outcome.stuck] == [PHONE]


def test_a_wait_that_nobody_knows_is_taken_last_and_told() -> None:
    """Without the carrier only the process is left, and the shop waits for it too."""
    graph = Graph((), ROUTES)
    outcome = lose(graph, [graph.number[PHONE], graph.number[CARRIER]])
    assert [(one.days, one.open_end) for one in outcome.steps] == [(0, True), (2, True)]


def test_a_password_is_of_no_use_to_an_account_that_is_itself_lost() -> None:
    """It may be another one by then; to one that only fell it opens as before."""
    code = Route(SHOP, (), "code", password=True)
    graph = Graph((), (ROUTES[0], code))
    phone, shop = graph.number[PHONE], graph.number[SHOP]
    assert lose(graph, [phone]).stuck == (phone,)
    assert lose(graph, [shop]).stuck == (shop,)


def test_what_would_come_back_with_an_addition_is_told_without_making_it() -> None:
    """The mailbox, given, brings the shop."""
    graph = Graph((), (ROUTES[0], ROUTES[1], ROUTES[2]))
    phone, mail, shop = (graph.number[one] for one in (PHONE, MAIL, SHOP))
    outcome = lose(graph, [phone])
    assert outcome.stuck == (phone, shop, mail)
    assert regained(graph, outcome, [mail]) == {mail, shop}


@given(graphs(), losses)
def test_it_equals_trying_until_nothing_changes(graph: Graph, lost: set[int]) -> None:
    """The counters find what the slow reader finds."""
    outcome = lose(graph, lost)
    gone, stuck = naive(graph, lost)
    assert set(outcome.fallen) == gone
    assert set(outcome.stuck) == stuck
    assert len(outcome.fallen) == len(outcome.steps) + len(outcome.stuck)


@given(graphs(), losses, losses)
def test_losing_more_never_recovers_more(
    graph: Graph, lost: set[int], more: set[int]
) -> None:
    """What is had after the greater loss is had after the smaller one."""
    fewer, greater = lose(graph, lost), lose(graph, lost | more)
    assert set(fewer.stuck) <= set(greater.stuck)
    assert set(fewer.fallen) <= set(greater.fallen)


@given(graphs())
def test_with_nothing_lost_all_is_had(graph: Graph) -> None:
    """Nothing falls by itself, whatever hangs on what."""
    assert lose(graph, ()).fallen == ()


@given(graphs(), losses)
def test_each_step_rests_on_what_is_had_before_it(graph: Graph, lost: set[int]) -> None:
    """And takes as long as the longest of its needs, and its own days."""
    outcome = lose(graph, lost)
    since = {n: (False, 0) for n in range(len(graph.nodes)) if n not in outcome.fallen}
    for step in outcome.steps:
        route = graph.routes[step.route]
        needs = [since[need] for need in graph.needs[step.route]]
        days = max((one[1] for one in needs), default=0) + (route.days or 0)
        open_end = any(one[0] for one in needs) or route.days is None
        assert graph.target[step.route] == step.node
        assert (step.open_end, step.days) == (open_end, days)
        since[step.node] = (open_end, days)


@given(graphs(), losses)
def test_the_steps_come_in_the_order_of_their_days(
    graph: Graph, lost: set[int]
) -> None:
    """Waits of unknown length at the end."""
    waits = [(one.open_end, one.days) for one in lose(graph, lost).steps]
    assert waits == sorted(waits)
