"""A leaver's list as pages tells every item once, and no code."""

from msgspec.structs import replace

from tests.builders import DAY, NOON, a_lived_in_vault, a_person, an_empty_vault
from vault.app.leaving import leaving, ticking
from vault.app.leaving_report import leaving_facts
from vault.model.change import apply


def test_every_item_has_a_box_and_what_is_open_its_advice() -> None:
    """Account by account; a done one is ticked and says no more."""
    vault = a_lived_in_vault(2)
    person = min(vault.people)
    first, *_rest = leaving(vault, person)
    vault, _ = apply(vault, ticking(vault, person, [first.key], DAY), NOON)
    items = leaving(vault, person)
    facts = leaving_facts(vault, person, DAY)
    lines = [line for block in facts.blocks for line in block.lines]
    boxes = [line for line in lines if line.mark]
    assert [line.text for line in boxes] == [item.what for item in items]
    assert [line.mark == "done" for line in boxes] == [item.done for item in items]
    advice = sum(
        len(item.steps) + len(item.warnings) for item in items if not item.done
    )
    assert len(lines) == len(items) + advice


def test_no_code_is_in_it() -> None:
    """Whoever gets the file can read it."""
    vault = a_lived_in_vault(3)
    values = {code.value for one in vault.code_sets.values() for code in one.codes}
    for person in vault.people:
        said = repr(leaving_facts(vault, person, DAY))
        assert not [value for value in values if value in said]


def test_somebody_who_touches_nothing_is_told_so() -> None:
    """On a page that is not empty."""
    one = a_person(0, trusted=False)
    vault = replace(an_empty_vault(), people={one.id: one})
    (block,) = leaving_facts(vault, one.id, DAY).blocks
    assert "touches nothing" in block.notes
