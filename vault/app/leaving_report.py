"""A leaver's list as pages: account by account, each item with a box to tick."""

from itertools import groupby

from vault.app.edit import account_name
from vault.app.leaving import Item, leaving
from vault.i18n import translate as _
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.vault import Vault


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


def _lines(item: Item) -> tuple[ReportLine, ...]:
    """Return the item, and what is to be done about it unless it is done."""
    head = ReportLine(item.what, mark="done" if item.done else "open")
    if item.done:
        return (head,)
    said = (*item.warnings, *item.steps)
    return (head, *(ReportLine(text, depth=1) for text in said))
