"""`review`: how it stands, begin it, answer a card, try a way in, sign it off."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vault.app import review as acts
from vault.app.care import look
from vault.app.edit import account_name, find_record
from vault.app.platforms import known_platforms
from vault.app.ports import Ports
from vault.app.review_due import (
    due_accounts,
    ended_reviews,
    is_due,
    minutes,
    next_due,
)
from vault.app.review_file import save_calendar, save_review
from vault.app.review_score import Score, score
from vault.app.review_words import due_words, part_words, raise_words, way_words
from vault.app.session import Session
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.review import ANSWERS, Review

WANTING: Final = 1  # PRODUCT: found wanting
_WRITES: Final = ("begin", "answer", "try", "finish")
_Act = Callable[[argparse.Namespace, Session, Terminal], int]


def do_review(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Do one act of a review; `status` is 1 where one is due or goes on."""
    _must_be_whole(options)
    writes = options.act in _WRITES
    with opened(options, ports, terminal, write=writes) as session:
        done = _ACTS[options.act](options, session, terminal)
        if writes and session.unsaved:
            session.save()
    return done


def _must_be_whole(options: argparse.Namespace) -> None:
    given = [word for word in (options.account, options.answer) if word]
    wanted = 2 if options.act == "answer" else 0
    if len(given) != wanted:
        raise Misuse(_("give an account and an answer with answer, and only there"))
    if wanted and options.answer not in ANSWERS:
        raise Misuse(_("the answer is one of: right, changed, gone, skipped"))
    if options.act == "try" and not options.result:
        raise Misuse(_("say with --result what came of it: worked or failed"))
    if options.act == "finish" and not (options.sign or "").strip():
        raise Misuse(_("say with --sign who signs the review off"))
    if options.act in ("ics", "report") and not options.output:
        raise Misuse(_("say with -o where to put the file"))


def _status(_options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    vault, today = session.vault, session.ports.today()
    one = acts.going(vault)
    accounts = acts.accounts_of(vault, one) if one else due_accounts(vault, today)
    given = acts.answers(one) if one else {}
    found = _score(session)
    due = is_due(vault, today)
    terminal.report(
        {
            "due": due,
            "next": next_due(vault),
            "going": one.id if one else None,
            "minutes": minutes(len(accounts)),
            "cards": [
                {"account": a.id, "name": a.name, "answer": given.get(a.id)}
                for a in accounts
            ],
            "try": _way_plain(session),
            **_score_plain(session, found),
            "history": [
                {"ended": r.ended, "score": r.score, "signed_by": r.signed_by}
                for r in ended_reviews(vault)
            ],
        }
    )
    if one:
        said = _("A review goes on: {n} of {all} cards answered.")
        terminal.say(said.format(n=len(given), all=len(accounts)))
        _say_next(session, one, terminal)
    elif due:
        terminal.say(due_words(minutes(len(accounts))))
    elif vault.accounts:
        terminal.say(_("The next review is due {day}.").format(day=next_due(vault)))
    _say_score(session, found, terminal)
    return WANTING if one or due else 0


def _begin(_options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one, changes = acts.beginning(session.ports, session.vault)
    if changes:
        session.apply(changes, _("Begin a review"))
    cards = len(acts.accounts_of(session.vault, one))
    terminal.report({"review": one.id, "new": bool(changes), "cards": cards})
    said = _("Begun.") if changes else _("It was begun already; going on.")
    terminal.say(said)
    _say_next(session, one, terminal)
    return 0


def _answer(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = _going(session)
    account = find_record(session.vault, "account", options.account)
    held = acts.access_to(session.vault, account.id)
    ticked = [access.id for access in held] if options.access else []
    changes = acts.answering(
        session.ports, session.vault, one, account.id, options.answer, ticked
    )
    name = account_name(session.vault, account.id)
    session.apply(changes, _("Review {name}").format(name=name))
    plain = {"account": account.id, "answer": options.answer, "confirmed": len(ticked)}
    terminal.report(plain)
    terminal.say(_("Kept."))
    _say_next(session, _going(session), terminal)
    return 0


def _try(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one = _going(session)
    way = acts.way_to_try(session.vault)
    if way is None:
        terminal.report({"tried": None})
        terminal.say(_("No way in is written down, so there is none to try."))
        return WANTING
    changes = acts.trying(session.ports, one, way, options.result)
    if changes:
        session.apply(changes, _("Try a way in"))
    terminal.report({"tried": {**way._asdict(), "result": options.result}})
    name = account_name(session.vault, way.account)
    said = _("Kept: {way} of {name}, {result}.")
    terminal.say(said.format(way=way.way, name=name, result=options.result))
    return 0


def _finish(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    one, found = _going(session), _score(session)
    changes = acts.finishing(session.ports, session.vault, one, options.sign, found)
    session.apply(changes, _("Sign the review off"))
    day = session.vault.reviews[one.id].next_day
    looked = look(session.vault, session.ports.today(), kept_apart=session.kept_apart)
    tasks = [care._asdict() for care in looked.cares]
    plain = {"review": one.id, "next": day, "tasks": tasks}
    terminal.report({**plain, **_score_plain(session, found)})
    _say_score(session, found, terminal)
    for care in looked.cares:
        terminal.say(f"- {care.what}. {care.advice}")
    if day:
        terminal.say(_("Signed off. The next is due {day}.").format(day=day))
    else:
        terminal.say(_("Signed off."))
    return 0


def _ics(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    day = next_due(session.vault)
    if not day:
        terminal.report({"saved": None})
        terminal.say(_("Without an account there is nothing to review."))
        return WANTING
    path = Path(options.output)
    save_calendar(session.ports, session.vault, day, path)
    terminal.report({"saved": str(path), "day": day})
    terminal.say(_("Saved {path}: {day}.").format(path=path, day=day))
    return 0


def _report(options: argparse.Namespace, session: Session, terminal: Terminal) -> int:
    """Write the last review that was signed off, or the one that goes on."""
    vault, path = session.vault, Path(options.output)
    ended = ended_reviews(vault)
    one = ended[-1] if ended else acts.going(vault)
    if one is None:
        terminal.report({"saved": None})
        terminal.say(_("There was no review yet."))
        return WANTING
    save_review(session.ports, vault, one, path, options.paper)
    terminal.report({"saved": str(path), "review": one.id})
    said = _("Saved {path}: whoever gets the file can read it.")
    terminal.say(said.format(path=path))
    return 0


_ACTS: Final[dict[str, _Act]] = {
    "status": _status,
    "begin": _begin,
    "answer": _answer,
    "try": _try,
    "finish": _finish,
    "ics": _ics,
    "report": _report,
}


def _going(session: Session) -> Review:
    one = acts.going(session.vault)
    if one is None:
        raise Misuse(_("no review goes on; begin one: sparekey review VAULT begin"))
    return one


def _score(session: Session) -> Score | None:
    codeless = {one.id for one in known_platforms() if not one.gives_codes}
    today, apart = session.ports.today(), session.kept_apart
    return score(session.vault, codeless, kept_apart=apart, today=today)


def _score_plain(session: Session, found: Score | None) -> dict[str, object]:
    parts = [
        {
            "name": one.name,
            "got": one.got,
            "of": one.of,
            "points": one.points,
            "most": one.most,
            "said": part_words(one),
            "gap": one.gap.kind if one.gap else None,
            "advice": raise_words(session.vault, one),
        }
        for one in (found.parts if found else ())
    ]
    return {"score": found.points if found else None, "parts": parts}


def _say_score(session: Session, found: Score | None, terminal: Terminal) -> None:
    if found is None:
        terminal.say(_("No score yet: the vault holds no account."))
        return
    terminal.say(_("Score: {n} of 100").format(n=found.points))
    for one in found.parts:
        line = f"- {one.points}/{one.most}  {part_words(one)}."
        terminal.say(f"{line} {raise_words(session.vault, one)}".rstrip())


def _way_plain(session: Session) -> dict[str, str] | None:
    way = acts.way_to_try(session.vault)
    return {**way._asdict(), "said": way_words(session.vault, way)} if way else None


def _say_next(session: Session, one: Review, terminal: Terminal) -> None:
    """Say which card is next, or what is left when all are answered."""
    vault = session.vault
    account = acts.next_card(vault, one)
    if account:
        terminal.say(_("Next: {name}. Still right?").format(name=account.name))
        return
    way = acts.way_to_try(vault)
    if way and not one.tried:
        terminal.say(
            _("Next, try one way in: {what}").format(what=way_words(vault, way))
        )
    else:
        terminal.say(_("All cards are answered. Sign it off: finish --sign NAME"))
