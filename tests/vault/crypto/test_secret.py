"""The holder for key bytes."""

import pickle

import pytest

from vault.crypto.secret import Secret
from vault.errors import BrokenInvariant


def test_a_secret_is_never_shown() -> None:
    """Neither repr nor str nor a format tells the content."""
    secret = Secret(b"drop-down")
    for text in (repr(secret), str(secret), f"{secret}", f"{[secret]}"):
        assert "drop" not in text


def test_a_secret_is_never_compared_by_equals_signs() -> None:
    """Such a comparison would stop at the first difference; nor can it be hashed."""
    secret, other = Secret(b"a"), Secret(b"a")
    with pytest.raises(BrokenInvariant):
        _ = secret == other
    with pytest.raises(BrokenInvariant):
        _ = secret != other
    with pytest.raises(TypeError):
        hash(secret)


def test_equals_compares_the_content() -> None:
    """Same bytes are equal, others and other lengths are not."""
    secret = Secret(b"abc")
    assert secret.equals(Secret(bytearray(b"abc")))
    assert not secret.equals(Secret(b"abd"))
    assert not secret.equals(Secret(b"abcd"))


def test_closing_wipes_the_bytes_in_place() -> None:
    """The buffer itself is overwritten, and nothing is revealed after."""
    with Secret(b"key") as secret:
        buffer = secret._bytes
        assert secret.reveal() == b"key"
    assert buffer == bytearray(3)
    assert len(secret) == 3
    with pytest.raises(BrokenInvariant):
        secret.reveal()
    secret.close()


def test_a_secret_is_its_own_copy() -> None:
    """Whoever wipes his own buffer does not wipe ours."""
    given = bytearray(b"key")
    secret = Secret(given)
    given[:] = bytes(3)
    assert secret.reveal() == b"key"


def test_a_secret_is_never_pickled() -> None:
    """It could end in a file."""
    with pytest.raises(BrokenInvariant):
        pickle.dumps(Secret(b"key"))
