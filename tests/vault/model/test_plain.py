"""Records from plain fields, as people type them: strict, with the place named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import records
from vault.errors import BadInput
from vault.model.plain import fields_of, record_from
from vault.model.vault import KINDS


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_fields_make_the_record_they_came_from(kind: str, data: st.DataObject) -> None:
    """A record goes out as plain fields and comes back the same."""
    record = data.draw(records[kind])
    assert record_from(kind, fields_of(record)) == record


@pytest.mark.parametrize(
    ("fields", "where", "problem"),
    [
        (
            {"id": "x", "title": "t", "colour": "red"},
            "procedure.colour",
            "unknown-field",
        ),
        (
            {"id": "x", "title": "t", "steps": [{"text": "a", "when": "b"}]},
            "procedure.steps.when",
            "unknown-field",
        ),
        ({"id": "x"}, "procedure", "wrong-type"),
        ({"id": "x", "title": 1}, "procedure", "wrong-type"),
        ({"id": "x", "title": "t", "wait_days": "3"}, "procedure", "wrong-type"),
        ({"id": "x", "title": "t", "steps": ["a"]}, "procedure", "wrong-type"),
    ],
)
def test_what_does_not_fit_is_refused(
    fields: dict[str, object], where: str, problem: str
) -> None:
    """Unknown fields, also of parts, missing fields and wrong types do not pass."""
    with pytest.raises(BadInput) as caught:
        record_from("procedure", fields)
    assert (caught.value.where, caught.value.problem) == (where, problem)
