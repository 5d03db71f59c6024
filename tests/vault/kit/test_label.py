"""The label of a supplement: readable before it is opened, and proven by opening."""

import pytest

from tests.builders import seeded
from tests.fakes import CHEAP
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope.header import Profile
from vault.envelope.seal import (
    Credentials,
    Keys,
    Stamp,
    Way,
    new_keys,
    open_envelope,
    seal,
)
from vault.errors import Tampered
from vault.kit.label import LABEL_BYTES, LABEL_FIELD, Label, label_of

IDENT = bytes(range(8))
CODE = Secret(bytes(16))
LABEL = Label(to=b"\x01\x23\x45\x67\x89\xab\xcd\xef", kit=2, number=1)


def sealed(*kept: Field) -> bytes:
    """Return the envelope of a kit with these fields in its header."""
    made = new_keys(IDENT, [Way(code=CODE)], seeded(), CHEAP.floor)
    return seal(
        b"body",
        profile=Profile.KIT,
        ident=IDENT,
        keys=Keys(made.file_key, made.slots, kept),
        stamp=Stamp(1, 1, bytes(8)),
        random=seeded(1),
        symbol_bytes=300,
    )


def test_a_label_is_read_without_any_key() -> None:
    """Its bytes are those of SPEC.md."""
    field = LABEL.to_field()
    assert field.value.hex() == "0123456789abcdef" + "00000002" + "0001"
    assert label_of(sealed(field)) == LABEL


def test_a_kit_has_none() -> None:
    """Nor has what is no envelope, or a field that a later program put there."""
    assert label_of(sealed()) is None
    assert label_of(b"anything") is None
    assert label_of(sealed(Field(LABEL_FIELD, bytes(LABEL_BYTES + 1)))) is None
    assert label_of(sealed(Field(LABEL_FIELD + 1, bytes(LABEL_BYTES)))) is None


@pytest.mark.parametrize("at", range(LABEL_BYTES))
def test_a_label_that_was_changed_opens_nothing(at: int) -> None:
    """The whole header is bound to what is sealed."""
    whole = bytearray(sealed(LABEL.to_field()))
    place = whole.index(LABEL.to_field().value) + at
    whole[place] ^= 1
    with pytest.raises(Tampered):
        open_envelope(bytes(whole), Credentials(code=CODE), profile=Profile.KIT)
