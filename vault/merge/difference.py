"""Where two copies differ, and what becomes of it: told field by field."""

import dataclasses
from collections.abc import Iterator
from typing import Final, Literal

from vault.merge.row import Row, State
from vault.merge.side import Two
from vault.model.code import Code, CodeSet
from vault.model.draft import SECRETS
from vault.model.entry import VAULT

Outcome = Literal["mine", "theirs", "joined"]
CODES: Final = "codes"


@dataclasses.dataclass(frozen=True)
class Difference:
    """A field of a record; or the record, or one of its codes, as a whole.

    `field` is "" for a record that one copy lacks, and `part` the id of a code. Values
    are as records hold them, None where there is none, and stay out of the repr.
    `check` where both values were typed, and a person must look at them: the one that
    does not show is in the history.
    """

    kind: str
    id: str
    field: str
    part: str
    outcome: Outcome
    check: bool
    mine: object = dataclasses.field(repr=False)
    theirs: object = dataclasses.field(repr=False)
    result: object = dataclasses.field(repr=False)


def differences(row: Row) -> Iterator[Difference]:
    """Yield in what the copies of one record differ."""
    if None in row.copies:
        check = row.final is not None and row.noted is None
        yield _told(row, "", "", row.copies, (row.final, check))
    if row.final is None:
        return
    for name in row.final.__struct_fields__:
        copies: Two[object] = Two(*(getattr(one, name, None) for one in row.copies))
        result = getattr(row.final, name)
        if not _differs(row, copies, result):
            continue
        if name == CODES and isinstance(row.final, CodeSet):
            yield from _by_code(row)
            continue
        if row.key[0] == VAULT and name in SECRETS:
            copies, result = Two(None, None), None
        check = row.noted is not None and getattr(row.noted, name) != result
        yield _told(row, name, "", copies, (result, check))


def _differs(row: Row, copies: Two[object], result: object) -> bool:
    """Tell whether a field differs, or came out as no copy that has it had it."""
    if None in row.copies:
        return result not in copies
    return copies.mine != copies.theirs or result != copies.mine


def _by_code(row: Row) -> Iterator[Difference]:
    """Yield a difference for each code; one for all where only their order differs."""
    copies = Two(*(_codes(one) for one in row.copies))
    final, noted = _codes(row.final), _codes(row.noted)
    alike = True
    gone = sorted((copies.mine.keys() | copies.theirs.keys()) - final.keys())
    for id_ in (*final, *gone):
        held = Two(copies.mine.get(id_), copies.theirs.get(id_))
        result = final.get(id_)
        if held.mine != held.theirs or result != held.mine:
            alike = False
            check = noted.get(id_) != result
            yield _told(row, CODES, id_, held, (result, check))
    if alike:
        orders: Two[object] = Two(*(getattr(one, CODES) for one in row.copies))
        yield _told(row, CODES, "", orders, (getattr(row.final, CODES), False))


def _codes(state: State) -> dict[str, Code]:
    return {code.id: code for code in state.codes} if isinstance(state, CodeSet) else {}


def _told(
    row: Row, field: str, part: str, copies: Two[object], came: tuple[object, bool]
) -> Difference:
    result, check = came
    outcome: Outcome = "theirs" if result == copies.theirs else "joined"
    return Difference(
        *row.key,
        field=field,
        part=part,
        outcome="mine" if result == copies.mine else outcome,
        check=check,
        mine=copies.mine,
        theirs=copies.theirs,
        result=result,
    )
