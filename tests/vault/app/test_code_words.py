"""What sorts of codes one may add, and what they are called."""

from msgspec.structs import replace

from tests.builders import a_code_set, a_platform, an_account, an_empty_vault
from vault.app.code_words import issue_words, kind_choices, set_words


def test_what_the_platform_issues_comes_first() -> None:
    """With its own words for it; every other sort may be chosen too."""
    choices = kind_choices("facebook")
    assert (choices[0].kind, choices[0].label) == ("backup-codes", "Recovery codes")
    assert (choices[0].count, choices[0].example) == (10, "1234 5678")
    kinds = [one.kind for one in choices]
    assert len(kinds) == len(set(kinds))
    assert {"pin", "totp-seed", "security-answer"} <= set(kinds)


def test_an_unknown_platform_offers_every_sort() -> None:
    """Free text, or nothing at all."""
    assert kind_choices("")[0].label == "Backup codes"
    assert kind_choices("corner shop") == kind_choices("")


def test_what_stands_is_told_from_what_is_used_up() -> None:
    """A PIN is no backup code."""
    stands = {one.kind: one.stands for one in kind_choices("")}
    assert stands["pin"]
    assert not stands["backup-codes"]


def test_a_set_is_called_by_its_label_then_by_its_kind() -> None:
    """And never by nothing."""
    one = a_code_set(an_account().id)
    assert set_words(replace(one, label="Desk drawer")) == "Desk drawer"
    assert set_words(one) == "Backup codes"
    assert set_words(replace(one, kind="scratch-card")) == "scratch-card"
    assert set_words(replace(one, kind="")) == "Codes"


def test_what_the_owner_wrote_of_a_platforms_codes_counts() -> None:
    """As what a pack says, where the vault is at hand."""
    one = a_platform()
    vault = replace(an_empty_vault(), platforms={one.id: one})
    assert issue_words("folksy", vault) == "Backup codes, 8 at a time, like ABCD-1234"
    assert issue_words("folksy") == ""
    first = kind_choices("Folksy", vault)[0]
    assert (first.label, first.count, first.example) == ("Backup codes", 8, "ABCD-1234")


def test_what_a_platform_issues_is_told_with_an_example() -> None:
    """So that an empty list says what to look for."""
    shape = "8 digits in two groups of 4, like 1234 5678"
    assert issue_words("Facebook") == f"Recovery codes, 10 at a time, {shape}"
    assert issue_words("corner shop") == ""
    assert issue_words("") == ""
