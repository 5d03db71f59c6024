"""Somebody leaves: nothing that the person touches is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import NOON
from vault.app.leaving import leaving, ticking
from vault.app.leaving_words import LINK_WORDS
from vault.errors import NotFound
from vault.model.change import apply
from vault.model.link import LINKS, targets
from vault.model.vault import Vault

TO_PEOPLE = [link for link in LINKS if link.target == "person"]
DAY = "2026-03-01"


def test_every_link_to_a_person_has_a_place() -> None:
    """A new link without words of its own fails here."""
    assert {(link.kind, link.field) for link in TO_PEOPLE} == set(LINK_WORDS)


@settings(max_examples=15, deadline=None)
@given(strategies.vaults())
def test_every_link_to_the_person_is_listed(vault: Vault) -> None:
    """Whatever record names the person."""
    for person in vault.people:
        listed = {(item.kind, item.record) for item in leaving(vault, person)}
        for link in TO_PEOPLE:
            for record in vault.collection(link.kind).values():
                if person in targets(record, link):
                    assert (link.kind, record.id) in listed


@settings(max_examples=15, deadline=None)
@given(strategies.vaults(), st.data())
def test_what_is_ticked_is_done_or_gone(vault: Vault, data: st.DataObject) -> None:
    """An owner who was changed is in the list no more."""
    for person in vault.people:
        keys = [item.key for item in leaving(vault, person)]
        chosen = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
        after, _ = apply(vault, ticking(vault, person, chosen, DAY), NOON)
        left = {item.key for item in leaving(after, person) if not item.done}
        assert not left & chosen


def test_an_unknown_person_is_refused() -> None:
    """By id."""
    with pytest.raises(NotFound):
        leaving(Vault(id="0" * 16), "nobody")
