"""The pre-scan passes every JSON text within its limits, and refuses the rest."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from vault.document.prescan import KEYS, prescan
from vault.errors import Malformed
from vault.limits import JSON_STRING_BYTES, JSON_TOKENS

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=10,
)


@given(values, st.booleans(), st.sampled_from([None, 1]))
def test_ordinary_json_passes(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    """However it is spelt and spaced."""
    prescan(json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode())


@given(st.binary())
def test_any_bytes_pass_or_are_malformed(data: bytes) -> None:
    """Nothing else ever comes out."""
    try:
        prescan(data)
    except Malformed as error:
        assert error.where.startswith("json.")  # noqa: PT017  where it passes, it may


@given(st.dictionaries(texts, st.just(1), min_size=1), st.data())
def test_a_key_given_twice_is_refused(
    value: dict[str, int], data: st.DataObject
) -> None:
    """Wherever it stands and however it is escaped."""
    key = data.draw(st.sampled_from(sorted(value)))
    escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in key)
    inside = json.dumps(value)[:-1] + f', "{escaped.replace(chr(34), "")}" : [2]}}'
    if '"' in key:
        return
    with pytest.raises(Malformed) as caught:
        prescan(f'[{{"a":{inside}}}]'.encode())
    assert caught.value.where == "json.doubled-key"


@pytest.mark.parametrize(
    "text",
    [
        '{"a":{"a":1},"b":{"a":1}}',
        '[{"a":1},{"a":1}]',
        '{"a":"b","b":"a"}',
        '{"a":["a","a"]}',
        r'{"a\"":1,"a":2}',
        r'{"a":"\\","b":"\""}',
    ],
)
def test_the_same_word_in_another_place_is_no_double(text: str) -> None:
    """Keys are compared within one object only, and never with values."""
    prescan(text.encode())


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")])
def test_sixteen_levels_pass_and_seventeen_do_not(open_: str, close: str) -> None:
    """Objects and arrays count alike; brackets inside strings do not count."""
    prescan((open_ * 16 + '"[[{{"' + close * 16).encode())
    with pytest.raises(Malformed) as caught:
        prescan((open_ * 17 + "1" + close * 17).encode())
    assert caught.value.where == "json.depth"


def test_strings_and_objects_have_their_bounds() -> None:
    """A string of a mebibyte passes; a longer one, or too many keys, does not."""
    prescan(b'["' + b"x" * (JSON_STRING_BYTES - 1) + b'"]')
    for data, where in (
        (b'["' + b"x" * JSON_STRING_BYTES + b'"]', "json.string"),
        (json.dumps(dict.fromkeys(range(KEYS + 1))).encode(), "json.keys"),
    ):
        with pytest.raises(Malformed) as caught:
            prescan(data)
        assert caught.value.where == where


@pytest.mark.parametrize(
    "data", [b'"open', b'"\\"', b"]", b"{}}", b'{"\\q":1}', b'{"\xff":1}', b'"a":1']
)
def test_text_that_is_no_json_is_not_trusted(data: bytes) -> None:
    """What the scan sees to be broken is refused; the rest is the decoder's work."""
    if data == b'"a":1':
        prescan(data)
        return
    with pytest.raises(Malformed) as caught:
        prescan(data)
    assert caught.value.where == "json.syntax"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_000_000,
        b'["' + b"\\n" * 2_000_000 + b'"]',
        b'["' + b"x" * 4_000_000,
        b'{"' + b"\\u0041" * 100_000 + b'":1}',
    ],
)
def test_hostile_text_costs_no_memory(data: bytes) -> None:
    """Refused or passed in less than the text itself takes, four times over."""
    tracemalloc.start()
    try:
        prescan(data)
    except Malformed:
        pass
    finally:
        _, peak_bytes = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak_bytes < 4 * len(data) + 100_000


def test_texts_and_brackets_are_counted() -> None:
    """However flat it is: each would be looked at, and perhaps built."""
    prescan(b'["a",{"b":1},[]]', tokens=5)
    with pytest.raises(Malformed, match="tokens"):
        prescan(b'["a",{"b":1},[]]', tokens=4)
    with pytest.raises(Malformed, match="tokens"):
        prescan(b"[]" * (JSON_TOKENS + 1))
