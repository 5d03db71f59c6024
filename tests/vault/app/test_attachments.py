"""Files are kept in the vault, saved out whole, and never become a path."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import A_PAPER, an_attachment
from tests.desk import make_shop, opened
from vault.app import attachments
from vault.app.attachments import (
    About,
    attach,
    attach_bytes,
    papers,
    plain_name,
    runs_out,
    same_content,
    save_out,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import BadInput, Exists, FileTrouble, Invalid, TooLarge
from vault.model.removal import removal_of

HOSTILE = [
    "../../x",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "C:x",
    "\\\\host\\share\\x",
    "x/",
    "/",
    "",
    " ",
    ".",
    "..",
    "...",
    ".bashrc",
    "~/.ssh/id",
    "con",
    "CON.txt",
    "nul",
    "Nul.pdf",
    "aux.",
    "com1",
    "LPT9.tar.gz",
    "prn ",
    "conin$",
    "a\0b",
    "a\nb",
    "a\r\nb",
    "\x1b[2Jx",
    "a\x7fb",
    "a:b",
    "a|b",
    'a"b',
    "a<b>",
    "a?b*",
    "x.",
    "x ",
    "x . .",
    "\u202efdp.exe",
    "a\u2066b",
    "x" * 300,
    "x" * 300 + ".pdf",
    "漢" * 300 + ".pdf",
    "." + "x" * 300,
]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_name_becomes_a_plain_one(text: str) -> None:
    """One that lies in the folder it is put in, on every system."""
    name = plain_name(text)
    assert name == Path(name).name
    assert not set(name) & set('/\\:*?"<>|\0\n\r\x1b\x7f\u202e\u2066')
    assert name.strip(" .") == name
    assert name.partition(".")[0].casefold() not in {
        "con",
        "nul",
        "aux",
        "com1",
        "lpt9",
    }
    assert 0 < len(name) <= attachments.NAME_CHARACTERS


@given(st.text(max_size=300))
def test_a_plain_name_is_plain_once_more(text: str) -> None:
    """What was made plain stays as it is."""
    assert plain_name(plain_name(text)) == plain_name(text)


@pytest.mark.parametrize(
    "name", ["Gewerbeschein.pdf", "身份证.jpg", "a b (2).PDF", "x"]
)
def test_a_plain_name_is_kept(name: str) -> None:
    """Nothing is changed that need not be."""
    assert plain_name(name) == name


@pytest.fixture
def shop(ports: Ports, tmp_path: Path) -> Callable[[], Session]:
    """Return an opener of a shop's vault, to be written."""
    make_shop(ports, tmp_path, accounts=1)
    return lambda: opened(ports, tmp_path / "shop.sparekey", write=True)


def test_a_file_comes_out_as_it_went_in(
    shop: Callable[[], Session], tmp_path: Path
) -> None:
    """Also after the vault was closed; the file taken in stays where it was."""
    source, out = tmp_path / "scan.pdf", tmp_path / "out.pdf"
    source.write_bytes(A_PAPER)
    with shop() as session:
        made = attach(session, source, About(sort="registration"), "Keep it")
        assert session.undo_name == "Keep it"
        session.save()
    with shop() as session:
        assert papers(session.vault) == (made,)
        assert (made.name, made.size) == ("scan.pdf", len(A_PAPER))
        save_out(session, made, out)
    assert out.read_bytes() == source.read_bytes() == A_PAPER


def test_what_is_saved_out_is_for_its_owner_alone_and_overwrites_nothing(
    shop: Callable[[], Session], tmp_path: Path
) -> None:
    """As every file in clear."""
    out = tmp_path / "out.pdf"
    with shop() as session:
        made = attach_bytes(session, A_PAPER, About(name="a.pdf"))
        save_out(session, made, out)
        assert out.stat().st_mode & 0o077 == 0
        with pytest.raises(Exists):
            save_out(session, made, out)


def test_the_bytes_of_what_was_removed_come_back_by_undo_and_tomorrow(
    shop: Callable[[], Session],
) -> None:
    """Undone at once, or after the vault was closed in between."""
    with shop() as session:
        made = attach_bytes(session, A_PAPER, About(name="a.pdf"))
        session.save()
        session.apply(removal_of(session.vault, "attachment", made.id), "Remove")
        session.save()
        session.undo()
        session.save()
        assert papers(session.vault) == (made,)
        session.apply(removal_of(session.vault, "attachment", made.id), "Remove")
        session.save()
    with shop() as session:
        assert not papers(session.vault)
        assert session.vault.blobs[made.content] == A_PAPER


def test_the_same_content_twice_is_said_and_stored_once(
    shop: Callable[[], Session],
) -> None:
    """Under two names it is still one paper."""
    with shop() as session:
        first = attach_bytes(session, A_PAPER, About(name="a.pdf"))
        second = attach_bytes(session, A_PAPER, About(name="b.pdf"))
        assert same_content(session.vault, second) == (first,)
        assert list(session.vault.blobs.values()) == [A_PAPER]


def test_papers_are_found_by_what_they_belong_to(shop: Callable[[], Session]) -> None:
    """By name; those of the business have no account."""
    with shop() as session:
        (account,) = session.vault.accounts
        of_account = attach_bytes(session, b"b", About(account=account, name="B"))
        of_business = attach_bytes(session, b"a", About(name="a"))
        assert papers(session.vault) == (of_business, of_account)
        assert papers(session.vault, account) == (of_account,)
        assert papers(session.vault, "") == (of_business,)
        assert not papers(session.vault, incident="0000000000")


@pytest.mark.parametrize(
    ("limit", "bound"),
    [("ATTACHMENT_BYTES", 3), ("ATTACHMENTS_BYTES", 3), ("ATTACHMENTS", 0)],
)
def test_too_much_is_refused_and_nothing_is_kept(
    shop: Callable[[], Session],
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    bound: int,
) -> None:
    """One file, all together, how many."""
    monkeypatch.setattr(attachments, limit, bound)
    with shop() as session:
        before = session.vault
        with pytest.raises(TooLarge) as caught:
            attach_bytes(session, A_PAPER, About(name="a"))
        assert caught.value.limit == limit
        assert session.vault is before


def test_a_file_that_grows_while_it_is_read_is_too_large(
    shop: Callable[[], Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more is read than one may have."""
    monkeypatch.setattr(attachments, "ATTACHMENT_BYTES", 8)
    (tmp_path / "long").write_bytes(A_PAPER)
    with shop() as session, pytest.raises(TooLarge):
        attach(session, tmp_path / "long", About())


def test_a_file_that_is_not_there_is_trouble(
    shop: Callable[[], Session], tmp_path: Path
) -> None:
    """And so is a folder."""
    with shop() as session:
        for name in ("nothing", ""):
            with pytest.raises(FileTrouble):
                attach(session, tmp_path / name, About())


@pytest.mark.parametrize("about", [About(sort="song"), About(expires="soon")])
def test_what_is_noted_must_be_known(shop: Callable[[], Session], about: About) -> None:
    """A sort of the list, a day that exists; an account that is there."""
    with shop() as session, pytest.raises(BadInput):
        attach_bytes(session, A_PAPER, about)


def test_an_account_that_is_not_there_has_no_papers(
    shop: Callable[[], Session],
) -> None:
    """Nothing of it stays, not even the bytes."""
    with shop() as session:
        before = session.vault
        with pytest.raises(Invalid):
            attach_bytes(session, A_PAPER, About(account="0000000000"))
        assert session.vault is before


@pytest.mark.parametrize(
    ("expires", "state"),
    [
        ("", ""),
        ("2026-02-28", "over"),
        ("2026-03-01", "soon"),
        ("2026-04-30", "soon"),
        ("2026-05-01", ""),
    ],
)
def test_a_paper_runs_out(expires: str, state: str) -> None:
    """On its last day it still is valid; two months before, a new one is due."""
    one = replace(an_attachment(), expires=expires)
    assert runs_out(one, "2026-03-01") == state
