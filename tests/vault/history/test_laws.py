"""The laws of the history, over acts drawn at random."""

from collections.abc import Callable

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from tests.builders import NOON
from tests.strategies import changes, vaults
from vault.document.codec import decode_document, encode_document
from vault.history.bring_back import (
    hindrance,
    missing_parents,
    record_back,
    value_back,
)
from vault.history.forget import forgetting
from vault.history.gone import gone_lately
from vault.history.keep import tidied
from vault.history.past import pasts
from vault.model.before import before_value, set_fields
from vault.model.change import apply, undo
from vault.model.removal import removal_of
from vault.model.vault import KINDS, Vault

slow = pytest.mark.slow
drawn = settings(max_examples=100)
TODAY = NOON[:10]
MUCH_LATER = "2030-01-01"


def records(vault: Vault) -> dict[str, object]:
    """Return all of a vault but its history."""
    fields = asdict(vault)
    del fields["history"], fields["counter"]
    return fields


@slow
@drawn
@given(vaults(), st.data())
def test_every_value_typed_is_in_the_record_or_in_its_history(
    vault: Vault, data: st.DataObject
) -> None:
    """Whatever was done after, as long as the bounds are not met."""
    typed: set[tuple[str, str, str, str]] = set()
    for _ in range(data.draw(st.integers(1, 5))):
        for kind in KINDS:
            for id_, record in vault.collection(kind).items():
                typed |= {
                    (kind, id_, name, repr(before_value(getattr(record, name), ())))
                    for name in set_fields(record)
                    if name != "codes"
                }
        vault = tidied(apply(vault, data.draw(changes(vault)), NOON)[0], TODAY)
    kept = {
        (entry.kind, entry.id, name, repr(value))
        for entry in vault.history
        for name, value in entry.before.items()
    } | {
        (kind, id_, name, repr(before_value(getattr(record, name), ())))
        for kind in KINDS
        for id_, record in vault.collection(kind).items()
        for name in record.__struct_fields__
    }
    assert typed <= kept


@slow
@drawn
@given(vaults(), st.data())
def test_what_is_brought_back_and_undone_leaves_all_as_it_was(
    vault: Vault, data: st.DataObject
) -> None:
    """And what comes back is told as what shows now."""
    vault = apply(vault, data.draw(changes(vault)), NOON)[0]
    for past in pasts(vault):
        if hindrance(vault, past) is None:
            after, done = apply(vault, value_back(vault, past), NOON)
            assert hindrance(after, past) == "same"
            assert records(undo(after, done, NOON)[0]) == records(vault)


@slow
@drawn
@given(vaults(), st.data())
def test_what_is_removed_and_brought_back_is_as_before(
    vault: Vault, data: st.DataObject
) -> None:
    """With all that hung on it, and every link to it and from it."""
    kind = data.draw(st.sampled_from([kind for kind in KINDS if kind != "kit"]))
    if not vault.collection(kind):
        return
    id_ = data.draw(st.sampled_from(sorted(vault.collection(kind))))
    at = "2026-03-05T12:00:00Z"
    gone = apply(vault, removal_of(vault, kind, id_), at)[0]
    one = next(one for one in gone_lately(gone, at[:10]) if one.id == id_)
    assert missing_parents(gone, one) == ()
    after, done = apply(gone, record_back(gone, one).changes, at)
    assert records(after) == records(vault)
    assert records(undo(after, done, at)[0]) == records(gone)


@slow
@drawn
@given(vaults(), st.sampled_from([TODAY, "2026-04-15", MUCH_LATER]))
def test_what_is_tidied_can_be_saved_and_is_tidy(vault: Vault, today: str) -> None:
    """No record changes, and tidying again does nothing."""
    after = tidied(vault, today)
    assert decode_document(encode_document(after)).vault == after
    assert tidied(after, today) is after
    assert records(after) == records(vault)
    pasts(after)
    if today == MUCH_LATER:
        assert gone_lately(after, today) == ()


@slow
@drawn
@given(vaults())
def test_what_is_forgotten_is_nowhere_and_comes_back_by_undo(vault: Vault) -> None:
    """Until the vault is locked."""
    keys = {(entry.kind, entry.id) for entry in vault.history}
    after, done = apply(vault, forgetting(vault, keys), NOON)
    back = [past for past in pasts(after) if hindrance(after, past) is None]
    assert all(past.before in ("", (), None) for past in back)  # there was nothing
    assert decode_document(encode_document(after)).vault == after
    assert undo(after, done, NOON)[0] == vault


LAWS = (
    test_every_value_typed_is_in_the_record_or_in_its_history,
    test_what_is_brought_back_and_undone_leaves_all_as_it_was,
    test_what_is_removed_and_brought_back_is_as_before,
)


@pytest.mark.figures
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_three_thousand_histories(law: Callable[..., None]) -> None:
    """Each law over many more acts drawn at random."""
    drawn_by = law.hypothesis.inner_test  # type: ignore[attr-defined]

    @seed(1)
    @settings(max_examples=3000, database=None)
    @given(vaults(), st.data())
    def held(vault: Vault, data: st.DataObject) -> None:
        drawn_by(vault=vault, data=data)

    held()
