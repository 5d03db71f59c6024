"""The report of a review: what was answered, tried and signed, in words."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import DAY, a_review, a_vault, an_account
from tests.fakes import ports_on_disk
from vault.app.incident_report import markdown
from vault.app.review_file import save_review
from vault.app.review_report import review_facts
from vault.errors import Exists
from vault.model.review import Review

FIRST, SECOND = an_account(0).id, an_account(1).id
WHOLE = """# Review

Tea Shop, Person 0, 2026-03-02

## In short

- Begun: 2026-03-01
- Signed off: 2026-03-02
- Signed by: Person 0
- Score: 75 of 100
- Next review: 2026-09-01

## Score

- [ ] 3 of 4 accounts have enough unused codes, or need none.
- [x] 1 of 1: backups lie in a second place.

## Still right

- Shop 0 (2026-03-01)

## Gone

- an account that was removed since (2026-03-01)

## Ways in that were tried

- [x] Shop 0, a recovery code: it worked (2026-03-01)
- [ ] Shop 1, a code to the phone: it did not work (2026-03-01)

No code and no password is in this report.
"""


def a_whole_review() -> Review:
    """Return one with everything in it, and a part that a newer program counts."""
    person = next(iter(a_vault(2).people))
    cards = (f"{FIRST} right {DAY}", f"removed000 gone {DAY}")
    return replace(
        a_review(person, *cards),
        parts=("codes 3 4", "apart 1 1", "newer 0 9"),
        tried=(f"{FIRST} worked {DAY} code", f"{SECOND} failed {DAY} phone"),
    )


def test_a_report_tells_the_whole_review() -> None:
    """What this program does not know is left out."""
    assert markdown(review_facts(a_vault(2), a_whole_review())) == WHOLE


def test_no_code_is_in_it() -> None:
    """Nor any other secret of a set."""
    vault = a_vault(2)
    said = markdown(review_facts(vault, a_whole_review()))
    values = [code.value for one in vault.code_sets.values() for code in one.codes]
    assert values
    assert not any(value in said for value in values)


def test_one_that_goes_on_is_not_signed() -> None:
    """It says so."""
    review = Review(id="going00000", began="2026-03-01T12:00:00Z")
    said = markdown(review_facts(a_vault(1), review))
    assert "- Signed off: not yet" in said
    assert "Signed by" not in said
    assert review_facts(a_vault(1), review).sign
    assert not review_facts(a_vault(1), a_review("Mina")).sign


def test_it_is_written_to_a_new_file_only(tmp_path: Path) -> None:
    """One that is there stays as it is."""
    path = tmp_path / "review.md"
    save_review(ports_on_disk(), a_vault(2), a_whole_review(), path)
    assert path.read_text() == WHOLE
    with pytest.raises(Exists):
        save_review(ports_on_disk(), a_vault(1), a_review("X"), path)
    assert path.read_text() == WHOLE
