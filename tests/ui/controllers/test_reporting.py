"""Where to report, in the window: by country, with copies and addresses to look at."""

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault, Start


def at_reporting(person: Person, country: str) -> Person:
    person.application.settings.country = country
    person.application.desk.go("reporting")
    person.wait()
    return person


def test_a_country_s_bodies_are_told_with_how_sure_that_is(start: Start) -> None:
    """Before anything is unlocked; the number can be copied."""
    person = at_reporting(start(), "DE")
    assert person.sees("Onlinewache of the police")
    assert person.sees("General knowledge without a source, medium confidence")
    person.press("Copy 112: Telephone, Emergency call 112")
    assert person.application.app.clipboard().text() == "112"


def test_another_country_is_chosen_and_remembered(start: Start) -> None:
    """In the settings, which hold no secret."""
    person = at_reporting(start(), "DE")
    pick = person.find("Country")
    pick.picked.emit("GB")  # type: ignore[attr-defined]  # a Pick
    assert person.application.settings.country == "GB"
    assert person.sees("Report Fraud")
    assert not person.sees("Onlinewache")


def test_a_country_that_is_not_known_gets_what_holds_anywhere(start: Start) -> None:
    """And it is said."""
    person = at_reporting(start(), "ZZ")
    assert person.sees("No body of that country is in this version.")
    assert person.sees("The police station nearest to you")


def test_an_address_is_shown_before_it_is_opened(start: Start) -> None:
    """As everywhere."""
    person = at_reporting(start(), "DE")
    person.press("https://portal.onlinewache.polizei.de/")
    assert person.sees("Open this page?")
    person.press("Copy the address")
    text = person.application.app.clipboard().text()
    assert text == "https://portal.onlinewache.polizei.de/"


def test_it_leads_back_to_the_incident(at_vault: AtVault) -> None:
    """From which it was asked."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.press("Where to report it")
    person.wait()
    assert person.sees("With every report")
    person.press("Done")
    assert person.sees("Add a line to the log")
