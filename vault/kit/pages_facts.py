"""What the printed pages tell, handed in, and the sentences that several pages share.

No field holds a secret: the code of the key card is an argument of `card_page` alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # the field is called date, as printed
from typing import Literal

from vault.errors import BrokenInvariant
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.kit.pages_paper import PAPERS, Paper, PaperName
from vault.kit.plan import Density

Ways = Literal["passphrase", "card", "either", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFacts:
    """Everything in clear on a kit's pages.

    `kit_id` is 16 hexadecimal digits; `ring` are names with a number or address;
    `needed` of `sheets` code sheets are enough; `signer_words` are eight or none.
    Raises BrokenInvariant where a kit names a card it does not have, or the reverse.
    """

    kit_number: int
    kit_id: str
    date: Date
    owner: str
    ring: Sequence[tuple[str, str]]
    ways: Ways
    card_number: int | None
    sheets: int
    needed: int
    paper: PaperName
    partial: bool
    accounts_count: int
    letter: str
    signer_words: tuple[str, ...]
    generation: int
    density: Density
    supplement: int = 0  # which supplement to that kit; 0 for the kit itself

    def __post_init__(self) -> None:
        """Refuse facts that contradict each other."""
        if (self.ways == "passphrase") != (self.card_number is None):
            raise BrokenInvariant("kit.pages.ways")
        if not 1 <= self.needed <= self.sheets:
            raise BrokenInvariant("kit.pages.needed")

    @property
    def size(self) -> Paper:
        """The paper these pages are laid out for."""
        return PAPERS[self.paper]


def kit_words(facts: KitFacts) -> str:
    """Return what these pages are called, by number."""
    words = _("Spare Key kit {number}")
    if facts.supplement:
        words = _("Spare Key supplement {supplement} to kit {number}")
    return words.format(number=facts.kit_number, supplement=facts.supplement)


def enough_words(facts: KitFacts) -> str:
    """Return how many of the sheets are enough, as printed in the middle of each."""
    if facts.needed == facts.sheets:
        words = translate_count(
            "This {sheets} sheet is needed",
            "All {sheets} sheets are needed",
            facts.sheets,
        )
    else:
        words = translate_count(
            "Any {needed} of these {sheets} sheets is enough",
            "Any {needed} of these {sheets} sheets are enough",
            facts.needed,
        )
    if facts.supplement:  # alone it holds only what changed
        words = _("{enough}, together with kit {number}").format(
            enough=words, number=facts.kit_number
        )
    return words.format(needed=facts.needed, sheets=facts.sheets)


def key_words(facts: KitFacts) -> str:
    """Return what the kit opens with, naming only the ways that it has.

    A supplement has no cover to tell of which day its passphrase is.
    """
    phrase = _("the passphrase")
    if facts.supplement:
        phrase = _("the passphrase of {date}").format(date=facts.date.isoformat())
    words = {
        "passphrase": "{phrase}",
        "card": _("key card {card}"),
        "either": _("key card {card} or {phrase}"),
        "both": _("key card {card} and {phrase}"),
    }[facts.ways]
    return words.format(card=facts.card_number, phrase=phrase)


def grouped_id(facts: KitFacts) -> str:
    """Return the kit id in four groups of four digits."""
    digits = facts.kit_id.upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
