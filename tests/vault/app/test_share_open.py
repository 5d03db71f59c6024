"""A share opens for reading, to whoever has its words, and to nobody else."""

from pathlib import Path
from typing import Any

import pytest

from tests.desk import WORDS, without_parity
from tests.fakes import FailingFiles, with_files
from vault import limits
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.share_make import ShareOrder, hand_out_share, make_share
from vault.app.share_open import look_at_share, open_share
from vault.envelope import factors
from vault.errors import (
    Damaged,
    FileTrouble,
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
    TooLarge,
    TooNew,
    WrongKind,
)
from vault.storage.files import Files

SPOKEN = "abacus zoom lamp river stone quiet"
SHOWN = Credentials(passphrase=typed_passphrase(SPOKEN).secret)


@pytest.fixture
def share(session: Session, tmp_path: Path) -> Path:
    """Return the file of a share of everything."""
    order = ShareOrder(
        accounts=tuple(session.vault.accounts),
        depth="codes",
        passphrase=Passphrase(typed_passphrase(SPOKEN).secret, generated=True),
    )
    path = tmp_path / "mina.sparekey"
    hand_out_share(session, make_share(session, order), path)
    return path


def test_an_opened_share_says_whose_it_is(
    share: Path, ports: Ports, session: Session
) -> None:
    """By name and by the words of the key; who holds that key it can't know."""
    opened = open_share(ports, share, SHOWN)
    assert opened.owner == "Tea Shop"
    assert len(opened.signer_words) == 8
    assert opened.vault.signer == session.vault.signer
    assert opened.id == opened.vault.id != session.vault.id
    assert not opened.newer


def test_nothing_in_an_opened_share_can_open_the_vault(
    share: Path, ports: Ports
) -> None:
    """Neither its code nor its key; and the share's words do not fit it."""
    opened = open_share(ports, share, SHOWN)
    assert opened.vault.identity is None
    assert opened.vault.vault_code == ""
    assert not opened.vault.history
    assert not opened.vault.kits


def test_the_open_part_tells_kind_cost_and_size(share: Path, ports: Ports) -> None:
    """Without any passphrase."""
    told = look_at_share(ports, share)
    assert (told.kind, told.size_bytes) == ("share", share.stat().st_size)
    (way,) = told.ways
    assert way.factors == ("passphrase",)
    assert way.cost == ports.costs.paper


def test_a_vault_is_another_kind_of_file(folder: Path, ports: Ports) -> None:
    """Said before anything is asked, and when it is opened all the same."""
    path = folder / "shop.sparekey"
    with pytest.raises(WrongKind) as looked:
        look_at_share(ports, path)
    own = Credentials(passphrase=typed_passphrase(WORDS).secret)
    with pytest.raises(WrongKind) as opened:
        open_share(ports, path, own)
    for caught in (looked, opened):
        assert (caught.value.wanted, caught.value.found) == ("share", "vault")


def test_other_words_open_nothing(share: Path, ports: Ports) -> None:
    """The vault's own, say."""
    own = Credentials(passphrase=typed_passphrase(WORDS).secret)
    with pytest.raises(NoKey):
        open_share(ports, share, own)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda data: data[:-1], Malformed),
        (lambda data: data[:20], Malformed),
        (lambda data: b"", Malformed),
        (lambda data: data + b"x", Malformed),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), Tampered),
        (lambda data: data[:8] + b"\x02" + data[9:], TooNew),
    ],
)
def test_a_damaged_share_is_refused_by_class(
    share: Path, ports: Ports, change: object, error: type[Exception]
) -> None:
    """Cut, lengthened, changed, or of a later format."""
    assert callable(change)
    share.write_bytes(change(without_parity(share.read_bytes())))
    with pytest.raises(error):
        open_share(ports, share, SHOWN)


def test_a_damaged_share_is_healed_and_beyond_that_it_is_damaged(
    share: Path, ports: Ports
) -> None:
    """Told in either case, and never called another kind of file."""
    whole = share.read_bytes()
    assert open_share(ports, share, SHOWN).damage == ()
    share.write_bytes(whole[:9] + b"\0" + whole[10:])
    assert look_at_share(ports, share).kind == "share"
    assert open_share(ports, share, SHOWN).damage == ((0, 512),)
    share.write_bytes(bytes(9000) + whole[9000:])
    with pytest.raises(Damaged):
        open_share(ports, share, SHOWN)


def test_a_file_that_can_not_be_read_is_trouble_of_the_disk(
    share: Path, ports: Ports
) -> None:
    """With its path."""
    broken = with_files(ports, FailingFiles("read"))
    for act in (look_at_share, lambda *given: open_share(*given, SHOWN)):
        with pytest.raises(FileTrouble) as caught:
            act(broken, share)
        assert caught.value.path == str(share)


def test_a_file_beyond_the_limit_is_too_large(
    share: Path, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any key work."""
    monkeypatch.setattr(limits, "FILE_BYTES", share.stat().st_size - 1)
    with pytest.raises(TooLarge):
        open_share(ports, share, SHOWN)


class ShortOfMemory(Files):
    """A machine with hardly any memory left."""

    def free_memory_kib(self) -> int:
        """Return what is free."""
        return 64


def test_where_memory_is_short_it_asks_first(share: Path, ports: Ports) -> None:
    """And opens once it may."""
    small = with_files(ports, ShortOfMemory())
    with pytest.raises(NeedsConsent):
        open_share(small, share, SHOWN)
    assert open_share(small, share, SHOWN, consent=True).owner == "Tea Shop"


def test_a_costly_share_can_be_given_up_on(
    share: Path, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits says when to end."""

    def beside(*given: Any) -> None:  # noqa: ANN401
        assert given[-1]() is True

    monkeypatch.setattr(factors, "argon2id_in_child", beside)
    with pytest.raises(NeedsConsent):
        open_share(ports, share, SHOWN, consent=True, cancelled=lambda: True)


def test_opening_leaves_the_file_as_it_is(share: Path, ports: Ports) -> None:
    """And nothing beside it."""
    before = {path.name: path.stat().st_mtime_ns for path in share.parent.iterdir()}
    open_share(ports, share, SHOWN)
    after = {path.name: path.stat().st_mtime_ns for path in share.parent.iterdir()}
    assert after == before
