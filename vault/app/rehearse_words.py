"""What a rehearsal found, in sentences."""

from collections.abc import Iterable
from typing import Final

from vault.app.rehearse_names import label, labels, listed
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.circles import Circle
from vault.rehearsal.explain import reason_of
from vault.rehearsal.facts import UnknownKind
from vault.rehearsal.graph import How, Node, Route
from vault.rehearsal.lockout import Outcome, Step
from vault.rehearsal.mend import Addition, Suggestion
from vault.rehearsal.single import Fault

# A route as it stands after a name: "Instagram: a new password by e-mail to …".
_BY: Final[dict[How, str]] = {
    "sign-in": "signing in, with {needs}",
    "code": "a recovery code kept here, with {needs}",
    "seed": "a one-time password from the seed kept here, with {needs}",
    "recovery-key": "the recovery key kept here",
    "mail": "a new password by e-mail, with {needs}",
    "text": "a new password by text message, with {needs}",
    "account": "through {needs}",
    "admin": "another admin, {needs}",
    "process": "the platform's own recovery, with {needs}",
    "new-sim": "a new SIM through {needs}",
    "opens": "opened with {needs}",
    "lies-in": "it lies in {needs}",
    "carries": "with {needs}",
    "own": "a way of your own, with {needs}",
}
_UNKNOWN: Final[dict[UnknownKind, tuple[str, str]]] = {
    "nobody": (
        "Who gets into it is not noted, of {n} account: name the people.",
        "Who gets into them is not noted, of {n} accounts: name the people.",
    ),
    "second-step": (
        "How somebody signs in is not noted, of {n} account: a number is assumed.",
        "How somebody signs in is not noted, of {n} accounts: numbers are assumed.",
    ),
    "mailbox": (
        "Of {n} mailbox nothing says how it is got back: keep it as an account.",
        "Of {n} mailboxes nothing says how they are got back: keep them as accounts.",
    ),
    "carrier": (
        "Of {n} number the carrier's account is not kept here, so no new SIM counts.",
        "Of {n} numbers the carrier's account is not kept here, so no new SIM counts.",
    ),
    "owner": (
        "{n} account could be got back with ID papers, but its owner is not named.",
        "{n} accounts could be got back with ID papers, but no owner is named.",
    ),
    "unsure": (
        "Of {n} account a way back is uncertain and not counted: check its platform.",
        "Of {n} accounts a way back is uncertain and not counted: check the platforms.",
    ),
    "kit-unproven": (
        "{n} kit was never read back and is not counted.",
        "{n} kits were never read back and are not counted.",
    ),
}


def route_words(vault: Vault, route: Route) -> str:
    """Return how a route leads back, as it stands after a name and a colon."""
    if not route.needs:
        return _("signing in as usual")
    return _(_BY[route.how]).format(needs=labels(vault, route.needs))


def days_words(days: int, *, open_end: bool = False) -> str:
    """Return how long something takes."""
    known = translate_count("after {n} day", "after {n} days", days).format(n=days)
    if open_end:
        wait = _("after a wait of which nobody noted the length")
        return _("{known} and {wait}").format(known=known, wait=wait) if days else wait
    return known if days else _("at once")


def step_words(vault: Vault, built: Built, step: Step) -> str:
    """Return one thing that comes back: its name, the route, the days."""
    graph = built.graph
    return _("{name}: {route}, {days}").format(
        name=label(vault, graph.nodes[step.node]),
        route=route_words(vault, graph.routes[step.route]),
        days=days_words(step.days, open_end=step.open_end),
    )


def stuck_words(vault: Vault, built: Built, outcome: Outcome, node: int) -> str:
    """Return why something does not come back, by the way that lacks least."""
    graph = built.graph
    name = label(vault, graph.nodes[node])
    reason = reason_of(graph, outcome, node)
    if reason is None:
        return _("{name}: no way back is written down").format(name=name)
    return _("{name}: {route}; but {missing} did not come back").format(
        name=name,
        route=route_words(vault, graph.routes[reason.route]),
        missing=labels(vault, (graph.nodes[one] for one in reason.missing)),
    )


def suggestion_words(vault: Vault, built: Built, one: Suggestion) -> str:
    """Return what to add, and what comes back by it."""
    nodes = [built.graph.nodes[number] for number in one.mended]
    what = addition_words(vault, one.addition, one.node, one.who)
    names = labels(vault, nodes)
    return _("{what} This would bring back {names}.").format(what=what, names=names)


def addition_words(vault: Vault, addition: Addition, node: Node, who: str) -> str:
    """Return one thing to add."""
    if addition == "second-admin" and who:
        text = _("Make {who} an admin of {name}, with a second step of their own.")
    else:
        text = {
            "kit": _("Print a kit, read it back, and keep it in another place."),
            "codes": _("Make recovery codes for {name} and keep them here."),
            "address": _("Give {name} a recovery address or number, and note it here."),
            "carrier": _("Keep the account of the carrier of {name} here."),
            "mailbox": _("Keep {name} here as an account, with its own way back."),
            "second-admin": _("Make a second person an admin of {name}."),
        }[addition]
    person = label(vault, Node("person", who)) if who else ""
    return text.format(name=label(vault, node), who=person)


def fault_words(vault: Vault, built: Built, fault: Fault) -> str:
    """Return what a loss leaves lost, in one sentence."""
    nodes = built.graph.nodes
    lost = [nodes[number] for number in fault.lost]
    accounts = [label(vault, nodes[n]) for n in fault.stuck]
    if fault.stuck == fault.lost:
        text = _("If the password of {lost} no longer opens it, nothing leads back.")
    elif len(lost) == 1 and lost[0].kind == "person":
        text = _("If {lost} cannot help, nothing leads back into {accounts}.")
    elif len(lost) == 1 and lost[0].kind == "account":
        text = _("If {lost} is taken over, nothing leads back into {accounts}.")
    elif len(lost) == 1:
        text = _("If {lost} is lost, nothing leads back into {accounts}.")
    else:
        text = _("If {lost} are lost together, nothing leads back into {accounts}.")
    return text.format(lost=labels(vault, lost), accounts=listed(accounts))


def circle_words(vault: Vault, built: Built, circle: Circle) -> str:
    """Return a circle in one sentence: what is in it, and who leans on whom."""
    graph = built.graph
    names, leans = [], []
    for turn in circle.turns:
        route = graph.routes[turn.route]
        if route.how == "opens":  # a mailbox goes without saying beside its account
            continue
        name = label(vault, graph.nodes[turn.node])
        names.append(name)
        by = route_words(vault, route)
        leans.append(_("{name}: {route}").format(name=name, route=by))
    text = _("{names} come back only through each other: {leans}.")
    if len(names) == 1:
        text = _("{names} comes back only through itself: {leans}.")
    said = text.format(names=listed(names, 9), leans="; ".join(leans))
    if circle.hanging:
        hanging = labels(vault, (graph.nodes[n] for n in circle.hanging))
        more = _("{hanging} hangs on it.")
        if len(circle.hanging) > 1:
            more = _("{hanging} hang on it.")
        said = f"{said} {more.format(hanging=hanging)}"
    return said


def unknown_words(built: Built) -> Iterable[str]:
    """Yield what is not written down and so counts as not there, a sentence each."""
    counts: dict[UnknownKind, int] = {}
    for one in built.unknown:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    for kind, count in counts.items():
        yield translate_count(*_UNKNOWN[kind], count).format(n=count)
