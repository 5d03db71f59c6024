"""The sample vault: the same every time, and as varied as an owner's."""

import re

import pytest
from msgspec.structs import replace

from tests.builders import an_empty_vault
from vault.app.sample import LONG_NAME_CHARACTERS, PLATFORMS, sample_vault, with_samples
from vault.document.body import encode_body, pack_paper
from vault.document.codec import decode_document, encode_document
from vault.document.kit_document import kit_document
from vault.limits import CODES_A_SHEET
from vault.model.code import CodeSet
from vault.model.validate import findings
from vault.model.vault import Vault
from vault.packs import shipped_packs

NOW = "2026-11-23T12:00:00Z"
TOUR = 25  # the accounts of the tour: PAPER promises them on five sheets


@pytest.fixture(scope="module", name="vault")
def the_vault_of_the_tour() -> Vault:
    """Give the sample that the tour starts from."""
    return sample_vault(TOUR, now=NOW)


def test_the_same_count_and_seed_give_the_same_records(vault: Vault) -> None:
    """Pictures and measurements of one day can be compared with another's."""
    assert sample_vault(TOUR, now=NOW) == vault
    assert sample_vault(TOUR, 1, now=NOW) != vault


@pytest.mark.parametrize("count", [0, 1, 9, 100])
def test_a_sample_has_as_many_accounts_as_asked_for(count: int) -> None:
    """It is a vault that can be written and read, without an error in it."""
    vault = sample_vault(count, now=NOW)
    assert len(vault.accounts) == count
    assert [one for one in findings(vault) if one.severity == "error"] == []
    assert decode_document(encode_document(vault)).vault == vault


def test_every_platform_of_the_sample_has_its_turn(vault: Vault) -> None:
    """None is left out, and none comes in because a pack was added."""
    assert {one.platform for one in vault.accounts.values()} == set(PLATFORMS)


def test_every_code_has_the_shape_of_its_pack(vault: Vault) -> None:
    """What the platform would print is what the sample holds."""
    seen = 0
    for code_set in vault.code_sets.values():
        pack = shipped_packs()[vault.accounts[code_set.account].platform]
        (kind,) = [one for one in pack.codes if one.kind == code_set.kind]
        assert len(code_set.codes) == (kind.count or len(code_set.codes))
        if kind.pattern and kind.display:
            for code in code_set.codes:
                assert re.fullmatch(kind.pattern, re.sub(r"[\s-]", "", code.value))
                assert re.fullmatch(kind.display, code.value)
                seen += 1
    assert seen > 50


def codes_in(vault: Vault, state: str) -> int:
    """Count the codes of a state."""
    sets = vault.code_sets.values()
    return sum(code.state == state for one in sets for code in one.codes)


def test_codes_are_unused_used_and_void(vault: Vault) -> None:
    """Every used one says when, by whom and for what."""
    assert min(codes_in(vault, state) for state in ("unused", "used", "void")) > 3
    used = [
        code
        for one in vault.code_sets.values()
        for code in one.codes
        if code.state == "used"
    ]
    assert all(one.used_at and one.used_for for one in used)
    assert all(one.used_by in vault.people for one in used)


def test_a_retired_set_is_void_and_older_than_the_one_in_force(vault: Vault) -> None:
    """The days tell a story that can be true."""
    retired = [one for one in vault.code_sets.values() if one.retired]
    assert retired
    for old in retired:
        assert {code.state for code in old.codes} <= {"used", "void"}
        new = in_force_beside(vault, old)
        assert old.issued < old.retired < new.issued
        used = [code.used_at[:10] for code in old.codes if code.used_at]
        assert all(old.issued < day < old.retired for day in used)


def in_force_beside(vault: Vault, old: CodeSet) -> CodeSet:
    """Return the set that took the place of `old`."""
    (found,) = [
        one
        for one in vault.code_sets.values()
        if (one.account, one.kind, one.retired) == (old.account, old.kind, "")
    ]
    return found


def test_texts_are_long_short_and_of_three_scripts(vault: Vault) -> None:
    """What breaks a page or a window is in it."""
    names = [one.name for one in vault.accounts.values()]
    names += [one.name for one in vault.people.values()]
    text = "".join(names + [one.notes for one in vault.accounts.values()])
    assert max(map(len, names)) == LONG_NAME_CHARACTERS
    assert re.search("[가-힣]", text)
    assert re.search("[一-鿿]", text)
    assert any(not one.login and not one.owner for one in vault.accounts.values())


def test_every_account_has_steps_for_being_locked_out(vault: Vault) -> None:
    """The kit is of use for each of them; some say more."""
    situations = [(one.account, one.situation) for one in vault.procedures.values()]
    locked = {account for account, one in situations if one == "locked-out"}
    assert locked >= set(vault.accounts)
    assert {"hacked", "phone-lost"} <= {one for _, one in situations}


def test_people_are_owner_staff_agency_and_one_to_trust(vault: Vault) -> None:
    """The trusted one can be rung, and staff have access."""
    (trusted,) = [one for one in vault.people.values() if one.trusted]
    assert trusted.phone
    roles = " ".join(one.role for one in vault.people.values())
    assert all(word in roles for word in ("owner", "staff", "agency"))
    assert len(vault.access) >= len(vault.accounts)
    assert any(one.ended for one in vault.access.values())


def test_telephone_numbers_and_addresses_are_nobody_s(vault: Vault) -> None:
    """Numbers kept for fiction, and domains kept for examples."""
    phones = [one.phone for one in (*vault.people.values(), *vault.accounts.values())]
    fiction = re.compile(r"|\+44 20 7946 0\d{3}|\+1 202 555 01\d\d")
    assert all(fiction.fullmatch(phone) for phone in phones)
    mails = [one.email for one in (*vault.people.values(), *vault.accounts.values())]
    assert all(mail.endswith("example.com") for mail in mails if mail)


def test_a_new_vault_is_filled_and_stays_itself() -> None:
    """Its name, its secrets and its ways in are its own."""
    empty = replace(an_empty_vault(), currency="")
    filled = with_samples(empty, 9)
    assert len(filled.accounts) == 9
    assert filled.currency == "EUR"
    kept = ("id", "name", "created", "identity", "vault_code", "signer", "history")
    assert all(getattr(filled, name) == getattr(empty, name) for name in kept)


def test_the_sample_holds_no_secret_of_a_vault(vault: Vault) -> None:
    """A new vault brings its own."""
    assert (vault.identity, vault.vault_code, vault.signer) == (None, "", "")


def test_the_tour_s_vault_fits_five_sheets(vault: Vault) -> None:
    """Deflated it is within what PAPER promises, and not cheaply below it."""
    packed = pack_paper(encode_body(encode_document(kit_document(vault))))
    # Five sheets of codes with two fifths of them spare, 300 bytes a code.
    assert 5 * CODES_A_SHEET * 300 * 3 // 5 == 21_600
    assert 17_000 < len(packed) <= 20_000


@pytest.mark.slow
def test_ten_thousand_accounts_have_ten_thousand_ids() -> None:
    """No id is drawn twice."""
    vault = sample_vault(10_000, now=NOW)
    assert len(vault.accounts) == 10_000
    codes = [code.id for one in vault.code_sets.values() for code in one.codes]
    assert len(codes) == len(set(codes))
