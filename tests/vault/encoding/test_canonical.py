"""Canonical JSON: one spelling, proven against the standard library's printer."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from vault.encoding.canonical import encode_trusted, to_json
from vault.errors import Malformed

_scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
    ),
    max_leaves=12,
)


def _printed_by_the_rule(value: object) -> bytes:
    """Spell a value by the rule of SPEC.md, with another printer."""
    printed = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return printed.encode()


@given(values)
def test_the_output_is_exactly_the_rule(value: object) -> None:
    """Order, escapes and spacing are those of the specification."""
    assert to_json(value) == _printed_by_the_rule(value)


@given(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"])))
def test_every_escape_is_the_one_of_the_rule(text: str) -> None:
    """Control characters have one spelling each; nothing else is escaped."""
    assert to_json(text) == _printed_by_the_rule(text)


def test_keys_are_ordered_by_code_point() -> None:
    """Beyond U+FFFF the order is that of characters, not of UTF-16 halves."""
    assert to_json({"\U00010000": 1, "\uffee": 2, "Z": 3, "a": 4}) == (
        '{"Z":3,"a":4,"\uffee":2,"\U00010000":1}'.encode()
    )


@given(values)
def test_what_is_printed_reads_back(value: object) -> None:
    """Nothing is lost and nothing is added."""
    assert json.loads(to_json(value)) == value


@pytest.mark.parametrize(
    ("value", "where"),
    [
        (1.0, "json.float"),
        (float("nan"), "json.float"),
        ([{"a": float("inf")}], "json.float"),
        (2**53, "json.integer"),
        (-(2**53), "json.integer"),
        ({1: 2}, "json.key"),
        ("\ud800", "json.surrogate"),
        ({"\udfff": 1}, "json.surrogate"),
        (object(), "json.type"),
    ],
)
def test_what_has_no_spelling_is_refused(value: object, where: str) -> None:
    """Floats, large integers, odd keys, half characters and objects do not pass."""
    with pytest.raises(Malformed) as caught:
        to_json(value)
    assert caught.value.where == where


def _nested(depth: int, *inside: int) -> list[Any]:
    value: list[Any] = [*inside]
    for _ in range(depth - 1):
        value = [value]
    return value


def test_the_bounds_themselves_are_accepted() -> None:
    """The largest integers and the deepest nesting that are allowed do pass."""
    assert to_json([2**53 - 1, -(2**53) + 1]) == b"[9007199254740991,-9007199254740991]"
    assert to_json(_nested(16)) == b"[" * 16 + b"]" * 16
    assert to_json(_nested(16, 7)) == b"[" * 16 + b"7" + b"]" * 16


@pytest.mark.parametrize("depth", [17, 100, 100_000])
def test_nesting_beyond_the_bound_is_refused(depth: int) -> None:
    """No depth leaves as anything but Malformed."""
    with pytest.raises(Malformed):
        to_json(_nested(depth))


class _Pair(msgspec.Struct):
    b: int
    a: str


def test_structs_print_like_their_fields() -> None:
    """A Struct is an object of its fields, in the order of their names."""
    assert to_json(_Pair(1, "x")) == encode_trusted(_Pair(1, "x")) == b'{"a":"x","b":1}'
