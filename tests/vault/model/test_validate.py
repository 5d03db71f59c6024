"""Findings: each rule finds its fault, and a sound vault has none."""

from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_kit,
    a_lived_in_vault,
    a_vault,
    an_empty_vault,
    an_id,
    with_paper,
)
from tests.strategies import vaults
from vault.model.identity import Identity
from vault.model.validate import PROBLEMS, findings, findings_of
from vault.model.vault import KINDS, Vault
from vault.model.way import WayNote


def _spoilt(kind: str, **fields: object) -> Vault:
    """Return a sound vault whose first record of a kind has those fields instead."""
    vault = a_lived_in_vault(1)
    id_, record = next(iter(vault.collection(kind).items()))
    spoilt: Any = replace(record, **fields)
    return replace(vault, **{KINDS[kind].collection: {id_: spoilt}})


def _codes(**fields: object) -> Vault:
    """Return a vault whose first code has those fields instead."""
    first, *rest = next(iter(a_vault(1).code_sets.values())).codes
    return _spoilt("code-set", codes=(replace(first, **fields), *rest))


def _noted(**fields: str) -> Vault:
    """Return a vault with one note on a way in, with those fields."""
    note = replace(WayNote(slot="0f" * 16), **fields)
    return replace(an_empty_vault(), ways=(note,))


_SECOND = next(iter(a_vault(1).code_sets.values())).codes[1]
_SEED = Identity(signing_seed="5e" * 31)
FAULTS = [
    ("bad-id", "id", _spoilt("account", id="short")),
    ("bad-id", "codes.id", _codes(id="short")),
    ("dangling", "owner", _spoilt("account", owner=an_id(77))),
    ("dangling", "account", _spoilt("code-set", account=an_id(77))),
    ("dangling", "recovers_through", _spoilt("account", recovers_through=("gone",))),
    ("empty", "name", _spoilt("person", name="  ")),
    ("empty", "title", _spoilt("procedure", title="")),
    ("empty", "account", _spoilt("access", account="")),
    ("empty", "codes.value", _codes(value="")),
    ("bad-day", "created", _spoilt("account", created="2026-02-30")),
    ("bad-day", "checked", _spoilt("procedure", checked=NOON)),
    ("bad-time", "made", _spoilt("kit", made="2026-01-01")),
    ("bad-time", "codes.used_at", _codes(state="used", used_at="now")),
    ("too-long", "name", _spoilt("account", name="n" * 201)),
    ("too-long", "notes", _spoilt("contact", notes="n" * 20_001)),
    ("bad-text", "notes", _spoilt("contact", notes="\ud800")),
    ("bad-number", "worth_a_day", _spoilt("account", worth_a_day=-1)),
    ("bad-number", "wait_days", _spoilt("procedure", wait_days=2**53)),
    ("bad-hex", "kit", _spoilt("kit", kit="7")),
    ("bad-hex", "id", replace(an_empty_vault(), id="0" * 15 + "G")),
    ("bad-hex", "vault_code", replace(an_empty_vault(), vault_code="0f")),
    ("bad-hex", "signer", replace(an_empty_vault(), signer="AB" * 32)),
    ("bad-hex", "identity", replace(an_empty_vault(), identity=_SEED)),
    ("too-long", "name", replace(an_empty_vault(), name="n" * 201)),
    ("bad-time", "created", replace(an_empty_vault(), created="2026-01-01")),
    ("doubled-code", "codes.value", _codes(value=_SECOND.value)),
    ("doubled-id", "codes.id", _codes(id=_SECOND.id)),
    ("used-without-time", "codes.used_at", _codes(state="used")),
    ("time-without-use", "codes.used_at", _codes(used_at=NOON)),
    ("unknown-situation", "situation", _spoilt("procedure", situation="bored")),
    ("no-owner", "owner", _spoilt("account", owner="")),
    (
        "recovers-through-itself",
        "recovers_through",
        _spoilt("account", recovers_through=(next(iter(a_vault(1).accounts)),)),
    ),
    ("no-way-to-ring", "phone", _spoilt("person", phone="", email=" ")),
    ("bad-hex", "ways.slot", _noted(slot="0f")),
    ("bad-time", "ways.added", _noted(added="noon")),
    ("too-long", "ways.whose", _noted(whose="x" * 999)),
    ("no-bytes", "content", replace(with_paper(a_vault(1)), blobs={})),
    ("bad-hex", "content", _spoilt("attachment", content="0f")),
    ("has-folder", "name", _spoilt("attachment", name="../x")),
    ("bad-hex", "share", _spoilt("share", share="0f")),
    (
        "doubled-number",
        "number",
        replace(
            an_empty_vault(),
            kits={one.id: one for one in (a_kit(1), replace(a_kit(2), number=1))},
        ),
    ),
]


@pytest.mark.parametrize(("problem", "field", "vault"), FAULTS)
def test_each_fault_is_found(problem: str, field: str, vault: Vault) -> None:
    """The finding names the problem, the field, and how bad it is."""
    found = [one for one in findings(vault) if one.problem == problem]
    assert field in {one.field for one in found}
    assert {one.severity for one in found} == {PROBLEMS[problem]}


def test_every_problem_has_a_fault_above() -> None:
    """No rule goes untested."""
    assert {problem for problem, _, _ in FAULTS} == set(PROBLEMS)


@pytest.mark.parametrize("accounts", [0, 1, 4])
def test_a_sound_vault_has_no_findings(accounts: int) -> None:
    """What the builders make is whole."""
    assert findings(a_vault(accounts, used=3)) == []


def test_the_bounds_themselves_are_fine() -> None:
    """As long as allowed is not too long; nothing is a fine number of days."""
    assert findings(_spoilt("contact", name="n" * 200, notes="n" * 20_000)) == []
    assert findings(_spoilt("procedure", wait_days=0, account="")) == []


@given(vaults())
def test_any_vault_is_listed_and_never_raises(vault: Vault) -> None:
    """Findings come record by record, and together they are all there is."""
    found = findings(vault)
    single = [
        finding
        for kind in KINDS
        for _, record in sorted(vault.collection(kind).items())
        for finding in findings_of(vault, kind, record)
    ]
    assert found == single
    assert not [one for one in found if one.problem == "dangling"]


def test_a_record_under_another_id_is_found() -> None:
    """The key and the record must agree."""
    vault = a_vault(1)
    moved = {an_id(5): next(iter(vault.people.values()))}
    found = findings(replace(an_empty_vault(), people=moved))
    assert [(one.id, one.problem) for one in found] == [(an_id(5), "bad-id")]


def test_a_review_ends_at_a_time_and_an_access_on_a_day() -> None:
    """One field's name, two meanings: neither is taken for the other."""
    lived = a_lived_in_vault()
    ended = replace(next(iter(lived.access.values())), ended=NOON)
    vault = replace(lived, access={**lived.access, ended.id: ended})
    found = [(one.kind, one.problem) for one in findings(vault) if one.field == "ended"]
    assert found == [("access", "bad-day")]
