"""The words for what a check of the records finds."""

from vault.i18n import translate as _

FINDINGS: dict[str, str] = {
    "bad-day": _("“{detail}” is no day; write it as 2026-03-01"),
    "bad-hex": _("“{detail}” is not written in hexadecimal digits"),
    "bad-id": _("“{detail}” is no id"),
    "bad-number": _("{detail} is below zero or beyond what can be kept exactly"),
    "bad-text": _("it holds half a character"),
    "bad-time": _("“{detail}” is no time; write it as 2026-03-01T12:00:00Z"),
    "dangling": _("there is no record “{detail}” to point to"),
    "doubled-code": _("code {detail} stands there twice"),
    "doubled-id": _("the id {detail} is given twice"),
    "no-bytes": _("the bytes of {detail} are not here"),
    "has-folder": _("“{detail}” is no plain name of a file"),
    "doubled-number": _("number {detail} is given twice"),
    "empty": _("it is empty, and must not be"),
    "no-owner": _("nobody is accountable for it"),
    "no-way-to-ring": _("a trusted person needs a telephone number or an address"),
    "recovers-through-itself": _("it recovers through itself"),
    "time-without-use": _("code {detail} has a time of use and is not marked used"),
    "too-long": _("{detail} characters are too many"),
    "unknown-situation": _("“{detail}” is no situation that is known"),
    "used-without-time": _("code {detail} is marked used, without saying when"),
}


def finding_words(finding: tuple[str, str, str, str, str]) -> str:
    """Return a finding in words: which record, which field, what is wrong."""
    kind, id_, field, problem, detail = finding
    record = f"{kind} {id_}".rstrip()
    return f"{record}, {field}: {FINDINGS[problem].format(detail=detail)}"
