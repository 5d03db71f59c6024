"""What an incident's report tells: all that was done, and no secret."""

import pytest
from msgspec.structs import replace

from tests.builders import LATER, NOON, an_attachment, an_incident, with_records
from tests.fakes import ports_on_disk
from tests.planted import MAIL, SHOP, sound_vault, with_the_mailbox_on_one_phone
from vault.app import incident as acts
from vault.app.incident_facts import report_facts
from vault.app.incident_lost import phones_of
from vault.app.incident_report import report
from vault.app.incident_steps import steps_for
from vault.app.incident_templates import templates
from vault.app.rehearse import built_of
from vault.app.sample import sample_vault
from vault.model.change import apply
from vault.model.incident import SORTS
from vault.model.vault import Vault

PORTS = ports_on_disk()
TODAY = "2026-03-01"


def secrets(vault: Vault) -> set[str]:
    """Return every code of a vault, as it is kept and as it is read aloud."""
    values = {c.value for one in vault.code_sets.values() for c in one.codes}
    values |= {one.replace(" ", "").replace("-", "") for one in values}
    return {one for one in values if len(one) > 3} | {
        vault.vault_code,
        vault.identity.signing_seed if vault.identity else "",
    } - {""}


@pytest.mark.parametrize("sort", SORTS)
def test_no_code_of_the_sample_is_in_a_report_or_in_a_message(sort: str) -> None:
    """Whatever happened, with every account in it, codes used and steps ticked."""
    vault = sample_vault(24, now=NOON)
    one, changes = acts.beginning(PORTS, vault, sort, vault.accounts)
    vault, _ = apply(vault, changes, at=NOON, device="here")
    for account in list(vault.accounts)[:6]:
        now = vault.incidents[one.id]
        found = acts.next_of(vault, account)
        if found:
            use = acts.using_next(PORTS, now, vault, account, found.code.id)
            vault, _ = apply(vault, use, at=NOON, device="here")
    one = vault.incidents[one.id]
    known = secrets(vault)
    assert len(known) > 100
    told = report(vault, one, TODAY) + "".join(t.text for t in templates(vault, one))
    assert not [value for value in known if value in told]
    assert "Used: " in told


def test_it_tells_what_is_lost_and_when_it_comes_back() -> None:
    """Until the account is dealt with, or it is over."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    [phone] = phones_of(built_of(vault))
    one = replace(an_incident(MAIL, SHOP), things=(phone,))
    text = report(vault, one, TODAY)
    assert "- Lost: Mina's phone" in text
    assert "back: no way back is written down" in text
    over = replace(one, ended=LATER)
    assert "back: " not in report(vault, over, TODAY)


def test_of_an_account_that_is_dealt_with_only_what_was_done_is_told() -> None:
    """What was not needed there would only be long."""
    vault = sound_vault()
    one = an_incident(SHOP)
    first, second, *_others = steps_for(vault, vault.accounts[SHOP], one.sort).steps
    one = acts.ticked(PORTS, one, SHOP, first.key)
    assert second.text in report(vault, one, TODAY)
    told = report(vault, acts.dealt_with(PORTS, one, vault, SHOP), TODAY)
    assert first.text in told
    assert second.text not in told


def test_evidence_is_told_with_its_size_and_its_hash() -> None:
    """Of this incident alone; what is in a file is not told."""
    one = an_incident(SHOP)
    shot = replace(an_attachment(), name="shot.png", size=7, incident=one.id)
    other = replace(an_attachment(b"lease"), id=SHOP, name="lease.pdf")
    vault = with_records(sound_vault(), {"attachments": [shot, other]})
    text = report(vault, one, TODAY)
    assert "- shot.png\n  7 bytes, added " in text
    assert f"SHA-256 {shot.content}" in text
    assert "lease.pdf" not in text


def test_a_part_of_which_nothing_is_known_is_left_out() -> None:
    """No heading stands alone."""
    facts = report_facts(sound_vault(), replace(an_incident(), things=()), TODAY)
    assert all(each.pairs or each.lines or each.notes for each in facts.blocks)
    titles = [each.title for each in facts.blocks]
    assert "How it happened" not in titles
    assert (facts.owner, facts.date) == (sound_vault().name, TODAY)
