"""A report's file is of the sort that its name says."""

from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from vault.app.report_save import save_facts
from vault.errors import Exists
from vault.kit.report_facts import ReportFacts

FACTS = ReportFacts(title="Review", owner="Mina", date="2026-03-02", blocks=())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.pdf", b"%PDF-"),
        ("a.PDF", b"%PDF-"),
        ("a.md", b"# Review\n\nMina, 2026-03-02\n"),
        ("a", b"# Review\n"),
    ],
)
def test_the_name_says_what_is_written(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    """And nothing is written over."""
    save_facts(ports_on_disk(), tmp_path / name, FACTS)
    assert (tmp_path / name).read_bytes().startswith(begins)
    with pytest.raises(Exists):
        save_facts(ports_on_disk(), tmp_path / name, FACTS)
