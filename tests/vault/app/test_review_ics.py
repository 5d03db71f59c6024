"""The calendar file of the next review."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON, a_vault
from vault.app.review_ics import calendar_file, escaped, folded
from vault.app.review_words import review_calendar


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def test_it_is_an_event_of_a_whole_day() -> None:
    """The end is the day after, which does not belong to it."""
    data = calendar_file("2026-12-31", "Review", "Look", "a@b", NOON)
    lines = unfolded(data)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20260301T120000Z" in lines


def test_what_means_something_to_a_calendar_is_escaped() -> None:
    """A backslash first, or the others would be escaped twice."""
    assert escaped("a\\b;c,d\r\ne\nf") == "a\\\\b\\;c\\,d\\ne\\nf"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_no_line_is_too_long_and_no_letter_is_cut(text: str) -> None:
    """Each piece reads as UTF-8 by itself, and together they are the line."""
    data = folded(text)
    assert data.endswith(b"\r\n")
    pieces = data[:-2].split(b"\r\n ")
    assert "".join(piece.decode("utf-8") for piece in pieces) == text
    assert len(pieces[0]) <= 75
    assert all(len(piece) + 1 <= 75 for piece in pieces[1:])


def test_it_names_nothing_that_the_vault_holds() -> None:
    """Calendars are synced."""
    vault = a_vault(3)
    data = review_calendar(vault, "2026-09-01", NOON).decode()
    assert "SUMMARY:Spare Key review" in data
    names = [one.name for one in vault.accounts.values()]
    names += [one.name for one in vault.people.values()]
    assert not [name for name in (*names, vault.name) if name in data]
