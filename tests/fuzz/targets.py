"""What strangers can hand in, each as one function of bytes: a value or a known error.

A target lets through what must never happen: any error that is not ours, our own
`BrokenInvariant`, and a value that does not hold what its parser promises.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from tests.builders import a_vault, seeded
from tests.vault.exchange.reading import done, told
from tests.vectors.envelope_maker import CODE, IDENT, Maker
from vault.app.code_typing import code_told
from vault.crypto.secret import Secret
from vault.crypto.stream import open_stream
from vault.document.body import decode_body, pack_paper, unpack_paper
from vault.document.codec import decode_document, encode_document
from vault.encoding.recovery_code import parse_code, print_code
from vault.envelope.header import Profile, is_paper, parse_header
from vault.envelope.payload import split_plaintext
from vault.envelope.seal import Credentials, Stamp, open_envelope, seal
from vault.envelope.slot import parse_slot
from vault.errors import BrokenInvariant, VaultError
from vault.exchange.registry import importer_for
from vault.kit.collect import Collection
from vault.kit.frames import parse_frame
from vault.model.vault import Vault
from vault.share.bundle import open_bundle
from vault.share.document import decode_share
from vault.storage.reading import read_header
from vault.storage.repair import Healed, heal

Target = Callable[[bytes], None]
MAKER: Final = Maker(7)
KEYS: Final = MAKER.keys(MAKER.c)
BY_CODE: Final = Credentials(code=Secret(CODE))
STAMP: Final = Stamp(generation=1, epoch=1, parent=bytes(8))


@cache
def _a_vault() -> Vault:
    return a_vault(1)


def fuzz_header(data: bytes) -> None:
    """Read the open part of an envelope, as it is and healed."""
    paper = is_paper(data)
    header = parse_header(data, paper)
    assert header.payload_start <= len(data)
    assert parse_header(data, paper) == header


def fuzz_slot(data: bytes) -> None:
    """Read one way in; what reads prints back."""
    assert parse_slot(data).to_bytes() == data


def fuzz_plaintext(data: bytes) -> None:
    """Take a plaintext apart; put together, it is the same."""
    content = split_plaintext(data)
    front = content.stamp.to_bytes() + len(content.body).to_bytes(4, "big")
    padded = (front + content.body).ljust(len(content.covered), b"\0")
    assert padded + content.signature == data


def fuzz_stream(data: bytes) -> None:
    """Open a stream under a key that did not seal it: it never opens."""
    open_stream(Secret(bytes(32)), b"context", data)
    raise AssertionError(data)


def fuzz_envelope(data: bytes) -> None:
    """Open an envelope by the key that the corpus was sealed with."""
    opened = open_envelope(data, BY_CODE)
    assert opened.header.slots[opened.slot].mask


def fuzz_sealed(data: bytes) -> None:
    """Seal a body, open it again, and read the document in it."""
    sealed = seal(
        data,
        profile=Profile.VAULT,
        ident=IDENT,
        keys=KEYS,
        stamp=STAMP,
        random=seeded(1),
    )
    opened = open_envelope(sealed, BY_CODE)
    assert opened.body == data
    fuzz_document(decode_body(opened.body))


def fuzz_document(data: bytes) -> None:
    """Read a document; written again, it reads the same."""
    decoded = decode_document(data)
    if not decoded.read_only:
        assert decode_document(encode_document(decoded.vault)).vault == decoded.vault


def fuzz_paper(data: bytes) -> None:
    """Inflate what paper carried."""
    body = unpack_paper(data)
    assert unpack_paper(pack_paper(body)) == body


def fuzz_frame(data: bytes) -> None:
    """Read the codes of a kit, a line each, and put the kit together."""
    collection = Collection()
    for line in data.decode("latin-1").split("\n"):
        collection.add(line)
        with suppress(VaultError):
            assert parse_frame(line).to_text() == line
    collection.recover()


def fuzz_code(data: bytes) -> None:
    """Read a key card's code as it is typed; mended, it prints as itself."""
    text = data.decode("utf-8", errors="replace")
    code_told(text, "vault")
    read = parse_code(text)
    again = parse_code(print_code(read.key, read.kind))
    assert (again.key, again.kind, again.mended) == (read.key, read.kind, ())


def fuzz_csv(data: bytes) -> None:
    """Import a table."""
    _import("csv", data)


def fuzz_json(data: bytes) -> None:
    """Import a file written by hand, or our own export."""
    _import("json", data)


def fuzz_codes(data: bytes) -> None:
    """Import a page of recovery codes."""
    _import("codes", data)


def _import(word: str, data: bytes) -> None:
    vault = _a_vault()
    plan = importer_for("x", data, word).read("x", data, told(vault))
    done(plan, vault)


def fuzz_parity(data: bytes) -> None:
    """Heal a file; healed, it is whole. Its header reads, or it says why not."""
    found = heal(data)
    if isinstance(found, Healed):
        again = heal(found.data)
        assert isinstance(again, Healed)
        assert again.data == found.data
    read_header(Path("file"), data)


def fuzz_share(data: bytes) -> None:
    """Read what a share holds; the file of one does not open without its key."""
    with suppress(VaultError):
        open_bundle(data, BY_CODE)
    decode_share(data)


def known(target: Target) -> Target:
    """Return the target as it is fuzzed: our own errors end it well."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except BrokenInvariant:
            raise
        except VaultError:
            pass

    return run


TARGETS: Final[dict[str, Target]] = {
    name.removeprefix("fuzz_"): known(target)
    for name, target in list(globals().items())
    if name.startswith("fuzz_")
}
