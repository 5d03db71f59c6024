"""A kit of the register in words: how it stands, and what becomes of its card."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_kit, a_vault, with_records
from vault.app.kit_register import standing
from vault.app.kit_retire import Lay
from vault.app.kit_words import (
    card_words,
    drill_words,
    keeper_name,
    kit_name,
    lay_words,
    place_name,
    state_words,
)
from vault.document.kit_prints import prints_of
from vault.model.drill import Drill
from vault.model.kit import Kit

KIT = replace(a_kit(2), card_number=1, read_back=NOON)


def said(kit: Kit, *others: Kit, **own: str) -> str:
    vault = replace(with_records(a_vault(), {"kits": [kit, *others]}), **own)
    return state_words(standing(vault, kit), lambda day: f"<{day}>")


def test_a_kit_and_a_supplement_have_names() -> None:
    """The supplement by its kit."""
    assert kit_name(KIT) == "Kit 2"
    more = replace(KIT, supplement=1, supplement_to="x")
    assert kit_name(more) == "Supplement 1 to kit 2"


def test_how_a_kit_stands() -> None:
    """What matters most comes first; days as their reader writes them."""
    assert said(KIT) == "Read back on <2026-03-01>"
    assert said(replace(KIT, destroyed="2026-03-02")) == "Destroyed on <2026-03-02>"
    assert said(replace(KIT, exposed="2026-03-02")).startswith("Destroy it: somebody")
    assert "Only 1 sheet is there, and 2 are needed" in said(replace(KIT, present=1))
    assert said(replace(KIT, retiring="2026-03-02")).startswith(
        "Being retired; not destroyed yet: wherever it lies"
    )
    newer = replace(a_kit(3), read_back=NOON)
    assert said(KIT, newer).startswith("Kit 3 took its place")


def test_an_earlier_passphrase_is_said_with_its_day() -> None:
    """It is the one of the day of printing."""
    words = "this kit opens with the one of <2026-03-01>"
    assert words in said(KIT, passphrase_since=LATER)
    assert words not in said(KIT)


def test_a_stale_kit_says_what_changed() -> None:
    """In the words that stand everywhere."""
    vault = a_vault(1)
    kit = replace(KIT, prints=prints_of(a_vault(2), KIT))
    held = with_records(vault, {"kits": [kit]})
    assert "Stale: " in state_words(standing(held, kit))
    assert "one account gone" in state_words(standing(held, kit))


def test_a_key_card_stays_while_it_opens_something() -> None:
    """That of a part opens nothing else."""
    assert card_words(replace(KIT, card_number=None), ()) == ""
    assert card_words(KIT, (a_kit(3),)) == "Key card 1 stays: it opens Kit 3 too."
    assert "a way into the vault" in card_words(KIT, ())
    assert card_words(replace(KIT, partial=True), ()).endswith("with the sheets.")


def test_places_and_drills_are_told() -> None:
    """Each as far as it is."""
    assert place_name(Lay("", "", "")) == "wherever it lies"
    assert lay_words(Lay("Safe", "", "")) == "not collected yet"
    assert lay_words(Lay("Safe", "d", "")) == "collected on d, not destroyed yet"
    assert lay_words(Lay("Safe", "d", "e")) == "destroyed on e"
    told = {one: drill_words(Drill(NOON, one, 9)) for one in ("opened", "shut", "?")}
    assert told["opened"] == "2026-03-01: it opened, 9 codes to spare"
    assert told["shut"].endswith("did not open")
    assert told["?"] == "2026-03-01"


def test_a_keeper_is_a_person_or_a_name() -> None:
    """A person by the name of today."""
    vault = a_vault()
    person = next(iter(vault.people.values()))
    assert keeper_name(vault, replace(KIT, keeper=person.id)) == person.name
    assert keeper_name(vault, replace(KIT, keeper="Ben")) == "Ben"
