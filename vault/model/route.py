"""A route that the owner wrote down: a way back into an account that no pack knows."""

from vault.model.procedure import Step
from vault.model.record import Record, Whole


class OwnRoute(Record, frozen=True, kw_only=True):
    """One way back: all that it names is needed at once, then it takes its days."""

    name: str
    account: str  # id of the account that comes back
    things: tuple[str, ...] = ()  # ids
    code_sets: tuple[str, ...] = ()  # ids: one unused code of each
    accounts: tuple[str, ...] = ()  # ids: accounts that must still be had
    people: tuple[str, ...] = ()  # ids
    steps: tuple[Step, ...] = ()
    evidence: tuple[str, ...] = ()  # proofs that are asked for
    days: Whole | None = None  # None: nobody wrote down how long it takes
    last_tried: str = ""  # day
    notes: str = ""
