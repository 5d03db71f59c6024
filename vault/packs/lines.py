"""Lines of a list of codes: what is numbering, what is a mark, what is mere words.

Nothing is thrown away: whatever is taken off a cell is kept in its `marks`, so that a
caller can show everything that was read.
"""

import re
from dataclasses import dataclass
from typing import Final

_HYPHENS: Final = "\u2010\u2011\u2012\u2013-"  # what programs print between groups
_UNSEEN: Final = (
    "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u0336"  # and strike-through
)
_TICKS: Final = "✓✔☑✅☒✗✘✖"
_QUOTES: Final = "\"'`“”‘’«»~"  # noqa: RUF001 - curly quotes are what word processors make
_LEADING: Final = re.compile(
    rf"""(?P<mark>
        \[\s?[xX*{_TICKS}]?\s?\]\s*     # [ ] or [x]
      | [☐□▢○●•·▪◦‣{_TICKS}]\s*         # boxes, bullets, ticks
      | [*+>–—-]\s+                     # a bullet needs the space, a code may start so
      | \#?\d{{1,3}}\s?[.):\]]\s+       # 1.  1)  1:
      | \(\d{{1,3}}\)\s+                # (1)
      | \d{{1,2}}\s+[–-]\s+             # 1 -
    )(?=\S)""",  # noqa: RUF001 - dashes as printed
    re.VERBOSE,
)
_TIGHT: Final = re.compile(r"(?P<mark>\d{1,2}[.)])(?=\w)")
_TRAILING: Final = re.compile(
    # No unbounded blanks here: a search that may begin at each of them is cubic.
    rf"""(?P<mark>
        [{_TICKS}]
      | (?:[\[(–—-]\s?)?\b(?P<not>not\s|un)?(?:used|redeemed|spent)\b.{{0,40}}
      | (?:[\[(]\s?)?(?:已使用|已用|사용됨|사용함).{{0,40}}
    )$""",  # noqa: RUF001 - dashes as printed
    re.VERBOSE | re.IGNORECASE,
)
# "USED 78901234": what follows must look like a code; "used 2 May" is advice.
_LEADING_USED: Final = re.compile(
    r"""(?P<mark>
        (?:[\[(]\s?)?(?P<not>not\s|un)?(?:used|redeemed|spent)(?:\s?[\])])?\s?[:–—-]?\s+
    )(?=(?=\S*\d)\S{4}|[^\W_]{3,}-[^\W_]{3})""",  # noqa: RUF001 - dashes as printed
    re.VERBOSE | re.IGNORECASE,
)
_NOTHING: Final = re.compile(
    r"[-–—―_.…\s]*|n/a|n\.a\.?|none|null|无|無|없음",  # noqa: RUF001 - dashes as printed
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?P<label>[^\W\d_][^\d:：=]{0,40}?(?:\s*\#?\d{1,2})?\s*[:：=])\s*(?=\S)"  # noqa: RUF001 - the full-width colon of Chinese lists
)
_CODE_LABEL: Final = re.compile(
    r"code|c[oó]dig|key|\bpin\b|\bpuk\b|token|backup|recover|码|코드", re.IGNORECASE
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_NOT_CODE: Final = re.compile(
    rf"""
        \S@\S+\.\S | \w://\S | \bwww\.\S                     # mail, web
      | (?<![\w-])(?:19|20)\d\d[-/.](?:0?\d|1[0-2])[-/.][0-3]?\d(?![\w-])
      | (?<![\w-])[0-3]?\d[/.][0-3]?\d[/.](?:19|20)?\d\d(?![\w-])
      | (?<![\w-])[0-3]?\d-[0-3]?\d-(?:19|20)\d\d(?![\w-])
      | (?<!\w)[0-2]?\d:[0-5]\d(?!\w)                        # a time
      | \b{_MONTH}\s+[0-3]?\d\b | \b[0-3]?\d\.?\s+{_MONTH}\s+(?:19|20)\d\d\b
      | (?:19|20)\d\d\s?年                                   # a year
      | (?<!\S)\+\d                                          # a phone number
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Words of headings and advice. A line of which half are such is not a code; a phrase
# of twelve dictionary words stays one.
_ADVICE: Final = """
    a about again all already and any are at authentication backup be but by can code
    codes copy download downloaded each emergency enter every factor for from generate
    generated google have if in instagram is it keep key keys link list login lose lost
    made make more need new not of on once one only or phone place print recovery safe
    safely save secret secure security set sign single somewhere step store that the
    them these this time to two two-factor two-step use used verification via was when
    will with without you your yours account accounts facebook
"""
_WORDS: Final = frozenset(_ADVICE.split())
_CODE_CHARACTERS_AT_LEAST: Final = 4  # a shorter run is numbering or a counter
_GROUP_AT_LEAST: Final = 4
_GROUPS_AT_MOST: Final = 8
_SHORT_GROUP: Final = range(2, 7)  # characters; longer ones are words of their own
_CAPITALS_AT_LEAST: Final = 6  # shorter words in capitals are headings


@dataclass(frozen=True)
class Cell:
    """One cell of a line: its text, what was taken off it, its label and state."""

    text: str
    marks: str = ""
    label: str = ""
    used: bool = False
    numbered: bool = False


def comparable(code: str) -> str:
    """Return the code without spaces and hyphens, its case kept."""
    return re.sub(rf"[\s{_HYPHENS}]", "", code)


def unmark(cell: str, *, tight: bool = False) -> Cell:
    """Take numbering, check boxes, bullets, quotes and used marks off a cell.

    `tight` also takes "1." where no space follows: only safe if the shape is known.
    """
    seen = "".join(sign for sign in cell if sign not in _UNSEEN)
    marks = [sign for sign in cell if sign in _UNSEEN]
    used = "\u0336" in cell or "~~" in cell
    text, leading = _strip_leading(seen.strip(), tight=tight)
    if said := _LEADING_USED.match(text):
        used = used or said["not"] is None
        text, more = _strip_leading(text[said.end() :], tight=tight)
        marks.append(said["mark"])
        leading += more
    marks += leading
    ending = _TRAILING.search(text)
    if ending and ending.start() > 0:
        used = used or ending["not"] is None
        marks.append(ending["mark"])
        text = text[: ending.start()].rstrip()
    inner = text.strip(_QUOTES + " ")
    if inner:
        marks.append(text.replace(inner, "", 1))
        text = inner
    used = used or any(sign in "".join(leading) for sign in _TICKS + "xX")
    return Cell(text, "".join("".join(marks).split()), "", used, bool(leading))


def _strip_leading(text: str, *, tight: bool) -> tuple[str, list[str]]:
    taken: list[str] = []
    while found := _LEADING.match(text) or (tight and _TIGHT.match(text)):
        taken.append(found["mark"])
        text = text[found.end() :]
    return text, taken


def unlabel(cell: Cell) -> Cell:
    """Part a leading "Backup code 3:" from what follows it."""
    found = _LABEL.match(cell.text)
    if not found:
        return cell
    rest = cell.text[found.end() :]
    return Cell(rest, cell.marks, found["label"], cell.used, cell.numbered)


def names_a_code(label: str) -> bool:
    """Tell whether a label announces a code, and not a date, a phone or a name."""
    return bool(_CODE_LABEL.search(label))


def is_blurb(text: str) -> bool:
    """Tell headings, advice, dates, addresses and phone numbers from codes."""
    if _NOT_CODE.search(text):
        return True
    words = re.findall(r"[^\W_][\w'’-]*", text)  # noqa: RUF001 - the curly apostrophe of typeset advice
    if any(_is_code_word(word) for word in words):
        return False
    if text.endswith((".", "!", "?", ":", "。", "：")) and len(words) != 1:  # noqa: RUF001 - the full-width colon
        return True
    if re.search(r"[备備]用|恢[复復]|[验驗][证證]|代[码碼]|백업|복구", text):
        return True
    advice = sum(word.casefold() in _WORDS for word in words)
    counts = sum(word.isdecimal() for word in words)
    return advice > 0 and 2 * (advice + counts) >= len(words)


def says_nothing(text: str) -> bool:
    """Tell what people write where there is nothing: strokes, "n/a", "none"."""
    return _NOTHING.fullmatch(text.strip()) is not None


def is_surely_a_code(text: str) -> bool:
    """Tell a code so plain that one line may hold several of them.

    One word has a digit or is in capitals; short groups have so each.
    """
    words = text.split()
    bare = comparable(text)
    if not bare.isalnum() or is_blurb(text) or len(words) > _GROUPS_AT_MOST:
        return False
    if len(words) == 1:
        capitals = bare.isupper() and len(bare) >= _CAPITALS_AT_LEAST
        digits = (
            any(map(str.isdecimal, bare)) and len(bare) >= _CODE_CHARACTERS_AT_LEAST
        )
        return capitals or digits
    return len(bare) >= _CAPITALS_AT_LEAST and all(map(_is_short_group, words))


def _is_short_group(word: str) -> bool:
    capitals = word.isupper()
    digits = any(map(str.isdecimal, word))
    return len(word) in _SHORT_GROUP and (capitals or digits)


def is_code_like(text: str) -> bool:
    """Tell whether a cell could be a code of a shape that nobody told us."""
    words = text.split()
    bare = comparable(text)
    if len(bare) < _CODE_CHARACTERS_AT_LEAST or not bare.isalnum():
        return False
    if all(any(sign.isdecimal() for sign in word) for word in words):
        return True
    groups = {len(group) for group in re.split(rf"[\s{_HYPHENS}]+", text)}
    return not is_blurb(text) and len(groups) == 1 and min(groups) >= _GROUP_AT_LEAST


def _is_code_word(word: str) -> bool:
    return len(word) >= _CODE_CHARACTERS_AT_LEAST and any(map(str.isdecimal, word))
