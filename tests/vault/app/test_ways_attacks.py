"""Attacks on the ways in, by whoever can write the file or kept an old copy of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import WORDS, new_words, opened
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.app.ways_change import plan_code, plan_key_file
from vault.app.ways_plan import carry_out
from vault.crypto.secret import Secret
from vault.envelope.header import Header, parse_header
from vault.envelope.slot import Factor, Slot
from vault.errors import Malformed, NoKey, Tampered

NEW = "other words than before"
FILE = Secret(bytes(64))
Change = Callable[[Header], Header]


@pytest.fixture
def old(session: Session) -> bytes:
    """Return the file as somebody kept it, from before anything was changed."""
    return session.file.path.read_bytes()


def forged(path: Path, change: Change) -> None:
    """Change the head of a file, leave its payload, and take the parity away."""
    data = path.read_bytes()
    header = parse_header(data, paper=False)
    payload = data[header.payload_start : header.payload_start + header.payload_bytes]
    path.write_bytes(change(header).to_bytes() + payload)


def slots_of(data: bytes) -> tuple[Slot, ...]:
    return parse_header(data, paper=False).slots


def test_a_dead_slot_put_back_opens_nothing(
    session: Session, old: bytes, ports: Ports
) -> None:
    """It fits the old words, and gives the file key of then."""
    new_words(session, NEW)
    path, dead = session.file.path, slots_of(old)
    forged(path, lambda head: replace(head, slots=(*head.slots, dead[0])))
    with pytest.raises(Tampered):
        opened(ports, path)


def test_all_the_old_slots_open_nothing_new(
    session: Session, old: bytes, ports: Ports
) -> None:
    """Neither by the old words nor by the card, which is the same one."""
    code = Secret(bytes.fromhex(session.vault.vault_code))
    new_words(session, NEW)
    path = session.file.path
    forged(path, lambda head: replace(head, slots=slots_of(old)))
    for shown in (Credentials(typed_passphrase(WORDS).secret), Credentials(code=code)):
        with pytest.raises(Tampered):
            open_vault(ports, path, shown, write=False)


def test_a_key_file_is_not_argued_away(session: Session, ports: Ports) -> None:
    """A slot that claims to need less has another key: the mask is bound to it."""
    shown = Credentials(typed_passphrase(WORDS).secret)
    carry_out(session, plan_key_file(session, FILE, shown))
    path = session.file.path

    def weakened(head: Header) -> Header:
        slots = (
            replace(slot, mask=int(Factor.PASSPHRASE))
            if slot.mask & Factor.KEY_FILE
            else slot
            for slot in head.slots
        )
        return replace(head, slots=tuple(slots))

    forged(path, weakened)
    with pytest.raises(NoKey):
        opened(ports, path)


def test_an_added_slot_of_a_stranger_shuts_the_file(
    session: Session, ports: Ports
) -> None:
    """The head is bound to the payload: nobody gets a way in by writing one."""
    path, mine = session.file.path, session.file.keys.slots[0]
    stranger = replace(mine, salt=b"s" * 16)
    forged(path, lambda head: replace(head, slots=(*head.slots, stranger)))
    with pytest.raises(Tampered):
        opened(ports, path)


def test_a_removed_slot_shuts_the_file_too(session: Session, ports: Ports) -> None:
    """The owner sees that somebody was at it, and takes a backup."""
    path = session.file.path
    forged(path, lambda head: replace(head, slots=head.slots[:1]))
    with pytest.raises(Tampered):
        opened(ports, path)


def test_five_passphrases_are_no_vault_of_ours(session: Session, ports: Ports) -> None:
    """Each would cost a wait."""
    path, mine = session.file.path, session.file.keys.slots[0]
    many = tuple(replace(mine, salt=bytes([n]) * 16) for n in range(5))
    forged(path, lambda head: replace(head, slots=many))
    with pytest.raises(Malformed):
        opened(ports, path)


def test_the_old_card_and_the_old_copy_open_that_copy_alone(
    session: Session, old: bytes, ports: Ports, tmp_path: Path
) -> None:
    """What is said to the owner: copies from before are to be deleted."""
    code = Secret(bytes.fromhex(session.vault.vault_code))
    carry_out(session, plan_code(session))
    kept = tmp_path / "kept.sparekey"
    kept.write_bytes(old)
    shown = Credentials(code=code)
    open_vault(ports, kept, shown, write=False).close()
    with pytest.raises(NoKey):
        open_vault(ports, session.file.path, shown, write=False)
