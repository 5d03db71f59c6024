"""Which face shows which character, how wide a text is, and where it may break.

Latin, Greek and Cyrillic come from the named face, Chinese, Japanese and Korean from
the one fallback face, and what none has becomes an empty box: nothing is left out
silently. Scripts that need shaping (Hebrew, Arabic, Indic) are such boxes here.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from vault.printing.page import Face, Text
from vault.printing.pdf import load_face

FALLBACK: Final = "cjk"
MISSING: Final = "□"  # the fallback face has it
ELLIPSIS: Final = "…"
EM: Final = 1000  # units of the advances
ASCENT: Final = 0.88  # em; the tallest of both families' capitals, Han and accents
DESCENT: Final = 0.24  # em; both families' descenders
NEVER_FIRST: Final = frozenset({"Pe", "Pf", "Po", "Lm"})  # closing marks, commas, 々
NEVER_LAST: Final = frozenset({"Ps", "Pi"})  # opening marks


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one line that one face shows; `faux` where its bold is missing."""

    face: str
    text: str
    faux: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """The rectangle a thing covers, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Bounds", gap: float = 0.0) -> bool:
        """Tell whether the two come nearer than `gap`; edges may touch."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


def printable(text: str) -> str:
    """Return `text` as one printed line: composed, without invisible characters."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if c.isspace() else c for c in composed)
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf"})


def unprintable(text: str) -> str:
    """Return the characters of a text that no face has; they print as boxes."""
    characters = dict.fromkeys(printable(text))
    faces = [load_face("regular").widths, load_face(FALLBACK).widths]
    return "".join(c for c in characters if not any(ord(c) in face for face in faces))


def _face_of(character: str, face: Face) -> str:
    code = ord(character)
    if code in load_face(face).widths:
        return face
    return FALLBACK


def _shown(character: str, face: str) -> str:
    return character if ord(character) in load_face(face).widths else MISSING


def runs(text: str, face: Face) -> list[Run]:
    """Split one line into runs of one face each, boxes where no face has a glyph."""
    split = []
    for chosen, characters in groupby(printable(text), lambda c: _face_of(c, face)):
        shown = "".join(_shown(c, chosen) for c in characters)
        faux = chosen == FALLBACK and face in {"bold", "mono-bold"}
        split.append(Run(chosen, shown, faux))
    return split


def run_width(run: Run, size: float) -> float:
    """Return the width of a run in points."""
    widths = load_face(run.face).widths
    return sum(widths[ord(c)] for c in run.text) * size / EM


def measure(text: str, face: Face, size: float) -> float:
    """Return the width of one line in points."""
    return sum(_advance(c, face) for c in printable(text)) * size


def _advance(character: str, face: Face) -> float:
    """Return the advance in ems of what is shown for a character."""
    chosen = _face_of(character, face)
    return load_face(chosen).widths[ord(_shown(character, chosen))] / EM


def bounds(text: Text) -> Bounds:
    """Return the rectangle that a text covers, ascenders and descenders included."""
    width = measure(text.text, text.face, text.size)
    left = text.x - {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * width
    top = text.y - ASCENT * text.size
    return Bounds(left, top, left + width, text.y + DESCENT * text.size)


def fit(text: str, face: Face, size: float, width: float) -> str:
    """Return `text`, or its longest beginning and an ellipsis that fit `width`."""
    line = printable(text)
    if measure(line, face, size) <= width:
        return line
    room = width - measure(ELLIPSIS, face, size)
    used = 0.0
    for position, character in enumerate(line):
        used += measure(character, face, size)
        if used > room:
            return line[:position].rstrip() + ELLIPSIS
    return line  # unreachable: the loop has met the width that the line exceeds


def _is_han(character: str) -> bool:
    # Chinese and Japanese break between any two characters, Korean at its spaces.
    return unicodedata.east_asian_width(character) in {"W", "F"} and not (
        "\uac00" <= character <= "\ud7a3"
    )


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == " " or unicodedata.category(after) in NEVER_FIRST:
        return False
    if unicodedata.category(before) in NEVER_LAST:
        return False
    return before == "@" or _is_han(before) or _is_han(after)


def _pieces(line: str) -> Iterator[str]:
    start = 0
    for position in range(1, len(line)):
        if _may_break(line[position - 1], line[position]):
            yield line[start:position]
            start = position
    yield line[start:]


def _cut(piece: str, face: Face, width_em: float) -> Iterator[str]:
    """Yield a piece in parts no wider than `width_em`, but for a single character."""
    part, used = "", 0.0
    for character in piece:
        wide = _advance(character, face)
        if part and used + wide > width_em:
            yield part
            part, used = "", 0.0
        part += character
        used += wide
    yield part


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """Break a paragraph into lines no wider than `width`; too long words are cut."""
    lines: list[str] = []
    current, width_em = "", width / size
    for piece in _pieces(printable(text).strip()):
        if measure((current + piece).rstrip(), face, 1.0) <= width_em:
            current += piece
            continue
        if current.strip():
            lines.append(current.rstrip())
        *full, current = _cut(piece, face, width_em)
        lines.extend(full)
    lines.append(current.rstrip())
    return lines
