"""What changed since a kit was printed, in words."""

import pytest

from vault.app.kit_changed import Since
from vault.app.kit_since_words import passphrase_words, since_words, stale_words
from vault.document.kit_prints import LEFT_OUT
from vault.model.vault import KINDS

ONE, TWO = ("code-set", "a"), ("code-set", "b")


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (Since(), ""),
        (
            Since(used=(ONE, TWO), new=(("contact", "c"),)),
            "two code sets used, one contact new",
        ),
        (
            Since(changed=(("account", "a"),), gone=(("person", "p"),)),
            "one account changed, one person gone",
        ),
        (Since(new=tuple(("account", str(n)) for n in range(12))), "12 accounts new"),
        (Since(known=False), "what changed since is not known"),
    ],
)
def test_what_changed_is_counted_in_words(since: Since, words: str) -> None:
    """Used first, since that is what a code runs out by."""
    assert since_words(since) == words


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LEFT_OUT])
def test_every_kind_that_is_printed_has_words(kind: str) -> None:
    """New, changed and gone."""
    key = ((kind, "a"),)
    for since in (Since(new=key), Since(changed=key), Since(gone=key)):
        assert since_words(since)


def test_the_sentences_around_it() -> None:
    """That it is stale, and by which passphrase it opens."""
    assert stale_words(Since(used=(ONE,))) == "Stale: one code set used"
    told = passphrase_words("2026-05-03T12:00:00Z", lambda day: f"<{day}>")
    assert told.endswith("this kit opens with the one of <2026-05-03>")
