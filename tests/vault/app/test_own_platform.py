"""A platform of the owner's own, typed into a form."""

import pytest
from msgspec.structs import replace

from tests.builders import a_platform, an_account, an_empty_vault, an_id
from tests.fakes import ports_on_disk
from vault.app.own_packs import pack_for
from vault.app.own_platform import (
    FIELDS,
    accounts_on,
    beginning_platform,
    changes_name,
    form_of,
    keeping_platform,
    own_platform_of,
    with_typed,
)
from vault.errors import Refused
from vault.model.change import Change, apply
from vault.model.contact import Channel
from vault.model.platform import PlatformCode, PlatformDeadline, PlatformStep
from vault.model.removal import removal_of
from vault.model.vault import Vault

NOTHING = dict.fromkeys(FIELDS, "")
STALL = replace(an_account(), platform="folksy")
NOON = "2026-03-01T12:00:00Z"


def of_folksy() -> Vault:
    """Return a vault with a platform of its own, and an account on it."""
    one = a_platform()
    return replace(
        an_empty_vault(), platforms={one.id: one}, accounts={STALL.id: STALL}
    )


def kept(vault: Vault, changes: list[Change]) -> Vault:
    return apply(vault, changes, NOON)[0]


def test_what_stands_in_the_form_is_the_platform() -> None:
    """Read again it gives the same, but for the steps' order between situations."""
    one = a_platform()
    again = with_typed(one, form_of(one))
    assert sorted(again.steps, key=repr) == sorted(one.steps, key=repr)
    assert replace(again, steps=()) == replace(one, steps=())


def test_an_untouched_form_changes_nothing() -> None:
    """Nobody finds an act in the history that was none."""
    vault, one = of_folksy(), a_platform()
    assert not keeping_platform(ports_on_disk(), vault, one.id, form_of(one))


def test_a_line_is_an_entry_and_empty_lines_are_none() -> None:
    """With the steps of each situation in their order, and where a step leads."""
    typed = NOTHING | {
        "name": " Folksy ",
        "hacked": "Sign out all others\n\n  Write to https://folksy.example/help ",
        "handover": "Change the login",
        "traps": "One login for all\n",
    }
    one = with_typed(a_platform(), typed)
    assert one.name == "Folksy"
    assert one.traps == ("One login for all",)
    assert one.steps == (
        PlatformStep(situation="hacked", text="Sign out all others"),
        PlatformStep(
            situation="hacked", text="Write to", link="https://folksy.example/help"
        ),
        PlatformStep(situation="handover", text="Change the login"),
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Backup codes", PlatformCode(label="Backup codes")),
        ("Codes; 10", PlatformCode(label="Codes", count=10)),
        ("Codes; 1234 5678", PlatformCode(label="Codes", example="1234 5678")),
        ("Codes; 8; AB-12", PlatformCode(label="Codes", count=8, example="AB-12")),
        ("Codes; ; 1234", PlatformCode(label="Codes", example="1234")),
    ],
)
def test_codes_are_read_with_how_many_and_an_example(
    line: str, wanted: PlatformCode
) -> None:
    """Both may be left out; what was read is written so that it is read again."""
    one = with_typed(a_platform(), NOTHING | {"codes": line})
    assert one.codes == (wanted,)
    assert with_typed(a_platform(), form_of(one)).codes == (wanted,)


def test_where_codes_are_found_is_not_lost_by_the_form() -> None:
    """It has no field for it."""
    code = PlatformCode(label="Codes", count=8, menu="Settings", renewal="all new")
    one = replace(a_platform(), codes=(code,))
    typed = form_of(one) | {"codes": "Codes; 10"}
    assert with_typed(one, typed).codes == (replace(code, count=10),)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("https://folksy.example/ask", Channel("form", "https://folksy.example/ask")),
        ("desk@folksy.example; slow", Channel("mail", "desk@folksy.example", "slow")),
        ("+44 20 7946 0909", Channel("phone", "+44 20 7946 0909")),
        ("Post: 1 High Street", Channel("post", "1 High Street")),
        ("the sellers' group", Channel("community", "the sellers' group")),
    ],
)
def test_a_contact_is_known_by_how_its_address_looks(
    line: str, wanted: Channel
) -> None:
    """Or by the word before it."""
    one = with_typed(a_platform(), NOTHING | {"channels": line})
    assert one.channels == (wanted,)
    assert with_typed(a_platform(), form_of(one)).channels == (wanted,)


def test_a_deadline_has_its_days_at_the_end() -> None:
    """Or none, where nobody knows them."""
    typed = NOTHING | {"deadlines": "Appeal; 30\nA name; free at once\nSoon"}
    assert with_typed(a_platform(), typed).deadlines == (
        PlatformDeadline(what="Appeal", days=30),
        PlatformDeadline(what="A name; free at once"),
        PlatformDeadline(what="Soon"),
    )


def test_a_new_platform_counts_as_gone_through_today() -> None:
    """Accounts that name it are on it at once."""
    ports, vault = ports_on_disk(), replace(of_folksy(), platforms={})
    id_, changes = beginning_platform(ports, vault, NOTHING | {"name": "Folksy"})
    after = kept(vault, changes)
    assert after.platforms[id_].checked == ports.today()
    assert pack_for(after, STALL) is not None
    assert own_platform_of(after, STALL) == after.platforms[id_]
    assert changes_name(changes) == "Add the platform Folksy"


def test_the_account_it_is_written_down_for_is_put_on_it() -> None:
    """Unless it is on it already, by whatever name."""
    ports, other = ports_on_disk(), replace(an_account(1), platform="etsy")
    vault = replace(an_empty_vault(), accounts={STALL.id: STALL, other.id: other})
    typed = NOTHING | {"name": "Folksy"}
    after = kept(vault, beginning_platform(ports, vault, typed, other.id)[1])
    assert after.accounts[other.id].platform == "Folksy"
    after = kept(vault, beginning_platform(ports, vault, typed, STALL.id)[1])
    assert after.accounts[STALL.id] == STALL


def test_accounts_go_with_a_new_name() -> None:
    """Those that named it by another name, which it still has, stay as they are."""
    vault, one = of_folksy(), a_platform()
    by_site = replace(an_account(1), platform="folksy.example")
    vault = replace(vault, accounts={**vault.accounts, by_site.id: by_site})
    typed = form_of(one) | {"name": "Folksy Market"}
    changes = keeping_platform(ports_on_disk(), vault, one.id, typed)
    after = kept(vault, changes)
    assert after.accounts[STALL.id].platform == "Folksy Market"
    assert after.accounts[by_site.id] == by_site
    assert len(accounts_on(after, after.platforms[one.id])) == 2
    assert changes_name(changes) == "Change the platform Folksy Market"


def test_accounts_keep_their_platforms_name_when_it_is_removed() -> None:
    """The account is still there; only what was written down is gone."""
    vault, one = of_folksy(), a_platform()
    changes = removal_of(vault, "platform", one.id)
    after = kept(vault, changes)
    assert after.accounts == vault.accounts
    assert own_platform_of(after, STALL) is None
    assert changes_name(changes) == "Remove the platform Folksy"


def test_a_name_that_is_taken_is_refused() -> None:
    """By a shipped pack, or by another of one's own."""
    ports, vault, one = ports_on_disk(), of_folksy(), a_platform()
    with pytest.raises(Refused, match="platform-shipped"):
        keeping_platform(ports, vault, one.id, form_of(one) | {"name": "Etsy"})
    with pytest.raises(Refused, match="platform-twice"):
        beginning_platform(ports, vault, NOTHING | {"name": "folksy"})


def test_an_account_without_a_platform_is_on_none() -> None:
    """An empty name is nobody's."""
    vault = of_folksy()
    assert own_platform_of(vault, replace(STALL, platform="")) is None
    assert an_id(950_000) in vault.platforms
