"""What the long run of `leak_run` leaves behind in a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# Shown to whoever has opened the vault, and so read out, too.
SEEN = {
    *("login", "account note", "procedure", "case number", "share note", "letter"),
    *("person note", "contact note", "access note"),
}


@dataclass
class Left:
    """What a run left behind."""

    home: Path
    told: dict[str, Any]
    output: bytes

    @property
    def secrets(self) -> dict[str, str]:
        secrets: dict[str, str] = self.told["secrets"]
        return secrets

    @property
    def hidden(self) -> dict[str, str]:
        """Those that nobody is shown who does not ask for them."""
        return {name: one for name, one in self.secrets.items() if name not in SEEN}


def leave(home: Path, around: Mapping[str, str]) -> Left:
    """Run it once, at cheap key costs and on real paper; `around` comes on top."""
    own = {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
        "PATH": os.environ["PATH"],
        **around,
    }
    for name in ("TMPDIR", "XDG_RUNTIME_DIR"):
        Path(own[name]).mkdir(mode=0o700, exist_ok=True)
    reading, writing = os.pipe()
    words = [sys.executable, "-m", "tests.ui.leak_run", str(writing)]
    output = home.with_name(f"{home.name}.output")
    with output.open("wb") as out, os.fdopen(reading, encoding="utf-8") as told:
        run = subprocess.Popen(
            words, env=own, cwd=home, stdout=out, stderr=out, pass_fds=[writing]
        )
        os.close(writing)
        heard = told.read()
        run.wait()
    said = output.read_bytes()
    output.unlink()
    assert run.returncode == 0, said.decode()
    return Left(home, json.loads(heard), said)
