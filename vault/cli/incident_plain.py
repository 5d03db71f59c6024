"""An incident as plain data, for scripts; codes only where they are asked for."""

from vault.app.attachments import papers
from vault.app.edit import account_name
from vault.app.incident import Next
from vault.app.incident_list import Listed, Part, parts, renewing
from vault.app.incident_lost import coming_back
from vault.app.incident_order import neighbours
from vault.cli.records import plain_code
from vault.model.incident import Incident, parse_log
from vault.model.vault import Vault


def plain_incident(vault: Vault, one: Incident) -> dict[str, object]:
    """Return all that `show` says."""
    coming = coming_back(vault, one)
    return {
        "id": one.id,
        "title": one.title,
        "sort": one.sort,
        "began": one.began,
        "ended": one.ended or None,
        "lost": list(coming.lost),
        "comes_back": list(coming.back),
        "stays_lost": list(coming.stuck),
        "accounts": [
            {**_plain_part(part), "back": coming.days.get(part.line.account)}
            for part in parts(vault, one)
        ],
        "in_danger": [
            {**each._asdict(), "name": account_name(vault, each.account)}
            for each in neighbours(vault, one.accounts)
        ],
        "evidence": [
            {"name": each.name, "size": each.size, "sha256": each.content}
            for each in papers(vault, incident=one.id)
        ],
        "log": [each._asdict() for each in parse_log(one.log)],
        "renew": [line._asdict() for line in renewing(vault, one)],
        "lesson": one.lesson,
    }


def plain_next(
    part: Part, line: Listed, code: Next | None, *, reveal: bool
) -> dict[str, object]:
    """Return what is to be done next, and the next code of that account."""
    shown = plain_code(code.code, reveal=reveal) if code else None
    return {
        "account": part.line.account or None,
        "name": part.line.text,
        "step": line._asdict(),
        "numbers": [one._asdict() for one in part.numbers],
        "code": shown,
        "unused_left": code.left if code else 0,
    }


def _plain_part(part: Part) -> dict[str, object]:
    return {
        "number": part.line.number,
        "account": part.line.account or None,
        "name": part.line.text,
        "done": part.line.done,
        "numbers": [one._asdict() for one in part.numbers],
        "source": part.source,
        "steps": [one._asdict() for one in part.steps],
        "deadlines": [one._asdict() for one in part.aside.dues],
        "proofs": [one._asdict() for one in part.aside.proofs],
        "waits": [one._asdict() for one in part.aside.waits],
        "take_back": [one._asdict() for one in part.house],
    }
