"""The bench's two files hold the same: KeePassXC tells what it finds in its own."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from vault.app.sample import sample_vault
from vault.model.vault import Vault

ROOT = Path(__file__).parents[2]
PROGRAM = "keepassxc-cli"
NOW = "2026-11-23T12:00:00Z"
ACCOUNTS = 12
MAKE = """
import sys
from pathlib import Path
from kdbx import kdbx
from same_data import entries_of
from vault.app.sample import sample_vault
vault = sample_vault(int(sys.argv[2]), now=sys.argv[3])
Path(sys.argv[1]).write_bytes(kdbx(entries_of(vault), "measured"))
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which(PROGRAM), reason=f"no {PROGRAM} here"),
]


def ours(vault: Vault) -> Counter[str]:
    """Count every text of an account and of what hangs on it, ids and links apart."""
    found: Counter[str] = Counter()
    for kind in ("account", "code-set", "procedure", "contact", "access"):
        for record in vault.collection(kind).values():
            if kind == "account" or getattr(record, "account", ""):
                plain = msgspec.to_builtins(record)
                found.update(texts({k: v for k, v in plain.items() if k != "account"}))
    return found


def texts(value: object) -> list[str]:
    """List the texts in a plain value."""
    if isinstance(value, dict):
        return [text for key, v in value.items() if key != "id" for text in texts(v)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in texts(one)]
    return [] if value in ("", None) else [str(value)]


def test_keepassxc_finds_each_text_of_the_sample(tmp_path: Path) -> None:
    """It reads the file that we wrote, and exports what our records hold, no less."""
    file = tmp_path / "v.kdbx"
    path = os.pathsep.join((str(ROOT / "packaging"), str(ROOT)))
    words = [sys.executable, "-c", MAKE, str(file), str(ACCOUNTS), NOW]
    subprocess.run(words, check=True, env={**os.environ, "PYTHONPATH": path})
    export = [PROGRAM, "export", "--quiet", "--format", "xml", str(file)]
    told = subprocess.run(export, check=True, capture_output=True, input=b"measured\n")
    tree = ET.fromstring(told.stdout)  # noqa: S314 - of our own sample
    theirs = Counter(one.text for one in tree.iter("Value") if one.text)
    assert len(tree.findall(".//Entry")) == ACCOUNTS
    assert theirs == ours(sample_vault(ACCOUNTS, now=NOW))
