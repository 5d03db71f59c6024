"""One vault written again and again: only what is new since is read back each time.

Rules. Records are frozen, so what printed well once does so for ever: a record that is
the same object as one that was read from a canonical document, or was proven by an
earlier writing, needs no second proof. Everything else is proven as by the codec.
"""

from operator import is_not

import msgspec

from vault.document.codec import encode_document, proven
from vault.document.schema import COLLECTIONS, FORM, Document, stored
from vault.encoding.canonical import encode_trusted
from vault.model.entry import Entry
from vault.model.record import Record
from vault.model.vault import Vault


class Writer:
    """Prints the states of one vault; `known` is one whose records print back."""

    def __init__(self, known: Vault | None = None) -> None:
        self._known = known

    def document(self, vault: Vault) -> bytes:
        """Return what `encode_document` does, and raise what it raises."""
        known = self._known
        if known is None:
            return self._whole(vault)
        written = stored(vault, FORM, FORM.minor)
        _, as_it_is = proven(_fresh(written, vault, known), FORM)
        if not as_it_is:  # a default that only equals the default: rare
            return encode_document(vault)
        self._known = vault
        return encode_trusted(written)

    def _whole(self, vault: Vault) -> bytes:
        written = stored(vault, FORM, FORM.minor)
        read, as_it_is = proven(written, FORM)
        if as_it_is:
            self._known = vault
        return encode_trusted(read)


def _fresh(written: Document, vault: Vault, known: Vault) -> Document:
    """Return the document without the records and entries that are known."""
    fields: dict[str, object] = {}
    for name in COLLECTIONS:
        was = getattr(known, name)
        if getattr(vault, name) is was:
            fields[name] = ()
            continue
        records: tuple[Record, ...] = getattr(written.vault, name)
        fields[name] = tuple([one for one in records if was.get(one.id) is not one])
    entries = msgspec.structs.replace(
        written.vault, history=_since(vault.history, known.history), **fields
    )
    return msgspec.structs.replace(written, vault=entries)


def _since(history: tuple[Entry, ...], known: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries behind those that both histories begin with."""
    if any(map(is_not, history, known)):
        return history
    return history[len(known) :]
