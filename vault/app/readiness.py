"""How ready an owner is to get back in: what is missing, most urgent first, as data.

An account is ready when it has a code that can still be used (or its platform gives
none), steps of its own, and a second person. What is urgent first: somebody to ring and
a proven kit, since without them all is lost together; then what one account lacks.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from vault.app.code_count import codes_left, runs_low
from vault.app.kit_changed import Since, lacking, supplements_of
from vault.model.account import Account
from vault.model.code import CodeSet
from vault.model.kit import Kit
from vault.model.vault import Vault
from vault.rehearsal.people import Staff, rules, staff_of

_LEAST_PEOPLE: Final = 2
STALE_DAYS: Final = 180  # PRODUCT: steps that nobody confirmed for so long
TRIED_DAYS: Final = 365  # paper fades, and places are cleared out

GapKind = Literal[
    "nobody-trusted",
    "nobody-to-ring",
    "all-left",
    "no-kit",
    "kit-unproven",
    "kit-untried",
    "no-codes",
    "codes-low",
    "codes-known",
    "kit-stale",
    "no-steps",
    "steps-stale",
    "alone",
    "no-owner",
    "one-disk",
]


@dataclass(frozen=True)
class Gap:
    """One thing that is missing.

    `accounts` are the ids that lack it, those that are worth most first; `record` is
    the person or kit that it is about; `count` the changes that a kit lacks.
    """

    kind: GapKind
    accounts: tuple[str, ...] = ()
    record: str = ""
    count: int = 0


@dataclass(frozen=True)
class Readiness:
    """How many of the accounts are ready, what is missing, and the kit that counts."""

    accounts: int
    ready: int
    gaps: tuple[Gap, ...]
    kit: Kit | None
    since: Since  # what changed since that kit was printed


def readiness(
    vault: Vault,
    codeless: Collection[str] = (),
    *,
    kept_apart: bool = True,
    today: str = "",
) -> Readiness:
    """Return how ready a vault is; `codeless` are platforms that issue no codes.

    `kept_apart` tells whether backups lie in a second place too. Without the day
    of `today` no steps are stale.
    """
    kit = newest_kit(vault)
    since = lacking(vault, kit) if kit else Since()
    if not vault.accounts:
        return Readiness(0, 0, (), kit, since)
    missing = _lacking(vault, codeless)
    missing["steps-stale"] = _stale(vault, today)
    short = {id_ for kind in _SHORT for id_ in missing[kind]}
    return Readiness(
        accounts=len(vault.accounts),
        ready=len(vault.accounts) - len(short),
        gaps=(
            *_gaps(vault, kit, since, missing),
            *_untried(kit, today),
            *([] if kept_apart else [Gap("one-disk")]),
        ),
        kit=kit,
        since=since,
    )


# What an account may not lack if it is to be called ready.
_SHORT: Final[tuple[GapKind, ...]] = ("no-codes", "no-steps", "alone", "all-left")


def newest_kit(vault: Vault) -> Kit | None:
    """Return the newest kit of the whole vault that one may rely on.

    Not one that was destroyed, or of which somebody knows what opens it.
    """
    kits = vault.kits.values()
    whole = (k for k in kits if not (k.partial or _is_over(k)))
    return max(whole, key=lambda kit: kit.number, default=None)


def _is_over(kit: Kit) -> bool:
    return bool(kit.destroyed or kit.retiring or kit.exposed or kit.supplement_to)


def _gaps(
    vault: Vault, kit: Kit | None, since: Since, missing: dict[GapKind, list[str]]
) -> Iterator[Gap]:
    """Yield the gaps in order of urgency."""
    trusted = [one for one in vault.people.values() if one.trusted]
    if not trusted:
        yield Gap("nobody-trusted")
    elif not any(one.phone.strip() or one.email.strip() for one in trusted):
        yield Gap("nobody-to-ring", record=trusted[0].id)
    yield from _gap("all-left", missing)
    yield from _gap("codes-known", missing)
    if kit is None:
        yield Gap("no-kit")
    elif unproven := _unproven(vault, kit):
        yield Gap("kit-unproven", record=unproven.id)
    yield from _gap("no-codes", missing)
    yield from _gap("codes-low", missing)
    if kit is not None and since.is_stale:
        yield Gap("kit-stale", record=kit.id, count=since.count)
    yield from _gap("no-steps", missing)
    yield from _gap("steps-stale", missing)
    yield from _gap("alone", missing)
    yield from _gap("no-owner", missing)


def _untried(kit: Kit | None, today: str) -> Iterator[Gap]:
    """Yield the kit that counts, where nobody has tried it for a year."""
    if kit is not None and kit.read_back and today:
        since = date.fromisoformat(today) - date.fromisoformat(kit.read_back[:10])
        if since > timedelta(days=TRIED_DAYS):
            yield Gap("kit-untried", record=kit.id)


def _unproven(vault: Vault, kit: Kit) -> Kit | None:
    """Return what nobody has read back of a kit and the supplement that counts."""
    parts = (kit, *supplements_of(vault, kit)[-1:])
    return next((one for one in parts if not one.read_back), None)


def _gap(kind: GapKind, missing: dict[GapKind, list[str]]) -> Iterator[Gap]:
    if missing[kind]:
        yield Gap(kind, tuple(missing[kind]))


def _lacking(vault: Vault, codeless: Collection[str]) -> dict[GapKind, list[str]]:
    """Return, by what is missing, the accounts that lack it, most worth first."""
    codes = _codes(vault)
    steps = {one.account for one in vault.procedures.values() if one.steps}
    staff = staff_of(vault)
    known = {one.account for one in vault.code_sets.values() if _is_known(one)}
    missing: dict[GapKind, list[str]] = defaultdict(list)
    for account in sorted(vault.accounts.values(), key=_worth):
        id_ = account.id
        if kind := _lack_of_people(account, staff[id_]):
            missing[kind].append(id_)
        if codes.get(id_) == "few":
            missing["codes-low"].append(id_)
        elif id_ not in codes and account.platform not in codeless:
            missing["no-codes"].append(id_)
        if id_ in known:
            missing["codes-known"].append(id_)
        if id_ not in steps:
            missing["no-steps"].append(id_)
        if not account.owner:
            missing["no-owner"].append(id_)
    return missing


def _lack_of_people(account: Account, staff: Staff) -> GapKind | None:
    if is_left(account, staff):
        return "all-left"
    return "alone" if len(staff.access) < _LEAST_PEOPLE else None


def _is_known(one: CodeSet) -> bool:
    return bool(one.renew) and not one.retired


def _worth(account: Account) -> tuple[int, str, str]:
    return (-(account.worth_a_day or 0), account.name.casefold(), account.id)


def _codes(vault: Vault) -> dict[str, Literal["few", "enough"]]:
    """Return, for each account with a code that can be used, whether they run low.

    Only sets in force count; one that does not run low is enough.
    """
    codes: dict[str, Literal["few", "enough"]] = {}
    for one in vault.code_sets.values():
        if one.retired or not codes_left(one):
            continue
        if not runs_low(one):
            codes[one.account] = "enough"
        codes.setdefault(one.account, "few")
    return codes


def is_left(account: Account, staff: Staff) -> bool:
    """Tell whether whoever ruled an account left, and nobody does who is still here."""
    if not staff.left or account.owner in staff.access:
        return False
    if not staff.access:
        return True
    stay = any(map(rules, staff.access.values()))
    return not stay and any(map(rules, staff.left.values()))


def _stale(vault: Vault, today: str) -> list[str]:
    """Return the accounts with steps that were confirmed too long ago, dearest first.

    Steps that were never confirmed are as old as what they come from.
    """
    accounts = {
        one.account
        for one in vault.procedures.values()
        if is_stale(one.checked or one.source_date, today)
    }
    found = (vault.accounts[id_] for id_ in accounts if id_ in vault.accounts)
    return [one.id for one in sorted(found, key=_worth)]


def is_stale(day: str, today: str) -> bool:
    """Tell whether a day lies too long before another; not where one is unknown."""
    if not (day and today):
        return False
    oldest = date.fromisoformat(today[:10]) - timedelta(days=STALE_DAYS)
    return day < oldest.isoformat()
