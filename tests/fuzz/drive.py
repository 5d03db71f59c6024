"""Let atheris drive one target for a while: `drive.py TARGET SECONDS [--keep]`.

`--list` names the targets. It starts from the kept corpus and the project's vectors,
and puts what it finds into build/fuzz/TARGET. With `--keep` what reaches more than
the vectors replaces the kept corpus. Ends with another code than 0 where a target
lets something through.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["vault"]):
    from tests.fuzz.targets import TARGETS
from tests.fuzz.seeds import MOST_BYTES, seeds  # noqa: E402 - after the path is set

CORPUS = Path(__file__).parent / "corpus"
FOUND = ROOT / "build" / "fuzz"
KEPT_BYTES = 32 * 1024  # of one target, in the repository
KEPT_FILES = 40
KEPT_LEAST = 3
Arc = tuple[str, int, int]
Tracer = Callable[[FrameType, str, object], object]


def drive(target: str, words: list[str]) -> None:
    """Give the process to libFuzzer; it never returns."""
    atheris.Setup([sys.argv[0], *words], TARGETS[target])
    atheris.Fuzz()


def main() -> None:
    """Prepare the folders, and drive the target in a process of its own."""
    target, rest = sys.argv[1], sys.argv[2:]
    if target == "--list":
        sys.stdout.write("\n".join(TARGETS))
        return
    if rest[0] == "--":
        drive(target, rest[1:])
    found, kept = FOUND / target, CORPUS / target
    found.mkdir(parents=True, exist_ok=True)
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder)
        for number, data in enumerate(seeds(target)):
            (begin / str(number)).write_bytes(data)
        words = [f"-max_total_time={rest[0]}", f"-max_len={MOST_BYTES}", "-timeout=20"]
        words += ["-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0"]
        words += [f"-artifact_prefix={found}-", str(found), str(kept), str(begin)]
        code = _apart(target, words)
        if "--keep" in rest:
            _keep(target, found, kept)
    sys.exit(code)


def _apart(target: str, words: list[str]) -> int:
    command = [sys.executable, __file__, target, "--", *words]
    return subprocess.call(command, cwd=ROOT)


def _keep(target: str, found: Path, kept: Path) -> None:
    """Keep, of what was found, the least that reaches more than the project's vectors.

    The shortest first; what is too much for the repository is left out.
    """
    reached = set().union(*(_arcs(target, data) for data in seeds(target)))
    paths = {path for folder in (found, kept) for path in folder.iterdir()}
    chosen: list[bytes] = []
    for data in sorted({path.read_bytes() for path in paths}, key=len):
        arcs = _arcs(target, data)
        if arcs <= reached and len(chosen) >= KEPT_LEAST:
            continue
        reached |= arcs
        if sum(map(len, chosen)) + len(data) <= KEPT_BYTES:
            chosen.append(data)
    shutil.rmtree(kept)
    kept.mkdir()
    for data in chosen[:KEPT_FILES]:
        (kept / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def _arcs(target: str, data: bytes) -> set[Arc]:
    """Return the steps from line to line that an input makes in the core."""
    arcs: set[Arc] = set()

    def step(frame: FrameType, event: str, _: object) -> Tracer | None:
        if frame.f_globals.get("__name__", "").partition(".")[0] != "vault":
            return None
        code, last = frame.f_code, frame.f_code.co_firstlineno

        def inside(here: FrameType, event: str, _: object) -> Tracer:
            nonlocal last
            arcs.add((code.co_filename, last, here.f_lineno))
            last = here.f_lineno
            return inside

        return inside

    sys.settrace(step)
    try:
        TARGETS[target](data)
    finally:
        sys.settrace(None)
    return arcs


if __name__ == "__main__":
    main()
