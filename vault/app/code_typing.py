"""What is told of a key card's code while somebody types it."""

from typing import Literal, NamedTuple

from vault.encoding import base32
from vault.encoding.recovery_code import SYMBOLS, CodeKind, ParsedCode, parse_code
from vault.errors import BadInput
from vault.i18n import translate as _
from vault.i18n import translate_count

Opens = Literal["", "vault", "part", "share"]
_OPENS: dict[CodeKind, Opens] = {
    CodeKind.VAULT: "vault",
    CodeKind.PARTIAL_KIT: "part",
    CodeKind.SHARE: "share",
}
_ELSEWHERE: dict[Opens, str] = {
    "vault": _("This is the code of a whole vault."),
    "part": _("This is the code of a kit of chosen accounts: it opens that kit only."),
    "share": _("This is the code of a share: it opens that share only."),
}


class CodeTold(NamedTuple):
    """How far the typing is; `opens` says what a whole code opens, "" before."""

    state: Literal["typing", "good", "wrong"]
    words: str
    opens: Opens = ""


def code_told(text: str, *wanted: Opens) -> CodeTold:
    """Say what is seen in a code typed so far; `wanted` is what it should open."""
    count = len(base32.read_typed(text))
    if count < SYMBOLS:
        return CodeTold("typing", _far(count))
    try:
        code = parse_code(text)
    except BadInput as error:
        return CodeTold("wrong", _wrong(error, count))
    opens = _OPENS[code.kind]
    if wanted and opens not in wanted:
        return CodeTold("wrong", _ELSEWHERE[opens], opens)
    return CodeTold("good", _good(code), opens)


def _far(count: int) -> str:
    return _("{n} of 31 characters").format(n=count) if count else ""


def _good(code: ParsedCode) -> str:
    """Say what was mended, to be compared with the card."""
    if not code.mended:
        return _("31 of 31 characters, none wrong")
    plain = code.text.replace("-", "")
    one = _("number {n} is {character}")
    meant = [one.format(n=at + 1, character=plain[at]) for at in code.mended]
    words = translate_count(
        "31 of 31 characters; {n} was wrong and is corrected: {meant}",
        "31 of 31 characters; {n} were wrong and are corrected: {meant}",
        len(meant),
    )
    return words.format(n=len(meant), meant=", ".join(meant))


def _wrong(error: BadInput, count: int) -> str:
    if error.problem == "code-length":
        return _("{n} characters, but a code has 31").format(n=count)
    if error.problem == "code-kind":
        return _("This code is of a kind that no program of ours prints.")
    return _("31 characters, but more than two are wrong: compare with the card")
