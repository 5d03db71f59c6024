"""Pasted text → codes, told by the platform's shape where it is known."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from vault.errors import TooLarge
from vault.limits import IMPORT_BYTES
from vault.packs.lines import (
    Cell,
    cells_of,
    comparable,
    is_blurb,
    is_code_like,
    names_a_code,
    unlabel,
    unmark,
)
from vault.packs.shape import CodeKind, Pack

_GROUPS_AT_MOST: Final = 8  # no platform shows a code in more groups
_LINE_CHARACTERS_AT_MOST: Final = 1000  # no code is as long, and patterns stay cheap
_WORDS_BESIDE_A_CODE: Final = 6  # a longer line is prose that happens to hold digits
_CODE_CHARACTERS_AT_MOST: Final = 128  # longer words are never tried on a pattern
_COUNTER: Final = re.compile(r"[^\W\d]\D*\s\d{1,2}")


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


@dataclass(frozen=True)
class _Found:
    """What one cell holds; `rest` are words beside the codes."""

    codes: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    rest: str = ""
    marks: str = ""
    used: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes or self.odd)


@dataclass
class _Reading:
    codes: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    seen: dict[str, str] = field(default_factory=dict)

    def take(self, found: _Found) -> None:
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
        for cell in _read_line(line, _guess)
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
    reader: _Reader = _free
    read = _one_a_line
    if code_kind is not None and code_kind.pattern is not None:
        reader = _Shaped(code_kind.pattern, code_kind.display)
        read = _read_line
    reading = _Reading()
    for line in filter(str.strip, text.splitlines()):
        short = len(line) <= _LINE_CHARACTERS_AT_MOST
        found = read(line, reader) if short else []
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


_Reader = Callable[[Cell], _Found]


def _read_line(line: str, reader: _Reader) -> list[_Found]:
    """Read a line as one cell if that gives one code, else cell by cell."""
    alone = reader(unlabel(unmark(line)))
    if len(alone.codes) == 1 and not alone.rest and reader is not _guess:
        return [alone]
    cells, separators = cells_of(line)
    found = [reader(unlabel(unmark(cell))) for cell in cells]
    return [*found, _Found(marks=separators)]


def _one_a_line(line: str, reader: _Reader) -> list[_Found]:
    cells, separators = cells_of(line)
    numbered = [unmark(cell).numbered for cell in cells]
    if len(cells) > 1 and all(numbered):
        return [*(reader(unmark(cell)) for cell in cells), _Found(marks=separators)]
    return [reader(unmark(line))]


def _free(cell: Cell) -> _Found:
    parted = unlabel(cell)
    if parted.label and names_a_code(parted.label):
        cell = parted
    if not cell.text or is_blurb(cell.text):
        return _Found(rest=_whole(cell), marks=cell.marks)
    code = " ".join(cell.text.split())
    return _Found((code,), marks=cell.marks + cell.label, used=cell.used)


def _guess(cell: Cell) -> _Found:
    announced = not cell.label or names_a_code(cell.label)
    if announced and is_code_like(cell.text) and not is_blurb(cell.text):
        code = " ".join(cell.text.split())
        return _Found((code,), marks=cell.marks + cell.label, used=cell.used)
    return _Found(rest=_whole(cell), marks=cell.marks)


def _whole(cell: Cell) -> str:
    return f"{cell.label} {cell.text}".strip()


class _Shaped:
    """Reads a cell by the pattern of a kind, and by how the platform shows it."""

    def __init__(self, pattern: str, display: str | None) -> None:
        self._pattern = re.compile(pattern, re.ASCII)
        self._display = re.compile(display or pattern, re.ASCII)

    def __call__(self, cell: Cell) -> _Found:
        marks = cell.marks + cell.label
        tight = unmark(cell.text, tight=True)
        for text, more in ((cell.text, ""), (tight.text, tight.marks)):
            codes, rest = self._tile(text.rstrip(".").split())
            dots = "." * (len(text) - len(text.rstrip(".")))
            if codes and _may_stand_beside(rest) and not _is_other(cell):
                taken = marks + more + dots
                return _Found(tuple(codes), (), " ".join(rest), taken, cell.used)
        if _is_near(cell):
            code = " ".join(cell.text.split())
            return _Found((), (code,), "", marks, cell.used)
        return _Found(rest=_whole(cell), marks=cell.marks)

    def _fits(self, words: list[str], *, alone: bool) -> bool:
        code = " ".join(words)
        bare = comparable(code)
        if len(bare) > _CODE_CHARACTERS_AT_MOST or not self._pattern.fullmatch(bare):
            return False
        if all(any(map(str.isdecimal, word)) for word in words):
            return True
        # Words of advice may have a code's letters: "verification" is twelve of a-z.
        shown = self._display.fullmatch(code) is not None
        return alone and shown and not is_blurb(code)

    def _tile(self, words: list[str]) -> tuple[list[str], list[str]]:
        """Part words into codes, longest first, and what is left over."""
        codes: list[str] = []
        rest: list[str] = []
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + _GROUPS_AT_MOST), start, -1):
                alone = end - start == len(words)
                if self._fits(words[start:end], alone=alone):
                    codes.append(" ".join(words[start:end]))
                    start = end
                    break
            else:
                rest.append(words[start])
                start += 1
        return codes, rest


def _may_stand_beside(rest: list[str]) -> bool:
    text = " ".join(rest)
    short = len(rest) <= _WORDS_BESIDE_A_CODE
    return short and (not re.search(r"\d", text) or bool(_COUNTER.fullmatch(text)))


def _is_other(cell: Cell) -> bool:
    """Tell a date, phone number or address that has the digits of a code."""
    foreign = bool(cell.label) and not names_a_code(cell.label)
    return foreign or not cell.text or is_blurb(cell.text)


def _is_near(cell: Cell) -> bool:
    """Tell a mistyped code from words: it has digits, and nothing else explains it."""
    announced = not cell.label or names_a_code(cell.label)
    digits = any(map(str.isdecimal, cell.text))
    return announced and digits and is_code_like(cell.text) and not is_blurb(cell.text)
