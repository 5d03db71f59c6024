"""The label of a supplement: what it says it is, before anything of it is opened.

It stands as an optional field in the envelope's header, so that whoever opens it has
proof of it; until then it is only what the sheets claim.
"""

from dataclasses import dataclass
from typing import Final

from vault.encoding.framing import Field
from vault.envelope.header import Profile, parse_header
from vault.errors import VaultError

LABEL_FIELD: Final = 0x80
_ID_BYTES: Final = 8
_KIT_BYTES: Final = 4
_NUMBER_BYTES: Final = 2
LABEL_BYTES: Final = _ID_BYTES + _KIT_BYTES + _NUMBER_BYTES


@dataclass(frozen=True)
class Label:
    """Supplement `number` to kit number `kit`, whose kit id is `to`."""

    to: bytes
    kit: int
    number: int

    def to_field(self) -> Field:
        """Return the field that stands in the header."""
        kit = self.kit.to_bytes(_KIT_BYTES, "big")
        return Field(
            LABEL_FIELD, self.to + kit + self.number.to_bytes(_NUMBER_BYTES, "big")
        )


def label_of(envelope: bytes) -> Label | None:
    """Return the label of a kit's envelope, whoever sealed it; None for a whole kit."""
    try:
        header = parse_header(envelope, paper=True)
    except VaultError:
        return None
    values = [field.value for field in header.kept if field.type == LABEL_FIELD]
    if header.profile is not Profile.KIT or list(map(len, values)) != [LABEL_BYTES]:
        return None
    (value,) = values
    kit_end = _ID_BYTES + _KIT_BYTES
    return Label(
        to=value[:_ID_BYTES],
        kit=int.from_bytes(value[_ID_BYTES:kit_end], "big"),
        number=int.from_bytes(value[kit_end:], "big"),
    )
