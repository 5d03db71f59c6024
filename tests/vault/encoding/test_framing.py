"""Fields: type, length, value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding.framing import Field, print_fields, read_fields
from vault.errors import BrokenInvariant, Malformed

FIELDS = st.lists(
    st.builds(Field, st.integers(0, 255), st.binary(max_size=40)), max_size=8
).map(tuple)


@given(FIELDS)
def test_what_is_printed_is_read(fields: tuple[Field, ...]) -> None:
    """Any fields come back, in their order."""
    assert read_fields(print_fields(fields)) == fields


@given(st.binary(max_size=60))
def test_any_bytes_are_fields_or_malformed(data: bytes) -> None:
    """What parses prints back identically."""
    try:
        fields = read_fields(data)
    except Malformed:
        return
    assert print_fields(fields) == data


@given(FIELDS, st.data())
def test_a_cut_is_seen_unless_it_falls_between_fields(
    fields: tuple[Field, ...], data: st.DataObject
) -> None:
    """A shorter text is malformed, or is the first of the fields."""
    printed = print_fields(fields)
    cut = printed[: data.draw(st.integers(0, len(printed)))]
    try:
        found = read_fields(cut)
    except Malformed:
        return
    assert found == fields[: len(found)]


def test_a_value_fits_its_length() -> None:
    """65,535 bytes are the most; a longer value is our own bug."""
    longest = Field(1, bytes(65_535))
    assert read_fields(print_fields((longest,))) == (longest,)
    with pytest.raises(BrokenInvariant):
        print_fields((Field(1, bytes(65_536)),))
