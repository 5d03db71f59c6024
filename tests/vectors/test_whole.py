"""Whole files of today: still written so, and still opened by both readers."""

import json
from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from tests.reader.decrypt import document
from tests.vault.exchange.reading import done, read
from tests.vectors.generate_whole import WHOLE, vectors
from tests.vectors.read_vector import read_vector
from vault.app.credentials import Credentials, code_typed, typed_passphrase
from vault.app.kit_restore import Gathering, open_kit
from vault.app.share_open import open_share
from vault.app.unlock import open_vault
from vault.document.codec import decode_document, encode_document
from vault.errors import NoKey
from vault.kit.collect import Collection
from vault.model.vault import KINDS
from vault.share.bundle import open_bundle
from vault.share.document import encode_share

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


def test_the_share_opens_for_its_deputy(tmp_path: Path) -> None:
    """By his own words, to the document that lies beside it; by both readers."""
    path = tmp_path / "share.sparekey"
    path.write_bytes(whole("share.sparekey"))
    words = whole("share-passphrase.txt").decode().strip()
    shown = Credentials(passphrase=typed_passphrase(words).secret)
    share = open_share(ports_on_disk(), path, shown)
    assert encode_share(share.facts, share.vault) == whole("share.json")
    assert (share.damage, share.newer) == ((), False)
    assert document(path.read_bytes(), words) == document_of("share.json")


@pytest.mark.parametrize("shown", WAYS.values(), ids=list(WAYS))
def test_what_opens_the_vault_does_not_open_its_share(
    shown: tuple[Credentials, str, str], tmp_path: Path
) -> None:
    """Each has a file key and ways in of its own."""
    path = tmp_path / "share.sparekey"
    path.write_bytes(whole("share.sparekey"))
    with pytest.raises(NoKey):
        open_share(ports_on_disk(), path, shown[0])


def test_the_export_is_taken_in_whole() -> None:
    """Every record of the vault comes back out of the file in clear."""
    vault = decode_document(whole("vault.json")).vault
    taken = done(read("export.json", whole("export.json")))
    for kind in KINDS:
        assert taken.collection(kind) == vault.collection(kind), kind


def test_a_share_of_an_earlier_minor_opens() -> None:
    """It was written before `ways` were noted; the part in it says so."""
    for path in sorted((WHOLE.parent / "frozen").glob("*/share.vector")):
        vector = read_vector(path)
        words = json.loads(vector.head["passphrase"])
        shown = Credentials(passphrase=typed_passphrase(words).secret)
        bundle = open_bundle(vector.data, shown)
        inside = document(vector.data, words)
        assert inside == json.loads(path.with_name("share.json").read_bytes())
        assert bundle.part.accounts
        assert not bundle.newer


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
