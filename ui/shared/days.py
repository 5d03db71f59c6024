"""Days and times of records as people write them, in the manner of their country."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt


def day_words(day: str) -> str:
    """Return "2 Mar 2026" for a day or a time of a record; what is neither stays."""
    date = QDate.fromString(day[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else day


def time_words(time: str) -> str:
    """Return day and time of day, on this machine's clock, for a time of a record."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return time
    local = moment.toLocalTime()
    return f"{day_words(local.date().toString(Qt.DateFormat.ISODate))}, " + (
        local.toString("HH:mm")
    )
