"""The printed code: what hands may do to it, and what is never accepted."""

import json
import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.read_vector import FOLDER
from vault.encoding import base32
from vault.encoding.recovery_code import (
    SYMBOLS,
    CodeKind,
    ParsedCode,
    parse_code,
    print_code,
)
from vault.errors import BadInput, BrokenInvariant

KEYS = st.binary(min_size=16, max_size=16)
KINDS = st.sampled_from(CodeKind)
VECTORS = sorted((FOLDER / "code").glob("*.json"))


def replaced(text: str, changes: dict[int, int]) -> str:
    """Return the code with the symbols at these places moved on by some steps."""
    symbols = list(base32.read_typed(text))
    for place, step in changes.items():
        symbols[place] = (symbols[place] + step) % 32
    return base32.spell(tuple(symbols), 4)


@given(KEYS, KINDS)
def test_what_is_printed_parses(key: bytes, kind: CodeKind) -> None:
    """A code gives back its key and kind, and prints in one spelling."""
    text = print_code(key, kind)
    assert parse_code(text) == ParsedCode(key, kind, (), text)
    assert [len(group) for group in text.split("-")] == [4] * 7 + [3]


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_every_vector_does_what_it_says(path: Path) -> None:
    """Each file is read as it was meant, or refused with the problem it names."""
    vector = json.loads(path.read_text("utf-8"))
    if vector["expect"] == "parsed":
        parsed = parse_code(vector["typed"])
        assert parsed.key.hex() == vector["key"]
        assert parsed.kind == vector["kind"]
        assert parsed.mended == tuple(vector["mended"])
        assert parsed.text == vector["text"]
    else:
        with pytest.raises(BadInput) as caught:
            parse_code(vector["typed"])
        assert caught.value.problem == vector["expect"]


def test_there_are_vectors() -> None:
    """The folder was found."""
    assert len(VECTORS) >= 15


def test_every_single_mistake_is_mended() -> None:
    """All 31 places with all 31 wrong symbols come back as they were meant."""
    text = print_code(random.Random(3).randbytes(16), CodeKind.SHARE)
    meant = parse_code(text)
    for place in range(SYMBOLS):
        for step in range(1, 32):
            parsed = parse_code(replaced(text, {place: step}))
            assert (parsed.text, parsed.mended) == (meant.text, (place,))


@given(KEYS, KINDS, st.data())
def test_two_mistakes_are_mended(
    key: bytes, kind: CodeKind, data: st.DataObject
) -> None:
    """Any two places are mended, and named."""
    text = print_code(key, kind)
    places = data.draw(st.sampled_from(list(combinations(range(SYMBOLS), 2))))
    steps = [data.draw(st.integers(1, 31)) for _ in places]
    changes = dict(zip(places, steps, strict=True))
    parsed = parse_code(replaced(text, changes))
    assert (parsed.key, parsed.kind, parsed.mended) == (key, kind, places)


def three_mistakes_pass(draw: random.Random) -> bool:
    """Tell whether three substituted symbols were taken for any code."""
    text = print_code(draw.randbytes(16), draw.choice(list(CodeKind)))
    places = draw.sample(range(SYMBOLS), 3)
    try:
        parse_code(replaced(text, {place: draw.randint(1, 31) for place in places}))
    except BadInput as error:
        return error.problem != "code-wrong"
    return True


def test_three_mistakes_never_pass() -> None:
    """Neither as the same code nor as another, in a sample."""
    draw = random.Random(4)
    assert not any(three_mistakes_pass(draw) for _ in range(1000))


@pytest.mark.figures
def test_three_mistakes_never_pass_in_300_000() -> None:
    """The count that the design names."""
    draw = random.Random(5)
    assert not any(three_mistakes_pass(draw) for _ in range(300_000))


@pytest.mark.figures
def test_every_pair_of_mistakes_is_mended() -> None:
    """All 465 pairs of places, with 40 pairs of wrong symbols each."""
    draw = random.Random(6)
    text = print_code(draw.randbytes(16), CodeKind.VAULT)
    for p, q in combinations(range(SYMBOLS), 2):
        for _ in range(40):
            changes = {p: draw.randint(1, 31), q: draw.randint(1, 31)}
            assert parse_code(replaced(text, changes)).text == text


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_bad_input(text: str) -> None:
    """Nothing else is raised, and what parses is the code it says it is."""
    try:
        parsed = parse_code(text)
    except BadInput:
        return
    assert parse_code(parsed.text).key == parsed.key


def test_three_characters_that_are_no_symbols_are_refused() -> None:
    """Not even where a zero, which they are read as, would be right by luck."""
    text = print_code(bytes(16), CodeKind.VAULT)
    with pytest.raises(BadInput, match="code-wrong"):
        parse_code("UUU" + text[3:])
    assert parse_code("UU" + text[2:]).mended == (0, 1)


def test_the_key_is_not_shown() -> None:
    """A code in a log or traceback says its kind and nothing to type."""
    parsed = parse_code(print_code(b"k" * 16, CodeKind.VAULT))
    assert parsed.text not in repr(parsed)
    assert repr(parsed.key) not in repr(parsed)


def test_a_key_has_16_bytes() -> None:
    """Anything else is our own bug."""
    with pytest.raises(BrokenInvariant):
        print_code(bytes(15), CodeKind.VAULT)


def test_a_text_of_a_thousand_characters_is_no_code() -> None:
    """Whoever pastes a page is told so before it is looked at letter by letter."""
    code = print_code(bytes(range(16)), CodeKind.VAULT)
    assert parse_code(code + " " * (1000 - len(code))).key == bytes(range(16))
    with pytest.raises(BadInput) as caught:
        parse_code(code + " " * 1000)
    assert (caught.value.problem, caught.value.detail) == ("code-length", "1038")
