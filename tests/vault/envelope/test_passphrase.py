"""From typing to bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import limits
from vault.envelope.passphrase import has_edge_spaces, passphrase_secret
from vault.errors import Refused, TooLarge

SPACES = "\u00a0\u1680\u2002\u2003\u2009\u202f\u205f\u3000"


@given(st.sampled_from(SPACES), st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_space_is_the_same_space(space: str, word: str) -> None:
    """What one keyboard types opens what another keyboard sealed."""
    typed, plain = word + space + word, word + " " + word
    assert passphrase_secret(typed).equals(passphrase_secret(plain))


def test_letters_typed_apart_are_the_letters_typed_whole() -> None:
    """NFC, so macOS and Windows agree."""
    assert passphrase_secret("Ka\u0308se").reveal() == "Käse".encode()
    assert passphrase_secret("\u1112\u1161\u11ab").reveal() == "한".encode()


def test_nothing_is_trimmed_or_folded() -> None:
    """Edges, case, tabs and line ends count; edges are pointed out."""
    for text in (" a", "a ", "A", "a\t", "a\n", "a  b"):
        assert passphrase_secret(text).reveal() == text.encode()
    assert has_edge_spaces(" a")
    assert has_edge_spaces("a\u3000")
    assert not has_edge_spaces("a b")


@pytest.mark.parametrize(
    ("text", "reason"), [("", "passphrase-empty"), ("\ud800", "passphrase-text")]
)
def test_what_is_no_passphrase_is_refused(text: str, reason: str) -> None:
    """The empty one, and half of a surrogate pair."""
    with pytest.raises(Refused) as caught:
        passphrase_secret(text)
    assert caught.value.reason == reason


def test_a_passphrase_has_a_bound() -> None:
    """4,096 bytes fit, one more does not."""
    assert len(passphrase_secret("a" * limits.PASSPHRASE_BYTES)) == 4096
    with pytest.raises(TooLarge):
        passphrase_secret("a" * (limits.PASSPHRASE_BYTES + 1))
