"""What a session tells the history of each change, and what it lets go of."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.builders import an_account
from tests.desk import opened
from tests.fakes import NOON, FixedClock
from vault.app.ports import Ports
from vault.model.change import Add, Remove, edit_vault

ANOTHER = an_account(77)


def test_each_change_names_the_device_it_was_made_on(
    folder: Path, ports: Ports
) -> None:
    """So that a person can tell who changed what."""
    here = replace(ports, device="kiln")
    with opened(here, folder / "shop.sparekey", write=True) as session:
        session.apply(Add("account", ANOTHER))
        session.undo()
        assert [one.device for one in session.vault.history[-2:]] == ["kiln", "kiln"]


def test_what_was_removed_a_month_ago_is_gone_with_the_next_save(
    folder: Path, ports: Ports
) -> None:
    """Not by opening alone; that something was removed is still known."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True) as session:
        session.apply(Add("account", ANOTHER))
        session.apply(Remove("account", ANOTHER))
        session.save()
    later = replace(ports, clock=FixedClock(NOON + timedelta(days=30)))
    with opened(later, path, write=True) as session:
        assert session.vault.history[-1].before
        session.apply(edit_vault(session.vault, name="Pottery"))
        session.save()
    with opened(ports, path) as session:
        came, went, named = session.vault.history[-3:]
    assert (came.id, went.id, went.before) == (ANOTHER.id, ANOTHER.id, {})
    assert named.before
