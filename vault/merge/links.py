"""What comes back, or is put otherwise, so that no link points at nothing."""

from collections.abc import Iterator, Mapping

from vault.merge.history import Key
from vault.merge.record import revive
from vault.merge.row import Row, State
from vault.model.link import Link, links_of, relinked, targets
from vault.model.record import Record

Rows = Mapping[Key, Row]


def bring_back(rows: Rows) -> None:
    """Keep what a kept record needs, and what went along with it.

    A removal gives way as a whole: an account that stays keeps its codes. But who was
    removed is not called back by a link that nobody touched since: that is cut.
    """
    while back := [*_missed(rows), *_went_along(rows)]:
        for row in back:
            revive(row)
    for row in rows.values():
        for link in links_of(row.key[0]):
            if link.on_removal == "clear" and _is_back(row):
                row.final = _cut(row.final, link, rows)


def _missed(rows: Rows) -> list[Row]:
    """Return what goes though a record that stays points to it."""
    wanted = {
        key for row in rows.values() if row.final is not None for key in _needed(row)
    }
    return [row for key, row in rows.items() if row.gone and key in wanted]


def _went_along(rows: Rows) -> list[Row]:
    """Return what goes because a record went that came back."""
    return [
        row
        for row in rows.values()
        if (gone := row.gone)
        and any(
            key in rows and _is_back(rows[key]) for key in _parents(row.key[0], gone)
        )
        and not any(_is_gone(rows, key) for key in _parents(row.key[0], gone))
    ]


def _is_back(row: Row) -> bool:
    """Tell whether a record stays that one copy removed."""
    return row.final is not None and row.noted is None


def _is_gone(rows: Rows, key: Key) -> bool:
    row = rows.get(key)
    return row is not None and row.final is None


def _needed(row: Row) -> Iterator[Key]:
    """Yield what a record can't be without, and what it was pointed to unseen."""
    for link in links_of(row.key[0]):
        was_typed = row.typed is None or link.field in row.typed or not _is_back(row)
        if link.on_removal == "cascade" or (link.must_exist and was_typed):
            yield from ((link.target, name) for name in _targets(row.final, link))


def _targets(record: State, link: Link) -> Iterator[str]:
    return targets(record, link) if isinstance(record, Record) else iter(())


def _cut(record: State, link: Link, rows: Rows) -> State:
    def new(name: str) -> str:
        return "" if _is_gone(rows, (link.target, name)) else name

    return relinked(record, link, new) if isinstance(record, Record) else record


def _parents(kind: str, record: State) -> Iterator[Key]:
    for link in links_of(kind):
        if link.on_removal == "cascade":
            yield from ((link.target, name) for name in _targets(record, link))


def name_the_gone(rows: Rows) -> None:
    """Put a name where a record that stays names one that goes, as its removal does."""
    for row in rows.values():
        for link in links_of(row.key[0]):
            if link.on_removal == "name":
                row.noted = _named(row.noted, link, rows)
                row.final = _named(row.final, link, rows)


def _named(record: State, link: Link, rows: Rows) -> State:
    if not isinstance(record, Record):
        return record

    def new(name: str) -> str:
        row = rows.get((link.target, name))
        gone = row and row.gone
        return getattr(gone, "name", name) if gone else name

    return relinked(record, link, new)
