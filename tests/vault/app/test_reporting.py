"""Whom to report to, in a country, in the EU, anywhere."""

import pytest

from vault.app.reporting import COUNTRY_NAMES, countries, reporting_in
from vault.packs.bodies import shipped_bodies


def names(country: str) -> list[str]:
    return [one.name for one in reporting_in(country).bodies]


def test_every_country_that_is_named_has_its_name() -> None:
    """Those with bodies and those of the EU; the list leaves out what is anywhere."""
    told = shipped_bodies()
    assert {one.country for one in told.bodies} | set(told.eu) == set(COUNTRY_NAMES)
    assert ("GB", "United Kingdom") in countries()
    assert "XX" not in dict(countries())


@pytest.mark.parametrize("country", ["GB", "uk", " United Kingdom "])
def test_a_country_is_meant_by_its_letters_or_its_name(country: str) -> None:
    """As people type it."""
    told = reporting_in(country)
    assert (told.country, told.name, told.known) == ("GB", "United Kingdom", True)
    assert told.bodies[0].phone == "0300 123 2040"
    assert told.bodies[0].source == "source of 2025-12-04, high confidence"


def test_a_country_of_the_eu_has_those_of_the_eu_as_well() -> None:
    """Its own first; without any of its own, those of the EU alone."""
    union = names("EU")
    assert names("DE") == ["Onlinewache of the police", *union]
    assert names("Portugal") == union
    assert reporting_in("PT").known
    assert union[0].startswith("Europol")


@pytest.mark.parametrize("country", ["Brazil", "BR", "", "xx"])
def test_an_unknown_country_gets_what_holds_anywhere(country: str) -> None:
    """And the advice for every report."""
    told = reporting_in(country)
    assert not told.known
    assert [one.name for one in told.bodies] == ["The police station nearest to you"]
    assert any("screenshots" in one.text for one in told.advice)
    assert all("confidence" in one.source for one in told.advice)
