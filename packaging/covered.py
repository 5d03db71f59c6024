"""Which files must be covered how far, with branches; run by `dev.py check`.

What `dev.py test --cover` measured is taken where nothing has changed since.
The list only grows. What is whole (100 %) is what a vault stands or falls with.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

from shell import in_memory

ROOT = Path(__file__).resolve().parent.parent
MEASURED = ROOT / "build" / "coverage"
STAMP = MEASURED / "sources.sha256"
MEASURED_PART = "not slow and not figures"  # what is long as well, in this process
RUN = ("-q", "-n", "2", "--dist", "worksteal", "-m")

# The first pattern that fits a file decides; figures are percent of lines and branches.
LEAST = {
    "vault/errors.py": 100,
    "vault/limits.py": 100,
    "vault/encoding/*": 100,
    "vault/crypto/kdf.py": 95,  # a child's timing decides which way a wait ends
    "vault/crypto/*": 100,
    "vault/envelope/*": 100,
    "vault/document/*": 100,
    "vault/merge/*": 100,
    "vault/kit/frames.py": 100,
    "vault/kit/collect.py": 100,
    "vault/share/*": 100,
    "vault/storage/atomic.py": 100,
    "vault/storage/parity.py": 100,
    "vault/storage/reading.py": 100,
    "vault/storage/renew.py": 100,
    "vault/storage/repair.py": 100,
    "vault/storage/survey.py": 100,
    "vault/*": 90,
    "ui/*": 80,
}
# Run by the slow tests, as whole commands or in processes of their own: the fast part
# can't see them.
LEFT_OUT = (
    "vault/__main__.py",
    "vault/cli/main.py",
    "vault/app/kit_child.py",
    "vault/kit/scan_child.py",
    "ui/window.py",
    "ui/tour.py",
    "ui/book/apart.py",
    "ui/workers/multimedia.py",  # its films need the extra `camera`
)


def main() -> None:
    """Compare each file with the list; measure first where nobody did."""
    with tempfile.TemporaryDirectory() as folder:
        kept = STAMP.is_file() and STAMP.read_text("ascii") == sources()
        print(
            "coverage: of the test run just before" if kept else "coverage: measuring"
        )
        measured = MEASURED if kept else Path(folder)
        if not kept:
            words = (*RUN, MEASURED_PART, *measuring(measured))
            _python("-m", "pytest", *words, around=around(measured))
        data = f"--data-file={measured / 'data'}"
        report = Path(folder) / "report.json"
        _python("-m", "coverage", "combine", "-q", "--keep", data, str(measured))
        _python("-m", "coverage", "json", data, "-q", "-o", str(report))
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    short = list(_short(files))
    for line in short:
        print(line)
    if short:
        sys.exit(1)
    print(f"coverage: {len(files)} files, each at or above its least")


def measuring(folder: Path) -> list[str]:
    """Return the words by which pytest measures into that folder, emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return ["-p", "covering"]


def around(folder: Path) -> dict[str, str]:
    """Return the variables that go with those words."""
    plugins = str(Path(__file__).parent)
    return {
        "COVERED_INTO": str(folder),
        "PYTHONPATH": os.pathsep.join([plugins, os.environ.get("PYTHONPATH", "")]),
        **in_memory(),
        "HYPOTHESIS_PROFILE": "fast",
        "QT_QPA_PLATFORM": "offscreen",
    }


def sources() -> str:
    """Return a hash of all that a test run depends on, so that figures fit the code."""
    digest = hashlib.sha256()
    for room in ("vault", "ui", "resources", "tests"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _python(*words: str, around: dict[str, str] | None = None) -> None:
    whole = {**os.environ, **(around or {})}
    if code := subprocess.call([sys.executable, *words], cwd=ROOT, env=whole):
        sys.exit(code)


def _short(files: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """Return a line for each file below its least."""
    lines = []
    for name, told in sorted(files.items()):
        if any(fnmatch(name, pattern) for pattern in LEFT_OUT):
            continue
        least = next((p for f, p in LEAST.items() if fnmatch(name, f)), 0)
        covered = told["summary"]["percent_covered"]
        if covered < least:
            lines.append(f"coverage: {name} {covered:.1f} %, at least {least} % wanted")
    return lines


if __name__ == "__main__":
    main()
