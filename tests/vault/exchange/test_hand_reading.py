"""A file that a person wrote: things are meant by what they are called."""

import json

from tests.vault.exchange.reading import a_vault_to_fill, done, problems, read, states
from vault.exchange.base import Count
from vault.model.contact import Channel
from vault.model.person import Person
from vault.model.procedure import Step

WHOLE = """
{"people": [{"name": "Jonas", "trusted": true, "phone": "+44 20 7946 0102"}],
 "accounts": [
  {"platform": "IG", "login": "kiln", "owner": "Mina", "worth_a_day": 180,
   "codes": ["1234 5678", "8765 4321", "1234-5678"],
   "contacts": [{"name": "Help", "channels": [{"kind": "form", "address": "here"}]}],
   "procedures": [{"title": "Locked out", "situation": "locked-out",
     "steps": ["First", {"text": "Then", "link": "https://example.com"}],
     "checked": "2026-09-02", "checked_by": "Jonas", "wait_days": 2}],
   "access": [{"person": "Ada", "role": "editor", "since": "2024-02-01"}]}],
 "contacts": [{"name": "Insurer", "case_numbers": ["HV-1"]},
              {"name": "Agency", "account": "instagram"}]}
"""


def test_everything_finds_its_place() -> None:
    """Records point to each other by ids that the file never had."""
    vault = done(read("a.json", WHOLE))
    (account,) = vault.accounts.values()
    people = {one.name: one for one in vault.people.values()}
    assert (account.platform, account.name) == ("instagram", "Instagram")
    assert account.owner == people["Mina"].id
    assert people["Jonas"].trusted
    (codes,) = vault.code_sets.values()
    assert states(codes) == {"1234 5678": "unused", "8765 4321": "unused"}
    (procedure,) = vault.procedures.values()
    assert procedure.steps == (Step("First"), Step("Then", "https://example.com"))
    assert (procedure.account, procedure.checked_by) == (
        account.id,
        people["Jonas"].id,
    )
    homes = {one.name: one.account for one in vault.contacts.values()}
    assert homes == {"Insurer": "", "Agency": account.id, "Help": account.id}
    (access,) = vault.access.values()
    assert (access.person, access.account) == (people["Ada"].id, account.id)


def test_a_contact_keeps_its_channels() -> None:
    """Every way to reach someone comes along."""
    vault = done(read("a.json", WHOLE))
    channels = [one.channels for one in vault.contacts.values() if one.name == "Help"]
    assert channels == [(Channel("form", "here"),)]


def test_a_code_that_stands_twice_is_kept_once_and_noted() -> None:
    """Spaces and hyphens do not make another code."""
    assert problems(read("a.json", WHOLE)) == ["code-doubled"]


def test_the_second_reading_brings_nothing_new() -> None:
    """All of it is found again, whatever its ids."""
    vault = done(read("a.json", WHOLE))
    plan = read("a.json", WHOLE, vault)
    assert plan.changes == ()
    assert plan.counts["contact"] == Count(there=3)
    assert plan.counts["person"] == Count(there=1)


def test_what_was_blank_of_a_person_is_filled_in() -> None:
    """A table made a bare name; the file knows more, and overwrites nothing."""
    vault = done(read("a.csv", "platform,owner\nx,Mina\n"))
    text = '{"people": [{"name": "mina", "phone": "1", "role": "owner"}]}'
    plan = read("a.json", text, vault)
    (person,) = done(plan, vault).people.values()
    known = Person(id=person.id, name="Mina", phone="1", role="owner")
    assert person == known
    assert [one.detail for one in plan.notes] == ["name: mina"]


def test_an_account_of_the_vault_can_be_named() -> None:
    """By platform, by name or by login."""
    vault = a_vault_to_fill()
    accounts = {one.name: one.id for one in vault.accounts.values()}
    for word, name in (("Instagram", "Shop 0"), ("shop mailbox", "Shop mailbox")):
        text = json.dumps({"contacts": [{"name": "Desk", "account": word}]})
        (contact,) = done(read("a.json", text, vault), vault).contacts.values()
        assert contact.account == accounts[name]


def test_a_code_that_says_nothing_is_none() -> None:
    """A stroke in a list of codes stands for a missing one."""
    plan = read("a.json", '{"accounts": [{"name": "a", "codes": ["-", "n/a", "x1"]}]}')
    assert plan.codes == 1
