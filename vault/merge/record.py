"""What becomes of one record: joined where both have it, else kept or removed."""

from msgspec.structs import replace

from vault.merge.codes import are_traced, has_twins, join_codes
from vault.merge.difference import CODES
from vault.merge.fields import Pair, is_kept, join_fields
from vault.merge.history import JOINED_BY, Key, Told
from vault.merge.row import Row
from vault.merge.side import Two
from vault.model.before import before_value, set_fields
from vault.model.code import CodeSet
from vault.model.entry import Entry
from vault.model.forgotten import is_emptied
from vault.model.record import Record


def join_records(
    key: Key, records: Two[Record], base: Record | None, told: Two[Told]
) -> Row:
    """Join a record that both copies have."""
    pair = Pair(key, records, base, told)
    names = [name for name in records.mine.__struct_fields__ if name != "id"]
    by_code = isinstance(records.mine, CodeSet) and not any(map(has_twins, records))
    joining = join_fields(pair, [n for n in names if n != CODES or not by_code])
    if by_code:
        join_codes(pair, joining)
    mine = records.mine
    return Row(
        key,
        records,
        known=replace(mine, **joining.known),
        noted=replace(mine, **joining.noted),
        final=replace(mine, **joining.final),
    )


def keep_or_remove(
    key: Key, held: Two[Record | None], base: Record | None, told: Two[Told]
) -> Row:
    """Decide about a record that one copy lacks: an edit stays against a removal.

    A copy that never knew of the record did not remove it.
    """
    record = held.mine or held.theirs
    here, there = told if held.mine else told.turned()
    row = Row(key, held, record, record, record, here.typed)
    removals = [one for one in there.entries if one.action == "remove"]
    kept = any(one.action == "add" and one.device in JOINED_BY for one in here.fresh)
    saw = here.fresh and not there.fresh and (removals or kept)
    if saw or not (removals or base):
        return row
    all_told = removals and _is_known(record, removals, there.entries)
    if not here.edited and all_told:
        row.known = row.noted = row.final = None
    elif not here.edited and record == base:
        row.noted = row.final = None
    else:
        revive(row)
    return row


def _is_known(
    record: Record | None, removals: list[Entry], entries: tuple[Entry, ...]
) -> bool:
    """Tell whether all of a removed record is told, or was while it had to be."""
    return is_emptied(removals[-1]) or _is_traced(record, entries)


def revive(row: Row) -> None:
    """Keep a record that one copy removed, to be looked at."""
    row.known = row.noted = None
    row.final = row.held


def _is_traced(record: Record | None, entries: tuple[Entry, ...]) -> bool:
    """Tell whether a history holds every value of a record, as what was replaced."""
    if isinstance(record, CodeSet) and not are_traced(record.codes, entries):
        return False
    befores = [one.before for one in entries]
    return record is None or all(
        is_kept(
            before_value(getattr(record, name), ()),
            [before[name] for before in befores if name in before],
        )
        for name in set_fields(record)
        if name != CODES
    )
