"""Make the whole vectors: vault, kit, share and export as the program writes them.

    python -m tests.vectors.generate_whole

Seeded, at the toy cost, on a fixed day: every byte from document to file, and from
document to the texts of the codes, is pinned. The document, `vault.json`, was the
sample of its day with an account of each pack; it stays as it is, whatever words the
sample has since. `tests/vectors/test_whole.py` compares, and opens them with both
readers.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.fakes import ports_on_disk
from vault.app.credentials import Passphrase
from vault.app.kit_make import make_kit
from vault.app.kit_order import Order
from vault.app.share_make import ShareOrder, make_share
from vault.app.unlock import blank_vault, create_vault
from vault.document.codec import decode_document, encode_document
from vault.envelope.header import parse_header
from vault.envelope.seal import Credentials, passphrase_secret
from vault.exchange.json_plain import export_json
from vault.kit.frames import frames_of
from vault.model.vault import Vault
from vault.share.bundle import open_bundle
from vault.share.document import encode_share

WHOLE = Path(__file__).parent / "whole"
SHARE_PHRASE = "umbrella waltz yogurt zebra apron bacon"
PHRASE = "glad amber river stone quiet lamp"


def vectors() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file."""
    ports = ports_on_disk(seed=20261123)
    blank_vault(ports, "Kiln & Clay")  # what its ids were drawn from: the rest follows
    given = (WHOLE / "vault.json").read_bytes()
    vault = decode_document(given).vault
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault.sparekey"
        words = Passphrase(passphrase_secret(PHRASE), generated=True)
        with create_vault(ports, path, vault, words) as session:
            data = path.read_bytes()
            yield "vault.sparekey", data
            header = parse_header(data, paper=False)
            covered = header.payload_start + header.payload_bytes
            yield "bare.sparekey", data[:covered]  # as it was before there was parity
            yield "vault.json", encode_document(session.vault)
            order = Order(ways="either", paper="a4", passphrase=words)
            yield "export.json", export_json(session.vault)
            made = make_kit(session, order)
            share = make_share(session, share_order(vault))
    texts = [frame.to_text() for frame in frames_of(made.envelope, made.plan)]
    yield "kit.txt", "".join(f"{text}\n" for text in texts).encode()
    yield "kit.json", made.document
    yield "share.sparekey", share.data
    bundle = open_bundle(share.data, Credentials(passphrase_secret(SHARE_PHRASE)))
    yield "share.json", encode_share(bundle.facts, bundle.part)
    yield "share-passphrase.txt", SHARE_PHRASE.encode() + b"\n"
    yield "passphrase.txt", PHRASE.encode() + b"\n"
    yield "code.txt", made.code_text.encode() + b"\n"


def share_order(vault: Vault) -> ShareOrder:
    """Return what is ordered for a deputy: two accounts, with their codes."""
    return ShareOrder(
        accounts=tuple(sorted(vault.accounts)[:2]),
        depth="codes",
        passphrase=Passphrase(passphrase_secret(SHARE_PHRASE), generated=True),
        note="Käse first, then ring me.",
        expires="2027-03-01",
    )


def main() -> None:
    """Write every file anew."""
    WHOLE.mkdir(exist_ok=True)
    for name, data in vectors():
        (WHOLE / name).write_bytes(data)


if __name__ == "__main__":
    main()
