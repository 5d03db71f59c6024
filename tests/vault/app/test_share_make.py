"""A share is made of what was chosen, proven, and never locked by the vault's words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.builders import an_id
from tests.desk import WORDS, files_in, opened
from tests.fakes import CHEAP, FailingFiles, FixedClock, ports_on_disk, with_files
from vault.app import share_make
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.owner_key import signer_words
from vault.app.ports import Costs, Ports
from vault.app.session import Session
from vault.app.share_make import (
    DEPTHS,
    MadeShare,
    ShareOrder,
    hand_out_share,
    make_share,
)
from vault.app.share_open import open_share
from vault.app.ways_change import plan_key_file
from vault.app.ways_plan import carry_out
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.envelope.header import parse_header
from vault.envelope.seal import Keys
from vault.errors import (
    BadInput,
    BrokenInvariant,
    Exists,
    FileTrouble,
    NotFound,
    ReadOnly,
    Refused,
)
from vault.share import bundle
from vault.share.document import decode_share
from vault.share.scope import Depth

SPOKEN = "abacus zoom lamp river stone quiet"
TODAY = "2026-03-01"  # of the fixed clock


def an_order(session: Session, **more: object) -> ShareOrder:
    """Return an order of all accounts, by drawn words."""
    order = ShareOrder(
        accounts=tuple(session.vault.accounts),
        depth="codes",
        passphrase=Passphrase(typed_passphrase(SPOKEN).secret, generated=True),
    )
    return replace(order, **more)


def shown(words: str = SPOKEN) -> Credentials:
    return Credentials(passphrase=typed_passphrase(words).secret)


@pytest.mark.parametrize("depth", DEPTHS)
def test_what_was_ordered_is_what_opens(
    session: Session, ports: Ports, tmp_path: Path, depth: Depth
) -> None:
    """Accounts, depth, note, last day; made now, issue 1."""
    chosen = tuple(session.vault.accounts)[:2]
    order = an_order(
        session, accounts=chosen, depth=depth, note="Ring me", expires=TODAY
    )
    made = make_share(session, order)
    hand_out_share(session, made, tmp_path / "mina.sparekey")
    share = open_share(ports, tmp_path / "mina.sparekey", shown())
    assert share.facts == made.facts
    facts = share.facts
    assert (facts.issue, facts.made) == (1, "2026-03-01T12:00:00Z")
    assert (facts.depth, facts.note, facts.expires) == (depth, "Ring me", TODAY)
    assert set(share.vault.accounts) == set(chosen)
    assert (share.id, made.accounts) == (made.id, 2)
    assert share.signer_words == made.signer_words == signer_words(session.vault)


def test_making_a_share_changes_nothing_in_the_vault(
    session: Session, folder: Path
) -> None:
    """It is not entered anywhere yet."""
    before, files = session.vault, files_in(folder)
    make_share(session, an_order(session))
    assert session.vault is before
    assert not session.unsaved
    assert files_in(folder) == files


def test_a_vault_open_for_reading_can_be_shared(folder: Path, ports: Ports) -> None:
    """Nothing of it is written."""
    with opened(ports, folder / "shop.sparekey") as session:
        assert make_share(session, an_order(session)).accounts == 3


def test_each_share_has_an_id_of_its_own(session: Session) -> None:
    """Drawn, and never the vault's."""
    ids = {make_share(session, an_order(session)).id for _ in range(3)}
    assert len(ids) == 3
    assert session.vault.id not in ids


def test_an_account_named_twice_goes_in_once(session: Session) -> None:
    """As people type."""
    first = next(iter(session.vault.accounts))
    made = make_share(session, an_order(session, accounts=(first, first)))
    assert made.accounts == 1


def test_a_share_costs_what_paper_costs(folder: Path) -> None:
    """It must open on somebody else's machine, years later."""
    dearer = replace(TESTS_ONLY, t=2)
    ports = ports_on_disk()
    ports = replace(ports, costs=Costs(TESTS_ONLY, dearer, CHEAP.floor))
    with opened(ports, folder / "shop.sparekey") as session:
        made = make_share(session, an_order(session))
    (slot,) = parse_header(made.data, paper=False).slots
    assert slot.cost == dearer


def test_the_words_of_the_vault_never_lock_a_share(session: Session) -> None:
    """Whoever holds the share would hold them."""
    own = Passphrase(typed_passphrase(WORDS).secret, generated=False)
    with pytest.raises(Refused) as refused:
        make_share(session, an_order(session, passphrase=own))
    assert refused.value.reason == "share-vault-passphrase"


def test_the_words_that_go_with_a_key_file_never_lock_a_share(session: Session) -> None:
    """They are half of what opens the vault."""
    own = Passphrase(typed_passphrase(WORDS).secret, generated=False)
    file, shown = Secret(bytes(64)), Credentials(own.secret)
    carry_out(session, plan_key_file(session, file, shown))
    with pytest.raises(Refused, match="share-vault-passphrase"):
        make_share(session, an_order(session, passphrase=own))


def test_words_of_ones_own_may_lock_a_share(
    session: Session, ports: Ports, tmp_path: Path
) -> None:
    """Agreed on by voice."""
    own = typed_passphrase("what we said on the stairs")
    made = make_share(session, an_order(session, passphrase=own))
    hand_out_share(session, made, tmp_path / "s")
    opened_by = shown("what we said on the stairs")
    assert open_share(ports, tmp_path / "s", opened_by).facts == made.facts


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"note": "x" * 20_001}, "note-long"),
        ({"note": "half \ud800"}, "half-character"),
        ({"expires": "tomorrow"}, "day-unknown"),
        ({"expires": "2026-02-30"}, "day-unknown"),
        ({"expires": "2026-02-28"}, "day-past"),
    ],
)
def test_a_note_or_a_day_that_can_not_be_taken_ends_it(
    session: Session,
    more: dict[str, str],
    problem: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By name, before any key work."""
    monkeypatch.setattr(share_make, "new_keys", lambda *_: pytest.fail("keys"))
    with pytest.raises(BadInput) as caught:
        make_share(session, an_order(session, **more))
    assert caught.value.problem == problem


def test_the_last_day_may_be_today(session: Session) -> None:
    """And the note may be as long as a text may be."""
    order = an_order(session, expires=TODAY, note="x" * 20_000)
    assert make_share(session, order).facts.expires == TODAY


def test_a_day_that_was_to_come_is_past_once_it_is(session: Session) -> None:
    """The clock that was handed in decides."""
    clock = session.ports.clock
    assert isinstance(clock, FixedClock)
    clock.pass_days(1)
    with pytest.raises(BadInput):
        make_share(session, an_order(session, expires=TODAY))


def test_a_share_of_nothing_is_refused(session: Session) -> None:
    """It would lock an empty page."""
    with pytest.raises(Refused) as refused:
        make_share(session, an_order(session, accounts=()))
    assert refused.value.reason == "share-needs-accounts"


def test_an_account_that_is_not_there_is_named(session: Session) -> None:
    """A smaller share than was meant is never made."""
    with pytest.raises(NotFound):
        make_share(session, an_order(session, accounts=(an_id(99),)))


def test_a_vault_of_a_newer_program_is_not_shared(session: Session) -> None:
    """Nobody here knows all that it holds."""
    session.read_only = "newer-minor"
    with pytest.raises(ReadOnly):
        make_share(session, an_order(session))


def test_a_vault_without_an_identity_can_not_sign(session: Session) -> None:
    """And every share is signed."""
    session.vault = msgspec.structs.replace(session.vault, identity=None)
    with pytest.raises(Refused) as refused:
        make_share(session, an_order(session))
    assert refused.value.reason == "no-identity"


def spoilt_note(facts: Any, part: Any, *rest: Any) -> bytes:  # noqa: ANN401
    """Seal another note than was ordered."""
    other = msgspec.structs.replace(facts, note="other")
    return real_seal(other, part, *rest)


def spoilt_part(facts: Any, part: Any, *rest: Any) -> bytes:  # noqa: ANN401
    """Seal another part than was chosen."""
    return real_seal(facts, msgspec.structs.replace(part, name="other"), *rest)


real_seal = share_make.seal_share


@pytest.mark.parametrize("spoil", [spoilt_note, spoilt_part])
def test_a_share_that_opens_to_something_else_is_never_handed_out(
    session: Session, monkeypatch: pytest.MonkeyPatch, spoil: Callable[..., bytes]
) -> None:
    """It is opened with its words before anybody gets it."""
    monkeypatch.setattr(share_make, "seal_share", spoil)
    with pytest.raises(BrokenInvariant) as broken:
        make_share(session, an_order(session))
    assert broken.value.where == "share-opens-differently"


def test_the_file_key_is_wiped_once_a_share_is_made(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are the only way in."""
    drawn: list[Keys] = []
    real = share_make.new_keys

    def kept(*given: Any) -> Keys:  # noqa: ANN401
        drawn.append(real(*given))
        return drawn[0]

    monkeypatch.setattr(share_make, "new_keys", kept)
    make_share(session, an_order(session))
    with pytest.raises(BrokenInvariant):
        drawn[0].file_key.reveal()


def test_a_share_never_overwrites(session: Session, folder: Path) -> None:
    """Not even the vault that it is made of."""
    made = make_share(session, an_order(session))
    before = files_in(folder)
    with pytest.raises(Exists):
        hand_out_share(session, made, folder / "shop.sparekey")
    assert files_in(folder) == before


@pytest.mark.parametrize("step", ["create", "preallocate", "write", "sync", "link"])
def test_a_full_disk_leaves_no_half_of_a_share(
    session: Session, folder: Path, step: str
) -> None:
    """It can be handed out once there is room."""
    made = make_share(session, an_order(session))
    before = files_in(folder)
    session.ports = with_files(session.ports, FailingFiles(step))
    with pytest.raises(FileTrouble):
        hand_out_share(session, made, folder / "mina.sparekey")
    assert files_in(folder) == before


def test_only_its_owner_may_read_the_file(session: Session, tmp_path: Path) -> None:
    """Sealed or not."""
    hand_out_share(session, make_share(session, an_order(session)), tmp_path / "s")
    assert (tmp_path / "s").stat().st_mode & 0o777 == 0o600


def test_nothing_made_shows_a_secret(session: Session) -> None:
    """Orders and shares stand in tracebacks."""
    order = an_order(session)
    made: MadeShare = make_share(session, order)
    assert "abacus" not in repr(order)
    assert repr(made.data)[2:10] not in repr(made)


def test_what_is_sealed_is_a_share_document(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else of the vault goes along in the body."""
    bodies: list[bytes] = []
    real = bundle.encode_body
    monkeypatch.setattr(bundle, "encode_body", lambda d: bodies.append(d) or real(d))
    made = make_share(session, an_order(session))
    assert decode_share(bodies[0]).facts == made.facts
