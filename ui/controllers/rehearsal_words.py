"""A rehearsal's graph and outcome as the page shows them."""

from collections.abc import Iterable, Sequence
from typing import Final

from ui.views.rehearsal_state import PAIRS, Group, Part, RehearsalFound, RehearsalState
from ui.widgets.map_shape import MapShape, Spot, Stand, Thread
from vault.app.rehearse_map import Layer, Map, NodeState
from vault.app.rehearse_told import Overview, ToldFault, ToldLoss
from vault.i18n import translate as _
from vault.i18n import translate_count

# Of each sort of node: the word below its name, and its icon.
_SORTS: Final = {
    "account": (_("Account"), "account"),
    "person": (_("Person"), "person"),
    "phone": (_("Phone"), "phone"),
    "number": (_("Number"), "phone"),
    "mailbox": (_("Mailbox"), "mail"),
    "security-key": (_("Security key"), "key"),
    "id-papers": (_("ID papers"), "file"),
    "computer": (_("Computer"), "platform"),
    "passphrase": (_("Known by heart"), "lock"),
    "key-card": (_("Key card"), "card"),
    "kit": (_("Printed kit"), "kit"),
    "place": (_("Place"), "home"),
    "thing": (_("Thing"), "key"),
    "vault": (_("The vault"), "shield-check"),
}
_GROUPS: Final[tuple[tuple[str, tuple[Layer, ...]], ...]] = (
    (_("Things and papers"), ("things", "addresses")),
    (_("People"), ("people",)),
    (_("Accounts"), ("accounts",)),
)


def state_of(drawn: Map) -> RehearsalState:
    """Return what can be lost, and the map; nothing where no account is there."""
    if not any(one.layer == "accounts" for one in drawn.nodes):
        return RehearsalState(known=True)
    groups = []
    for title, layers in _GROUPS:
        those = [one for one in drawn.nodes if one.losable and one.layer in layers]
        lines = sorted(((one.key, _upper(one.label)) for one in those), key=_by_name)
        if lines:
            groups.append(Group(title, tuple(lines)))
    spots = tuple(
        Spot(
            one.key,
            _upper(one.label),
            one.short,
            *_SORTS[one.kind],
            one.x,
            one.y,
            one.losable,
        )
        for one in drawn.nodes
    )
    threads = tuple(Thread(*edge) for edge in drawn.edges)
    shape = MapShape(spots, threads, drawn.columns, drawn.rows)
    return RehearsalState(known=True, groups=tuple(groups), shape=shape)


def found_of(
    lost: tuple[str, ...],
    states: Iterable[NodeState],
    told: ToldLoss,
    overview: Overview,
) -> RehearsalFound:
    """Return what the page says of a loss, or of the vault where nothing is lost."""
    stands = tuple(
        Stand(
            one.state, one.when, one.said, one.wave, not one.days and not one.open_end
        )
        for one in states
    )
    if not lost:
        return RehearsalFound((), stands, _as_it_is(overview), _weak(overview))
    return RehearsalFound(lost, stands, _came_of(told), _parts(told))


def _as_it_is(overview: Overview) -> str:
    count = len(overview.single)
    if not count:
        return _("No single loss would leave an account lost.")
    text = translate_count(
        "{n} loss alone would leave an account lost.",
        "{n} losses, each alone, would leave an account lost.",
        count,
    )
    return text.format(n=count)


def _weak(overview: Overview) -> tuple[Part, ...]:
    single = [one.said for one in overview.single]
    return _filled(
        Part(
            _("Where one loss is enough"),
            tuple(single),
            "warning",
            "warn",
            _keys(overview.single),
        ),
        Part(_("Circles"), overview.circles, "warning", "warn"),
        Part(_("Not written down"), overview.unknown),
    )


def pairs_of(faults: Sequence[ToldFault]) -> Part:
    """Return what two losses at once cost, and what mends it."""
    if not faults:
        text = _("No two things cost more together than each of them alone.")
        return Part(PAIRS, (text,), "check", "good")
    lines = tuple(" ".join((one.said, *one.mends)) for one in faults)
    return Part(PAIRS, lines, "warning", "warn", _keys(faults))


def _keys(faults: Iterable[ToldFault]) -> tuple[tuple[str, ...], ...]:
    """Return the keys of the map for what each of these loses."""
    return tuple(tuple(one.map_key for one in fault.lost) for fault in faults)


def _came_of(told: ToldLoss) -> str:
    stuck = told.accounts_stuck
    if stuck:
        text = translate_count(
            "{n} account would stay lost.", "{n} accounts would stay lost.", stuck
        )
        return text.format(n=stuck)
    if not any(one.sort == "account" for one in told.fallen):
        return _("No account would be lost by it.")
    return _("Every account would come back.")


def _parts(told: ToldLoss) -> tuple[Part, ...]:
    numbered = (f"{place}. {one.said}" for place, one in enumerate(told.back, 1))
    stuck = [one.said for one in told.stuck]
    return _filled(
        Part(_("Does not come back"), _sentences(stuck), "error", "bad"),
        Part(_("Comes back, in this order"), tuple(numbered), "restore", "good"),
        Part(_("What to add"), told.suggestions, "plus", "accent"),
        Part(_("Not written down"), told.unknown),
    )


def _filled(*parts: Part) -> tuple[Part, ...]:
    return tuple(one for one in parts if one.lines)


def _sentences(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(_upper(one) for one in lines)


def _by_name(line: tuple[str, str]) -> str:
    return line[1].casefold()


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
