"""A kit's entry in the register of what was printed."""

from typing import Final, Literal, get_args

from vault.model.record import Record, Whole

Ways = Literal["passphrase", "card", "either", "both"]
WAYS: Final[tuple[Ways, ...]] = get_args(Ways)


class Kit(Record, frozen=True, kw_only=True):
    """One printed kit: what it holds, where it lies, whether it was read back."""

    number: Whole  # counts up in one vault, printed on every sheet
    kit: str = ""  # 16 hex digits: the kit id its codes carry; "" inside the kit itself
    made: str  # time
    ways: Ways
    generation: Whole = 0  # of the vault file, when printed
    counter: Whole = 0  # of the vault's changes, when printed: later ones are missing
    sheets: Whole = 0
    needed: Whole = 0  # sheets of these that are enough
    paper: str = ""  # "a4" or "letter"
    density: str = ""
    card_number: Whole | None = None  # of the key card that opens it
    partial: bool = False
    accounts: tuple[str, ...] = ()  # ids of the chosen accounts of a partial kit
    places: tuple[str, ...] = ()
    keeper: str = ""  # id of a person, or a free name
    present: Whole | None = None  # sheets that are still there, None for all of them
    read_back: str = ""  # time of the last drill that passed, "" while unproven
    destroyed: str = ""  # day
    note: str = ""
    exposed: str = ""  # day since which somebody knows what opens it
    in_clear: tuple[str, ...] = ()  # sorts of records also printed for all to read
    prints: tuple[str, ...] = ()  # of each record on it; () on paper, see kit_prints
    supplement: Whole = 0  # counts up for one kit, whose number it has; 0 for a kit
    supplement_to: str = ""  # the record of the kit that it belongs to
    drills: tuple[str, ...] = ()  # each time it was read, as `Drill` spells it
    retiring: str = ""  # day since which its sheets are collected to be destroyed
    collected: tuple[str, ...] = ()  # what was collected, as `Ended` spells it
    shredded: tuple[str, ...] = ()  # and what was destroyed, place by place
