"""A leaver's list as pages: account by account, each item with a box to tick."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

from vault.app.edit import account_name
from vault.app.incident_order import harm_words
from vault.app.leaving import Item, leaving
from vault.app.ports import Ports
from vault.app.report_save import save_facts
from vault.i18n import translate as _
from vault.kit.pages_paper import PaperName
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.vault import Vault


def save_leaving(
    ports: Ports, vault: Vault, person: str, path: Path, paper: PaperName = "a4"
) -> None:
    """Write the list as PDF where the name ends so, else as Markdown.

    Raises `NotFound`, `Exists` where a file is there, `FileTrouble`, `Unconfirmed`.
    """
    facts = leaving_facts(vault, person, ports.today())
    save_facts(ports, path, replace(facts, paper=paper))


def leaving_facts(vault: Vault, person: str, today: str) -> ReportFacts:
    """Return everything that a person touches, to be printed. Raises `NotFound`.

    No code is in it; but it names accounts, people and how they get in.
    """
    items = leaving(vault, person)
    name = vault.people[person].name
    done = sum(item.done for item in items)
    blocks = [
        ReportBlock(
            title=account_name(vault, account) if account else _("Besides"),
            under=_harm(vault, account),
            lines=tuple(line for item in those for line in _lines(item)),
        )
        for account, those in groupby(items, key=lambda item: item.account)
    ]
    if not items:
        nothing = _("{name} touches nothing that is noted here.").format(name=name)
        blocks = [ReportBlock(title=name, notes=nothing)]
    return ReportFacts(
        title=_("{name} leaves").format(name=name),
        under=_("{done} of {all} done").format(done=done, all=len(items)),
        owner=vault.name,
        date=today,
        blocks=tuple(blocks),
        foot=_("No code and no password is in this list."),
        sign=(_("Date and place"), _("Signature")),
    )


def _harm(vault: Vault, account: str) -> str:
    """Return what put the account where it stands; "" where nobody said."""
    found = vault.accounts.get(account)
    return harm_words(vault, found) if found else ""


def _lines(item: Item) -> tuple[ReportLine, ...]:
    """Return the item, and what is to be done about it unless it is done."""
    head = ReportLine(item.what, mark="done" if item.done else "open")
    if item.done:
        return (head,)
    said = (*item.warnings, *item.steps)
    return (head, *(ReportLine(text, depth=1) for text in said))
