"""What a merge would do, as a table to be looked at: by record, value beside value.

Codes stay hidden: of a code its place is told, and whether and by whom it was used.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from vault.app.field_words import KIND_NAMES, field_name
from vault.app.merge_flow import Conflict, Difference, Merging
from vault.app.merge_words import (
    belongs_to_the_ways,
    called,
    code_label,
    linked,
    shown,
    uses,
)
from vault.i18n import translate as _
from vault.model.code import Code
from vault.model.contact import Channel
from vault.model.entry import VAULT
from vault.model.procedure import Step
from vault.model.vault import Vault

Shows = Literal["mine", "theirs", "both", "neither"]
MOST_CHARACTERS: Final = 600  # of one value; more is no help to compare by


@dataclass(frozen=True)
class Line:
    """One field, one code, or ("" for a label) a record as a whole.

    `key` finds it again among what it was made of. Both values are "" where there is
    only the outcome to tell.
    """

    key: int
    label: str
    outcome: str
    shows: Shows
    check: bool
    mine: str = field(default="", repr=False)
    theirs: str = field(default="", repr=False)


@dataclass(frozen=True)
class Part:
    """One record: its kind and name as people know them, and its lines."""

    kind: str
    name: str
    lines: tuple[Line, ...]

    @property
    def check(self) -> bool:
        """Whether a person must look at any of it."""
        return any(line.check for line in self.lines)


def merge_table(merging: Merging) -> tuple[Part, ...]:
    """Return everything in which the copies differ, what must be looked at first.

    The ways in are left out: `ways_words` tells of them.
    """
    vaults = (merging.vault, merging.copy.vault)
    told = [
        (one, _line(vaults, number, one))
        for number, one in enumerate(merging.differences)
        if not belongs_to_the_ways(one)
    ]
    return tuple(sorted(_parts(vaults, told), key=lambda part: not part.check))


def check_table(vault: Vault, open_: Iterable[Conflict]) -> tuple[Part, ...]:
    """Return what merges left to be looked at: what shows, and the other value."""
    told = [(one, _check(vault, number, one)) for number, one in enumerate(open_)]
    return tuple(_parts((vault,), told))


def _parts(
    vaults: tuple[Vault, ...],
    told: list[tuple[Difference, Line]] | list[tuple[Conflict, Line]],
) -> Iterator[Part]:
    """Yield the lines by record, in the order in which records first come."""
    by_record: dict[tuple[str, str], list[Line]] = {}
    for one, line in told:
        by_record.setdefault((one.kind, one.id), []).append(line)
    for (kind, id_), lines in by_record.items():
        yield Part(KIND_NAMES[kind], _name(vaults, kind, id_), tuple(lines))


def _name(vaults: tuple[Vault, ...], kind: str, id_: str) -> str:
    if kind == VAULT:
        return vaults[0].name
    vault = next(one for one in vaults if one.find(kind, id_))
    return _bare(called(vault, vault.get(kind, id_)))


def _line(vaults: tuple[Vault, ...], number: int, one: Difference) -> Line:
    if not one.field:
        gone = one.result is None
        shows: Shows = "neither" if gone else "mine" if one.theirs is None else "theirs"
        return Line(number, "", _of_record(one), shows, one.check)
    mine, theirs = _values(vaults, one, (one.mine, one.theirs))
    shows = "both" if one.outcome == "joined" else one.outcome
    outcome = _of_field(vaults, one)
    return Line(number, _label(vaults, one), outcome, shows, one.check, mine, theirs)


def _check(vault: Vault, number: int, one: Conflict) -> Line:
    if not one.field:
        words = _("One copy had removed it; the other had changed it, or needed it.")
        return Line(number, "", words, "mine", check=True)
    shows, other = _values((vault,), one, (one.shown, one.other))
    label = _label((vault,), one)
    return Line(number, label, "", "mine", check=True, mine=shows, theirs=other)


def _label(vaults: tuple[Vault, ...], one: Difference | Conflict) -> str:
    if one.part:
        return code_label(vaults, one).capitalize()
    return field_name(one.kind, one.field)


def _values(
    vaults: tuple[Vault, ...],
    one: Difference | Conflict,
    values: tuple[object, object],
) -> tuple[str, str]:
    """Return two values as a person reads them."""
    if one.part:
        first, second = uses(vaults, values)
        return _bare(first), _bare(second)
    if one.field == "codes":
        return _("its order of the codes"), _("another order of the codes")
    first, second = (_value(vaults, one, value) for value in values)
    return first, second


def _value(vaults: tuple[Vault, ...], one: Difference | Conflict, value: object) -> str:
    if isinstance(value, str) and value and linked(vaults, one, value) == value:
        return _cut(value)
    if isinstance(value, tuple) and value:
        steps = [_of_part(part) for part in value]
        if all(steps):
            return _cut("\n".join(f"{n}. {text}" for n, text in enumerate(steps, 1)))
    return _cut(_bare(shown(vaults, one, value)))


def _of_part(part: object) -> str:
    """Return a step or a channel in one line; "" for anything else."""
    if isinstance(part, Step):
        return part.text
    if isinstance(part, Channel):
        return _("{kind}: {address}").format(kind=part.kind, address=part.address)
    return ""


def _bare(text: str) -> str:
    """Return a text without the marks it stands between in a sentence."""
    inner = text[1:-1]
    marked = text == f"“{inner}”" and "”" not in inner
    return inner if marked else text


def _cut(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[: MOST_CHARACTERS - 1].rstrip()}…"


def _of_record(one: Difference) -> str:
    """Say what becomes of a record that one copy lacks."""
    if one.check:
        if one.theirs is None:
            return _("Removed in the copy, but changed or needed here: it stays.")
        return _("Removed here, but changed or needed in the copy: it comes back.")
    if one.theirs is None:
        if one.result is None:
            return _("Removed in the copy, and not changed here since: it goes.")
        return _("Only here: it stays.")
    if one.result is None:
        return _("Removed here, and not changed in the copy since: it stays away.")
    return _("Only in the copy: it is taken in.")


def _of_field(vaults: tuple[Vault, ...], one: Difference) -> str:
    """Say what becomes of one field or code."""
    if one.outcome == "joined":
        result, _same = _values(vaults, one, (one.result, one.result))
        if one.check:
            return _("From both: {result}. Please check it.").format(result=result)
        return _("From both: {result}").format(result=result)
    if _stays_used(one):
        said = {
            "mine": _("A used code stays used."),
            "theirs": _("A used code stays used: it is marked here too."),
        }[one.outcome]
        return f"{said} {_('Please check it.')}" if one.check else said
    if one.check:
        return {
            "mine": _("Changed in both. Yours shows; the copy's is kept to check."),
            "theirs": _("Changed in both. The copy's shows; yours is kept to check."),
        }[one.outcome]
    if one.outcome == "mine":
        return _("Changed here only: yours stays.")
    return _("Changed in the copy only: the copy's is taken.")


def _stays_used(one: Difference) -> bool:
    """Tell whether a code is used in the end that one of the copies held unused."""
    codes = (one.mine, one.theirs)
    states = {code.state for code in codes if isinstance(code, Code)}
    result = one.result
    return isinstance(result, Code) and result.state == "used" and "unused" in states
