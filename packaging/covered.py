"""Which files must be covered how far, with branches; run by `dev.py check`.

The list only grows. What is whole (100 %) is what a vault stands or falls with.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

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
    "ui/window.py",
    "ui/tour.py",
    "ui/book/apart.py",
)


def main() -> None:
    """Run the fast tests under coverage and compare each file with the list."""
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        report = Path(folder) / "report.json"
        run = ["-m", "coverage", "run", f"--data-file={data}", "-m", "pytest", "-q"]
        fast = ["-p", "no:cacheprovider", "-m", "not slow and not figures"]
        _python(*run, *fast)
        _python(
            "-m", "coverage", "json", f"--data-file={data}", "-q", "-o", str(report)
        )
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    short = list(_short(files))
    for line in short:
        print(line)
    if short:
        sys.exit(1)
    print(f"coverage: {len(files)} files, each at or above its least")


def _python(*words: str) -> None:
    code = subprocess.call([sys.executable, *words], cwd=ROOT)
    if code:
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
