"""A vault and a kit of today, whole: still written so, still opened by both readers."""

import json
from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from tests.reader.decrypt import document
from tests.vectors.generate_whole import WHOLE, vectors
from vault.app.credentials import Credentials, code_typed, typed_passphrase
from vault.app.kit_restore import Gathering, open_kit
from vault.app.unlock import open_vault
from vault.document.codec import decode_document, encode_document
from vault.kit.collect import Collection

PHRASE = (WHOLE / "passphrase.txt").read_text("utf-8").strip()
CODE = (WHOLE / "code.txt").read_text("utf-8").strip()
FROZEN = sorted((WHOLE.parent / "frozen").iterdir())
WAYS = {
    "passphrase": (Credentials(passphrase=typed_passphrase(PHRASE).secret), PHRASE, ""),
    "card": (Credentials(code=code_typed(CODE).secret), "", CODE),
}


def whole(name: str) -> bytes:
    return (WHOLE / name).read_bytes()


@pytest.mark.slow
def test_every_byte_is_still_written_so() -> None:
    """From document to file, and from document to the texts of the codes."""
    made = dict(vectors())
    assert set(made) == {path.name for path in WHOLE.iterdir()}
    for name, data in made.items():
        assert data == whole(name), name


@pytest.mark.parametrize("name", ["vault.sparekey", "bare.sparekey"])
@pytest.mark.parametrize("way", WAYS)
def test_the_vault_opens(way: str, name: str, tmp_path: Path) -> None:
    """To the document that lies beside it, with parity and without."""
    path = tmp_path / "vault.sparekey"
    path.write_bytes(whole(name))
    with open_vault(ports_on_disk(), path, WAYS[way][0], write=False) as session:
        assert encode_document(session.vault) == whole("vault.json")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("dropped", [None, 0, 1, 2])
def test_the_kit_opens_with_a_sheet_lost(way: str, dropped: int | None) -> None:
    """To the document that lies beside it; each sheet holds 24 codes."""
    gathered = Collection()
    for number, text in enumerate(whole("kit.txt").decode().splitlines()):
        if number // 24 != dropped:
            gathered.add(text)
    kit = open_kit(Gathering(gathered, ()), WAYS[way][0])
    assert kit.document == whole("kit.json")


@pytest.mark.parametrize("way", WAYS)
def test_the_second_reader_opens_both(way: str) -> None:
    """Without a line of ours."""
    _, phrase, code = WAYS[way]
    for sealed, plain in (
        ("vault.sparekey", "vault.json"),
        ("bare.sparekey", "vault.json"),
        ("kit.txt", "kit.json"),
    ):
        read = document(whole(sealed), phrase, code)
        assert read == document_of(plain)


def document_of(name: str) -> object:
    return json.loads(whole(name))


@pytest.mark.parametrize("folder", FROZEN, ids=lambda folder: folder.name)
@pytest.mark.parametrize("way", WAYS)
def test_the_files_of_an_earlier_minor_open(way: str, folder: Path) -> None:
    """For ever, by both readers: these were once written, and are never made anew."""
    path, (shown, phrase, code) = folder / "vault.sparekey", WAYS[way]
    plain = (folder / "vault.json").read_bytes()
    with open_vault(ports_on_disk(), path, shown, write=False) as session:
        assert not session.read_only
        assert session.vault == decode_document(plain).vault
    assert document(path.read_bytes(), phrase, code) == json.loads(plain)


@pytest.mark.parametrize("folder", FROZEN, ids=lambda folder: folder.name)
@pytest.mark.parametrize("way", WAYS)
def test_the_kits_of_an_earlier_minor_open(way: str, folder: Path) -> None:
    """The paper is in the safe; the program has moved on."""
    gathered, (shown, phrase, code) = Collection(), WAYS[way]
    codes = (folder / "kit.txt").read_bytes()
    for text in codes.decode().splitlines():
        gathered.add(text)
    kit, plain = open_kit(Gathering(gathered, ()), shown), folder / "kit.json"
    assert kit.document == plain.read_bytes()
    assert not kit.read_only
    assert document(codes, phrase, code) == json.loads(kit.document)
