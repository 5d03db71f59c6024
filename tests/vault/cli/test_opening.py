"""Opening a vault: what stands in the way ends in a sentence; nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace as with_fields
from pathlib import Path

import pytest
from PIL import Image

from tests.desk import OPENS, WORDS, Desk, make_shop, without_parity
from tests.fakes import CHEAP
from tests.paper import file_of
from vault.crypto import kdf
from vault.document import schema
from vault.envelope import factors
from vault.limits import Cost

LIST = ("list", "shop.sparekey", *OPENS)
ADD = ("add", "shop.sparekey", "account", "--name", "New one", *OPENS)
COST_AT = 28 + 3 + 1 + 16  # preamble, head of the field, mask, salt
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from vault.storage.lockfile import Lock
lock = Lock(Path(sys.argv[1]), datetime(2026, 3, 1, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def bare(shop: Desk) -> Desk:
    """Return a desk whose vault has no parity that would heal it, as older ones."""
    shop.write("shop.sparekey", without_parity(shop.read("shop.sparekey")))
    return shop


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Hold a vault in another process; yield its number."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        yield other.pid
        other.communicate(b"")


def refused(desk: Desk, words: tuple[str, ...], sentence: str) -> None:
    """Hold that a command ends with 1 and the sentence, and touches no file."""
    before = desk.files()
    told = desk(*words)
    assert told.code == 1
    assert told.out == ""
    assert told.err.startswith("sparekey: ")
    assert sentence in told.err
    assert "Traceback" not in told.err
    assert desk.files() == before


@pytest.mark.parametrize("words", [LIST, ADD])
def test_a_wrong_passphrase_is_said_and_what_would_open_it(
    shop: Desk, words: tuple[str, ...]
) -> None:
    """Both ways are named."""
    shop.write("words.txt", "Not These Words")
    refused(shop, words, "It opens with: passphrase; key card.")


@pytest.mark.parametrize("kept", [0, 7, 27, 60, 200, -1])
@pytest.mark.parametrize("words", [LIST, ADD])
def test_a_file_that_was_cut_off_is_never_called_a_wrong_passphrase(
    bare: Desk, words: tuple[str, ...], kept: int
) -> None:
    """It points to the backups instead."""
    bare.write("shop.sparekey", bare.read("shop.sparekey")[:kept])
    before = bare.files()
    told = bare(*words)
    assert told.code == 1
    assert "passphrase" not in told.err.replace("words.txt", "")
    assert "If nothing comes" in told.err or "is empty" in told.err
    assert bare.files() == before


def test_a_cut_file_names_the_backups(bare: Desk) -> None:
    """What to do stands in the sentence."""
    bare.write("shop.sparekey", bare.read("shop.sparekey")[:-1])
    refused(bare, LIST, "If nothing comes, its end is lost: open a backup")


PICTURE = file_of(Image.new("L", (20, 20), 255))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "shop.sparekey is empty."),
        (b"Dear diary\n", "This is no file of Spare Key."),
        (PICTURE, "This is no file of Spare Key."),
        (b"%PDF-1.4\n", "This is no file of Spare Key."),
        (b"\x00" * 500, "Of shop.sparekey only 0 of 500 bytes are there."),
    ],
)
@pytest.mark.parametrize("words", [LIST, ADD, ("info", "shop.sparekey")])
def test_a_file_of_another_kind_is_named_as_such(
    shop: Desk, words: tuple[str, ...], data: bytes, said: str
) -> None:
    """A picture, a text, nothing at all: no lock is left beside it."""
    shop.write("shop.sparekey", data)
    refused(shop, words, said)
    assert not list(shop.folder.glob(".*.lock"))


@pytest.mark.parametrize("words", [LIST, ADD])
def test_a_share_is_not_taken_for_a_vault(bare: Desk, words: tuple[str, ...]) -> None:
    """The profile stands in the open part."""
    data = bytearray(bare.read("shop.sparekey"))
    data[9] = 1
    bare.write("shop.sparekey", bytes(data))
    refused(bare, words, "shop.sparekey is a share, not a vault.")


def test_damage_behind_the_right_key_is_said_to_be_damage(bare: Desk) -> None:
    """Never a wrong passphrase: the key fits."""
    data = bytearray(bare.read("shop.sparekey"))
    data[-20] ^= 1
    bare.write("shop.sparekey", bytes(data))
    refused(bare, LIST, "not what was locked")


def never(*_: object) -> None:
    pytest.fail("Argon2 was run")


@pytest.mark.parametrize("words", [LIST, ADD])
def test_a_cost_of_four_terabytes_is_refused_before_any_key_work(
    bare: Desk, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words name the memory; nothing is tried."""
    monkeypatch.setattr(kdf, "argon2id", never)
    monkeypatch.setattr(factors, "argon2id", never)
    data = bytearray(bare.read("shop.sparekey"))
    assert data[COST_AT : COST_AT + 6] == bytes([0, 0, 0, 64, 1, 1])
    data[COST_AT : COST_AT + 4] = b"\xff\xff\xff\xff"
    bare.write("shop.sparekey", bytes(data))
    refused(bare, words, "4 TiB of memory: no genuine file asks for so much")


@pytest.fixture
def dear(desk: Desk) -> Desk:
    """Return a desk whose vault asks for more passes than are spent unasked."""
    made_by = with_fields(
        desk.ports, costs=with_fields(CHEAP, disk=Cost(m_kib=64, t=17, p=1))
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vault.envelope.ways._check_cost", lambda *_: None)
        make_shop(made_by, desk.folder)
    return desk


def test_a_costly_vault_asks_first(dear: Desk) -> None:
    """It says what it would take, and which word allows it."""
    refused(dear, LIST, "more than is spent unasked. If you trust where it comes from")


def test_a_costly_vault_opens_once_that_is_accepted(dear: Desk) -> None:
    """The word is enough."""
    assert "Shop 1" in dear.done(*LIST, "--accept-cost").out


def test_a_format_of_a_newer_version_is_refused_untouched(bare: Desk) -> None:
    """Get the newer program: that is all there is to say."""
    data = bytearray(bare.read("shop.sparekey"))
    data[8] = 2
    bare.write("shop.sparekey", bytes(data))
    words = "written in format 2; this program knows 1. Get the newer program."
    refused(bare, LIST, words)
    refused(bare, ("info", "shop.sparekey"), words)


@pytest.fixture
def newer_minor(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk whose vault was written by a program of a later minor."""
    form = with_fields(schema.FORM, minor=7)
    with monkeypatch.context() as patch:
        patch.setattr("vault.document.codec.encode_document.__defaults__", (form,))
        make_shop(desk.ports, desk.folder)
    return desk


def test_a_newer_minor_is_read(newer_minor: Desk) -> None:
    """With a note that it is for reading."""
    told = newer_minor.done(*LIST)
    assert "Shop 1" in told.out
    assert "written by a newer Spare Key; open for reading" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ADD,
        ("remove", "shop.sparekey", "account", "Shop 1", *OPENS),
        ("codes", "shop.sparekey", "--use", "1", *OPENS),
        ("kit", "make", "shop.sparekey", "-o", "k.pdf", "--card", "c.pdf", *OPENS),
    ],
)
def test_a_newer_minor_is_never_changed(
    newer_minor: Desk, words: tuple[str, ...]
) -> None:
    """What this program would drop, it does not write."""
    before = newer_minor.files()
    told = newer_minor(*words)
    assert told.code == 1
    assert "to change it, get the newer program" in told.err
    assert newer_minor.files() == before


def test_a_vault_that_another_process_holds_is_not_changed(shop: Desk) -> None:
    """The holder is named by its process."""
    with held(shop.folder / "shop.sparekey") as process:
        refused(shop, ADD, f"is open in another place (process {process} on ")


def test_a_vault_that_another_process_holds_can_be_read(shop: Desk) -> None:
    """Looking needs no lock."""
    with held(shop.folder / "shop.sparekey"):
        assert "Shop 1" in shop.done(*LIST).out


def test_a_missing_vault_is_named(desk: Desk) -> None:
    """The path is in the sentence, and no lock is left."""
    desk.write("words.txt", WORDS)
    refused(desk, LIST, "shop.sparekey: there is no such file or folder")
    assert not list(desk.folder.glob(".*.lock"))


def test_a_folder_is_no_vault(desk: Desk) -> None:
    """It says so."""
    desk.write("words.txt", WORDS)
    (desk.folder / "shop.sparekey").mkdir()
    refused(desk, LIST, "that is a folder")


def test_a_key_file_beside_a_passphrase_that_needs_none_is_no_hindrance(
    shop: Desk,
) -> None:
    """Whoever has several vaults may keep one habit."""
    shop.write("file.key", bytes(32))
    shop.done(*LIST, "--key-file", "file.key")


@pytest.mark.parametrize(
    ("size", "words"),
    [(15, "16 bytes at least"), (1024 * 1024 + 1, "larger than 1 MiB")],
)
def test_a_file_that_can_be_no_key_file_is_refused(
    shop: Desk, size: int, words: str
) -> None:
    """Short ones could be tried out, and large ones are read at every opening."""
    shop.write("file.key", bytes(size))
    refused(shop, (*LIST, "--key-file", "file.key"), words)


def test_a_key_file_is_no_standard_input(shop: Desk) -> None:
    """It has no lines."""
    told = shop(*LIST, "--key-file", "-")
    assert told.code == 2
    assert "name the file" in told.err


def test_a_vault_behind_a_link_is_saved_where_it_lies(shop: Desk) -> None:
    """The link stays a link."""
    (shop.folder / "link.sparekey").symlink_to("shop.sparekey")
    shop.done("add", "link.sparekey", "account", "--name", "Linked", *OPENS)
    assert (shop.folder / "link.sparekey").is_symlink()
    assert "Linked" in shop.done(*LIST).out


def test_every_change_leaves_the_old_state_as_a_backup(shop: Desk) -> None:
    """It opens with the same words."""
    before = shop.read("shop.sparekey")
    shop.done(*ADD)
    (backup,) = (shop.folder / "shop backups").iterdir()
    assert backup.read_bytes() == before


def test_the_opened_vault_is_closed_again(shop: Desk) -> None:
    """Its lock is free for the next command, also after a refusal."""
    shop.done(*ADD)
    assert shop(*ADD, "--owner", "Nobody").code == 1
    shop.done(*ADD)
