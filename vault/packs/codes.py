"""Pasted text → codes, told by the platform's shape where it is known."""

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from vault.errors import TooLarge
from vault.limits import IMPORT_BYTES
from vault.packs.lines import (
    Cell,
    comparable,
    is_surely_a_code,
    names_a_code,
    says_nothing,
    unlabel,
    unmark,
)
from vault.packs.parting import cells_of, is_count, is_rule, is_used_cell, row_cells
from vault.packs.readers import Found, Reader, Shaped, read_free, read_guessed
from vault.packs.shape import CodeKind, Pack

_LINE_CHARACTERS_AT_MOST: Final = 1000  # no code is as long, and patterns stay cheap


@dataclass(frozen=True)
class Recognised:
    """What a text was understood to hold; together the parts are the whole text.

    `odd` codes do not fit the shape and are kept with a warning; `doubled` ones stand
    in `codes` or `odd` already. `marks` is numbering, boxes, labels and used marks.
    `used` are those of `codes` and `odd` that were marked so.
    """

    codes: tuple[str, ...]
    doubled: tuple[str, ...]
    odd: tuple[str, ...]
    ignored_lines: tuple[str, ...]
    marks: tuple[str, ...]
    used: frozenset[str]
    kind: str | None
    expected_count: int | None

    @property
    def kept(self) -> tuple[str, ...]:
        """Return what goes into the vault: the codes, then the odd ones."""
        return self.codes + self.odd


@dataclass
class _Reading:
    codes: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    seen: dict[str, str] = field(default_factory=dict)

    def take(self, found: Found) -> None:
        for shown, kept in [(found.codes, self.codes), (found.odd, self.odd)]:
            for code in shown:
                key = comparable(code)
                (self.doubled if key in self.seen else kept).append(code)
                first = self.seen.setdefault(key, code)
                if found.used:
                    self.used.add(first)
        self.ignored += [found.rest] if found.rest else []
        self.marks += [found.marks] if found.marks else []


def split_codes(text: str) -> list[str]:
    """Return the codes of a pasted block or text file, of whatever shape, in order.

    Doubled ones stay; headings, advice, dates and addresses are left out.
    """
    return [
        code
        for line in text.splitlines()
        if len(line) <= _LINE_CHARACTERS_AT_MOST
        for cell in _read_line(line, read_guessed)
        for code in cell.codes
    ]


def recognise(pack: Pack | None, kind: str | None, text: str) -> Recognised:
    """Return what `text` holds, told by the shape of `kind` where `pack` knows it.

    Without a shape every line is one code, but for plain headings and advice. Without
    a kind, the kind of the pack that fits most codes is taken. Raises TooLarge.
    """
    if len(text) > IMPORT_BYTES:
        raise TooLarge("IMPORT_BYTES", IMPORT_BYTES, len(text))
    kinds = pack.codes if pack is not None else ()
    fitting = [one for one in kinds if kind in {None, one.kind}]
    if not fitting:
        return _recognise(None, kind, text)
    readings = [_recognise(one, one.kind, text) for one in fitting]
    return max(readings, key=lambda reading: len(reading.codes) - len(reading.odd))


def _recognise(code_kind: CodeKind | None, kind: str | None, text: str) -> Recognised:
    reader: Reader = read_free
    read = _one_a_line
    if code_kind is not None and code_kind.pattern is not None:
        reader = Shaped(code_kind.pattern, code_kind.display)
        read = _read_line
    reading = _Reading()
    lines = list(filter(str.strip, text.splitlines()))
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        short = len(line) <= _LINE_CHARACTERS_AT_MOST
        headed = is_rule(line) or (bool(row_cells(line)) and is_rule(after))
        found = read(line, reader) if short and not headed else []
        if not any(found):
            reading.ignored.append(line.strip())
            continue
        for cell in found:
            reading.take(cell)
    return Recognised(
        tuple(reading.codes),
        tuple(reading.doubled),
        tuple(reading.odd),
        tuple(reading.ignored),
        tuple(reading.marks),
        frozenset(reading.used),
        kind,
        code_kind.count if code_kind is not None else None,
    )


def _read_line(line: str, reader: Reader) -> list[Found]:
    """Read a line as one cell if that gives one code, else cell by cell."""
    if row := row_cells(line):
        return _read_row(row, line.count("|"), reader)
    alone = reader(unlabel(unmark(line)))
    single = len(alone.codes) == 1 and not alone.rest and reader is not read_guessed
    if single and not alone.used:
        return [alone]
    cells, separators = cells_of(line)
    found = [reader(unlabel(unmark(cell))) for cell in cells]
    # A used mark takes the words behind it along, and other codes must not be there.
    if single and sum(len(one.codes) for one in found) <= 1:
        return [alone]
    return [*found, Found(marks=separators)]


def _read_row(row: list[str], bars: int, reader: Reader) -> list[Found]:
    """Read the cells of a table's row; a tick among them is about its code."""
    used = any(map(is_used_cell, row))
    found = [Found(marks="|" * bars)]
    for text in row:
        if is_count(text) or is_used_cell(text):
            found.append(Found(marks="".join(text.split())))
        else:
            cell = unlabel(unmark(text))
            found.append(reader(replace(cell, used=cell.used or used)))
    return found


def _one_a_line(line: str, reader: Reader) -> list[Found]:
    """Read a line as one code, but for rows and for lists that are plainly lists."""
    if row := row_cells(line):
        said = [one for one in row if not is_count(one) and not is_used_cell(one)]
        return _read_row(
            row, line.count("|"), read_free if len(said) == 1 else read_guessed
        )
    cells, separators = cells_of(line)
    marked = [unmark(cell) for cell in cells]
    listed = bool(separators) or "\t" in line
    if len(cells) > 1 and (
        all(cell.numbered for cell in marked)
        or (listed and all(map(_is_list_item, marked)))
    ):
        return [*map(reader, marked), Found(marks=separators)]
    return [reader(unmark(line))]


def _is_list_item(cell: Cell) -> bool:
    parted = unlabel(cell)
    text = parted.text if names_a_code(parted.label) else cell.text
    return says_nothing(text) or is_surely_a_code(text)
