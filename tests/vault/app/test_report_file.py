"""A report as a PDF file, new or not at all."""

from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from vault.app.report_file import write_report
from vault.errors import Exists
from vault.kit.report_facts import ReportFacts
from vault.optics.pdf_pages import render_png

FACTS = ReportFacts(title="Review", owner="Mina", date="2026-03-02", blocks=())


def test_a_report_is_written_once(tmp_path: Path) -> None:
    """As a PDF with its pages."""
    path = tmp_path / "review.pdf"
    write_report(ports_on_disk(), path, FACTS)
    data = path.read_bytes()
    assert len(list(render_png(data, 36))) == 1
    with pytest.raises(Exists):
        write_report(ports_on_disk(), path, FACTS)
    assert path.read_bytes() == data
