"""A kit through a real print path: CUPS, its driver, Ghostscript, a scan, a restore."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import OPENS, Desk, make_shop
from tests.outside.printing import PRINTER, Printing, lacking, private_printing
from vault.app.ports import Ports

PRINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.workers.print_cups import send
from ui.workers.print_job import job_options, printer_for
app = QApplication(["sparekey", "-platform", "offscreen"])
printer = printer_for(sys.argv[3], "A kit")
printer.setPrinterName(sys.argv[1])
assert printer.printerName() == sys.argv[1], printer.printerName()
options = job_options(printer)
assert send(sys.argv[1], "A kit", options, Path(sys.argv[2]).read_bytes())
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking() or "it is all here"),
]


@pytest.fixture(scope="module")
def printing() -> Iterator[Printing]:
    """CUPS of our own, in a folder whose name is short enough for a socket."""
    with (
        tempfile.TemporaryDirectory(prefix="sk") as home,
        private_printing(Path(home)) as started,
    ):
        yield started


@pytest.fixture
def desk(ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A vault at hand."""
    make_shop(ports, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, ports)


def make_kit(desk: Desk, paper: str = "a4") -> Path:
    """Make a kit that needs no card."""
    words = ["kit", "make", "shop.sparekey", "-o", "kit.pdf", *OPENS]
    desk.done(*words, "--locks", "passphrase", "--paper", paper)
    return desk.folder / "kit.pdf"


def must_come_back(desk: Desk, printing: Printing, dpi: int) -> None:
    """Scan what was printed, sheet by sheet, and restore from the pictures."""
    printing.printed(desk.folder / "printed.pdf")
    words = ["pdftoppm", "-r", str(dpi), "-gray", "-png", "printed.pdf", "scan"]
    subprocess.run(words, cwd=desk.folder, check=True)
    scans = sorted(path.name for path in desk.folder.glob("scan-*.png"))
    assert len(scans) >= 3
    report = desk.done("kit", "check", *scans, "--json").json
    (kit,) = report["kits"]
    assert sum(page["new"] for page in report["pages"]) == 24 * kit["sheets"]
    desk.done("kit", "restore", *scans, "-o", "back.sparekey", *OPENS)
    assert desk.vault("back.sparekey").accounts == desk.vault().accounts


@pytest.mark.parametrize(("paper", "dpi"), [("a4", 200), ("letter", 150)])
def test_a_kit_that_our_program_prints_comes_back(
    desk: Desk, printing: Printing, paper: str, dpi: int
) -> None:
    """By the very job that the window sends, with the options of its printer."""
    printing.by_program(PRINT, PRINTER, str(make_kit(desk, paper)), paper)
    must_come_back(desk, printing, dpi)


def test_a_kit_printed_at_a_terminal_comes_back(desk: Desk, printing: Printing) -> None:
    """Shrunken to the edges that a printer keeps free, as most programs print."""
    printing.lp(make_kit(desk), "fit-to-page")
    must_come_back(desk, printing, 200)
