"""The house rules as pages: the rules, and each person with a box to tick."""

from pathlib import Path

from vault.app.house_rules import Confirmed, house_rules
from vault.app.ports import Ports
from vault.app.report_save import save_facts
from vault.i18n import translate as _
from vault.kit.pages_paper import PaperName
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.vault import Vault


def save_rules(ports: Ports, vault: Vault, path: Path, paper: PaperName = "a4") -> None:
    """Write the rules as PDF where the name ends so, else as Markdown.

    Raises `Exists` where a file is there, `FileTrouble`, `Unconfirmed`.
    """
    save_facts(ports, path, rules_facts(vault, ports.today(), paper))


def rules_facts(vault: Vault, today: str, paper: PaperName = "a4") -> ReportFacts:
    """Return the rules, or those proposed, and who is to confirm them, for paper."""
    told = house_rules(vault)
    rules = ReportBlock(
        title=_("What we keep to"),
        lines=tuple(ReportLine(one) for one in told.rules),
    )
    asked = tuple(_line(one) for one in told.people if one.works or one.on)
    people = ReportBlock(title=_("Who confirmed them"), lines=asked)
    since = _("The rules since {day}").format(day=told.since)
    return ReportFacts(
        title=_("House rules"),
        under=since if told.own else _("Proposed, not set yet"),
        owner=vault.name,
        date=today,
        blocks=(rules, people) if asked and told.own else (rules,),
        foot=_("No code and no password is in this list."),
        sign=(_("Date and place"), _("Signature")),
        paper=paper,
    )


def _line(one: Confirmed) -> ReportLine:
    if one.holds:
        text = _("{name}, on {day}").format(name=one.name, day=one.on)
        return ReportLine(text, mark="done")
    return ReportLine(one.name, mark="open")
