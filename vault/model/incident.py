"""An incident: one compromise or lock-out, from the first alarm to the lesson.

Log and ticks are texts, because lists of texts are merged entry by entry: "TIME TEXT"
for a line of the log, "TIME ACCOUNT STEP" for a step that was done ("-": of no
account). What a newer program spells otherwise is left out, and stays where it stands.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from vault.model.moment import is_time
from vault.model.record import Record

# Open on purpose, as the situations of a procedure are
SORTS: Final = ("locked-out", "hacked", "phone-lost", "suspended", "ransom")
NO_ACCOUNT: Final = "-"
_PARTS: Final = 3


class Incident(Record, frozen=True, kw_only=True):
    """What happened to which accounts and things, and what was done about it."""

    title: str
    began: str  # time
    sort: str = ""
    ended: str = ""  # time, "" while it goes on
    accounts: tuple[str, ...] = ()  # ids of accounts
    things: tuple[str, ...] = ()  # "KIND KEY" of what is lost, as a rehearsal names it
    log: tuple[str, ...] = ()  # as `Line` spells it
    done: tuple[str, ...] = ()  # as `Done` spells it
    lesson: str = ""  # how it happened, and what is done differently since
    notes: str = ""


class Line(NamedTuple):
    """One line of the log."""

    at: str
    text: str

    def spelt(self) -> str:
        """Return it as the incident keeps it."""
        return f"{self.at} {self.text}"


class Done(NamedTuple):
    """One step that was ticked; `step` is a key without blanks."""

    at: str
    account: str
    step: str

    def spelt(self) -> str:
        """Return it as the incident keeps it."""
        return f"{self.at} {self.account or NO_ACCOUNT} {self.step}"


def parse_log(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return the lines in the order of their times."""
    found = []
    for text in texts:
        at, blank, told = text.partition(" ")
        if blank and is_time(at):
            found.append(Line(at, told))
    return tuple(sorted(found, key=lambda one: one.at))


def parse_done(texts: Iterable[str]) -> tuple[Done, ...]:
    """Return the ticked steps in the order of their times."""
    found = []
    for text in texts:
        parts = text.split(" ")
        if len(parts) == _PARTS and is_time(parts[0]):
            account = "" if parts[1] == NO_ACCOUNT else parts[1]
            found.append(Done(parts[0], account, parts[2]))
    return tuple(sorted(found))
