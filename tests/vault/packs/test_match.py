"""A pack is found by what people call it; facts say how old and how sure they are."""

import pytest
from msgspec.structs import replace

from vault.packs import Fact, Pack, Source, find_pack, shipped_packs, source_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("instagram", "instagram"),
        (" IG ", "instagram"),
        ("FACEBOOK page", "facebook"),
        ("YouTube", "youtube"),
        ("gmail", "google-account"),
        ("Phone Number", "mobile-carrier"),
    ],
)
def test_a_pack_is_found_by_id_name_or_alias(text: str, found: str) -> None:
    """Case and surrounding spaces do not matter."""
    pack = find_pack(shipped_packs(), text)
    assert pack is not None
    assert pack.id == found


@pytest.mark.parametrize("text", ["", "insta gram", "myspace"])
def test_a_stranger_is_not_found(text: str) -> None:
    """Nothing is guessed."""
    assert find_pack(shipped_packs(), text) is None


def test_an_id_wins_over_a_name_and_a_name_over_an_alias(pack: Pack) -> None:
    """One pack's alias cannot hide another pack."""
    named = replace(pack, id="one", name="Two")
    aliased = replace(pack, id="three", name="Four", aliases=("Two", "one"))
    packs = {"three": aliased, "one": named}
    assert find_pack(packs, "two") is named
    assert find_pack(packs, "one") is named


def _words(pack: Pack, confidence: str, *sources: Source) -> str:
    keyed = {str(number): source for number, source in enumerate(sources)}
    fact = Fact(text="So.", sources=tuple(keyed), confidence=confidence)
    return source_words(replace(pack, sources=keyed), fact)


def test_a_dated_source_gives_its_date(pack: Pack) -> None:
    """The words are the source's date and the confidence."""
    words = _words(pack, "medium", pack.sources["help"])
    assert words == "source of 2022-12, medium confidence"


def test_an_undated_source_gives_the_day_of_the_copy(pack: Pack) -> None:
    """No date is invented."""
    undated = replace(pack.sources["help"], date=None)
    words = _words(pack, "low", undated)
    assert words == "undated source, copy of 2026-11-22, low confidence"


def test_of_several_sources_the_newest_speaks(pack: Pack) -> None:
    """An older or undated page beside it changes nothing."""
    source = pack.sources["help"]
    older = replace(source, date="2018")
    words = _words(pack, "high", older, replace(source, date=None), source)
    assert words == "source of 2022-12, high confidence"


def test_general_knowledge_claims_no_source(pack: Pack) -> None:
    """Where no page stands behind a fact, the words say so."""
    general = replace(pack.sources["help"], kind="general", url="", date=None)
    words = _words(pack, "medium", general)
    assert words == "general knowledge without a source, medium confidence"


def test_the_words_never_claim_a_check() -> None:
    """No fact of any shipped pack is called checked."""
    for pack in shipped_packs().values():
        for fact in (*pack.traps, *pack.keep, *pack.links):
            assert "check" not in source_words(pack, fact)
