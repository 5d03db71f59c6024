"""Faults of the payload: its length, what stands behind it, how it was sealed."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.vectors.envelope_maker import Vector, flip, put
from tests.vectors.envelope_maker import field as one_field
from tests.vectors.malformed_maker import (
    CODE_SLOT,
    FILE_KEY,
    PAYLOAD_BYTES,
    Draft,
    covered,
    kit,
    refused,
)
from vault.crypto import hkdf
from vault.crypto.stream import CHUNK_BYTES
from vault.envelope.header import MAGIC, REPAIR_MAGIC
from vault.envelope.seal import CONTEXT_LABEL, PAYLOAD_LABEL

OPENS = "opens"
SLOT = one_field(1, CODE_SLOT)
INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
STREAM_SALT = bytes(range(24))


def lengths() -> Iterator[Vector]:
    """Yield files whose LENGTH is a lie, sealed with it."""
    true = PAYLOAD_BYTES
    cut, behind = "Malformed payload-cut", "Malformed trailing"
    numbers = dict.fromkeys((0, 1, 16, 56, 72, 88, 159), cut)
    numbers |= {true - n: behind for n in (1, 2, 8, 16, 100)}
    numbers |= {true + n: cut for n in (1, 2, 16, 16_400)}
    numbers |= dict.fromkeys((2**31, 2**32, 2**32 + true, 2**63, 2**64 - 1), cut)
    for number, expect in numbers.items():
        fields = SLOT + one_field(2, number.to_bytes(8, "big"))
        # Its slices end where the file does, so that a little too much is as much.
        second = OPENS if true < number < true + 16 * 2 else ""
        draft = Draft(fields=fields)
        yield refused(f"length_{number}", expect, draft, second=second)
    for size in (0, 1, 2, 4, 7, 9, 16):
        value = (true.to_bytes(16, "big"))[-size:] if size else b""
        value = value if size < 9 else bytes(size - 8) + value[-8:]
        fields = SLOT + one_field(2, value)
        second = OPENS if size in {2, 4, 7, 9, 16} else ""
        told = f"length_of_{size}_bytes"
        draft = Draft(fields=fields)
        yield refused(told, "Malformed length-size", draft, second=second)
    turned = SLOT + one_field(2, true.to_bytes(8, "little"))
    yield refused("length_little_endian", cut, Draft(fields=turned))


def ends() -> Iterator[Vector]:
    """Yield sound files that end early or late."""
    data = Draft().to_bytes()
    start = len(data) - PAYLOAD_BYTES
    cut, behind = "Malformed payload-cut", "Malformed trailing"
    for size in (0, 1, 24, 56, 72, 159, 160, PAYLOAD_BYTES - 16, PAYLOAD_BYTES - 1):
        yield refused(f"payload_cut_{size}", cut, data[: start + size])
    for size in (29, 30, 31, 40, start - 1):
        yield refused(f"fields_cut_at_{size}", "Malformed fields-cut", data[:size])
    for name, rest in {
        "zero": b"\0",
        "line": b"\n",
        "a_thousand_zeros": bytes(1000),
        "magic": MAGIC,
        "itself": data,
        "half_a_part": REPAIR_MAGIC[:7],
        "part_by_one_byte": b"\0" + REPAIR_MAGIC,
        "part_flipped": flip(REPAIR_MAGIC, 0),
    }.items():
        yield refused(f"behind_{name}", behind, data + rest)
    paper = kit().to_bytes()
    start = len(paper) - len(kit().payload())
    for size in (0, 1, 56, 72, 159):
        name = f"paper_payload_cut_{size}"
        yield refused(name, cut, paper[: start + size], profile="kit")
    for name, changed in {
        "cut_160": paper[: start + 160],
        "cut_last": paper[:-1],
        "zero_behind": paper + b"\0",
        "itself_behind": paper + paper,
        "part_behind": paper + REPAIR_MAGIC + bytes(40),
    }.items():
        yield refused(f"paper_{name}", "Tampered", changed, profile="kit")


def flips() -> Iterator[Vector]:
    """Yield files with one bit turned in each part of the payload."""
    data = Draft().to_bytes()
    start = len(data) - PAYLOAD_BYTES
    for at in (0, 11, 23, 24, 40, 55, 56, 57, 63, 64, 75, 76, 100, 200):
        yield refused(f"flip_payload_{at}", "Tampered", flip(data, start + at))
    for at in range(1, 17, 3):
        yield refused(f"flip_tag_{at}", "Tampered", flip(data, -at))
    for at in (20, 23, 27):
        yield refused(f"flip_save_id_{at}", "Tampered", flip(data, at))
    for at in (12, 15, 19):
        yield refused(f"flip_id_{at}", "NoKey", flip(data, at))
    for at in (32, 40, 47):
        yield refused(f"flip_slot_salt_{at}", "NoKey", flip(data, at))
    for at in (48, 60, 87):
        yield refused(f"flip_wrapped_{at}", "NoKey", flip(data, at))
    turned = put(data, 9, b"\x01")
    told = "a vault is said to be a share"
    made = refused("flip_profile", "Tampered", turned, comment=told, profile="share")
    yield made


def plaintexts() -> Iterator[Vector]:
    """Yield plaintexts that no writer makes, sealed with the right key."""
    sound = covered() + bytes(64)
    body = int.from_bytes(sound[20:24], "big")
    end = 24 + body
    changed = {
        "padding_first": put(sound, end, b"\x01"),
        "padding_middle": put(sound, end + 20, b"\x80"),
        "padding_last": put(sound, len(sound) - 65, b"\x01"),
        "padding_blank": sound[:end] + b" " * (len(sound) - 64 - end) + bytes(64),
        "padding_80_00": put(sound, end, b"\x80"),
        "signature_first": put(sound, len(sound) - 64, b"\x01"),
        "signature_last": put(sound, len(sound) - 1, b"\x01"),
        "signature_all": sound[:-64] + b"\xff" * 64,
        "body_one_less": put(sound, 20, (body - 1).to_bytes(4, "big")),
        "body_reaches_signature": put(sound, 20, (len(sound) - 87).to_bytes(4, "big")),
        "body_reaches_end": put(sound, 20, (len(sound) - 24).to_bytes(4, "big")),
        "body_huge": put(sound, 20, b"\xff" * 4),
        "body_little_endian": put(sound, 20, body.to_bytes(4, "little")),
        "body_2_gib": put(sound, 20, (2**31).to_bytes(4, "big")),
    }
    for name, plaintext in changed.items():
        draft = replace(Draft(), plaintext=plaintext)
        yield refused(f"plaintext_{name}", "Tampered", draft)


def full_chunk() -> Iterator[Vector]:
    """Yield streams whose last chunk is full, or that go on behind a short one."""
    whole = covered(size=CHUNK_BYTES) + bytes(64)
    size = 56 + CHUNK_BYTES + 16
    fields = SLOT + one_field(2, size.to_bytes(8, "big"))
    draft = Draft(fields=fields, plaintext=whole)
    told = "the empty last chunk is left out"
    cut = draft.head() + draft.payload()[:size]
    yield refused("chunk_full_at_end", "Tampered", cut, comment=told)
    for size in (8, 15):  # less than a tag behind a full chunk
        fields = SLOT + one_field(2, (56 + CHUNK_BYTES + 16 + size).to_bytes(8, "big"))
        draft = Draft(fields=fields, plaintext=whole)
        rest = draft.head() + draft.payload()[: 56 + CHUNK_BYTES + 16 + size]
        yield refused(f"chunk_tag_of_{size}", "Tampered", rest)


def streams() -> Iterator[Vector]:
    """Yield streams of a writer that read the page wrong, commitment included."""
    plain = covered() + bytes(64)
    head = Draft().head()
    context = CONTEXT_LABEL + hashlib.sha512(head).digest()
    key = hkdf.expand(FILE_KEY.reveal(), PAYLOAD_LABEL + head[12:20], 32)
    bare = hashlib.sha512(head[8:]).digest()
    contexts = {
        "without_context": b"",
        "without_label": hashlib.sha512(head).digest(),
        "label_alone": CONTEXT_LABEL,
        "label_without_zero": CONTEXT_LABEL[:-1] + context[len(CONTEXT_LABEL) :],
        "head_without_magic": CONTEXT_LABEL + bare,
        "head_unhashed": CONTEXT_LABEL + head,
        "preamble_alone": CONTEXT_LABEL + hashlib.sha512(head[:28]).digest(),
        "sha_256": CONTEXT_LABEL + hashlib.sha256(head).digest(),
        "sha_384": CONTEXT_LABEL + hashlib.sha384(head).digest(),
        "label_2": context.replace(b"/1", b"/2"),
        "hash_cut": context[:-1],
    }
    for name, other in contexts.items():
        yield _streamed(f"context_{name}", head, _seal(key, other, plain))
    file_key = FILE_KEY.reveal()
    keys = {
        "file_key_itself": file_key,
        "without_id": hkdf.expand(file_key, PAYLOAD_LABEL, 32),
        "save_id_for_id": hkdf.expand(file_key, PAYLOAD_LABEL + head[20:28], 32),
        "label_2": hkdf.expand(file_key, b"sparekey/2 payload" + head[12:20], 32),
        "extracted": hkdf.extract(PAYLOAD_LABEL, file_key)[:32],
        "zero": bytes(32),
    }
    for name, other in keys.items():
        yield _streamed(f"key_{name}", head, _seal(other, context, plain))
    yield from _odd_streams(head, key, context, plain)


def _odd_streams(
    head: bytes, key: bytes, context: bytes, plain: bytes
) -> Iterator[Vector]:
    sound = _seal(key, context, plain)
    derived = hkdf.expand(key, INFO + STREAM_SALT + context, 76)
    aes, nonce, commitment = derived[:32], derived[32:44], derived[44:]
    front = STREAM_SALT + commitment
    one_on = (int.from_bytes(nonce, "big") ^ 1).to_bytes(12, "big")
    odd = {
        "counts_from_1": front + AESGCM(aes).encrypt(one_on, plain, None),
        "nonce_zero": front + AESGCM(aes).encrypt(bytes(12), plain, None),
        "nonce_turned": front + AESGCM(aes).encrypt(nonce[::-1], plain, None),
        "data_beside": front + AESGCM(aes).encrypt(nonce, plain, b"vault"),
        "head_beside": front + AESGCM(aes).encrypt(nonce, plain, head),
        "aes_128": front + AESGCM(aes[:16]).encrypt(nonce, plain, None),
        "commitment_zero": STREAM_SALT + bytes(32) + sound[56:],
        "commitment_turned": STREAM_SALT + commitment[::-1] + sound[56:],
        "commitment_cut": STREAM_SALT + commitment[:31] + b"\0" + sound[56:],
        "commitment_of_key": STREAM_SALT + aes + sound[56:],
        "commitment_in_front": commitment + STREAM_SALT + sound[56:],
        "tag_in_front": front + sound[-16:] + sound[56:-16],
        "tag_cut_to_12": front + sound[56:-4] + bytes(4),
        "tag_zero": front + sound[56:-16] + bytes(16),
        "not_encrypted": front + plain + sound[-16:],
    }
    for name, payload in odd.items():
        yield _streamed(f"stream_{name}", head, payload)
    infos: dict[str, Callable[[bytes], bytes]] = {
        "version_2": lambda info: info.replace(b"@v1", b"@v2"),
        "other_cipher": lambda info: info.replace(b"AES_256", b"AES_128"),
        "without_zero": lambda info: info[:-1],
        "empty": lambda info: b"",
    }
    for name, change in infos.items():
        payload = _seal(key, context, plain, change(INFO))
        yield _streamed(f"info_{name}", head, payload)


def _streamed(name: str, head: bytes, payload: bytes) -> Vector:
    return refused(f"sealed_{name}", "Tampered", head + payload)


def _seal(key: bytes, context: bytes, plain: bytes, info: bytes = INFO) -> bytes:
    derived = hkdf.expand(key, info + STREAM_SALT + context, 76)
    chunk = AESGCM(derived[:32]).encrypt(derived[32:44], plain, None)
    return STREAM_SALT + derived[44:] + chunk
