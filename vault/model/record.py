"""What every record is: frozen, compared by its values, with an id of its own."""

from typing import Annotated

import msgspec

from vault.limits import JSON_INTEGER

# Every whole number of a record: what any JSON reader keeps exactly
Whole = Annotated[int, msgspec.Meta(ge=-JSON_INTEGER, le=JSON_INTEGER)]


class Record(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False
):  # gc=False: records hold text and tuples of text, never a circle
    """A record of any kind; `id` is an id of `vault.ids`, unique in its vault."""

    id: str


class Part(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A piece of a record that has no life outside it."""
