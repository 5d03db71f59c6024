"""How a pack stands, part by part, and the table that is kept of it."""

import runpy
from pathlib import Path

import pytest
from msgspec.structs import replace

from vault.packs import Pack, shipped_packs
from vault.packs.standing import PARTS, Standing, part_of, standings

ROOT = Path(__file__).resolve().parents[3]
FACTS = ROOT.parent / "shared" / "platform-facts"
# Facts that we tell in two packs, or under another name.
CALLED = {"youtube-google": {"youtube", "google-account"}, "x-twitter": {"x"}}


def test_each_part_is_counted_by_its_weakest_fact_and_newest_source(pack: Pack) -> None:
    """Steps count for a situation; what a pack lacks counts nothing."""
    weak = replace(pack.contacts[0], confidence="low")
    told = standings(replace(pack, contacts=(*pack.contacts, weak)))
    assert [one.part for one in told] == list(PARTS)
    by_part = {one.part: one for one in told}
    assert by_part["locked-out"] == Standing("locked-out", 3, "medium", "2022-12")
    assert by_part["contacts"] == Standing("contacts", 2, "low", "2022-12")
    assert by_part["leaving"] == Standing("leaving", 0, "", "")


def test_a_part_of_undated_sources_has_no_date(pack: Pack) -> None:
    """None is invented from the day of the copy."""
    undated = {key: replace(one, date=None) for key, one in pack.sources.items()}
    told = standings(replace(pack, sources=undated))
    assert {one.newest for one in told} == {""}


def test_every_shipped_pack_tells_of_every_trouble() -> None:
    """Codes alone may lack, where a platform issues none."""
    for pack in shipped_packs().values():
        empty = {part for part in PARTS if not part_of(pack, part)}
        assert empty <= {"codes", "phone-lost", "handover"}, pack.id


def test_the_table_that_is_kept_is_the_one_the_packs_give() -> None:
    """Else run packaging/pack_table.py."""
    made = runpy.run_path(str(ROOT / "packaging" / "pack_table.py"))
    kept = ROOT / "resources" / "platforms" / "TABLE.md"
    assert kept.read_text(encoding="utf-8") == made["table"](shipped_packs())


@pytest.mark.skipif(not FACTS.is_dir(), reason="the gathered facts are not here")
def test_every_platform_whose_facts_were_gathered_has_a_pack() -> None:
    """All of them, and the pack for each."""
    gathered = {path.stem for path in FACTS.glob("*.json")} - {"generic"}
    wanted = {id_ for one in gathered for id_ in CALLED.get(one, {one})}
    assert len(gathered) >= 45
    assert wanted == set(shipped_packs())
