"""Days and times as records spell them: UTC, to the day or to the second."""

import re
from datetime import date, datetime
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)


def is_day(text: str) -> bool:
    """Say whether `text` is a day that exists, spelt YYYY-MM-DD."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_time(text: str) -> bool:
    """Say whether `text` is a second that exists, spelt YYYY-MM-DDTHH:MM:SSZ."""
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
