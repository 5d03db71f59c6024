"""The format of the kit in ten lines, for a programmer who has nothing else.

Only the ways in that the kit has are described. The SPECs hold the exact text; what
stands here must stay true to them.
"""

from vault.i18n import translate as _
from vault.kit.pages_facts import KitFacts


def format_lines(facts: KitFacts) -> list[str]:
    """Return the ten lines, in the order in which a reader needs them."""
    return [
        *_paper_lines(facts),
        _(
            "Envelope, sizes in bytes: version 1, profile 1, N 2, vault id 8, save id "
            "8, fields N (each type 1, length 2, value), then the stream."
        ),
        _slot_line(facts),
        _factor_line(facts),
        _(
            'Wrapping key: E(X("sparekey/1 factors", {parts}), "sparekey/1 kek" 00 + '
            "vault id + SHA-512(slot before the wrapped key)), 32 bytes. X, E: extract "
            "(salt first) and expand of HKDF-SHA-512."
        ).format(parts=_parts(facts)),
        _(
            "Stream: salt 24, check 32, chunks of 16 KiB, each with its tag 16. "
            'E(E(file key, "sparekey/1 payload" + vault id, 32), "c2sp.org/'
            'chunked-encryption@v1+AEAD_AES_256_GCM" 00 + salt + "sparekey/1 payload" '
            "00 + SHA-512(those 8 bytes and all before the stream), 76): AES-256-GCM "
            "key 32, nonce 12 (xor the number of the chunk, from 0), check 32."
        ),
        _(
            "Inside: generation 8, epoch 4, parent 8, length 4, body, zeros, Ed25519 "
            "signature 64. Body: length 4, raw deflate of that many bytes: length 4, "
            "JSON in UTF-8."
        ),
    ]


def _paper_lines(facts: KitFacts) -> list[str]:
    return [
        _(
            "A square is a QR code: SK: and base45 (RFC 9285) of a frame, 20 bytes of "
            "head and a block of {data}, big-endian."
        ).format(data=facts.density.symbol_bytes),
        _(
            "Head, in bytes: format 1, kit id 8, groups, group, k, n, index, sheet, "
            "sheets 1 each, CRC-32 of the rest 4."
        ),
        _(
            "Each group has n blocks; any k of them give back the first k, which are "
            "data. Block j of the rest is the sum of block i times 1/(i xor j), i < k, "
            "byte by byte in GF(256) modulo 0x11D: Cauchy Reed-Solomon."
        ),
        _(
            "All data, block 0 of each group, then block 1 and so on, has a SHA-256 "
            "that begins with the kit id. It is the envelope without its first 8 "
            "bytes, 89 53 50 4B 0D 0A 1A 0A."
        ),
    ]


def _slot_line(facts: KitFacts) -> str:
    if facts.ways == "card":
        return _(
            "Field type 1 is a way in: mask 1 (2: the card's code), salt 16, wrapped "
            "file key 40 (AES key wrap, RFC 3394)."
        )
    return _(
        "Field type 1 is a way in: mask 1 (sum of 1 passphrase, 2 code), salt 16, if "
        "passphrase KiB 4, passes 1, lanes 1, then the wrapped file key 40 (AES key "
        "wrap, RFC 3394)."
    )


def _factor_line(facts: KitFacts) -> str:
    passphrase = _(
        "P = Argon2id(passphrase, salt), 32 bytes; all spaces U+0020, NFC, UTF-8."
    )
    code = _(
        'C = X("sparekey/1 code", code), 32 bytes. The code is the first 16 bytes of '
        "the card's letters, Crockford base32; its last 5 letters mend typing."
    )
    lines = {
        "passphrase": [passphrase],
        "card": [code],
        "either": [passphrase, code],
        "both": [passphrase, code],
    }
    return " ".join(lines[facts.ways])


def _parts(facts: KitFacts) -> str:
    """Say what is hashed into a wrapping key: the mask and the factors it names."""
    return {
        "passphrase": "mask + P",
        "card": "mask + C",
        "either": _("mask + P or mask + C"),
        "both": "mask + P + C",
    }[facts.ways]
