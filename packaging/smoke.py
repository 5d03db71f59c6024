"""Install the built wheel apart from the source and use it: make a vault, open it.

smoke.py DIST        DIST holds one wheel
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

NEEDED = ("vault/cli/main.py", "ui/__main__.py", "resources/platforms/etsy.json")


def main() -> None:
    """Unpack the wheel into a fresh folder and run the program from there alone."""
    (wheel,) = Path(sys.argv[1]).glob("*.whl")
    with tempfile.TemporaryDirectory() as top:
        site = Path(top) / "site"
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            archive.extractall(site)
        missing = [name for name in NEEDED if name not in names]
        if missing:
            sys.exit(f"smoke: the wheel lacks {', '.join(missing)}")
        _use(site, Path(top))
    print(f"smoke: {wheel.name} makes a vault and opens it")


def _use(site: Path, folder: Path) -> None:
    """Run the unpacked program; the source tree is not on its path."""
    start = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "import vault; assert vault.__file__.startswith(sys.path[0]);"
        "from ui.__main__ import main; sys.exit(main())"
    )
    program = [sys.executable, "-P", "-c", start, str(site)]
    vault, words = str(folder / "v.sparekey"), str(folder / "w.txt")
    for command in (
        ["new", vault, "--generate", words, "--sample", "9"],
        ["list", vault, "--passphrase-file", words],
    ):
        done = subprocess.run(
            [*program, *command],
            check=False,
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if done.returncode or "9 accounts" not in done.stdout:
            sys.exit(f"smoke: {command[0]} failed\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
