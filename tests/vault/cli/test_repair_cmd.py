"""`repair`, and what every other command says of a damaged file."""

import random

import pytest

from tests.desk import OPENS, Desk, without_parity
from tests.fakes import ports_on_disk
from tests.vectors.envelope_maker import flip, put

LIST = ("list", "shop.sparekey", *OPENS)
REPAIR = ("repair", "shop.sparekey")
ADD = ("add", "shop.sparekey", "account", "--name", "New one", *OPENS)


def damage(desk: Desk, *places: int) -> bytes:
    """Turn a bit of the vault at each place; return the whole file."""
    whole = desk.read("shop.sparekey")
    damaged = whole
    for place in places:
        damaged = flip(damaged, place)
    desk.write("shop.sparekey", damaged)
    return whole


def ruin(desk: Desk) -> None:
    """Overwrite more of the vault than its parity can heal, the header included."""
    data = desk.read("shop.sparekey")
    desk.write("shop.sparekey", put(data, 0, bytes(len(data) * 2 // 3)))


def folder_of(desk: Desk, start: str) -> list[str]:
    return [name for name in desk.files() if name.startswith(start)]


@pytest.mark.parametrize("place", [0, 9, 40, 3000, -200, -1])
def test_a_damaged_vault_opens_healed_and_it_is_said(shop: Desk, place: int) -> None:
    """The header, the payload, the parity, a directory."""
    damage(shop, place)
    before = shop.files()
    told = shop.done(*LIST)
    assert "Shop 1" in told.out
    assert "Note: The file on the disk is damaged at 1 place (bytes " in told.err
    assert "Nothing is lost." in told.err
    assert shop.files() == before


@pytest.mark.figures
def test_a_flipped_bit_anywhere_in_a_vault_of_200_accounts_is_healed_and_said(
    desk: Desk,
) -> None:
    """40 of 40 random places, as a user would meet them."""
    name = ("new", "shop.sparekey", "--generate", "words.txt", "--sample", "200")
    desk.done(*name)
    whole = desk.read("shop.sparekey")
    listed = desk.done(*LIST).out
    draw = random.Random(40)
    for _ in range(40):
        place = draw.randrange(len(whole))
        desk.write("shop.sparekey", put(whole, place, bytes([whole[place] ^ 1 << 3])))
        told = desk.done(*LIST)
        assert told.out == listed
        assert "damaged at 1 place" in told.err


def test_a_whole_vault_is_not_said_to_be_damaged(shop: Desk) -> None:
    """Neither on opening nor when looked at."""
    assert shop.done(*LIST).err == ""
    assert "damage: none, by its parity" in shop.done(*REPAIR).out


def test_the_next_change_writes_the_vault_back_whole(shop: Desk) -> None:
    """The damaged file is kept, and nothing is said the next time."""
    damage(shop, 700)
    damaged = shop.read("shop.sparekey")
    shop.done(*ADD)
    assert shop.done(*LIST).err == ""
    (kept,) = folder_of(shop, "shop backups/damaged-")
    assert shop.read(kept) == damaged


def test_a_wrong_passphrase_for_a_damaged_vault_is_a_wrong_passphrase(
    shop: Desk,
) -> None:
    """And the file is not blamed: what it opens with is proven whole."""
    damage(shop, 40, 700)
    shop.write("words.txt", "Not These Words")
    told = shop(*LIST)
    assert told.code == 1
    assert "No way in fits" in told.err
    assert "The file shows no damage." in told.err


def test_repair_without_a_place_to_write_only_looks(shop: Desk) -> None:
    """It ends with 1 where there is damage, and tells how to heal it."""
    damage(shop, 700)
    before = shop.files()
    told = shop(*REPAIR)
    assert told.code == 1
    assert "damage: at 1 place (bytes 512 to 1,024); its parity heals all" in told.out
    assert "sparekey repair shop.sparekey --in-place" in told.out
    assert shop.files() == before


def test_repair_heals_to_a_new_file_without_any_passphrase(shop: Desk) -> None:
    """Byte for byte; the damaged one stays as it is."""
    whole = damage(shop, 40, 5000)
    damaged = shop.read("shop.sparekey")
    told = shop.done(*REPAIR, "-o", "healed.sparekey")
    assert "Healed into healed.sparekey: opening it proves it." in told.out
    assert shop.read("healed.sparekey") == whole
    assert shop.read("shop.sparekey") == damaged
    assert "Shop 1" in shop.done("list", "healed.sparekey", *OPENS).out


def test_repair_overwrites_nothing(shop: Desk) -> None:
    """Not even another damaged file."""
    damage(shop, 700)
    before = shop.files()
    assert shop(*REPAIR, "-o", "shop.sparekey").code == 1
    assert shop(*REPAIR, "-o", "words.txt").code == 1
    assert shop.files() == before


def test_repair_in_place_opens_the_vault_first(shop: Desk) -> None:
    """Then it is the file that it was, and the damaged one is kept and named."""
    whole = damage(shop, 700)
    damaged = shop.read("shop.sparekey")
    told = shop.done(*REPAIR, "--in-place", *OPENS)
    assert "Healed" in told.out
    assert shop.read("shop.sparekey") == whole
    (kept,) = folder_of(shop, "shop backups/damaged-")
    assert kept in told.out
    assert shop.read(kept) == damaged
    assert "is not damaged" in shop.done(*REPAIR, "--in-place", *OPENS).out


def test_repair_in_place_needs_a_way_in(shop: Desk) -> None:
    """What does not open is not written over anything."""
    damage(shop, 700)
    before = shop.files()
    shop.write("wrong.txt", "Not These Words")
    assert shop(*REPAIR, "--in-place", "--passphrase-file", "wrong.txt").code == 1
    assert shop(*REPAIR, "--in-place").code == 2
    (shop.folder / "wrong.txt").unlink()
    assert shop.files() == before


def test_repair_reports_for_scripts(shop: Desk) -> None:
    """Places as numbers."""
    damage(shop, 700)
    looked = shop(*REPAIR, "--json")
    assert looked.code == 1
    assert looked.json == {
        "file": "shop.sparekey",
        "parity": "heals",
        "damage": [[512, 1024]],
        "out": None,
        "kept": None,
    }
    healed = shop.done(*REPAIR, "--in-place", *OPENS, "--json").json
    assert healed["damage"] == [[512, 1024]]
    assert healed["kept"] in {str(shop.folder / n) for n in shop.files()}


def test_what_is_beyond_healing_is_damage_and_the_newest_backup_is_offered(
    shop: Desk,
) -> None:
    """With what to type, and no word of a wrong passphrase."""
    shop.done(*ADD)
    shop.done(*ADD)
    newest = folder_of(shop, "shop backups/g0000000002")[0]
    ruin(shop)
    before = shop.files()
    info = ("info", "shop.sparekey")
    for words in (LIST, ADD, REPAIR, (*REPAIR, "-o", "new.sparekey"), info):
        told = shop(*words)
        assert told.code == 1
        assert "more than it can heal by itself" in told.err
        assert "It opens with" not in told.err
        assert f"make-current '{shop.folder / newest}' -o NEW.sparekey" in told.err
        assert shop.files() == before
    shop.done("repair", newest, "-o", "new.sparekey")
    assert "New one" in shop.done("list", "new.sparekey", *OPENS).out
    report = shop(*LIST, "--json").json
    assert report["error"] == "Damaged"
    assert report["backup"] == str(shop.folder / newest)


@pytest.mark.parametrize("data", [b"", bytes(9000), b"Dear diary\n"])
def test_a_vault_that_was_overwritten_whole_names_its_backup(
    shop: Desk, data: bytes
) -> None:
    """Nothing of the file is left; the folder beside it is."""
    shop.done(*ADD)
    (backup,) = folder_of(shop, "shop backups/")
    shop.write("shop.sparekey", data)
    told = shop(*LIST)
    assert told.code == 1
    assert f"newest backup without a sign of damage is {shop.folder / backup}" in (
        told.err
    )


def test_an_old_vault_without_parity_opens_and_gets_it_with_the_next_save(
    shop: Desk,
) -> None:
    """`info` tells of both."""
    shop.write("shop.sparekey", without_parity(shop.read("shop.sparekey")))
    told = shop.done("info", "shop.sparekey").out
    assert "parity: none yet; it comes with the next save" in told
    assert "damage: none to be seen; only opening it proves it whole" in told
    assert "without parity" in shop.done(*REPAIR, "-o", "copy.sparekey").out
    assert shop.done(*REPAIR, "--in-place", *OPENS, "--json").json["parity"] == "none"
    assert shop.done(*LIST).err == ""
    shop.done(*ADD)
    assert "parity: whole" in shop.done("info", "shop.sparekey").out


def test_info_tells_of_damage_without_a_passphrase(shop: Desk) -> None:
    """Whether parity is there, and whether it is enough."""
    damage(shop, 40, 3000)
    told = shop.done("info", "shop.sparekey")
    assert "vault, format version 1" in told.out
    assert "parity: enough" in told.out
    assert "damage: at 2 places (bytes 0 to 512, bytes 2,560 to 3,072)" in told.out
    report = shop.done("info", "shop.sparekey", "--json").json
    assert report["parity"] == "heals"
    assert report["damage"] == [[0, 512], [2560, 3072]]


def test_info_tells_of_a_payload_beyond_healing(shop: Desk) -> None:
    """The header still can be read."""
    data = shop.read("shop.sparekey")
    shop.write("shop.sparekey", put(put(data, 2000, bytes(6000)), -6000, bytes(5000)))
    told = shop.done("info", "shop.sparekey")
    assert "way in 1: passphrase" in told.out
    assert "parity: too little" in told.out
    assert "more than its parity can heal" in told.out


def test_repair_leaves_what_is_none_of_ours(shop: Desk) -> None:
    """It says so, and writes nothing."""
    shop.write("diary.txt", "Dear diary\n")
    before = shop.files()
    told = shop("repair", "diary.txt", "-o", "new.txt")
    assert told.code == 1
    assert "This is no file of Spare Key." in told.err
    assert shop.files() == before


@pytest.mark.parametrize("data", [b"", b"not a vault" * 100])
def test_what_is_none_of_ours_is_not_called_undamaged(shop: Desk, data: bytes) -> None:
    """Nobody is to go away reassured."""
    shop.write("shop.sparekey", data)
    told = shop(*REPAIR, "--json")
    assert told.code == 1
    assert told.json["error"] in ("Malformed", "StillComing")


def test_a_damaged_share_opens_healed_and_it_is_said(shop: Desk) -> None:
    """It has parity too: the deputy may have no other copy."""
    make = ("share", "make", "shop.sparekey", "-o", "mina.sparekey", "--all")
    other = ports_on_disk(seed=2)  # not the id of the vault again
    shop.done(*make, "--generate", "mina.txt", *OPENS, ports=other)
    whole = shop.read("mina.sparekey")
    opening = ("share", "open", "mina.sparekey", "--passphrase-file", "mina.txt")
    told = shop.done(*opening)
    for place in (9, 40, 3000, -1):
        shop.write("mina.sparekey", flip(whole, place))
        healed = shop.done(*opening)
        assert healed.out == told.out
        assert "is damaged at 1 place" in healed.err
        assert "Copy it to another disk" in healed.err
    assert "parity: enough" in shop.done("info", "mina.sparekey").out
