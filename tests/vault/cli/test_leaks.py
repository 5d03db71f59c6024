"""What must stay secret, sought in everything that a few days of work leave behind."""

import base64
import re
import shutil
import zlib
from contextlib import chdir, closing
from pathlib import Path

import pypdfium2
import pytest

from tests.desk import OPENS, WORDS, Desk, Said
from vault.encoding.recovery_code import CodeKind, print_code

OWNER = "Marker Owner Lanterns"
CODES = ["8841 7702", "8841 7703", "8841 7704"]
RECORDS = {
    "name": "Markername Shop",
    "login": "markerlogin",
    "email": "marker@example.com",
    "phone": "+44 20 7946 0199",
    "notes": "markernote under the blue pot",
}
PERSON = "Markerperson Quiet"  # nobody to ring, so not on paper
TO_RING = "Markerfriend Loud"


@pytest.fixture
def worked(desk: Desk, days: tuple[Path, list[Said]]) -> tuple[Desk, list[Said]]:
    """Return a desk as those days left it, and all that was said."""
    folder, said = days
    shutil.copytree(folder, desk.folder, dirs_exist_ok=True)
    return desk, said


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Said]]:
    """Return a folder after new, add, import, kit, and all that was said; made once."""
    folder = tmp_path_factory.mktemp("days")
    with chdir(folder):
        return folder, work(Desk(folder))


def work(desk: Desk) -> list[Said]:
    """Work for some days at a desk, and return all that was said."""
    said: list[Said] = []

    def do(*words: str, **given: bytes) -> None:
        said.append(desk.done(*words, **given))

    at = "shop.sparekey"
    desk.write("words.txt", WORDS)
    do("new", at, "--passphrase-file", "words.txt", "--name", OWNER)
    fields = [
        word
        for name, text in RECORDS.items()
        for word in ("--" + name.replace("_", "-"), text)
    ]
    do("add", at, "account", *fields, *OPENS)
    do("add", at, "person", "--name", PERSON, *OPENS, "--json")
    ring = ("--trusted", "true", "--phone", "+44 20 7946 0198")
    do("add", at, "person", "--name", TO_RING, *ring, *OPENS)
    typed = WORDS.encode() + b"\n" + "\n".join(CODES).encode()
    paste = ("import", at, "-", "--as", "codes", "--account", "Markername Shop")
    do(*paste, "--passphrase-file", "-", typed=typed)
    do("codes", at, "--use", "1", *OPENS, "--json")
    make = ("kit", "make", at, "-o", "kit.pdf", "--card", "card.pdf", *OPENS)
    do(*make, "--locks", "both", "--json")
    do("info", at)
    return said


def secrets(desk: Desk) -> dict[str, list[str]]:
    """Return each secret with the ways in which it may be written."""
    vault = desk.vault()
    code = print_code(bytes.fromhex(vault.vault_code), CodeKind.VAULT)
    found = {
        "passphrase": [WORDS, WORDS.replace(" ", "")],
        "recovery code": [code, code.replace("-", ""), vault.vault_code],
        "signing key": [vault.identity.signing_seed if vault.identity else ""],
        "person": [PERSON],
    }
    found |= {name: [text] for name, text in RECORDS.items()}
    found |= {code: [code, code.replace(" ", "")] for code in CODES}
    return found


def hits(data: bytes, secret: dict[str, list[str]], allowed: set[str]) -> list[str]:
    """Return the secrets found in some bytes, as text or as two-byte text."""
    return [
        name
        for name, spellings in secret.items()
        if name not in allowed
        for one in spellings
        for written in (one.encode(), one.encode("utf-16-be"), one.encode("utf-16-le"))
        if written in data
    ]


def unpacked(pdf: bytes) -> bytes:
    """Return a PDF with its streams inflated behind it."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        data = stream.strip()
        if data.endswith(b"~>"):
            data = base64.a85decode(data.removesuffix(b"~>"))
        try:
            parts.append(zlib.decompress(data))
        except zlib.error:
            parts.append(data)
    return b"\n".join(parts)


def words_of(pdf: bytes) -> bytes:
    """Return what a reader of the PDF sees as text."""
    with closing(pypdfium2.PdfDocument(pdf)) as pages:
        texts = [page.get_textpage().get_text_bounded() for page in pages]
    return "\n".join(texts).encode()


def test_the_search_finds_what_is_there(worked: tuple[Desk, list[Said]]) -> None:
    """Else the tests below would prove nothing."""
    desk, _ = worked
    desk.done("export", "shop.sparekey", "o.json", "--yes", *OPENS)
    clear = {"passphrase"}
    assert set(hits(desk.read("o.json"), secrets(desk), clear)) >= {
        *RECORDS,
        *CODES[1:],
    }
    card = words_of(desk.read("card.pdf"))
    assert hits(card, secrets(desk), set()) == ["recovery code"]


def test_no_file_but_the_passphrase_holds_a_secret_in_clear(
    worked: tuple[Desk, list[Said]],
) -> None:
    """Vault, backups, lock files, and their names."""
    desk, _ = worked
    sought = secrets(desk) | {"owner": [OWNER], "to ring": [TO_RING]}
    paths = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".lock" for path in paths)
    assert any("backups" in str(path) for path in paths)
    for path in paths:
        allowed = {"passphrase"} if path.name == "words.txt" else set()
        if path.suffix != ".pdf":
            assert hits(path.read_bytes(), sought, allowed) == [], path.name
        assert hits(path.name.encode(), sought, set()) == []


def test_the_sheets_hold_the_owner_and_whom_to_ring_and_no_more(
    worked: tuple[Desk, list[Said]],
) -> None:
    """In the text, in the streams, in the facts about the document."""
    desk, _ = worked
    pdf = desk.read("kit.pdf")
    shown = words_of(pdf)
    assert OWNER.encode() in shown
    assert TO_RING.encode() in shown
    assert hits(unpacked(pdf) + shown, secrets(desk), set()) == []


def test_the_card_holds_the_code_and_no_name(
    worked: tuple[Desk, list[Said]],
) -> None:
    """Whoever finds it learns not whose it is."""
    desk, _ = worked
    pdf = desk.read("card.pdf")
    sought = secrets(desk) | {"owner": [OWNER], "to ring": [TO_RING]}
    assert hits(unpacked(pdf) + words_of(pdf), sought, {"recovery code"}) == []


def test_nothing_that_was_said_tells_a_secret(
    worked: tuple[Desk, list[Said]],
) -> None:
    """Reports, notes, JSON: names may be said, secrets not."""
    desk, said = worked
    everything = "".join(one.all for one in said).encode()
    assert hits(everything, secrets(desk), {"name", "person"}) == []


def test_no_refusal_tells_a_secret(worked: tuple[Desk, list[Said]]) -> None:
    """Not even what was typed wrong."""
    desk, _ = worked
    desk.write("near.txt", WORDS.replace("lamp", "lump"))
    desk.write("odd.txt", "\n".join(["Markercode-1", *CODES[:2], CODES[0], "x y z"]))
    tries = [
        desk("list", "shop.sparekey", "--passphrase-file", "near.txt"),
        desk("list", "shop.sparekey", "--code-file", "words.txt"),
        desk("codes", "shop.sparekey", "--use", "1", *OPENS),
        desk("edit", "shop.sparekey", "code-set", "backup", *OPENS, typed=b'{"x": 1}'),
        desk("kit", "make", "shop.sparekey", "-o", "kit.pdf", *OPENS),
    ]
    everything = "".join(one.all for one in tries).encode()
    assert all(one.code == 1 for one in tries)
    assert hits(everything, secrets(desk), set()) == []
    assert b"lump" not in everything


@pytest.mark.long
def test_a_restore_says_nothing_either(worked: tuple[Desk, list[Said]]) -> None:
    """From the real pages, as drawn."""
    desk, _ = worked
    card = words_of(desk.read("card.pdf")).decode()
    code = re.search(r"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{3}", card)
    assert code is not None
    desk.write("code.txt", code[0])
    words = ("kit", "restore", "kit.pdf", "-o", "back.sparekey", *OPENS)
    told = desk.done(*words, "--code-file", "code.txt")
    assert hits(told.all.encode(), secrets(desk), set()) == []
    assert hits(desk.read("back.sparekey"), secrets(desk), set()) == []
    assert desk.vault("back.sparekey").accounts == desk.vault().accounts
