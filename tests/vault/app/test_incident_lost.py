"""What is lost: which accounts hang on it, what comes back, in which order and when."""

from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_vault,
    an_access,
    an_id,
    an_incident,
    with_records,
)
from tests.planted import (
    MAIL,
    SHOP,
    sound_vault,
    with_the_mailbox_on_one_phone,
)
from vault.app.incident_lost import (
    Reckoner,
    coming_back,
    hanging_on,
    phones_of,
    thing_words,
    things_of,
)
from vault.app.incident_order import by_harm, harm_words
from vault.app.rehearse import built_of
from vault.model.change import Replace, apply
from vault.model.thing import Thing
from vault.model.vault import Vault


def the_phone(vault: Vault) -> str:
    """Return the phone of which most hangs."""
    return phones_of(built_of(vault))[0]


def test_the_phone_on_which_most_hangs_comes_first() -> None:
    """It is named as a rehearsal names it."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    built = built_of(vault)
    first = phones_of(built)[0]
    assert thing_words(vault, built, [first]) == ("Mina's phone",)
    counts = [len(hanging_on(built, [one])) for one in phones_of(built)]
    assert counts == sorted(counts, reverse=True)


def test_what_hangs_on_a_phone_is_what_signs_in_with_it() -> None:
    """And nothing hangs on what is not known."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    built = built_of(vault)
    assert MAIL in hanging_on(built, [the_phone(vault)])
    assert hanging_on(built, ["phone of-nobody"]) == ()
    assert hanging_on(built, []) == ()


def test_an_account_of_which_nothing_is_noted_may_hang_on_a_phone() -> None:
    """Better one too many than one forgotten; but not on a stranger's phone."""
    vault = a_vault(3)
    mina, jonas = vault.people
    known, unsure, nobody = vault.accounts
    app = replace(an_access(mina, known, 1), factor="app")
    theirs = replace(an_access(jonas, unsure, 2), factor="")
    bare = [
        replace(one, owner="", recovers_through=()) for one in vault.accounts.values()
    ]
    vault = with_records(vault, {"access": [app, theirs], "accounts": bare})
    built = built_of(vault)
    assert set(hanging_on(built, [f"phone {mina}"])) == {known, nobody}


def test_a_lost_computer_touches_every_account() -> None:
    """Its browser is signed in."""
    vault = sound_vault()
    assert set(hanging_on(built_of(vault), ["computer"])) == set(vault.accounts)


def test_a_carrier_hangs_on_the_number_that_it_brings_back() -> None:
    """It is rung first."""
    vault = sound_vault()
    built = built_of(vault)
    numbers = [one.spelt for one in things_of(vault, built) if "number" in one.spelt]
    for one in numbers:
        routes = (r for r in built.graph.routes if r.how == "new-sim")
        carriers = {r.needs[0].key for r in routes if r.target.key == one[7:]}
        assert carriers <= set(hanging_on(built, [one]))


def test_what_comes_back_is_told_in_order_with_its_days() -> None:
    """And what does not come back says so, of an account as of a thing."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    one = replace(an_incident(MAIL), things=(the_phone(vault),))
    told = coming_back(vault, one)
    assert told.lost == ("Mina's phone",)
    assert "no way back" in told.days[MAIL]
    assert any(said.startswith("Mailbox: ") for said in told.stuck)
    sound = sound_vault()
    told = coming_back(sound, replace(one, sort="hacked", things=(), accounts=(SHOP,)))
    assert told.days[SHOP]
    assert len(told.back) == 1
    assert told.stuck == ()


def test_what_the_vault_knows_no_longer_is_told_as_it_was_written() -> None:
    """Nothing is reckoned from it."""
    told = coming_back(sound_vault(), replace(an_incident(), things=("phone gone",)))
    assert told.lost == ("phone gone",)
    assert told.back == told.stuck == ()


def test_the_graph_is_built_again_only_where_what_it_rests_on_changed() -> None:
    """A line of the log changes nothing of it; another owner does."""
    vault = sound_vault()
    kept = Reckoner()
    first = kept.built(vault)
    logged = with_records(vault, {"incidents": [an_incident(SHOP)]})
    assert kept.built(logged) is first
    before = vault.accounts[SHOP]
    other = Replace("account", before, replace(before, owner=""))
    assert kept.built(apply(vault, [other], at=NOON, device="here")[0]) is not first


def test_a_thing_of_ones_own_is_lost_as_any_other() -> None:
    """The graph that is kept is built anew with it."""
    kept = Reckoner()
    kept.built(sound_vault())
    safe = Thing(id=an_id(850_001), name="Grey safe", sort="safe")
    vault = with_records(sound_vault(), {"things": [safe]})
    names = [one.name for one in things_of(vault, kept.built(vault))]
    assert any("Grey safe" in name for name in names)


def test_by_harm_the_vital_come_first_then_the_dearest() -> None:
    """And the words say why."""
    vault = a_vault(3)
    one, two, three = vault.accounts.values()
    cheap = replace(one, importance="vital", worth_a_day=1)
    dear = replace(two, importance="", worth_a_day=1200)
    least = replace(three, importance="minor", worth_a_day=9000)
    assert by_harm([least, dear, cheap]) == (cheap, dear, least)
    assert harm_words(vault, cheap) == "vital, 1 EUR a day"
    assert harm_words(vault, dear) == "1,200 EUR a day"
    assert harm_words(vault, replace(dear, worth_a_day=None)) == ""
