"""The register of shares: who has which file, how it stands, what is noted later.

A file that somebody has can't be called back: what is noted here changes the register
alone, never what the file opens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import date
from typing import Final, Literal, get_args

from msgspec.structs import replace

from vault.app.kit_changed import Since, compared
from vault.app.session import Session
from vault.app.share_make import DEPTHS, Depth, MadeShare, ShareOrder
from vault.document.kit_prints import Print, printed, spelt
from vault.errors import Ambiguous, BadInput, NotFound
from vault.i18n import translate as _
from vault.ids import new_id
from vault.model.change import Add, Changes, Replace
from vault.model.moment import is_day
from vault.model.share import Share
from vault.model.vault import Vault
from vault.share.scope import scoped

State = Literal["withdrawn", "replaced", "expired", "stale", "unopened", "current"]
STATES: Final[tuple[State, ...]] = get_args(State)
_LEAST_OF_AN_ID: Final = 4


@dataclass(frozen=True)
class ShareStanding:
    """One file that somebody has, what changed since, and the newer one, if any."""

    share: Share
    since: Since
    expired: bool = False
    days_left: int | None = None  # to its last day, where it has one
    newer: Share | None = None

    @property
    def state(self) -> State:
        """The one thing to say first; an expired share may be stale as well."""
        if self.share.withdrawn:
            return "withdrawn"
        if self.newer:
            return "replaced"
        if self.expired:
            return "expired"
        if self.since.is_stale:
            return "stale"
        return "current" if self.share.opened else "unopened"


def share_standings(vault: Vault, today: str) -> list[ShareStanding]:
    """Return all shares, the newest first, those that no longer count last."""
    shares = sorted(vault.shares.values(), key=lambda one: one.made, reverse=True)
    found = [share_standing(vault, one, today) for one in shares]
    return sorted(found, key=lambda one: one.state in ("withdrawn", "replaced"))


def share_standing(vault: Vault, share: Share, today: str) -> ShareStanding:
    """Return how one share stands on a day."""
    later = (
        one
        for one in vault.shares.values()
        if one.share == share.share and one.issue > share.issue
    )
    newer = max(later, key=lambda one: one.issue, default=None)
    expired = is_day(share.expires) and share.expires < today
    left = None
    if is_day(share.expires):  # a stranger's record may hold anything
        left = (date.fromisoformat(share.expires) - date.fromisoformat(today)).days
    return ShareStanding(share, _since(vault, share), expired, left, newer)


def next_issue(vault: Vault, keeper: str) -> tuple[str, int]:
    """Return under which share id and issue the next file for somebody goes.

    The id is "" where it is to be drawn: for a first file, or where nobody is named.
    """
    theirs = [one for one in vault.shares.values() if keeper and one.keeper == keeper]
    if not theirs:
        return "", 1
    last = max(theirs, key=lambda one: (one.made, one.issue))
    issues = (one.issue for one in vault.shares.values() if one.share == last.share)
    return last.share, max(issues) + 1


def numbered(vault: Vault, order: ShareOrder) -> ShareOrder:
    """Return the order for who it is for, as the next issue of what they have."""
    keeper = keeper_ids(vault, order.keeper)
    share, issue = next_issue(vault, keeper)
    return replaced(order, keeper=keeper, share=share, issue=issue)


def enter_share(session: Session, order: ShareOrder, made: MadeShare) -> Changes:
    """Enter a share that was made into the register, in memory: one act.

    Its prints are of what the vault holds now, so that a share reads as stale from the
    first change that it lacks.
    """
    vault = session.vault
    id_ = new_id(session.ports.random, vault.shares)
    entry = Share(
        id=id_,
        share=made.id,
        issue=made.facts.issue,
        made=made.facts.made,
        keeper=order.keeper,
        depth=made.facts.depth,
        accounts=tuple(dict.fromkeys(order.accounts)),
        expires=made.facts.expires,
        counter=vault.counter,
    )
    entry = replace(entry, prints=_prints(vault, entry, made.facts.depth))
    return session.apply(Add("share", entry), _("Make a share"))


def noted(
    share: Share,
    today: str,
    *,
    opened: str | None = None,
    withdrawn: str | None = None,
    note: str | None = None,
) -> Replace:
    """Note what became of a share; None leaves what is noted, "" takes it away.

    Raises `BadInput` for a day that is none, is to come, or lies before it was made.
    """
    after = share
    if opened is not None:
        after = replace(after, opened=_day(share, "opened", opened, today))
    if withdrawn is not None:
        after = replace(after, withdrawn=_day(share, "withdrawn", withdrawn, today))
    if note is not None:
        after = replace(after, note=note.strip())
    return Replace("share", share, after)


def find_share(vault: Vault, reference: str) -> Share:
    """Return the entry meant by its id, the file's share id or the keeper's name.

    The last of several issues is meant, unless ":ISSUE" stands behind. Raises
    `NotFound`, `Ambiguous`.
    """
    wanted, colon, number = reference.partition(":")
    if colon and not (number.isascii() and number.isdecimal()):
        raise NotFound("share", reference)
    fits = [
        one for one in vault.shares.values() if wanted.casefold() in _names(vault, one)
    ]
    if not fits and len(wanted) >= _LEAST_OF_AN_ID:
        fits = [
            one
            for one in vault.shares.values()
            if one.id.startswith(wanted) or one.share.startswith(wanted)
        ]
    if number:
        fits = [one for one in fits if one.issue == int(number)]
    if not fits:
        raise NotFound("share", reference)
    if len({one.share for one in fits}) > 1:
        raise Ambiguous("share", reference, tuple(sorted(one.id for one in fits)))
    return max(fits, key=lambda one: one.issue)


def keeper_of(vault: Vault, share: Share) -> str:
    """Return the name of who has it, "" where nobody is noted."""
    person = vault.people.get(share.keeper)
    return person.name if person else share.keeper


def keeper_ids(vault: Vault, name: str) -> str:
    """Return the id of the person of that name, or the name where nobody has it."""
    plain = name.strip()
    if plain in vault.people:
        return plain
    wanted = plain.casefold()
    fits = [one.id for one in vault.people.values() if one.name.casefold() == wanted]
    return fits[0] if len(fits) == 1 else plain


def _since(vault: Vault, share: Share) -> Since:
    """Return what a share lacks; not known where its depth is of a later program."""
    depth = next((one for one in DEPTHS if one == share.depth), None)
    if depth is None or not share.prints:
        return Since(known=False)
    return compared(share.prints, _printed(vault, share, depth))


def _prints(vault: Vault, share: Share, depth: Depth) -> tuple[str, ...]:
    return tuple(spelt(one) for one in _printed(vault, share, depth))


def _printed(vault: Vault, share: Share, depth: Depth) -> Iterable[Print]:
    there = [one for one in share.accounts if one in vault.accounts]
    if not there:
        return ()
    return printed(scoped(vault, there, depth, share.share), share.id)


def _names(vault: Vault, share: Share) -> set[str]:
    names = {share.id, share.share, share.keeper, keeper_of(vault, share)}
    return {one.casefold() for one in names if one}


def _day(share: Share, field: str, day: str, today: str) -> str:
    if not day:
        return ""
    if not is_day(day):
        raise BadInput(field, "day-unknown", day)
    if day > today:
        raise BadInput(field, "day-to-come", day)
    if day < share.made[:10]:
        raise BadInput(field, "day-before-made", day)
    return day
