"""What platforms are called."""

from msgspec.structs import replace

from tests.builders import a_platform, an_empty_vault, an_id
from vault.app.platforms import (
    known_platforms,
    own_platforms,
    platform_groups,
    platform_meant,
    platform_name,
    platforms_are_read,
)
from vault.model.platform import OwnPlatform


def test_every_shipped_platform_is_known_by_name() -> None:
    """In order of name, whatever the case of its first letter."""
    names = [one.name for one in known_platforms()]
    assert "Instagram" in names
    assert names == sorted(names, key=str.casefold)


def test_it_is_known_whether_the_packs_were_read() -> None:
    """A window reads them off its own thread."""
    known_platforms.cache_clear()
    assert not platforms_are_read()
    known_platforms()
    assert platforms_are_read()


def test_it_is_known_which_platforms_give_no_codes() -> None:
    """Nobody must be asked for codes that do not exist."""
    gives = {one.id: one.gives_codes for one in known_platforms()}
    assert gives["instagram"] is True
    assert gives["douyin"] is False


def test_a_platform_is_meant_by_its_name_or_another_name_of_it() -> None:
    """People type names, not ids."""
    assert platform_meant(" instagram ") == "instagram"
    assert platform_meant("IG") == "instagram"


def test_a_platform_without_a_pack_stays_as_it_was_typed() -> None:
    """Free text is allowed."""
    assert platform_meant(" My own shop ") == "My own shop"
    assert platform_name("My own shop") == "My own shop"


def test_a_platform_of_the_owners_own_is_meant_by_any_of_its_names() -> None:
    """Whatever their case; a shipped one goes first, and an empty text is none."""
    one = replace(a_platform(), aliases=("folksy.example", "IG"))
    vault = replace(an_empty_vault(), platforms={one.id: one})
    assert platform_meant(" FOLKSY ", vault) == "Folksy"
    assert platform_meant("Folksy.example", vault) == "Folksy"
    assert platform_meant("IG", vault) == "instagram"
    assert platform_meant("", vault) == ""
    assert platform_meant("Else", vault) == "Else"


def test_a_bare_platform_of_ones_own_has_nothing_to_take() -> None:
    """Nobody is offered steps that are not there; no codes noted are not none."""
    full, bare = a_platform(), OwnPlatform(id=an_id(1), name="bare")
    vault = replace(an_empty_vault(), platforms={full.id: full, bare.id: bare})
    assert [(one.name, one.tells) for one in own_platforms(vault)] == [
        ("bare", False),
        ("Folksy", True),
    ]
    assert all(one.gives_codes for one in own_platforms(vault))


def test_a_known_platform_is_called_by_its_name() -> None:
    """Not by its id."""
    assert platform_name("google-account") == "Google Account"


def test_platforms_stand_in_groups() -> None:
    """Each in one, by name; the groups in the order in which they are shown."""
    groups = platform_groups()
    members = [one for _group, group in groups for one in group]
    assert sorted(members) == sorted(known_platforms())
    assert groups[0][0] == "Social media and messages"
    assert all(group for _name, group in groups)
    assert "Gmail" in {name for one in members for name in one.also}
