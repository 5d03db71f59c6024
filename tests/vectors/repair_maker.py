"""Files with a repair part: whole, damaged where it heals, and beyond."""

from collections.abc import Iterator

from tests.vectors.envelope_maker import CODE, Maker, Vector, flip, put
from vault.encoding.checksum import checksum
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import REPAIR_MAGIC
from vault.storage.parity import Layout, repair_part

TYPED = print_code(CODE, CodeKind.VAULT)
OTHER = print_code(bytes(16), CodeKind.VAULT)
HEALED = "healed"


def vector(name: str, expect: str, data: bytes, code: str = TYPED) -> Vector:
    """Return a vector whose name says what was done to it."""
    comment = name.replace("_", " ")
    return Vector(name, expect, comment, data, None, code)


def whole(make: Maker) -> Iterator[Vector]:
    """Yield what opens without healing anything."""
    keys = make.keys(make.c)
    bare = make.seal(keys)
    yield vector("whole", "opened", bare + repair_part(bare))
    yield vector("whole_without_part", "opened", bare)
    long = make.seal(keys, body=bytes(66_000))
    yield vector("whole_two_stripes", "opened", long + repair_part(long))


def damaged_in_front(make: Maker) -> Iterator[Vector]:
    """Yield files whose header or payload is damaged, and heals."""
    bare = make.seal(make.keys(make.c))
    data = bare + repair_part(bare)
    payload = 28 + 3 + 57 + 3 + 8
    places = {
        "magic": 0,
        "version": 8,
        "profile": 9,
        "fields_length": 11,
        "id": 12,
        "save_id": 20,
        "slot_type": 28,
        "slot_length": 30,
        "slot_mask": 31,
        "slot_salt": 32,
        "slot_wrapped": 87,
        "length_field": 98,
        "stream_salt": payload,
        "commitment": payload + 24,
        "chunk": payload + 56,
        "tag": len(bare) - 1,
    }
    for name, at in places.items():
        yield vector(f"healed_{name}", HEALED, flip(data, at))
    yield vector("healed_run", HEALED, put(data, 0, bytes(len(bare))))
    sectors = put(put(data, 512, bytes(512)), 2048, bytes(512))
    yield vector("healed_sectors", HEALED, sectors)


def damaged_behind(make: Maker) -> Iterator[Vector]:
    """Yield files whose repair part is damaged, and is made anew."""
    bare = make.seal(make.keys(make.c))
    part = repair_part(bare)
    data, layout = bare + part, Layout(len(bare))
    first, second = layout.directories
    size = layout.directory_bytes
    for name, at in {"magic": 0, "covered": 15, "k": 16, "m": 17, "hash": 18}.items():
        yield vector(f"healed_part_{name}", HEALED, flip(data, first + at))
    yield vector("healed_part_checksum", HEALED, flip(data, first + size - 1))
    yield vector("healed_part_parity", HEALED, flip(data, first + size))
    for name, at in {"first": first, "second": second}.items():
        yield vector(f"healed_directory_{name}", HEALED, put(data, at, bytes(size)))
    heads = put(put(data, first, bytes(18)), second, bytes(18))
    yield vector("healed_heads_and_slot", HEALED, flip(heads, 40))
    yield vector("healed_cut", HEALED, data[:-1])
    yield vector("healed_cut_to_first_directory", HEALED, data[: first + size])
    yield vector("healed_longer", HEALED, data + b"\x00")
    yield vector("healed_twice", HEALED, data + data)
    later = bare + REPAIR_MAGIC + b"parity of a later kind"
    yield vector("healed_part_of_a_later_kind", HEALED, later)
    head = part[:16] + bytes([layout.k + 1]) + part[17 : size - 4]
    untrue = head + checksum(head)
    both = put(put(data, first, untrue), second, untrue)
    yield vector("healed_wrong_k_in_both", HEALED, both)
    huge = part[:8] + b"\xff" * 8 + part[16 : size - 4]
    claims = huge + checksum(huge)
    both = put(put(data, first, claims), second, claims)
    yield vector("healed_huge_length_in_both", HEALED, both)
    other = make.seal(make.keys(make.c))
    yield vector("healed_part_of_another_file", HEALED, bare + repair_part(other))


def lost_behind(make: Maker) -> Iterator[Vector]:
    """Yield files of whose repair part nothing is left that tells anything."""
    bare = make.seal(make.keys(make.c))
    part, layout = repair_part(bare), Layout(len(bare))
    rubbish = repair_part(make.random(len(bare)))
    yield vector("healed_part_of_rubbish", HEALED, bare + rubbish)
    yield vector("healed_part_of_zeros", HEALED, bare + bytes(len(part)))
    nothing = bytes(layout.directory_bytes)
    lost = bare + part
    for at in layout.directories:
        lost = put(lost, at, nothing)
    yield vector("healed_directories_both", HEALED, lost)


def refused(make: Maker) -> Iterator[Vector]:
    """Yield what parity does not help, or must not."""
    bare = make.seal(make.keys(make.c))
    part = repair_part(bare)
    data, layout = bare + part, Layout(len(bare))
    rubbish = make.random(len(bare))
    parity = layout.start(layout.data_blocks)
    most = put(data, parity, make.random(6 * 1024))
    yield vector("lost_all", "Damaged", put(most, 0, rubbish))
    yield vector("lost_header", "Damaged", put(most, 0, rubbish[:-1024]))
    yield vector("lost_payload", "Damaged", put(most, 1024, rubbish[1024:]))
    yield vector("wrong_code", "NoKey", data, OTHER)
    yield vector("wrong_code_damaged_slot", "NoKey", flip(data, 40), OTHER)
    yield vector("wrong_code_damaged_payload", "NoKey", flip(data, 2000), OTHER)
    changed = flip(bare, 2000)
    yield vector("changed_with_its_part", "Tampered", changed + repair_part(changed))
    newer = put(bare, 8, b"\x02")
    yield vector("newer_with_its_part", "TooNew", newer + repair_part(newer))
    alien = put(bare, 0, b"Dear diary")
    yield vector("alien_with_its_part", "Malformed", alien + repair_part(alien))
    yield vector("magics", "Malformed", REPAIR_MAGIC * 1500)
    yield vector("part_alone", "Malformed", part)
