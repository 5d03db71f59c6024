"""Days of records as people write them, in the manner of their country."""

from PySide6.QtCore import QDate, QLocale, Qt


def day_words(day: str) -> str:
    """Return "2 Mar 2026" for a day or a time of a record; what is neither stays."""
    date = QDate.fromString(day[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else day
