"""The house's own rules that no other tool checks: sizes, names, words, addresses."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from vault import errors
from vault.app.explain import _TABLE
from vault.app.explain_findings import FINDINGS
from vault.app.explain_limits import LIMITS
from vault.app.explain_problems import PROBLEMS
from vault.app.explain_reasons import REASONS
from vault.cli.main import COMMANDS, command
from vault.model import validate

ROOT = Path(__file__).parent.parent
FILE_LINES = 300
FUNCTION_LINES = 40
JUNK_NAMES = {"utils", "helpers", "misc", "manager", "common", "tools"}
SOURCES = [
    path
    for room in ("vault", "ui", "packaging")
    for path in (ROOT / room).rglob("*.py")
]
SPECS = sorted((ROOT / "vault").rglob("SPEC.md"))
# Written out in two halves, so that this file does not find itself.
FOREIGN = [
    re.compile(host, re.IGNORECASE)
    for host in ("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "/work" + "/")
]
OUTSIDE = re.compile(r"\.\./shared")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_a_file_is_one_noun_and_no_longer_than_it_may_be() -> None:
    """Three hundred lines are where a room is split."""
    lines = {p: p.read_text(encoding="utf-8").count("\n") for p in SOURCES}
    assert [name_of(path) for path, n in lines.items() if n > FILE_LINES] == []
    assert [name_of(path) for path in SOURCES if path.stem in JUNK_NAMES] == []


def test_a_function_is_one_act_and_no_longer_than_it_may_be() -> None:
    """Forty lines are where an act is two."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{name_of(path)}: {node.name}: {(node.end_lineno or 0) - node.lineno + 1}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, functions)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    ]
    assert long == []


def classes(root: type[Exception]) -> Iterator[type[Exception]]:
    yield root
    for one in root.__subclasses__():
        yield from classes(one)


@pytest.mark.parametrize(
    "error",
    [
        one
        for one in classes(errors.VaultError)
        if one not in (errors.VaultError, errors.EnvelopeError)
    ],
)
def test_every_error_has_words(error: type[errors.VaultError]) -> None:
    """A class without words would end in a traceback."""
    assert error in _TABLE


def written_codes(classes: set[str]) -> set[str]:
    """Return the literal codes that calls of these classes carry in the source."""
    found: set[str] = set()
    for path in (ROOT / "vault").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            position = classes and called in classes
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if position:
                found |= {text for text in texts[-1:] if isinstance(text, str)}
    return found


def test_every_reason_has_words() -> None:
    """And no words are kept for a reason that nobody gives."""
    assert written_codes({"Refused", "ReadOnly"}) == set(REASONS)


def test_no_words_are_kept_for_a_problem_that_nobody_meets() -> None:
    """Every problem in the table is named somewhere in the core."""
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "vault").rglob("*.py")
        if not path.name.startswith("explain")
    )
    assert [word for word in PROBLEMS if f'"{word}"' not in source] == []


def test_every_bound_that_can_be_met_has_words() -> None:
    """And none is kept that nobody meets."""
    met: set[str] = set()
    for path in (ROOT / "vault").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "TooLarge"
            ):
                first = node.args[0]
                met |= {first.value} if isinstance(first, ast.Constant) else set()
    assert met <= set(LIMITS)
    unmet = set(LIMITS) - met
    assert unmet <= {"FILE_BYTES", "PAPER_BYTES"}  # named through a variable


def test_every_finding_has_words() -> None:
    """And none is kept that no check finds."""
    assert set(FINDINGS) == set(validate.PROBLEMS)


@pytest.mark.parametrize("words", sorted(COMMANDS))
def test_every_command_is_done_somewhere(words: str) -> None:
    """The table of commands names functions that exist."""
    assert callable(command(words))


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_every_term_of_a_glossary_is_a_word_of_the_code(spec: Path) -> None:
    """The spec's word is the code's word."""
    text = spec.read_text(encoding="utf-8")
    glossary = text.split("## Terms", 1)[1].split("\n## ", 1)[0]
    terms = re.findall(
        r"^\| \*?\*?`?([a-z][a-z -]+?)`?\*?\*? \|", glossary, re.MULTILINE
    )
    assert len(terms) > 5
    code = "".join(
        path.read_text(encoding="utf-8").lower()
        for path in (ROOT / "vault").rglob("*.py")
    )
    missing = [
        term
        for term in terms
        if term not in code and term.replace(" ", "_") not in code
    ]
    assert missing == []


def tracked() -> list[Path]:
    """Return the files that git knows of or would take in."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / line for line in listing.stdout.splitlines())
    return [path for path in paths if path.is_file()]


def test_the_project_names_no_registry_and_no_path_of_a_machine() -> None:
    """It stands alone."""
    found = [
        f"{name_of(path)}: {pattern.pattern}"
        for path in tracked()
        for pattern in FOREIGN
        if pattern.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []


def test_what_lies_outside_is_named_only_by_tests_that_skip_without_it() -> None:
    """Nothing that is shipped or run needs the folder beside the project."""
    named = [
        path
        for path in tracked()
        if path != Path(__file__)
        and OUTSIDE.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert all("tests" in path.parts for path in named)
    assert all("skip" in path.read_text(encoding="utf-8") for path in named)


# What runs what it reads, and what writes down what it is handed.
BARRED_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "logging", "telnetlib"}
BARRED_MODULES |= {"ssl", "http", "urllib", "ftplib", "smtplib", "webbrowser"}
BARRED_CALLS = {"eval", "exec", "compile", "QDataStream", "breakpoint"}
BARRED_METHODS = {"os.system", "os.popen", "socket.socket", "socket.create_connection"}
URL_PARTS = {"urllib.parse"}  # takes an address apart; opens none


def barred(tree: ast.AST) -> Iterator[str]:
    """Yield what a source does that no part of the program may."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {one.name for one in node.names} - URL_PARTS
            yield from {one.split(".")[0] for one in names} & BARRED_MODULES
        elif isinstance(node, ast.ImportFrom) and node.module not in URL_PARTS:
            yield from {(node.module or "").split(".")[0]} & BARRED_MODULES
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            yield from {called} & (BARRED_CALLS | BARRED_METHODS)
            if any(one.arg == "shell" for one in node.keywords):
                yield "shell"


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from yaml import load",
        "import logging.config",
        "import urllib.request",
        "eval('1')",
        "os.system('x')",
        "run('x', shell=True)",
        "QDataStream(b'')",
    ],
)
def test_the_gate_would_see_it(source: str) -> None:
    """Else the next test would prove nothing."""
    assert list(barred(ast.parse(source)))


def test_nothing_runs_what_it_reads_logs_or_opens_a_connection() -> None:
    """No pickle, YAML, eval, shell, log or network in what is shipped."""
    shipped = [path for path in SOURCES if "packaging" not in path.parts]
    found = [
        f"{name_of(path)}: {what}"
        for path in shipped
        for what in barred(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert len(shipped) > 100
    assert found == []
