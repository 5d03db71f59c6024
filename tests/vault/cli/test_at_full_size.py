"""Whole commands on whole data, with other programs reading what ours wrote."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.desk import OPENS, WORDS, Desk
from vault.kit.collect import Collection

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk with a vault of 25 accounts and its kit, as drawn."""
    desk = Desk(tmp_path_factory.mktemp("printed"))
    at = str(desk.folder / "shop.sparekey")
    words = str(desk.folder / "words.txt")
    desk.done("new", at, "--generate", words, "--sample", "25")
    by = ("--passphrase-file", words)
    pdf, card = (str(desk.folder / name) for name in ("kit.pdf", "card.pdf"))
    desk.done("kit", "make", at, "-o", pdf, "--card", card, *by)
    return desk


def test_twenty_five_accounts_fit_five_sheets(printed: Desk) -> None:
    """PAPER: codes, procedures and contacts, cover and key card apart."""
    (kit,) = printed.vault_by("shop.sparekey", "words.txt").kits.values()
    assert kit.sheets <= 5


def test_another_renderer_and_another_reader_find_every_code(printed: Desk) -> None:
    """Poppler draws, zbar reads: the envelope is put together from that alone."""
    for program in ("pdftoppm", "zbarimg"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not on this system")
    pages = ["pdftoppm", "-r", "200", "-gray", "-png", "kit.pdf", "page"]
    subprocess.run(pages, cwd=printed.folder, check=True)
    pictures = sorted(path.name for path in printed.folder.glob("page-*.png"))
    read = subprocess.run(
        ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", *pictures],
        cwd=printed.folder,
        capture_output=True,
        check=False,  # 4 where a page has no code, as the cover
        text=True,
    )
    texts = [line for line in read.stdout.splitlines() if line.startswith("SK:")]
    (kit,) = printed.vault_by("shop.sparekey", "words.txt").kits.values()
    assert len(set(texts)) == 24 * kit.sheets
    gathered = Collection()
    for text in texts:
        gathered.add(text)
    recovered = gathered.recover()
    assert recovered.kit.hex() == kit.kit
    assert (recovered.sheets, recovered.forged) == (kit.sheets, 0)


def test_any_two_of_five_sheets_may_be_lost(
    printed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From pictures that poppler drew, into a vault with the same accounts."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not on this system")
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, printed.ports)
    desk.copy(printed.folder)
    pages = ["pdftoppm", "-r", "300", "-gray", "-png", "kit.pdf", "scan"]
    subprocess.run(pages, check=True)
    sheets = sorted(path.name for path in tmp_path.glob("scan-*.png"))[-5:]
    restore = ("kit", "restore", *sheets[::2], "-o", "back.sparekey", *OPENS)
    desk.done(*restore)
    assert (
        desk.vault_by("back.sparekey", "words.txt").accounts
        == printed.vault_by("shop.sparekey", "words.txt").accounts
    )


def test_the_letter_is_printed_on_the_paper_that_was_chosen(shop: Desk) -> None:
    """The owner's words to whoever finds the kit."""
    shop.write("letter.txt", "Dear finder,\nplease ring Mina.\n")
    wanted = ("--letter-file", "letter.txt", "--paper", "letter")
    make = ("kit", "make", "shop.sparekey", "-o", "kit.pdf", "--card", "card.pdf")
    shop.done(*make, *OPENS, *wanted)
    with closing(pypdfium2.PdfDocument(shop.read("kit.pdf"))) as pdf:
        words = [page.get_textpage().get_text_bounded() for page in pdf]
        sizes = {page.get_size() for page in pdf}
    assert any("please ring Mina." in page for page in words)
    assert sizes == {(612.0, 792.0)}


def test_ten_thousand_accounts_are_made_listed_shown_and_added_to(desk: Desk) -> None:
    """An owner has fewer; nothing breaks."""
    desk.write("words.txt", WORDS)
    desk.done("new", "shop.sparekey", *OPENS, "--sample", "10000")
    listed = desk.done("list", "shop.sparekey", *OPENS)
    assert listed.out.endswith("10000 accounts\n")
    one = listed.out.splitlines()[5000].split()[0]
    assert desk.done("show", "shop.sparekey", one, *OPENS).out
    add = ("add", "shop.sparekey", "account", "--name", "One more", *OPENS)
    desk.done(*add)
    assert "One more" in desk.done("list", "shop.sparekey", *OPENS).out


def test_ten_thousand_accounts_are_too_many_for_paper(desk: Desk) -> None:
    """It says to choose fewer, and makes nothing."""
    desk.write("words.txt", WORDS)
    desk.done("new", "shop.sparekey", *OPENS, "--sample", "10000")
    before = desk.files()
    make = ("kit", "make", "shop.sparekey", "-o", "k.pdf", "--card", "c.pdf", *OPENS)
    told = desk(*make)
    assert told.code == 1
    assert "--only" in told.err
    assert desk.files() == before
