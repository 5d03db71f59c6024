"""What needs care: Home's list, and what a rehearsal adds to it, in one order.

`sparekey check` tells it, for people and for scripts; a window may show the same. What
Home says already (that one person alone gets in) a rehearsal does not say again.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from vault.app.attachment_words import ADVICE, running_out_words
from vault.app.attachments import running_out, runs_out
from vault.app.checks import count_of_checks
from vault.app.incident import open_incidents
from vault.app.incident_after import to_renew
from vault.app.incident_aside import near_dues
from vault.app.pack_news import pack_news
from vault.app.platforms import known_platforms
from vault.app.readiness import Gap, Readiness, is_stale, readiness
from vault.app.readiness_words import checks_words, gap_words
from vault.app.rehearse import all_circles, all_single_faults, built_of
from vault.app.rehearse_names import label, listed
from vault.app.rehearse_words import addition_words, circle_words, fault_words
from vault.app.review_found import failed_ways, gone_accounts
from vault.app.review_words import failed_words
from vault.app.share_register import share_standings
from vault.app.share_state_words import STATE_WORDS, share_name, standing_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.graph import Node
from vault.rehearsal.lockout import lose
from vault.rehearsal.mend import suggestions
from vault.rehearsal.single import Fault

_PEOPLE: Final = ("alone", "all-left")
_SORTS: Final = {"person": "lost-person", "account": "lost-account"}


class Care(NamedTuple):
    """One thing that needs care: its sort, what is wrong, what to do; whom it is about.

    `sort` is a gap's kind, or "incident", "deadline", "renew", "checks", "way-failed",
    "account-gone", "general-stale", "pack-news", "paper-over", "paper-soon",
    "share-expired", "share-stale", "share-none", "circle", "lost-thing",
    "lost-person", "lost-account" or "no-way-back". `accounts` are ids.
    """

    sort: str
    what: str
    advice: str
    accounts: tuple[str, ...] = ()


class Looked(NamedTuple):
    """How ready the vault is, and all that needs care, the most urgent first."""

    readiness: Readiness
    cares: tuple[Care, ...]


def look(vault: Vault, today: str, *, kept_apart: bool = True) -> Looked:
    """Return how a vault stands on that day. Reads the packs on first use."""
    codeless = {one.id for one in known_platforms() if not one.gives_codes}
    told = readiness(vault, codeless, kept_apart=kept_apart, today=today)
    cares = [
        *_incidents(vault, today),
        *_checks(vault),
        *_reviewed(vault),
        *(_of_gap(vault, gap) for gap in told.gaps),
    ]
    cares += _general(vault, today)
    cares += _packs(vault)
    cares += _papers(vault, today)
    cares += _shares(vault, today)
    cares += _rehearsed(vault, told)
    return Looked(told, tuple(cares))


def _incidents(vault: Vault, today: str) -> Iterator[Care]:
    """Yield what goes on, and what is still to be renewed after what is over."""
    for one in open_incidents(vault):
        what = _("An incident goes on: {title}").format(title=one.title)
        advice = _("Go on with it: sparekey incident FILE next, or In trouble (F1).")
        yield Care("incident", what, advice, one.accounts)
    for account, due in near_dues(vault, today):
        text = _("{account}: {what}, until {day}")
        what = text.format(account=account.name, what=due.what, day=due.day)
        yield Care("deadline", what, due.text, (account.id,))
    for one, left in to_renew(vault):
        text = translate_count("{n} thing to renew", "{n} things to renew", left)
        after = _("After: {what}").format(what=one.title)
        what = f"{text.format(n=left)}. {after}"
        advice = _("Renew each and tick it: sparekey incident FILE show.")
        yield Care("renew", what, advice, one.accounts)


def _checks(vault: Vault) -> Iterator[Care]:
    if count := count_of_checks(vault):
        said = checks_words(count)
        yield Care("checks", said.title, said.why)


def _reviewed(vault: Vault) -> Iterator[Care]:
    """Yield what reviews found: ways in that failed, accounts that are gone."""
    for way, day in failed_ways(vault):
        what = _("{failed} ({day})").format(failed=failed_words(vault, way), day=day)
        advice = _("Mend that way in on the platform, then try it again in a review.")
        yield Care("way-failed", what, advice, (way.account,))
    for id_ in gone_accounts(vault):
        what = _("{name} is gone, as a review says").format(
            name=vault.accounts[id_].name
        )
        advice = _("Close it on the platform if it is still there, and remove it here.")
        yield Care("account-gone", what, advice, (id_,))


def _of_gap(vault: Vault, gap: Gap) -> Care:
    said = gap_words(vault, gap)
    return Care(gap.kind, said.title, said.why, gap.accounts)


def _general(vault: Vault, today: str) -> Iterator[Care]:
    """Steps that are about the whole vault hang on no account, so Home has no line."""
    old = [
        one.title
        for one in vault.procedures.values()
        if not one.account and is_stale(one.checked or one.source_date, today)
    ]
    if old:
        text = _("Nobody confirmed “{titles}” for half a year")
        what = text.format(titles=listed(sorted(old)))
        yield Care("general-stale", what, _("Go through the steps and confirm them."))


def _packs(vault: Vault) -> Iterator[Care]:
    """What this version's packs say otherwise than the steps that were taken."""
    found = pack_news(vault)
    if found:
        names = listed([one.account.name for one in found])
        count = sum(len(one.differences) for one in found)
        text = translate_count(
            "{n} newer fact about {names}", "{n} newer facts about {names}", count
        )
        advice = _("Compare and take what you want: sparekey packs news FILE.")
        ids = tuple(one.account.id for one in found)
        yield Care("pack-news", text.format(n=count, names=names), advice, ids)


def _papers(vault: Vault, today: str) -> Iterator[Care]:
    """A platform takes no paper that ran out, and a new one takes weeks."""
    for one in running_out(vault, today):
        what = running_out_words(vault, one, today)
        accounts = (one.account,) if one.account else ()
        yield Care(f"paper-{runs_out(one, today)}", what, ADVICE, accounts)


def _shares(vault: Vault, today: str) -> Iterator[Care]:
    """Files of deputies that are old, and people trusted who have none."""
    found = share_standings(vault, today)
    for one in found:
        if one.state in ("expired", "stale"):
            name, state = share_name(vault, one), STATE_WORDS[one.state]
            what = _("The file of {name}: {state}").format(name=name, state=state)
            yield Care(f"share-{one.state}", what, standing_words(one))
    if not found:  # who never made one has chosen another way
        return
    there = {one.share.keeper for one in found if one.state != "withdrawn"}
    without = [
        one.name for one in vault.people.values() if one.trusted and one.id not in there
    ]
    if without:
        what = _("Trusted, but without a file of their own: {names}")
        advice = _("Make a share for them, or leave it so.")
        yield Care("share-none", what.format(names=listed(sorted(without))), advice)


def _rehearsed(vault: Vault, told: Readiness) -> Iterator[Care]:
    """What a loss or a circle would leave lost, unless Home's list says it already."""
    built = built_of(vault)
    for circle in all_circles(built):
        turns = (built.graph.nodes[turn.node] for turn in circle.turns)
        inside = tuple(node.key for node in turns if node.kind == "account")
        what = circle_words(vault, built, circle).rstrip(".")
        yield Care("circle", what, _open_circle(), inside)
    few = {id_ for gap in told.gaps if gap.kind in _PEOPLE for id_ in gap.accounts}
    alone: list[Fault] = []
    for fault in all_single_faults(built):
        node = built.graph.nodes[fault.lost[0]]
        if fault.stuck == fault.lost:
            alone.append(fault)
        elif node.kind != "person" or not few.issuperset(_ids(built, fault)):
            yield _of_fault(vault, built, fault, _SORTS.get(node.kind, "lost-thing"))
    if alone:
        yield _no_way_back(vault, built, alone)


def _open_circle() -> str:
    return _("Give one a way back from outside: codes, another mailbox or number.")


def _of_fault(vault: Vault, built: Built, fault: Fault, sort: str) -> Care:
    what = fault_words(vault, built, fault).rstrip(".")
    return Care(sort, what, _advice(vault, built, fault), _ids(built, fault))


def _no_way_back(vault: Vault, built: Built, faults: list[Fault]) -> Care:
    """Return one line for all accounts that only their own password opens."""
    ids = tuple(id_ for fault in faults for id_ in _ids(built, fault))
    if len(faults) == 1:
        return _of_fault(vault, built, faults[0], "no-way-back")
    names = listed([label(vault, Node("account", id_)) for id_ in ids])
    what = _("If a password of these no longer opens them, nothing leads back: {names}")
    advice = _("Give them a recovery address or number, or a second admin.")
    return Care("no-way-back", what.format(names=names), advice, ids)


def _advice(vault: Vault, built: Built, fault: Fault) -> str:
    """Return what to add: the additions that were tried and bring most of it back."""
    found = suggestions(vault, built, lose(built.graph, fault.lost))
    said = [addition_words(vault, one.addition, one.node, one.who) for one in found]
    return " ".join(said)


def _ids(built: Built, fault: Fault) -> tuple[str, ...]:
    return tuple(built.graph.nodes[number].key for number in fault.stuck)
