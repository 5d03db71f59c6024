"""One cell of a list → the codes in it: by a known shape, or by how codes look."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vault.packs.lines import (
    Cell,
    comparable,
    is_blurb,
    is_code_like,
    names_a_code,
    says_nothing,
    unlabel,
    unmark,
)

_GROUPS_AT_MOST: Final = 8  # no platform shows a code in more groups
_WORDS_BESIDE_A_CODE: Final = 6  # a longer line is prose that happens to hold digits
_CODE_CHARACTERS_AT_MOST: Final = 128  # longer words are never tried on a pattern
_NUMBER: Final = re.compile(r"[0-9]{1,2}")
_COUNTER: Final = re.compile(r"[^\W\d]\D*\s\d{1,2}")


@dataclass(frozen=True)
class Found:
    """What one cell holds; `rest` are words beside the codes."""

    codes: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    rest: str = ""
    marks: str = ""
    used: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes or self.odd)


Reader = Callable[[Cell], Found]


def read_free(cell: Cell) -> Found:
    """Take a cell of a list of codes for one code, but for plain advice."""
    parted = unlabel(cell)
    if parted.label and names_a_code(parted.label):
        cell = parted
    if says_nothing(cell.text) or is_blurb(cell.text):
        return Found(rest=_whole(cell), marks=cell.marks)
    code = " ".join(cell.text.split())
    return Found((code,), marks=cell.marks + cell.label, used=cell.used)


def read_guessed(cell: Cell) -> Found:
    """Take a cell for a code only if it looks like one."""
    announced = not cell.label or names_a_code(cell.label)
    if announced and is_code_like(cell.text) and not is_blurb(cell.text):
        code = " ".join(cell.text.split())
        return Found((code,), marks=cell.marks + cell.label, used=cell.used)
    return Found(rest=_whole(cell), marks=cell.marks)


def _whole(cell: Cell) -> str:
    return f"{cell.label} {cell.text}".strip()


class Shaped:
    """Reads a cell by the pattern of a kind, and by how the platform shows it."""

    def __init__(self, pattern: str, display: str | None) -> None:
        self._pattern = re.compile(pattern, re.ASCII)
        self._display = re.compile(display or pattern, re.ASCII)

    def __call__(self, cell: Cell) -> Found:
        """Return the codes of the cell, or the mistyped one that it may be."""
        marks = cell.marks + cell.label
        tight = unmark(cell.text, tight=True)
        for text, more in ((cell.text, ""), (tight.text, tight.marks)):
            words = text.rstrip(".").split()
            codes, rest = self._tile(words)
            dots = "." * (len(text) - len(text.rstrip(".")))
            if _counts_on(rest, codes, words):
                dots, rest = " ".join(rest) + dots, []
            if codes and _may_stand_beside(rest) and not _is_other(cell):
                taken = marks + more + dots
                return Found(tuple(codes), (), " ".join(rest), taken, cell.used)
        if _is_near(cell):
            code = " ".join(cell.text.split())
            return Found((), (code,), "", marks, cell.used)
        return Found(rest=_whole(cell), marks=cell.marks)

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


def _counts_on(rest: list[str], codes: list[str], words: list[str]) -> bool:
    """Tell whether `rest` numbers the codes, one short number before each."""
    if len(rest) != len(codes) or not all(map(_NUMBER.fullmatch, rest)):
        return False
    pairs = " ".join(f"{count} {code}" for count, code in zip(rest, codes, strict=True))
    first = int(rest[0]) if rest else 0
    numbers = list(range(first, first + len(rest)))
    return pairs == " ".join(words) and list(map(int, rest)) == numbers


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
