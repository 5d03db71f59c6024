"""A procedure: the numbered steps for one situation."""

from typing import Final

from vault.model.record import Part, Record, Whole

# Open on purpose: a later minor may add a situation, and an older program still opens.
SITUATIONS: Final = (
    "locked-out",
    "hacked",
    "suspended",
    "phone-lost",
    "handover",
    "other",
)


class Step(Part, frozen=True):
    """One thing to do, and the page to do it on."""

    text: str
    link: str = ""


class Procedure(Record, frozen=True, kw_only=True):
    """What to do in one situation, and when and by whom that was last checked."""

    title: str
    account: str = ""  # "" where it is about the whole vault
    situation: str = "other"
    steps: tuple[Step, ...] = ()
    checked: str = ""  # day
    checked_by: str = ""  # id of a person, or a free name
    source: str = ""  # where the steps come from: a pack and its edition, or a page
    source_date: str = ""  # day the source was current
    wait_days: Whole | None = None  # how long the platform lets one wait
    notes: str = ""
