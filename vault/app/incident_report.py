"""An incident as Markdown, for support, insurer or police; no secret in it."""

from collections.abc import Iterator

from vault.app.incident_facts import report_facts
from vault.i18n import translate as _
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.incident import Incident
from vault.model.vault import Vault

_BOXES = {"done": "[x] ", "open": "[ ] "}


def report(vault: Vault, one: Incident, today: str) -> str:
    """Return the whole incident as Markdown, times in UTC."""
    return markdown(report_facts(vault, one, today))


def markdown(facts: ReportFacts) -> str:
    """Return a report as Markdown."""
    return "\n".join(_lines(facts)) + "\n"


def _lines(facts: ReportFacts) -> Iterator[str]:
    yield f"# {facts.title}"
    yield ""
    told = [facts.under, facts.owner, facts.date]
    yield ", ".join(filter(None, told))
    for block in facts.blocks:
        yield from ("", f"## {block.title}", "", *_block(block))
    if facts.foot:
        yield from ("", facts.foot)


def _block(block: ReportBlock) -> Iterator[str]:
    if block.under:
        yield from (block.under, "")
    for caption, said in block.pairs:
        yield _("- {caption}: {said}").format(caption=caption, said=said)
    for line in block.lines:
        yield from _line(line)
    if block.notes:
        yield block.notes


def _line(line: ReportLine) -> Iterator[str]:
    indent = "  " * line.depth
    yield f"{indent}- {_BOXES.get(line.mark, '')}{line.text}"
    if line.under:
        yield f"{indent}  {line.under}"
