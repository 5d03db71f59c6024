"""Makes the vectors of a vault's body: sound ones, and ones with a single fault each.

A body is the length of the document, the document, and the bytes of attachments. A
vector is a file as those of the document are: `expect`, `comment`, an empty line, the
body. `python -m tests.vectors.body.generate_body` writes the files beside it; a test
compares what it makes with what lies there.
"""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from tests.builders import LATER, a_vault, an_attachment, an_id, with_paper
from tests.vectors.document.generate_document import Vector
from vault.document.blobs import vault_body
from vault.document.body import encode_body
from vault.document.codec import encode_document
from vault.document.schema import MINOR
from vault.model.attachment import Attachment
from vault.model.change import apply
from vault.model.removal import removal_of
from vault.model.vault import Vault

FIRST, SECOND = b"a registration", b"an invoice, longer"


def _paper(number: int, content: bytes) -> Attachment:
    return replace(an_attachment(content), id=an_id(930_000 + number))


def _holding(*contents: bytes) -> Vault:
    """Return a vault with a paper of each content."""
    papers = [_paper(number, content) for number, content in enumerate(contents)]
    blobs = {one.content: data for one, data in zip(papers, contents, strict=True)}
    return replace(
        a_vault(1),
        attachments={one.id: one for one in papers},
        blobs=MappingProxyType(blobs),
    )


def _body(vault: Vault) -> bytes:
    return vault_body(vault, encode_document(vault))


def _sound() -> Iterator[tuple[str, str, Vault]]:
    yield "none", "no attachment: nothing is behind the document", a_vault(1)
    yield "two", "two contents, in the order of their hash", _holding(FIRST, SECOND)
    yield "shared", "two attachments of one content: once", _holding(FIRST, FIRST)
    yield "empty", "a file without a byte", _holding(b"")
    kept = with_paper(a_vault(1), FIRST)
    (one,) = kept.attachments
    gone, _ = apply(kept, removal_of(kept, "attachment", one), LATER)
    yield "removed", "only the history names it, to bring it back", gone


def _faults() -> Iterator[tuple[str, str, bytes]]:
    vault = _holding(FIRST, SECOND)
    document, whole = encode_document(vault), _body(vault)
    head = encode_body(document)
    contents = [vault.blobs[one] for one in sorted(vault.blobs)]
    low, high = contents
    yield "no-bytes", "no byte of an attachment", head
    yield "first-missing", "the first content is not there", head + high
    yield "last-missing", "the last content is not there", head + low
    yield "cut", "the last byte is missing", whole[:-1]
    yield "behind", "a byte behind the last content", whole + b"\0"
    yield "twice", "a content twice", whole + high
    yield "order", "contents not in the order of their hash", head + high + low
    yield "altered", "a byte of a content is another", whole[:-1] + b"?"
    yield "length-cut", "no whole length of the document", whole[:3]
    yield "length-beyond", "a document longer than the body", b"\xff" + whole[1:]
    small = _renamed(vault, size=len(FIRST) - 1)
    yield "size", "a size that is one too small", encode_body(small) + low + high
    other = _renamed(vault, content="0" * 64)
    yield "hash", "a hash of no content that is there", encode_body(other) + low + high


def _renamed(vault: Vault, **fields: object) -> bytes:
    """Return the document with other fields in its first attachment."""
    one = vault.attachments[min(vault.attachments)]
    after = replace(one, **fields)  # type: ignore[arg-type]  # a fault on purpose
    return encode_document(
        replace(vault, attachments={**vault.attachments, one.id: after})
    )


def _newer() -> Vector:
    document = encode_document(a_vault(1))
    minor = f'"minor":{MINOR}'.encode()
    later = document.replace(minor, f'"minor":{MINOR + 1}'.encode(), 1)
    body = encode_body(later) + b"what tomorrow puts there"
    return Vector("newer-minor", "read-only", "bytes of tomorrow behind it", body)


def vectors() -> Iterator[Vector]:
    """Yield every vector there is."""
    for name, comment, vault in _sound():
        yield Vector(f"good-{name}", "decoded", comment, _body(vault))
    yield _newer()
    for name, comment, data in _faults():
        yield Vector(f"bad-{name}", "Malformed", comment, data)


def main() -> None:
    """Write every vector beside this file."""
    for vector in vectors():
        path = Path(__file__).with_name(f"{vector.name}.vector")
        path.write_bytes(vector.text())


if __name__ == "__main__":
    main()
