"""Recovery codes typed wrong, put together from two, or made to look like one."""

from collections.abc import Callable, Iterator
from typing import Final

from tests.attacks.attack import Attack, on
from tests.vectors.envelope_maker import CODE
from vault.encoding.recovery_code import CodeKind, parse_code, print_code
from vault.errors import BadInput, VaultError

SOUND: Final = print_code(CODE, CodeKind.VAULT)
BARE: Final = SOUND.replace("-", "")
OTHER: Final = print_code(bytes(range(16)), CodeKind.VAULT).replace("-", "")
WRONG: Final = BadInput("code", "code-wrong")
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _substituted()
    yield from _lengths()


def _other(letter: str, by: int) -> str:
    return LETTERS[(LETTERS.index(letter) + by) % 32]


def _at(*places: int) -> str:
    changed = list(BARE)
    for number, place in enumerate(places):
        changed[place] = _other(changed[place], 5 + number)
    return "".join(changed)


def _substituted() -> Iterator[Attack]:
    texts = {
        "three letters wrong in front": _at(0, 1, 2),
        "three letters wrong at the end": _at(28, 29, 30),
        "three letters wrong far apart": _at(0, 15, 30),
        "four letters wrong": _at(3, 9, 20, 27),
        "a whole group wrong": _at(8, 9, 10, 11),
        "two groups turned": BARE[4:8] + BARE[:4] + BARE[8:],
        "halves of two codes": BARE[:16] + OTHER[16:],
        "one code's data with another's checksum": BARE[:26] + OTHER[26:],
        "a code backwards": BARE[::-1],
        "every letter one on": "".join(_other(c, 1) for c in BARE),
        "three letters that are none": "UUU" + BARE[3:],
        "three signs that are none": "!!!" + BARE[3:],
    }
    for name, text in texts.items():
        yield on(name, WRONG, _typed(text))
    kind = BadInput("code", "code-kind")
    text = print_code(CODE, 3)  # type: ignore[arg-type]  # what no writer prints
    yield on("a kind that there is not", kind, _typed(text))
    # The sum of all powers is a word of the code, and so is any multiple of it.
    yield on("31 times the same letter", kind, _typed("7" * 31))


def _lengths() -> Iterator[Attack]:
    texts = {
        "a letter dropped": BARE[:9] + BARE[10:],
        "a letter doubled": BARE[:9] + BARE[8] + BARE[9:],
        "the last group left out": BARE[:28],
        "two codes in one line": BARE + OTHER,
        "nothing": "",
        "blanks and dashes": " - - ",
        "one letter": "C",
        "a letter as two signs": BARE[:-1] + "\u01c4",
        "a megabyte of letters": BARE * 33_000,
    }
    for name, text in texts.items():
        refusal: VaultError = BadInput("code", "code-length", _counted(text))
        yield on(f"typed: {name}", refusal, _typed(text))


def _counted(text: str) -> str:
    if "\u01c4" in text:
        return "32"  # a ligature of two letters is two once it is spelt apart
    return str(sum(not c.isspace() and c != "-" for c in text))


def _typed(text: str) -> Callable[[], object]:
    return lambda: parse_code(text)
