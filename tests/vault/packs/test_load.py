"""Bytes become a pack exactly, or an error that says where."""

import json
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import BadInput, TooLarge, TooNew, VaultError
from vault.limits import PACK_BYTES
from vault.packs import Pack, load_pack, problems, shipped_packs
from vault.packs.load import packs_in

NAMES = sorted(
    entry.name
    for entry in files("resources").joinpath("platforms").iterdir()
    if entry.name.endswith(".json")
)


def _places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple]:
    """Every object in the tree that a stranger could add a key to."""
    if isinstance(value, dict):
        inner = [place for key in value for place in _places(value[key], (*path, key))]
        return inner if path == ("sources",) else [path, *inner]
    if isinstance(value, list):
        return [
            place for n, one in enumerate(value) for place in _places(one, (*path, n))
        ]
    return []


def test_a_pack_comes_back_as_it_was_written(pack: Pack) -> None:
    """Loading what was written gives the same record."""
    assert load_pack(msgspec.json.encode(pack)) == pack


def test_every_key_must_be_present(fields: dict[str, object]) -> None:
    """A file that lacks a key is refused, whichever key it is."""
    for missing in fields:
        lacking = {key: fields[key] for key in fields if key != missing}
        with pytest.raises(BadInput):
            load_pack(msgspec.json.encode(lacking))


def test_an_unknown_key_is_refused_at_every_depth(fields: dict[str, object]) -> None:
    """A key that the schema does not know is named as a fault, wherever it stands."""
    places = _places(fields)
    assert len(places) > 10
    for place in places:
        copy = msgspec.json.decode(msgspec.json.encode(fields))
        target = copy
        for key in place:
            target = target[key]
        target["colour"] = "red"
        with pytest.raises(BadInput, match="colour"):
            load_pack(msgspec.json.encode(copy))


def test_the_error_says_where(fields: dict[str, object]) -> None:
    """A wrong confidence is reported with its path in the file."""
    fields["traps"][0]["confidence"] = "certain"
    with pytest.raises(BadInput) as caught:
        load_pack(msgspec.json.encode(fields))
    assert caught.value.where == "$.traps[0].confidence"
    assert caught.value.problem == "pack-shape"


def test_a_later_schema_is_refused_before_its_keys_are_read() -> None:
    """A pack of schema 2 is too new, even where its keys are strange."""
    with pytest.raises(TooNew) as caught:
        load_pack(b'{"schema": 2, "novelty": true}')
    assert (caught.value.version, caught.value.understood) == (2, 1)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b'{"schema": 1} x'])
def test_what_is_not_json_is_refused(data: bytes) -> None:
    """Broken JSON is its own fault."""
    with pytest.raises(BadInput) as caught:
        load_pack(data)
    assert caught.value.problem == "pack-not-json"


def test_schema_zero_was_never_there(fields: dict[str, object]) -> None:
    """An earlier schema than the first is malformed, whatever else is right."""
    with pytest.raises(BadInput) as caught:
        load_pack(msgspec.json.encode(fields | {"schema": 0}))
    assert caught.value.where == "$.schema"


def test_a_file_beyond_the_bound_is_not_even_read() -> None:
    """Size is checked before parsing."""
    with pytest.raises(TooLarge):
        load_pack(b" " * (PACK_BYTES + 1))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_pack_or_an_error_of_ours(data: bytes) -> None:
    """No foreign exception leaves the loader."""
    try:
        load_pack(data)
    except VaultError:
        return
    pytest.fail("random bytes are no pack")


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_pack_is_whole(name: str) -> None:
    """Each file in the folder loads, breaks no rule and is called as its id."""
    data = files("resources").joinpath("platforms", name).read_bytes()
    shipped = load_pack(data)
    assert problems(shipped, known=shipped_packs()) == []
    assert name == f"{shipped.id}.json"


def test_shipped_packs_are_in_order_of_id_and_safe_to_change() -> None:
    """The packs come sorted, all of the folder, and a caller's edit stays his own."""
    packs = shipped_packs()
    assert [f"{name}.json" for name in packs] == NAMES
    packs.clear()
    assert shipped_packs()


def test_no_two_shipped_packs_answer_to_one_name() -> None:
    """Ids, names and aliases of all packs are different from each other."""
    names = [
        name.casefold()
        for pack in shipped_packs().values()
        for name in {pack.id, pack.name.casefold(), *map(str.casefold, pack.aliases)}
    ]
    assert sorted(names) == sorted(set(names))


def test_a_pack_of_another_language_stands_in_for_the_english_one(
    tmp_path: Path,
) -> None:
    """Pack by pack: what nobody has put into that language yet is told in English."""
    shipped = Path(str(files("resources"))) / "platforms"
    for name in ("etsy.json", "ebay.json"):
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    words = json.loads((shipped / "etsy.json").read_bytes())
    words["procedures"][0]["title"] = "Sie kommen nicht hinein"
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "etsy.json").write_text(json.dumps(words), "utf-8")
    german, english = packs_in(tmp_path, "de"), packs_in(tmp_path)
    assert german["etsy"].procedures[0].title == "Sie kommen nicht hinein"
    assert german["ebay"] == english["ebay"] == shipped_packs()["ebay"]
    assert english["etsy"] == shipped_packs()["etsy"]
    assert packs_in(tmp_path, "fr") == english
