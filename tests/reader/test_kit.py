"""The ten lines on a cover are enough: a reader written after them opens kits."""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from tests.desk import WORDS, make_shop, opened, quick_paper
from tests.fakes import ports_on_disk
from tests.printed import facts
from tests.reader import kit as reader
from tests.reader.sheets import envelopes
from vault.app.credentials import Passphrase
from vault.app.kit_make import Made, prepare_kit
from vault.app.kit_order import Order
from vault.app.session import Session
from vault.kit.cover_format import format_lines
from vault.kit.frames import frames_of
from vault.kit.plan import Density
from vault.kit.scan import scan

FILES = [Path(__file__).parent / name for name in ("sheets.py", "kit.py")]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a small shop's vault."""
    ports = ports_on_disk()
    make_shop(ports, tmp_path)
    with opened(ports, tmp_path / "shop.sparekey", write=True) as session:
        yield session


def made(session: Session, ways: str = "either", **more: object) -> Made:
    secret = session.presented.passphrase
    assert secret is not None
    own = None if ways == "card" else Passphrase(secret, generated=True)
    return prepare_kit(session, Order(ways, "a4", own, **more))


def texts_of(kit: Made) -> list[str]:
    """Return what the codes of a kit say."""
    return [frame.to_text() for frame in frames_of(kit.envelope, kit.plan)]


@pytest.mark.parametrize(
    ("ways", "by_words", "by_card"),
    [
        ("passphrase", True, False),
        ("card", False, True),
        ("either", True, False),
        ("either", False, True),
        ("both", True, True),
    ],
)
@pytest.mark.parametrize("density", list(Density))
def test_it_gives_the_document_byte_by_byte(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    ways: str,
    density: Density,
    *,
    by_words: bool,
    by_card: bool,
) -> None:
    """By every way in, half of the codes lost, the others in any order."""
    quick_paper(monkeypatch)
    kit = made(session, ways, density=density)
    texts = texts_of(kit)
    random.Random(7).shuffle(texts)
    (found,) = envelopes([*texts[: kit.plan.k], "https://somebody.else", *texts[:3]])
    words, code = WORDS if by_words else "", kit.code_text if by_card else ""
    assert reader.opened(found, words, code) == kit.document


def test_what_does_not_open_it_is_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other words, nothing at all, a changed byte, one code too few."""
    quick_paper(monkeypatch)
    kit = made(session)
    texts = texts_of(kit)
    (found,) = envelopes(texts)
    for words in ("", "other words"):
        with pytest.raises(ValueError, match="does not open"):
            reader.opened(found, words)
    changed = found[:-1] + bytes([found[-1] ^ 1])
    with pytest.raises(InvalidTag):
        reader.opened(changed, WORDS)
    with pytest.raises(ValueError, match="too few"):
        list(envelopes(texts[: kit.plan.k - 1]))


def test_codes_of_two_kits_are_told_apart(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is put together by itself."""
    quick_paper(monkeypatch)
    one, two = made(session), made(session, "card")
    mixed = [*texts_of(one), *texts_of(two)]
    random.Random(8).shuffle(mixed)
    found = {envelope[8:] for envelope in envelopes(mixed)}
    assert found == {one.envelope, two.envelope}


def test_it_says_nothing_that_the_ten_lines_do_not_say() -> None:
    """Every label in the reader's code stands in the lines, letter by letter."""
    source = "".join(file.read_text("utf-8") for file in FILES)
    labels = re.findall(r'"((?:sparekey/1 |c2sp\.org)[^"\\]*)', source)
    assert len(labels) == 6
    told = " ".join(format_lines(facts(ways="either"))).replace("/ ", "/")
    assert [label for label in labels if f'"{label}"' not in told] == []
    for value in ("0x11D", "89 53 50 4B 0D 0A 1A 0A", "16 KiB", "RFC 3394"):
        assert value in told


def test_it_stands_alone_and_can_be_read_at_one_sitting() -> None:
    """It imports nothing of the project, and neither half has 150 lines."""
    for file in FILES:
        lines = file.read_text("utf-8").splitlines()
        imports = [line for line in lines if line.startswith(("import ", "from "))]
        assert not [line for line in imports if "vault" in line or "tests" in line]
        assert len(lines) < 150


@pytest.mark.slow
def test_from_the_printed_page_to_the_json(session: Session, tmp_path: Path) -> None:
    """The PDF is rendered and read, by zbar where it is there; two commands do it."""
    kit = made(session)
    (tmp_path / "kit.pdf").write_bytes(kit.sheets_pdf)
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join(_read(kit.sheets_pdf, tmp_path)), "utf-8")
    (tmp_path / "card").write_text(kit.code_text + "\n", "utf-8")
    sheets, second = (str(file) for file in FILES)
    run = [sys.executable, sheets, str(codes)]
    envelope = subprocess.run(run, check=True, capture_output=True).stdout
    (tmp_path / "envelope").write_bytes(envelope)
    run = [sys.executable, second, "envelope", "--code-file", "card"]
    told = subprocess.run(run, check=True, capture_output=True, cwd=tmp_path)
    assert told.stdout == kit.document


def _read(pdf: bytes, folder: Path) -> list[str]:
    """Return what the codes on a PDF say, by whichever reader there is."""
    if not (shutil.which("zbarimg") and shutil.which("pdftoppm")):
        return [text for page in scan("kit.pdf", pdf, 300) for text in page.texts]
    draw = ["pdftoppm", "-r", "300", "-gray", "-png", "kit.pdf", "page"]
    subprocess.run(draw, check=True, cwd=folder)
    pages = sorted(path.name for path in folder.glob("page*.png"))
    look = ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", *pages]
    # It ends with 4 where a page shows no code, as the cover does.
    done = subprocess.run(look, check=False, capture_output=True, cwd=folder, text=True)
    return done.stdout.splitlines()
