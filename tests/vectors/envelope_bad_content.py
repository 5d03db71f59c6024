"""Envelopes that no presented key fits, or whose content is not what was sealed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.vectors.envelope_maker import CODE, PHRASE, Maker, Vector, flip, put
from vault.crypto.kdf import TESTS_ONLY
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import REPAIR_MAGIC, parse_header
from vault.envelope.seal import Keys, Way, new_keys, passphrase_secret
from vault.envelope.slot import Slot
from vault.limits import Cost


def refused_keys(make: Maker) -> Iterator[Vector]:
    """Yield files for which the wrong thing is presented."""
    code, other = print_code(CODE, CodeKind.VAULT), print_code(bytes(16), 0)
    p, c, pc = make.keys(make.p), make.keys(make.c), make.keys(make.pc)

    def bad(name: str, keys: Keys, phrase: str | None, code: str | None) -> Vector:
        comment = name.replace("_", " ")
        return Vector(f"nokey_{name}", "NoKey", comment, make.seal(keys), phrase, code)

    yield bad("wrong_passphrase", p, PHRASE + "s", None)
    yield bad(
        "trimmed", make.keys(Way(passphrase_secret(" a"), cost=TESTS_ONLY)), "a", None
    )
    yield bad("wrong_code", c, None, other)
    yield bad("nothing_presented", p, None, None)
    yield bad("code_for_p", p, None, code)
    yield bad("p_for_code", c, PHRASE, None)
    yield bad("half_of_pc", pc, PHRASE, None)
    yield bad("other_half_of_pc", pc, None, code)
    yield bad("wrong_half_of_pc", pc, PHRASE, other)
    hidden = Slot(5, make.random(16), TESTS_ONLY, b"", make.random(40))
    yield bad("key_file_needed", replace(p, slots=(hidden,)), PHRASE, code)
    deputy = Slot(8, make.random(16), None, make.random(1168), make.random(40))
    yield bad("deputy_key_needed", replace(p, slots=(deputy,)), PHRASE, code)
    cheaper = replace(p.slots[0], cost=Cost(32, 1, 1))
    yield bad("cost_downgraded", replace(p, slots=(cheaper,)), PHRASE, None)
    salted = replace(p.slots[0], salt=bytes(16))
    yield bad("salt_changed", replace(p, slots=(salted,)), PHRASE, None)
    transplanted = new_keys(b"othervlt", [make.p], make.random, TESTS_ONLY)
    yield bad("slot_of_another_vault", transplanted, PHRASE, None)


def refused_content(make: Maker) -> Iterator[Vector]:
    """Yield files that a key fits, but whose content is not what was sealed."""
    keys = make.keys(make.p, make.c)
    data = make.seal(keys)
    start = parse_header(data, paper=False).payload_start
    long = make.seal(keys, body=bytes(60_000))
    chunk = 16_400

    def bad(name: str, data: bytes, kind: str = "Tampered") -> Vector:
        comment = name.replace("_", " ")
        return Vector(f"content_{name}", kind, comment, data, PHRASE)

    yield bad("stream_salt", flip(data, start))
    yield bad("commitment", flip(data, start + 24))
    yield bad("chunk", flip(data, start + 56))
    yield bad("tag", flip(data, -1))
    first, second = start + 56, start + 56 + chunk
    swapped = long[:first] + long[second : second + chunk] + long[first:second]
    yield bad("chunks_swapped", swapped + long[second + chunk :])
    yield bad("chunk_doubled", put(long, second, long[first:second]))
    yield bad("cut", data[:-1], "Malformed")
    yield bad("cut_at_chunk", long[: second + chunk], "Malformed")
    yield bad("trailing_byte", data + b"\x00", "Malformed")
    yield bad("trailing_half_magic", data + REPAIR_MAGIC[:7], "Malformed")
    yield bad("two_in_one", data + data, "Malformed")
    slots_swapped = replace(keys, slots=keys.slots[::-1])
    header = parse_header(data, paper=False)
    swapped_head = replace(header, slots=slots_swapped.slots).to_bytes()
    yield bad("slots_swapped", swapped_head + data[start:])
    dropped = replace(header, slots=header.slots[:1]).to_bytes()
    yield bad("slot_dropped", dropped + data[start:])
    yield bad("spliced_saves", data[:start] + make.seal(keys)[start:])
    yield from refused_plaintext(make, keys, bad)


def refused_plaintext(
    make: Maker, keys: Keys, bad: Callable[..., Vector]
) -> Iterator[Vector]:
    """Yield files sealed with the right key around a wrong plaintext."""
    far = (4096).to_bytes(4, "big")
    yield bad("padding", make.with_plaintext(lambda p: p[:-1] + b"\x01", keys))
    yield bad("body_too_long", make.with_plaintext(lambda p: put(p, 20, far), keys))
    signed = make.with_plaintext(lambda p: p + b"\x01", keys)
    yield bad("vault_signed", signed)
