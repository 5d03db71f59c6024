"""What an importer is, what it is told, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, Protocol

from vault.model.change import Add, Replace
from vault.model.vault import Vault
from vault.packs import Pack

SHOWN_ROWS: Final = 20  # THREATS 25: what is shown before anything is kept

Outcome = Literal["new", "there", "changed"]


@dataclass(frozen=True)
class Context:
    """What is known at the time of an import; `random` returns that many bytes."""

    vault: Vault
    packs: Mapping[str, Pack]
    today: date
    now: str  # time, ISO 8601 UTC
    random: Callable[[int], bytes]
    account: str | None = None  # id: whose codes a file of codes holds
    kind: str | None = None  # of the codes, the pack's word


@dataclass(frozen=True)
class Note:
    """What was not taken as it stood: where, why, and what it was.

    `problem` is a key of `vault.app.explain.PROBLEMS`; `detail` may hold secrets.
    """

    place: str
    problem: str
    detail: str = ""


@dataclass(frozen=True)
class Shown:
    """One record of the preview; it never tells a code."""

    place: str
    kind: str
    label: str
    outcome: Outcome


@dataclass(frozen=True)
class Count:
    """How many records of one kind an import finds new, already there, changed."""

    new: int = 0
    there: int = 0
    changed: int = 0


@dataclass(frozen=True)
class Plan:
    """What an import would do: changes ready for `apply`, and all that was noted."""

    changes: tuple[Add | Replace, ...] = ()
    counts: Mapping[str, Count] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    shown: tuple[Shown, ...] = ()
    codes: int = 0  # how many codes come in new, over all sets
    blobs: Mapping[str, bytes] = field(default_factory=dict)  # of papers, by SHA-256


class Importer(Protocol):
    """One kind of foreign file; `word` names it on the command line."""

    word: str

    def fits(self, name: str, data: bytes) -> bool:
        """Say whether a file of that name and content is of this kind; never raises."""
        ...

    def read(self, name: str, data: bytes, context: Context) -> Plan:
        """Return what importing the file would do; raises BadInput or TooLarge."""
        ...
