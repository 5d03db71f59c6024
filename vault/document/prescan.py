"""The look at bytes from strangers before any value is built from them.

Walks the tokens once and keeps only the keys of the objects that are open, so that
hostile text costs no memory. It refuses what typed decoding would let pass: a key given
twice (the last would win), nesting and strings beyond their bounds. Whether the text is
JSON at all is for the decoder that follows.
"""

import json
import re
from typing import Final

from vault.errors import Malformed
from vault.limits import JSON_DEPTH, JSON_STRING_BYTES, JSON_TOKENS

KEYS: Final = 10_000  # of one object; the records of any program have under a hundred
_QUOTE, _OPEN, _CLOSE = b'"', b"{[", b"}]"
# Possessive repeats: a long string leaves no trail of states to go back to.
_MARK: Final = re.compile(rb'["{}\[\]]')
_STRING_END: Final = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_COLON: Final = re.compile(rb"[ \t\r\n]*+:")


def prescan(data: bytes, tokens: int = JSON_TOKENS) -> None:
    """Refuse, as Malformed, text that is ambiguous or beyond the limits of JSON.

    `tokens` is how many texts and opening brackets there may be; those within a text
    count as well, which is no matter where there are so many.
    """
    if data.count(b"[") + data.count(b"{") + data.count(_QUOTE) // 2 > tokens:
        raise Malformed("json.tokens")
    open_keys: list[set[str]] = []
    at = 0
    while mark := _MARK.search(data, at):
        at = mark.end()
        if mark[0] in _QUOTE:
            at = _string(data, at, open_keys)
        elif mark[0] in _OPEN:
            open_keys.append(set())
            if len(open_keys) > JSON_DEPTH:
                raise Malformed("json.depth")
        elif open_keys:
            open_keys.pop()
        else:
            raise Malformed("json.syntax")


def _string(data: bytes, start: int, open_keys: list[set[str]]) -> int:
    """Pass the string whose text begins at `start`; return where what follows begins.

    A string before a colon is a key, and each key may stand once in its object.
    """
    end = _STRING_END.match(data, start)
    if end is None:
        raise Malformed("json.syntax")
    if end.end() - start > JSON_STRING_BYTES:
        raise Malformed("json.string")
    colon = _COLON.match(data, end.end())
    if colon is None:
        return end.end()
    keys = open_keys[-1] if open_keys else set()
    key = _text(data[start - 1 : end.end()])
    if key in keys:
        raise Malformed("json.doubled-key")
    keys.add(key)
    if len(keys) > KEYS:
        raise Malformed("json.keys")
    return colon.end()


def _text(quoted: bytes) -> str:
    """Read a quoted key as text: two spellings of one key are one key."""
    try:
        return str(json.loads(quoted))
    except ValueError as error:
        raise Malformed("json.syntax") from error
