"""Two devices that keep a folder in step by a real Syncthing, on this machine alone.

Each has a home, a port on the loopback and processes of its own; nothing is announced,
relayed, reported or upgraded.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

END_S = 10.0  # for a program that was asked to end
WAIT_S = 90.0  # for what is to be brought over
LOOK_S = 0.1
CONFIG = """<configuration version="36">
<folder id="vaults" path="{folder}" type="sendreceive" rescanIntervalS="1"
 fsWatcherEnabled="false" ignorePerms="false" autoNormalize="true">
<device id="{own}"></device><device id="{other}"></device>
<minDiskFree unit="%">0</minDiskFree><maxConflicts>10</maxConflicts></folder>
<device id="{own}" name="own"><address>dynamic</address></device>
<device id="{other}" name="other"><address>tcp://127.0.0.1:{there}</address></device>
<gui enabled="false"></gui>
<options><listenAddress>tcp://127.0.0.1:{here}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
<reconnectionIntervalS>1</reconnectionIntervalS><startBrowser>false</startBrowser>
<urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<crashReportingEnabled>false</crashReportingEnabled></options>
</configuration>
"""


def lacking() -> str:
    """Return what this machine lacks, in words; empty if nothing."""
    if shutil.which("syncthing"):
        return ""
    return "no syncthing here; packaging/debian.py names the package"


class Device:
    """One device: its home, and the folder that it shares."""

    def __init__(self, home: Path) -> None:
        """Give it an identity of its own."""
        self.home = home
        self.folder = home / "vaults"
        self.folder.mkdir(parents=True)
        (self.folder / ".stfolder").mkdir()
        self.port = _free_port()
        self._run("generate", "--no-default-folder", "--skip-port-probing")
        self.id = self._run("--device-id").strip()
        self._process: subprocess.Popen[bytes] | None = None

    def meets(self, other: "Device") -> None:
        """Share the folder with another device."""
        config = CONFIG.format(
            folder=self.folder,
            own=self.id,
            other=other.id,
            here=self.port,
            there=other.port,
        )
        (self.home / "config.xml").write_text(config, encoding="utf-8")

    def start(self) -> None:
        """Come on line."""
        with (self.home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                ["syncthing", "serve", *self._at, "--no-browser", "--no-restart"],
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def stop(self) -> None:
        """Go off line."""
        if self._process:
            self._process.terminate()
            self._process.wait(END_S)
            self._process = None

    def log(self) -> str:
        """Return what it told of itself."""
        return (self.home / "log").read_text(encoding="utf-8", errors="replace")

    def files(self) -> dict[str, bytes]:
        """Return the vaults that lie in the folder, backups included."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*.sparekey")
            if not path.name.startswith((".", "~"))
        }

    @property
    def _at(self) -> list[str]:
        return [f"--home={self.home}"]

    @property
    def _environment(self) -> dict[str, str]:
        own = {"HOME": str(self.home), "STNOUPGRADE": "1", "STNODEFAULTFOLDER": "1"}
        return os.environ | own

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["syncthing", *words, *self._at],
            env=self._environment,
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout


def until(holds: Callable[[], bool], devices: tuple[Device, ...]) -> None:
    """Wait for what another program is to bring about; fail with its words."""
    for _ in range(int(WAIT_S / LOOK_S)):
        if holds():
            return
        time.sleep(LOOK_S)
    raise AssertionError("\n".join(device.log()[-2000:] for device in devices))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
