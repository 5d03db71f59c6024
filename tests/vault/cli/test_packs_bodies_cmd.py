"""`packs bodies`, as a person and as a script use it."""

from tests.desk import Desk


def test_the_bodies_of_a_country_are_said_with_their_sources(desk: Desk) -> None:
    """Name, reach, note, and how sure that is; no vault is needed."""
    said = desk.done("packs", "bodies", "uk").out
    assert "United Kingdom\n1. Report Fraud: " in said
    assert "   0300 123 2040  https://www.reportfraud.police.uk/\n" in said
    assert "[source of 2025-12-04, high confidence]" in said
    report = desk.done("packs", "bodies", "uk", "--json").json
    assert report["known"]
    assert report["bodies"][0]["phone"] == "0300 123 2040"
    assert report["advice"][0]["source"]


def test_a_country_that_is_not_known_is_said(desk: Desk) -> None:
    """What holds anywhere follows."""
    said = desk.done("packs", "bodies", "Brazil").out
    assert said.startswith("Brazil\nNo place of this country is known here")
    assert "police station" in said


def test_without_a_country_they_are_listed(desk: Desk) -> None:
    """By name."""
    assert "GB" in desk.done("packs", "bodies").out
    listed = desk.done("packs", "bodies", "--json").json["countries"]
    assert {"country": "US", "name": "United States"} in listed
