"""The plain export is complete and exact, and comes back as the same records."""

import json

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.builders import a_vault, an_empty_vault
from tests.strategies import vaults
from tests.vault.exchange.reading import done, problems, read
from vault.errors import BadInput, Invalid, Malformed, TooNew, VaultError
from vault.exchange.base import Count
from vault.exchange.json_plain import export_json
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault


def records(vault: Vault) -> dict[str, object]:
    """Return all records of a vault by kind."""
    return {kind: dict(vault.collection(kind)) for kind in KINDS}


@given(vaults())
def test_what_is_exported_comes_back_into_an_empty_vault(vault: Vault) -> None:
    """Every record of every kind is the same; only a vault with errors is refused."""
    try:
        plan = read("a.json", export_json(vault))
    except Invalid:
        assert any(one.severity == "error" for one in findings(vault))
        return
    assert records(done(plan)) == records(vault)


def test_the_same_document_gives_the_same_bytes() -> None:
    """The order in which records came in does not matter."""
    vault = a_vault(4)
    turned = {
        kind.collection: dict(reversed(vault.collection(kind.word).items()))
        for kind in KINDS.values()
    }
    assert export_json(replace(vault, **turned)) == export_json(vault)


def test_the_export_holds_no_secret_of_the_vault_itself() -> None:
    """Neither the seed of the identity nor the code of the key card is told."""
    vault = a_vault()
    assert vault.identity is not None
    data = export_json(vault).decode()
    assert vault.identity.signing_seed not in data
    assert vault.vault_code not in data
    assert "identity" not in data
    assert "vault_code" not in data


def test_the_export_is_made_for_people() -> None:
    """Two spaces, sorted keys, letters as they are, a newline at the end."""
    vault = replace(an_empty_vault(), name="도자기")
    text = export_json(vault).decode()
    assert '  "format": "sparekey-plain",\n' in text
    assert '"name": "도자기"' in text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["format", "vault", "version"]


def test_what_differs_stays_ours_and_is_noted() -> None:
    """A record of the same id is never overwritten by a file."""
    ours = a_vault(2)
    account = next(iter(ours.accounts.values()))
    theirs = replace(
        ours, accounts=ours.accounts | {account.id: replace(account, login="other")}
    )
    plan = read("a.json", export_json(theirs), ours)
    assert plan.changes == ()
    assert plan.counts["account"] == Count(there=1)
    (note,) = plan.notes
    assert (note.problem, note.detail) == ("differs", "login")


def test_an_unknown_field_of_a_record_is_noted_with_its_place() -> None:
    """What a later program wrote is said, not dropped silently."""
    raw = json.loads(export_json(a_vault(1)))
    raw["vault"]["code_sets"][0]["codes"][2]["colour"] = "red"
    raw["vault"]["mood"] = "good"
    plan = read("a.json", json.dumps(raw))
    told = {(one.place, one.problem, one.detail) for one in plan.notes}
    place = "$.vault.code_sets[0].codes[2].colour"
    assert (place, "unknown-field", '"red"') in told
    assert ("$.vault.mood", "unknown-field", '"good"') in told


def test_what_is_about_the_vault_itself_is_not_merged_but_said() -> None:
    """Name and history stay ours."""
    other = replace(an_empty_vault(), name="Other", currency="USD")
    plan = read("a.json", export_json(done(read("a.csv", "platform\nx\n"), other)))
    told = {one.place: one.problem for one in plan.notes}
    assert told == {
        "$.vault.history": "history-left-out",
        "$.vault.name": "kept-ours",
        "$.vault.currency": "kept-ours",
    }


def test_a_secret_in_a_file_is_neither_taken_nor_told() -> None:
    """A vault code that someone put into an export stays where it is."""
    raw = json.loads(export_json(an_empty_vault()))
    raw["vault"]["vault_code"] = "a" * 32
    plan = read("a.json", json.dumps(raw))
    assert problems(plan) == ["kept-ours"]
    assert plan.notes[0].detail == "vault_code"
    assert "a" * 32 not in repr(plan)


def test_a_later_version_of_the_export_is_too_new() -> None:
    """An older program does not guess."""
    with pytest.raises(TooNew):
        read("a.json", '{"format": "sparekey-plain", "version": 3, "vault": {}}')


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"people": [], "people": []}', "json.doubled-key"),
        ('{"people": [], "p\\u0065ople": []}', "json.doubled-key"),
        ("[" * 10_000 + "]" * 10_000, "json.depth"),
        ('{"a":' * 10_000 + "1" + "}" * 10_000, "json.depth"),
        ('{"people": [{"name": "' + "x" * 1_100_000 + '"}]}', "json.string"),
    ],
)
def test_ambiguous_and_deep_text_is_refused_before_it_is_built(
    text: str, where: str
) -> None:
    """The look at strangers' bytes comes first."""
    with pytest.raises(Malformed) as caught:
        read("a.json", text)
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            '{"accounts": [{"platform": "x"}, {"platform": 7}]}',
            "$.accounts[1].platform",
        ),
        ('{"accounts": [{"worth_a_day": -1}]}', "$.accounts[0].worth_a_day"),
        ('{"accounts": [{"worth_a_day": 1e3}]}', "$.accounts[0].worth_a_day"),
        (
            '{"contacts": [{"name": "a"}, {"name": "b", "channels": [{"kind": "x"}]}]}',
            "$.contacts[1].channels[0]",
        ),
        (
            '{"procedures": [{"title": "t", "steps": ["a", 1]}]}',
            "$.procedures[0].steps[1]",
        ),
        ('{"people": {}}', "$.people"),
        ("7", "$"),
        ("null", "$"),
    ],
)
def test_a_wrong_type_is_refused_with_its_place(text: str, where: str) -> None:
    """The path has every number in it, so that the owner finds the line."""
    with pytest.raises(BadInput) as caught:
        read("a.json", text)
    assert (caught.value.problem, caught.value.where) == ("json-shape", where)


def test_an_export_that_is_cut_short_is_an_error_of_ours() -> None:
    """Wherever it ends, it is refused."""
    data = export_json(a_vault(1, codes=2))
    for at in range(0, len(data) - 2, 7):
        with pytest.raises(VaultError):
            read("a.json", data[:at])
