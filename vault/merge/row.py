"""A record in which two copies differ, in three steps towards the result."""

from dataclasses import dataclass

import msgspec

from vault.merge.history import Key
from vault.merge.side import Two

State = (
    msgspec.Struct | None
)  # a record, or the vault for its own fields; None for none


@dataclass
class Row:
    """One record: in each copy, on its way, and at last.

    `known`: as the histories tell of it. `noted`: what gave way untold is written down.
    `final`: and so is what must be looked at.
    """

    key: Key
    copies: Two[State]
    known: State
    noted: State
    final: State
    typed: frozenset[str] | None = None  # fields edited unseen by the other; None: all

    @property
    def gone(self) -> State:
        """The record that a removal takes away; None where nothing goes."""
        return self.held if self.final is None else None

    @property
    def held(self) -> State:
        """The record of a copy that has it."""
        return self.copies.mine or self.copies.theirs
