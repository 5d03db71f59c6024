"""What must stay secret goes over no bus and to no screen, whoever listens there.

The long run of `tests/ui/leak_run.py` once more, at a real X server, with a screen
reader that asks for everything: each message on both buses and each byte sent to the
server is searched. What the program draws is pixels; what it names is text.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.audit.leaks import hits
from tests.outside.screen import SYSTEM_PYTHON, lacking, private_screen, running
from tests.outside.wire import tapped
from tests.ui.left_behind import Left, leave

pytestmark = pytest.mark.slow

LISTENER = Path(__file__).with_name("listener.py")
ASK_ADDRESS = ["dbus-send", "--session", "--print-reply=literal"]
ASK_ADDRESS += ["--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"]
# Shown at some step because it was asked for, or pasted or typed where it can be read.
ASKED_FOR = {f"code {number}" for number in range(1, 11)}
ASKED_FOR |= {"share passphrase", "vault code", "typed card code"}
LETTER = re.compile(
    rb"TextChanged.{0,60}?(?:insert|delete).{0,24}?s\0.{3,6}?([\x20-\x7e]+)\0",
    re.DOTALL,
)


@dataclass
class Heard:
    """What was heard while a run went on."""

    left: Left
    buses: dict[str, bytes]
    wire: bytes


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    """Return all of one run."""
    lacks = lacking() or ("" if shutil.which("dbus-monitor") else "no dbus-monitor")
    if lacks:
        pytest.skip(lacks)
    with (
        tempfile.TemporaryDirectory(prefix="sk") as home,
        private_screen(Path(home)) as screen,
        ExitStack() as stack,
    ):
        around = screen.environment
        asked = subprocess.run(
            ASK_ADDRESS, env=around, check=True, capture_output=True, text=True
        )
        addresses = {
            "session": around["DBUS_SESSION_BUS_ADDRESS"],
            "accessibility": asked.stdout.strip(),
        }
        files = {
            name: stack.enter_context(_monitored(address, around, Path(home) / name))
            for name, address in addresses.items()
        }
        pipe = subprocess.PIPE
        words = [SYSTEM_PYTHON, str(LISTENER)]
        ears = stack.enter_context(running(words, around, stdout=pipe, text=True))
        assert ears.stdout.readline() == "ready\n"
        wire = stack.enter_context(tapped(around["DISPLAY"]))
        on_wire = {"DISPLAY": wire.display, "QT_XCB_NO_MITSHM": "1"}
        left = leave(Path(home), around | on_wire)
        buses = {name: file.read_bytes() for name, file in files.items()}
        yield Heard(left, buses, wire.said())


@contextmanager
def _monitored(address: str, around: dict[str, str], file: Path) -> Iterator[Path]:
    """Write every message on a bus to a file, as bytes, until the block ends."""
    words = ["dbus-monitor", "--binary", "--address", address]
    with file.open("wb") as out, running(words, around, stdout=out):
        while not file.stat().st_size:  # it tells of its own beginning
            pass
        yield file


def typed(heard: Heard) -> bytes:
    """Return what a listener makes of all the letters that came one by one."""
    return b"".join(LETTER.findall(heard.buses["accessibility"]))


def test_much_was_heard(heard: Heard) -> None:
    """Else nothing below would say much."""
    assert len(heard.left.secrets) >= 30
    assert b"Show code 2 of Backup codes" in heard.buses["accessibility"]
    assert len(heard.buses["accessibility"]) > 100_000
    assert b"Spare Key" in heard.wire
    assert len(heard.wire) > 10_000
    assert heard.left.secrets["login"].encode() in typed(heard)


@pytest.mark.parametrize("bus", ["session", "accessibility"])
def test_no_message_on_a_bus_tells_what_is_hidden(heard: Heard, bus: str) -> None:
    """A screen reader is told what is shown, and while it is."""
    told = hits(heard.buses[bus], heard.left.hidden)
    assert set(told) <= (ASKED_FOR if bus == "accessibility" else set())


def test_no_letter_of_a_passphrase_is_told_while_it_is_typed(heard: Heard) -> None:
    """Nor when it is typed over; Qt would tell them all, whatever is shown."""
    assert set(hits(typed(heard), heard.left.hidden)) <= ASKED_FOR


def test_no_name_and_no_property_of_a_window_tells_a_secret(heard: Heard) -> None:
    """Nor a selection: nobody asked for what was copied."""
    assert hits(heard.wire, heard.left.secrets) == []
