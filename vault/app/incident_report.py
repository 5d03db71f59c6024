"""An incident as a report for support, insurer or police: Markdown, no secret in it."""

from collections.abc import Iterator

from vault.app.edit import account_name
from vault.app.incident import ACCOUNT_DONE, accounts_in_order, is_ticked
from vault.app.incident_after import renewals
from vault.app.incident_general import situation_name
from vault.app.incident_house import house_tasks
from vault.app.incident_order import neighbours
from vault.app.incident_steps import steps_for
from vault.i18n import translate as _
from vault.model.incident import Incident, parse_log
from vault.model.vault import Vault


def report(vault: Vault, one: Incident) -> str:
    """Return the whole incident as Markdown, times in UTC."""
    return "\n".join(_lines(vault, one)) + "\n"


def _lines(vault: Vault, one: Incident) -> Iterator[str]:
    yield f"# {one.title}"
    yield ""
    yield _("- Business: {name}").format(name=vault.name)
    yield _("- What happened: {what}").format(what=situation_name(one.sort))
    yield _("- Noticed: {time} (UTC)").format(time=_time(one.began))
    ended = _time(one.ended) if one.ended else _("not yet")
    yield _("- Ended: {time}").format(time=ended)
    for title, lines in (
        (_("Accounts, in the order of action"), _accounts(vault, one)),
        (_("Log (times in UTC)"), _log(one)),
        (_("Also in danger"), _neighbours(vault, one)),
        (_("To renew"), _renewals(vault, one)),
    ):
        listed = list(lines)
        if listed:
            yield from ("", f"## {title}", "", *listed)
    if one.lesson:
        yield from ("", f"## {_('How it happened')}", "", one.lesson)


def _accounts(vault: Vault, one: Incident) -> Iterator[str]:
    for account in accounts_in_order(vault, one):
        login = f" ({account.login})" if account.login else ""
        yield f"- {_box(one, account.id, ACCOUNT_DONE)} {account.name}{login}"
        for step in steps_for(vault, account, one.sort).steps:
            yield f"  - {_box(one, account.id, step.key)} {step.text}"
        for task in house_tasks(vault, account.id):
            if is_ticked(one, account.id, task.key):
                yield f"  - [x] {task.text}"


def _log(one: Incident) -> Iterator[str]:
    for line in parse_log(one.log):
        yield f"- {_time(line.at)} {line.text}"


def _neighbours(vault: Vault, one: Incident) -> Iterator[str]:
    for each in neighbours(vault, one.accounts):
        yield f"- {account_name(vault, each.account)}: {each.why}"


def _renewals(vault: Vault, one: Incident) -> Iterator[str]:
    for task in renewals(vault, one):
        yield f"- {_box(one, task.account, task.key)} {task.text}"


def _box(one: Incident, account: str, step: str) -> str:
    return "[x]" if is_ticked(one, account, step) else "[ ]"


def _time(at: str) -> str:
    return at[:16].replace("T", " ")
