"""A calendar file (RFC 5545) with the day of the next review.

Calendars are synced to others' computers: it names neither vault nor account.
"""

from datetime import date, timedelta
from typing import Final

_LINE_BYTES: Final = 75  # without its end, as RFC 5545 bounds it


def calendar_file(day: str, title: str, text: str, uid: str, now: str) -> bytes:
    """Return an all-day event on `day`, with an alarm at nine in the morning.

    `uid` stays the same for the same review, so that a newer file moves the event;
    `now` is a time as records spell it.
    """
    start = date.fromisoformat(day)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Spare Key//Review//EN",
        "BEGIN:VEVENT",
        f"UID:{escaped(uid)}",
        f"DTSTAMP:{now.replace('-', '').replace(':', '')}",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(title)}",
        f"DESCRIPTION:{escaped(text)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",
        f"DESCRIPTION:{escaped(title)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Return a text as a calendar's value spells it."""
    for plain, spelt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, spelt)
    return "\\n".join(text.splitlines())


def folded(line: str) -> bytes:
    """Return a line in pieces that a calendar may read; no letter is cut in two."""
    pieces, room = [b""], _LINE_BYTES
    for letter in line:
        data = letter.encode("utf-8")
        if len(pieces[-1]) + len(data) > room:
            pieces.append(b"")
            room = _LINE_BYTES - 1  # the blank in front counts
        pieces[-1] += data
    return b"\r\n ".join(pieces) + b"\r\n"
