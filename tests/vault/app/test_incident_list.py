"""All that is to be done in an incident, numbered as a person types it."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_incident, with_records
from vault.app.incident import ACCOUNT_DONE
from vault.app.incident_find import find_incident, in_time
from vault.app.incident_list import every_line, next_line, parts, renewing
from vault.model.incident import Done, Incident


def with_ticks(one: Incident, *ticks: tuple[str, str]) -> Incident:
    """Return an incident in which those steps of accounts are done."""
    done = tuple(Done(NOON, account, step).spelt() for account, step in ticks)
    return replace(one, done=done)


def test_every_line_has_a_number_of_its_own() -> None:
    """Accounts, their steps, taking the house back, and what to renew."""
    vault = a_vault(3)
    one = replace(an_incident(*vault.accounts), sort="hacked")
    numbers = [line.number for line in every_line(vault, one)]
    assert len(set(numbers)) == len(numbers)
    assert {"1", "1.1", "1.2", "1.3", "3.2", "r1"} <= set(numbers)
    assert not any(part.house for part in parts(vault, replace(one, sort="suspended")))


def test_what_is_of_no_account_counts_as_the_noughth() -> None:
    """General steps, until an account is named."""
    [part] = parts(a_vault(0), an_incident())
    assert part.line.number == "0"
    assert part.line.account == ""
    assert part.steps[0].number == "0.1"


def test_the_next_is_the_first_step_that_is_not_done() -> None:
    """Then the account itself, then the next account, then nothing."""
    vault = a_vault(2)
    one = an_incident(*vault.accounts)
    first, second = parts(vault, one)
    ticks = [(line.account, line.key) for line in first.steps]
    found = []
    for count in range(len(ticks) + 1):
        told = next_line(parts(vault, with_ticks(one, *ticks[:count])))
        assert told is not None
        found.append(told[1].number)
    assert found == ["1.1", "1.2", "1"]
    over = with_ticks(one, (first.line.account, ACCOUNT_DONE))
    told = next_line(parts(vault, over))
    assert told is not None
    assert told[1].number == "2.1"
    both = (first.line.account, ACCOUNT_DONE), (second.line.account, ACCOUNT_DONE)
    assert next_line(parts(vault, with_ticks(one, *both))) is None


def test_what_was_renewed_is_ticked() -> None:
    """By the key under which the window ticks it."""
    vault = a_vault(1)
    one = replace(an_incident(*vault.accounts), ended=LATER)
    line = renewing(vault, one)[0]
    assert not line.done
    assert renewing(vault, with_ticks(one, (line.account, line.key)))[0].done


def test_an_incident_is_found_by_its_number_its_id_or_its_title() -> None:
    """The first that began is number 1."""
    late = replace(an_incident(), id="zzzzzzzzzz", began=LATER, title="Late")
    vault = with_records(a_vault(0), {"incidents": [late, an_incident()]})
    assert [one.title for one in in_time(vault)] == ["The phone is gone", "Late"]
    for reference in ("2", "zzzz", "late"):
        assert find_incident(vault, reference) == late
