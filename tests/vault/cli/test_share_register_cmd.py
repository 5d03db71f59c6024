"""`share register`: who has which share, and what became of it."""

import pytest

from tests.desk import OPENS, Desk
from tests.fakes import ports_on_disk

MAKE = ("share", "make", "shop.sparekey", *OPENS, "--account", "Shop 1")
REGISTER = ("share", "register", "shop.sparekey", *OPENS)


@pytest.fixture
def shop(shop: Desk) -> Desk:
    """Return the desk with a shop from which Mina has a share."""
    shop.ports = ports_on_disk(seed=2)
    lock = ("--generate", "one.txt", "--for", "Mina")
    shop.done(*MAKE, "-o", "one.sparekey", *lock, "--expires", "2026-06-01")
    return shop


def test_every_share_is_listed(shop: Desk) -> None:
    """For people with what to do, for scripts with all that is noted."""
    told = shop.done(*REGISTER)
    assert "Mina, issue 1: not known to be opened" in told.out
    assert "made 2026-03-01: Shop 1" in told.out
    assert "can still open it" in told.out
    (one,) = shop.done(*REGISTER, "--json").json["shares"]
    assert (one["for"], one["issue"], one["depth"]) == ("Mina", 1, "procedures")
    assert (one["expires"], one["state"]) == ("2026-06-01", "unopened")
    assert one["changed_since"] == 0
    info = shop.done("info", "one.sparekey", "--json").json
    assert info["id"] == one["share"]


def test_a_second_share_for_the_same_is_the_next_issue(shop: Desk) -> None:
    """And the first one is said to be replaced."""
    lock = ("--generate", "two.txt", "--for", "mina")
    told = shop.done(*MAKE, "-o", "two.sparekey", *lock)
    assert "Issue 1, noted in the vault" in told.out  # another spelling is another name
    lock = ("--generate", "three.txt", "--for", "Mina")
    told = shop.done(*MAKE, "-o", "three.sparekey", *lock)
    assert "Issue 2, noted in the vault" in told.out
    states = {
        (one["for"], one["issue"]): one["state"]
        for one in shop.done(*REGISTER, "--json").json["shares"]
    }
    assert states["Mina", 1] == "replaced"
    opened = ("share", "open", "three.sparekey", "--passphrase-file", "three.txt")
    assert shop.done(*opened, "--json").json["issue"] == 2


def test_what_became_of_one_is_noted(shop: Desk) -> None:
    """And kept."""
    shop.done(*REGISTER, "Mina", "--opened", "2026-03-01", "--note", "on her laptop")
    told = shop.done(*REGISTER, "Mina")
    assert "up to date" in told.out
    assert "on her laptop" in told.out
    shop.done(*REGISTER, "Mina", "--withdrawn", "2026-03-01")
    assert "withdrawn" in shop.done(*REGISTER).out


def test_what_can_not_be_noted_is_refused(shop: Desk) -> None:
    """A day to come, nobody named, somebody who has none."""
    assert shop(*REGISTER, "Mina", "--opened", "2027-01-01").code == 1
    assert shop(*REGISTER, "--opened", "2026-03-01").code == 2
    assert shop(*REGISTER, "Nobody").code == 1


def test_an_empty_register_says_how_to_make_a_share(shop: Desk) -> None:
    """After the one there was is removed."""
    (one,) = shop.done(*REGISTER, "--json").json["shares"]
    shop.done("remove", "shop.sparekey", "share", one["id"], *OPENS)
    assert "No share is noted" in shop.done(*REGISTER).out
