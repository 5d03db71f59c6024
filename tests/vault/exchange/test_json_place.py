"""A fault in a JSON file is placed with every number in its path."""

import msgspec
import pytest

from vault.exchange.hand_written import HandFile
from vault.exchange.json_place import place_of


def placed(raw: object, type_: object) -> str:
    """Return the path of the fault that making `raw` a `type_` shows."""
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(raw, type_)
    return place_of(caught.value).path


def test_the_items_of_lists_are_counted() -> None:
    """The first item that fails is the one, however deep it lies."""
    good = {"name": "a", "channels": [{"kind": "form", "address": "x"}]}
    bad = {"name": "b", "channels": [*good["channels"], {"kind": "form"}]}
    raw = {"accounts": [{"login": "a"}, {"login": "b", "contacts": [good, bad]}]}
    assert placed(raw, HandFile) == "$.accounts[1].contacts[1].channels[1]"


def test_what_cannot_be_followed_stays_as_the_decoder_wrote_it() -> None:
    """In one of two types nobody knows which was meant."""
    raw = {"procedures": [{"title": "t", "steps": ["a", {"text": ""}]}]}
    assert placed(raw, HandFile) == "$.procedures[0].steps[1].text"
    assert placed({"a": [1]}, dict[str, list[str]]).startswith("$[...]")


def test_a_fault_of_the_whole_is_at_the_root() -> None:
    """A file that is no object at all has no path to name."""
    assert placed(7, HandFile) == "$"
