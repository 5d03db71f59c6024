"""The house rules on paper."""

from msgspec.structs import replace

from tests.builders import DAY, a_vault
from vault.app.house_rules import PROPOSED
from vault.app.rules_report import rules_facts
from vault.model.vault import Vault


def with_rules(vault: Vault) -> Vault:
    """Return it with two rules, which the first person confirmed."""
    first = replace(vault.people[min(vault.people)], rules_confirmed=DAY)
    people = {**vault.people, first.id: first}
    rules = ("Tell at once.", "Share nothing.")
    return replace(vault, people=people, house_rules=rules, house_rules_since=DAY)


def test_each_rule_is_a_line_and_each_person_has_a_box() -> None:
    """Ticked with the day where they confirmed."""
    facts = rules_facts(with_rules(a_vault(2)), DAY)
    rules, people = facts.blocks
    assert [one.text for one in rules.lines] == [
        "Tell at once.",
        "Share nothing.",
    ]
    marks = {one.text: one.mark for one in people.lines}
    [done] = [text for text, mark in marks.items() if mark == "done"]
    assert done.endswith(f", on {DAY}")
    assert set(marks.values()) == {"done", "open"}
    assert facts.under == f"The rules since {DAY}"


def test_what_is_proposed_is_printed_as_proposed() -> None:
    """Nobody can have confirmed it."""
    facts = rules_facts(a_vault(2), DAY)
    assert facts.under == "Proposed, not set yet"
    assert len(facts.blocks) == 1
    assert len(facts.blocks[0].lines) == len(PROPOSED)
