"""Two of something: one for each copy."""

from typing import Generic, Literal, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)
Side = Literal["mine", "theirs"]


class Two(NamedTuple, Generic[T_co]):
    """What belongs to my copy and what to theirs."""

    mine: T_co
    theirs: T_co

    def turned(self) -> "Two[T_co]":
        """Return the same with the copies in each other's place."""
        return Two(self.theirs, self.mine)

    def of(self, side: Side) -> T_co:
        """Return the one of that side."""
        return self.mine if side == "mine" else self.theirs
