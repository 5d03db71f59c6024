"""What is told of a key card's code while it is typed."""

import pytest

from vault.app.code_typing import code_told
from vault.encoding import base32
from vault.encoding.recovery_code import CodeKind, _checksum, print_code

KEY = bytes(range(16))
CODE = print_code(KEY, CodeKind.VAULT)


def wrong(places: int) -> str:
    """Return the code with that many characters wrong."""
    plain = list(CODE.replace("-", ""))
    for place in range(places):
        plain[3 * place] = "Z" if plain[3 * place] != "Z" else "Y"
    return "".join(plain)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (CODE[:5], "4 of 31 characters"),
        (CODE.lower(), "31 of 31 characters, none wrong"),
        (
            wrong(1),
            "31 of 31 characters; 1 was wrong and is corrected: number 1 is {0}",
        ),
        (
            wrong(2),
            (
                "31 of 31 characters; 2 were wrong and are corrected: "
                "number 1 is {0}, number 4 is {3}"
            ),
        ),
    ],
)
def test_the_typing_is_followed(text: str, words: str) -> None:
    """Hyphens and case do not count; what is mended is said."""
    told = code_told(text, "vault")
    assert told.words == words.format(*CODE.replace("-", ""))
    assert told.state == ("good" if "of 31" in words and "31 of" in words else "typing")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (wrong(5), "more than two are wrong"),
        (CODE + "0", "32 characters, but a code has 31"),
    ],
)
def test_a_code_that_can_not_be_right_is_told_at_once(text: str, words: str) -> None:
    """Before anybody waits for a second."""
    told = code_told(text, "vault")
    assert words in told.words
    assert told.state == "wrong"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (CodeKind.PARTIAL_KIT, "kit of chosen accounts"),
        (CodeKind.SHARE, "a share"),
    ],
)
def test_a_card_of_something_else_is_named(kind: CodeKind, words: str) -> None:
    """A deputy may hold three of them."""
    told = code_told(print_code(KEY, kind), "vault")
    assert words in told.words
    assert told.state == "wrong"
    assert code_told(print_code(KEY, kind)).state == "good"


def test_a_card_of_the_vault_is_named_where_a_share_is_opened() -> None:
    """The owner's own card must not be typed into a deputy's file."""
    told = code_told(CODE, "share")
    assert "a whole vault" in told.words
    assert told.opens == "vault"


def test_a_code_of_no_kind_is_said_to_be_none() -> None:
    """Its checksum holds, and it is none of ours."""
    data = base32.to_symbols(int.from_bytes(KEY, "big") << 2 | 3, 26)
    told = code_told(base32.spell(data + _checksum(data), 4))
    assert "no program of ours" in told.words
