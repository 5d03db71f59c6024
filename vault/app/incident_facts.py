"""What an incident's report tells: gathered once, for Markdown and for paper.

No code, no recovery key, no secret of any set goes in: only names, ticks and times.
"""

from collections.abc import Iterator
from typing import Final

from vault.app.attachments import papers
from vault.app.edit import account_name
from vault.app.incident_aside import aside, due_words
from vault.app.incident_general import situation_name
from vault.app.incident_list import Listed, Part, parts, renewing
from vault.app.incident_lost import Coming, coming_back
from vault.app.incident_order import neighbours
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.incident import Incident, parse_log
from vault.model.vault import Vault

EVIDENCE: Final = _("Evidence kept in the vault")


def report_facts(vault: Vault, one: Incident, today: str) -> ReportFacts:
    """Return the whole incident, times in UTC. Reads the packs on first use."""
    coming = coming_back(vault, one)
    blocks = (
        _about(vault, one, coming),
        _accounts(vault, one, coming),
        _block(_("Log (times in UTC)"), _log(one)),
        ReportBlock(title=EVIDENCE, lines=evidence(vault, one)),
        _block(_("Also in danger"), _neighbours(vault, one)),
        _coming(coming),
        _dues(vault, one, today),
        _block(_("To renew"), (_ticked(line) for line in renewing(vault, one))),
        ReportBlock(title=_("How it happened"), notes=one.lesson),
        ReportBlock(title=_("Notes"), notes=one.notes),
    )
    told = tuple(each for each in blocks if each.pairs or each.lines or each.notes)
    return ReportFacts(
        title=one.title,
        under=_("Report of an incident"),
        owner=vault.name,
        date=today,
        blocks=told,
        foot=_("No code and no password is in this report."),
    )


def _about(vault: Vault, one: Incident, coming: Coming) -> ReportBlock:
    spent = sum(
        code.state == "used" and code.used_for == one.title
        for each in vault.code_sets.values()
        for code in each.codes
    )
    used = translate_count("{n} code", "{n} codes", spent).format(n=spent)
    pairs = (
        (_("Business"), vault.name),
        (_("What happened"), situation_name(one.sort)),
        (_("Noticed"), _("{time} (UTC)").format(time=_time(one.began))),
        (_("Ended"), _time(one.ended) if one.ended else _("not yet")),
        (_("Lost"), ", ".join(coming.lost)),
        (_("Used"), used if spent else ""),
    )
    filled = tuple((caption, said) for caption, said in pairs if said)
    return ReportBlock(title=_("What happened"), pairs=filled)


def _accounts(vault: Vault, one: Incident, coming: Coming) -> ReportBlock:
    lines = (
        line
        for part in parts(vault, one)
        for line in _account(vault, one, part, coming)
    )
    title = _("Accounts, in the order of action")
    return ReportBlock(title=title, lines=tuple(lines))


def _account(
    vault: Vault, one: Incident, part: Part, coming: Coming
) -> Iterator[ReportLine]:
    account = vault.accounts.get(part.line.account)
    login = f" ({account.login})" if account and account.login else ""
    back = coming.days.get(part.line.account, "")
    under = [part.source]
    if back and not part.line.done and not one.ended:
        under.append(_("back: {when}").format(when=back))
    text = f"{part.line.text}{login}"
    yield ReportLine(text, _mark(part.line), "; ".join(filter(None, under)))
    for line in part.steps:
        if line.done or not part.line.done:  # what was not needed is left out
            yield ReportLine(line.text, _mark(line), depth=1)
    for line in part.house:
        if line.done:
            yield ReportLine(line.text, _mark(line), depth=1)


def _coming(coming: Coming) -> ReportBlock:
    lines = tuple(ReportLine(said) for said in (*coming.back, *coming.stuck))
    return ReportBlock(title=_("What comes back, and when"), lines=lines)


def _dues(vault: Vault, one: Incident, today: str) -> ReportBlock:
    """Return what may run out of each account, while it goes on."""
    lines = tuple(
        ReportLine(f"{part.line.text}: {due_words(each)}", under=each.source)
        for part in (() if one.ended else parts(vault, one))
        for each in aside(vault, vault.accounts.get(part.line.account), one, today).dues
    )
    title = _("What may run out, counted from the day it began")
    return ReportBlock(title=title, lines=lines)


def _log(one: Incident) -> Iterator[ReportLine]:
    for line in parse_log(one.log):
        yield ReportLine(f"{_time(line.at)} {line.text}")


def evidence(vault: Vault, one: Incident) -> tuple[ReportLine, ...]:
    """Return each file that is kept of it, by what proves that it is the same."""
    words = _("{n:,} bytes, added {time} (UTC), SHA-256 {hash}")
    return tuple(
        ReportLine(
            each.name,
            under=words.format(n=each.size, time=_time(each.added), hash=each.content),
        )
        for each in papers(vault, incident=one.id)
    )


def _neighbours(vault: Vault, one: Incident) -> Iterator[ReportLine]:
    for each in neighbours(vault, one.accounts):
        yield ReportLine(f"{account_name(vault, each.account)}: {each.why}")


def _ticked(line: Listed) -> ReportLine:
    return ReportLine(line.text, _mark(line))


def _block(title: str, lines: Iterator[ReportLine]) -> ReportBlock:
    return ReportBlock(title=title, lines=tuple(lines))


def _mark(line: Listed) -> str:
    return "done" if line.done else "open"


def _time(at: str) -> str:
    return at[:16].replace("T", " ")
