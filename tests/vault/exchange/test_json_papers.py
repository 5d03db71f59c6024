"""Papers in the plain JSON: they come back byte for byte, and a lie is refused."""

import json
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from tests.builders import A_PAPER, a_vault, with_paper
from tests.vault.exchange.reading import problems, read
from vault import limits
from vault.errors import BadInput, BrokenInvariant, Invalid, TooLarge, TooNew
from vault.exchange.json_papers import read_papers, spelt_papers
from vault.exchange.json_plain import export_json

VAULT = with_paper(a_vault(1))
HASH = sha256(A_PAPER).hexdigest()


def bent(act: Callable[[Any], object]) -> bytes:
    """Return the export with papers, bent at one place."""
    raw = json.loads(export_json(VAULT, papers=True))
    act(raw)
    return json.dumps(raw).encode()


def test_papers_come_back_byte_for_byte() -> None:
    """With their records, and nothing is noted of them."""
    plan = read("a.json", export_json(VAULT, papers=True))
    assert dict(plan.blobs) == {HASH: A_PAPER}
    assert plan.counts["attachment"].new == 1
    assert not {"bytes-left-out", "paper-unnamed"} & set(problems(plan))


def test_papers_are_left_out_unless_they_are_asked_for() -> None:
    """A file without them is as it always was, and an import says what lacks."""
    data = export_json(VAULT)
    assert json.loads(data).keys() == {"format", "vault", "version"}
    assert json.loads(data)["version"] == 1
    plan = read("a.json", data)
    assert not plan.blobs
    assert "bytes-left-out" in problems(plan)


def test_an_earlier_program_says_that_it_is_too_old_for_papers() -> None:
    """As ours does for one of tomorrow."""
    assert json.loads(export_json(VAULT, papers=True))["version"] == 2
    with pytest.raises(TooNew):
        read("a.json", bent(lambda raw: raw.update(version=3)))


def test_a_large_paper_is_spelt_in_pieces_that_every_reader_takes() -> None:
    """None is longer than a text may be; together they are the paper."""
    large = bytes(range(256)) * 5000
    vault = with_paper(a_vault(1), large)
    (pieces,) = spelt_papers(vault).values()
    assert len(pieces) > 1
    assert max(map(len, pieces)) < limits.JSON_STRING_BYTES
    plan = read("a.json", export_json(vault, papers=True))
    assert list(plan.blobs.values()) == [large]


@pytest.mark.parametrize(
    "pieces",
    [
        [b64encode(A_PAPER[::-1]).decode()],
        [b64encode(A_PAPER[:-1]).decode()],
        ["no Base64!"],
        ["é"],
        [],
    ],
    ids=["other bytes", "cut", "no Base64", "no ASCII", "nothing"],
)
def test_bytes_that_are_not_what_the_file_says_are_refused(pieces: list[str]) -> None:
    """In a sentence; nothing is taken."""
    with pytest.raises(BadInput) as refused:
        read("a.json", bent(lambda raw: raw["papers"].update({HASH: pieces})))
    assert refused.value.problem == "paper-wrong"


def test_a_record_that_lies_about_the_size_is_refused() -> None:
    """Its bytes are there, but not as many."""
    with pytest.raises(Invalid):
        read("a.json", bent(lambda raw: raw["vault"]["attachments"][0].update(size=1)))


def test_bytes_that_no_record_names_are_left_and_noted() -> None:
    """Nothing comes in unseen."""
    plan = read("a.json", bent(lambda raw: raw["vault"].pop("attachments")))
    assert not plan.blobs
    assert "paper-unnamed" in problems(plan)


def test_the_limits_hold_for_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one, of all together, and of how many."""
    spelt = {one: tuple(pieces) for one, pieces in spelt_papers(VAULT).items()}
    for name in ("ATTACHMENT_BYTES", "ATTACHMENTS_BYTES", "ATTACHMENTS"):
        with monkeypatch.context() as patch:
            patch.setattr(f"vault.exchange.json_papers.{name}", 0)
            with pytest.raises(TooLarge, match=name):
                read_papers(spelt)


def test_only_our_own_export_may_be_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """What begins as it does; anything else keeps to the usual limit."""
    own = export_json(VAULT, papers=True)
    monkeypatch.setattr(limits, "IMPORT_BYTES", 64)
    assert read("a.json", own).blobs
    with pytest.raises(TooLarge, match="IMPORT_BYTES"):
        read("a.json", b" " + own)
    monkeypatch.setattr(limits, "PAPERS_IMPORT_BYTES", 64)
    with pytest.raises(TooLarge, match="PAPERS_IMPORT_BYTES"):
        read("a.json", own)


def test_a_vault_that_lacks_bytes_is_not_exported() -> None:
    """Rather than with less in it than it says."""
    with pytest.raises(BrokenInvariant):
        export_json(replace(VAULT, blobs={}), papers=True)
