"""In whatever order is saved: no honest way is an alarm, and no other is missed."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_vault, an_account
from tests.fakes import ports_on_disk
from vault.app import memory
from vault.app.ports import Ports
from vault.app.standing import Kind
from vault.crypto.secret import Secret
from vault.envelope.seal import Keys, Stamp
from vault.merge.side import Two
from vault.merge.three_way import merge
from vault.model.change import Add, apply
from vault.model.identity import Identity
from vault.model.vault import Vault
from vault.storage.store import VaultFile

pytestmark = pytest.mark.slow  # a second each

IDENT = bytes(8)
KEYS = Keys(Secret(bytes(32)), ())


@dataclass(frozen=True)
class Saved:
    """One save: the file as it is known by, and what it holds."""

    file: VaultFile
    vault: Vault


def first() -> Saved:
    vault = replace_identity(a_vault(1))
    stamp = Stamp(1, 1, bytes(8))
    file = VaultFile(Path("shop.sparekey"), b"", IDENT, number(1), KEYS, stamp)
    return Saved(file, vault)


def replace_identity(vault: Vault) -> Vault:
    fields = {name: getattr(vault, name) for name in vault.__struct_fields__}
    return Vault(**{**fields, "identity": Identity(signing_seed="ab" * 32)})


def number(place: int) -> bytes:
    return place.to_bytes(8, "big")


def after(one: Saved, place: int, *, renewed: bool = False) -> Saved:
    """Return the save after one: an account more; `renewed` ways in too."""
    vault, _ = apply(
        one.vault, Add("account", an_account(place)), "2026-03-01T12:00:00Z"
    )
    was = one.file.stamp
    stamp = Stamp(was.generation + 1, was.epoch + renewed, one.file.save_id)
    return Saved(replace(one.file, save_id=number(place), stamp=stamp), vault)


def merged(mine: Saved, theirs: Saved, base: Saved, place: int) -> Saved:
    """Return what both become: above both, from mine."""
    joined = merge(Two(mine.vault, theirs.vault), base.vault, "mine")
    vault, _ = apply(mine.vault, joined.changes, "2026-03-01T12:00:00Z")
    stamps = (mine.file.stamp, theirs.file.stamp)
    stamp = Stamp(
        max(one.generation for one in stamps) + 1,
        max(one.epoch for one in stamps),
        mine.file.save_id,
    )
    return Saved(replace(mine.file, save_id=number(place), stamp=stamp), vault)


def a_device(folder: str) -> Ports:
    return replace(ports_on_disk(), state=Path(folder) / "notes")


def stands(device: Ports, one: Saved) -> Kind:
    return memory.stands(device, one.file, one.vault).kind


def see(device: Ports, one: Saved) -> None:
    memory.note(device, one.file, one.vault, one.vault)


def line(renewals: list[bool]) -> list[Saved]:
    """Return saves one after the other; True where the ways in were changed."""
    saves = [first()]
    for place, renewed in enumerate(renewals, 2):
        saves.append(after(saves[-1], place, renewed=renewed))
    return saves


LINES = st.lists(st.booleans(), min_size=1, max_size=12).map(line)


@given(LINES, st.data())
def test_one_line_of_saves_is_newer_forwards_and_older_backwards(
    saves: list[Saved], data: st.DataObject
) -> None:
    """However many of them this device has seen in between."""
    order = sorted(data.draw(st.sets(st.integers(0, len(saves) - 1), min_size=1)))
    with tempfile.TemporaryDirectory() as folder:
        device = a_device(folder)
        for place in order:
            assert stands(device, saves[place]) in (Kind.FIRST, Kind.NEWER)
            see(device, saves[place])
        last = order[-1]
        for place, one in enumerate(saves):
            told = stands(device, one)
            if place == last:
                assert told is Kind.SAME
            elif place > last:
                assert told is Kind.NEWER
            else:
                assert told in (Kind.OLDER, Kind.OLDER_WAYS)


@given(LINES, st.integers(0, 11), st.integers(1, 8))
def test_what_parted_before_the_newest_is_no_descendant(
    saves: list[Saved], at: int, more: int
) -> None:
    """Told as a fork, or as older where its ways in are; never taken silently."""
    parted = saves[min(at, len(saves) - 2)]
    for place in range(more):
        parted = after(parted, 100 + place)
    with tempfile.TemporaryDirectory() as folder:
        device = a_device(folder)
        see(device, saves[-1])
        assert stands(device, parted) in (Kind.FORKED, Kind.OLDER_WAYS)


@given(LINES, st.integers(0, 11))
def test_what_was_merged_elsewhere_has_what_was_saved_here(
    saves: list[Saved], at: int
) -> None:
    """Whichever of the two was mine there: it is no fork."""
    base = saves[min(at, len(saves) - 2)]
    theirs = after(base, 100)
    for one, other in ((saves[-1], theirs), (theirs, saves[-1])):
        with tempfile.TemporaryDirectory() as folder:
            device = a_device(folder)
            see(device, saves[-1])
            assert stands(device, merged(one, other, base, 200)) is Kind.NEWER
