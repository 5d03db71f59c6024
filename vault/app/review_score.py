"""How well a vault stands, of 100: parts that are counted, each with what raises it.

Only what a repair cannot undo is counted. That a kit is older than the last change is
not: every repair makes it so, and a score that falls for it would punish mending.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, NamedTuple

from vault.app.readiness import TRIED_DAYS, Gap, GapKind, readiness
from vault.app.review_due import ended_reviews, months_between, months_later
from vault.model.review import ScorePart, parse_cards
from vault.model.vault import Vault

# Of 100 points, how many a part is worth, and the gaps of which one raises it.
_PARTS: Final[dict[str, tuple[int, tuple[GapKind, ...]]]] = {
    "codes": (20, ("no-codes", "codes-known", "codes-low")),
    "steps": (15, ("no-steps", "steps-stale")),
    "people": (15, ("all-left", "alone")),
    "owners": (5, ("no-owner",)),
    "kit": (20, ("no-kit", "kit-unproven", "kit-untried")),
    "trusted": (10, ("nobody-trusted", "nobody-to-ring")),
    "apart": (5, ("one-disk",)),
    "looked": (10, ()),
}
NAMES: Final = tuple(_PARTS)
_LOOKED: Final = ("right", "changed")


class Part(NamedTuple):
    """One part: how many of how many, its points, the gap to mend; None: a review."""

    name: str
    got: int
    of: int
    points: int
    most: int
    gap: Gap | None

    def kept(self) -> str:
        """Return it as a review keeps it."""
        return ScorePart(self.name, self.got, self.of).spelt()


class Score(NamedTuple):
    """Points of 100, and what they are made of."""

    points: int
    parts: tuple[Part, ...]


def score(
    vault: Vault,
    codeless: Collection[str] = (),
    *,
    kept_apart: bool = True,
    today: str,
) -> Score | None:
    """Return how a vault stands on a day, or None where it holds no account.

    `codeless` and `kept_apart` are as for `readiness`.
    """
    if not vault.accounts:
        return None
    told = readiness(vault, codeless, kept_apart=kept_apart, today=today)
    counted = {**_whole(vault, today), "apart": (int(kept_apart), 1)}
    parts = []
    for name, (most, kinds) in _PARTS.items():
        gaps = [gap for gap in told.gaps if gap.kind in kinds]
        if name in counted:
            got, of = counted[name]
        else:
            short = {id_ for gap in gaps for id_ in gap.accounts}
            got, of = len(vault.accounts) - len(short), len(vault.accounts)
        gap = gaps[0] if gaps and got < of else None
        parts.append(Part(name, got, of, most * got // of, most, gap))
    return Score(sum(part.points for part in parts), tuple(parts))


def _whole(vault: Vault, today: str) -> dict[str, tuple[int, int]]:
    """Return what is counted by other things than the gaps of accounts."""
    over = ("destroyed", "retiring", "exposed", "supplement_to", "partial")
    kits = [k for k in vault.kits.values() if not any(getattr(k, f) for f in over)]
    oldest = date.fromisoformat(today) - timedelta(days=TRIED_DAYS)
    proven = [kit.read_back[:10] for kit in kits if kit.read_back]
    tried = any(day >= oldest.isoformat() for day in proven)
    trusted = [one for one in vault.people.values() if one.trusted]
    rung = any(one.phone.strip() or one.email.strip() for one in trusted)
    return {
        "kit": (bool(kits) + bool(proven) + tried, 3),
        "trusted": (bool(trusted) + rung, 2),
        "looked": (_looked(vault, today), len(vault.accounts)),
    }


def _looked(vault: Vault, today: str) -> int:
    """Count the accounts that a review found in order and that are not due again."""
    cards = [card for one in ended_reviews(vault) for card in parse_cards(one.cards)]
    going = (one for one in vault.reviews.values() if not one.ended)
    cards += [card for one in going for card in parse_cards(one.cards)]
    days = {card.account: card.day for card in cards if card.answer in _LOOKED}
    return sum(
        months_later(days[id_], months_between(vault, one)) > today
        for id_, one in vault.accounts.items()
        if id_ in days
    )
