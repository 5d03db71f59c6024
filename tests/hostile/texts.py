"""JSON, tables, codes and deflate that drown whoever reads them without bounds."""

import zlib
from collections.abc import Callable, Iterator
from typing import Final

from tests.attacks.papers import envelope, printed, texts
from tests.attacks.stage import OWNER
from tests.hostile.case import (
    Case,
    as_code,
    as_frame,
    as_import,
    as_share_document,
    as_vault_document,
)
from vault.app.kit_restore import Gathering, open_kit
from vault.kit.collect import Collection
from vault.limits import IMPORT_BYTES

MIB: Final = 2**20
JSONS: Final[dict[str, Callable[[], bytes]]] = {
    "100,000 arrays deep": lambda: b"[" * 100_000,
    "5,000,000 arrays deep": lambda: b"[" * 5_000_000,
    "100,000 objects deep": lambda: b'{"a":' * 100_000,
    "deep by turns": lambda: b'[{"a":' * 100_000,
    "a text of 9 MiB": lambda: b'{"a":"' + b"x" * (9 * MIB) + b'"}',
    "a text of 9 MiB of escapes": lambda: (
        b'{"a":"' + b"\\u0041" * (MIB * 3 // 2) + b'"}'
    ),
    "a key of 9 MiB": lambda: b'{"' + b"k" * (9 * MIB) + b'":1}',
    "a text that never ends": lambda: b'{"a":"' + b"x" * (9 * MIB),
    "backslashes that never end": lambda: b'{"a":"' + b"\\" * (9 * MIB + 1),
    "9 MiB of quotes": lambda: b'"' * (9 * MIB),
    "9 MiB of blanks": lambda: b" " * (9 * MIB),
    "9 MiB of closing brackets": lambda: b"]" * (9 * MIB),
    "9 MiB of commas": lambda: b"[" + b"," * (9 * MIB) + b"]",
    "3,000,000 empty arrays": lambda: b"[" + b"[]," * 3_000_000 + b"[]]",
    "3,000,000 empty objects": lambda: b"[" + b"{}," * 3_000_000 + b"{}]",
    "4,000,000 numbers": lambda: b"[" + b"1," * 4_000_000 + b"1]",
    "1,000,000 large numbers": lambda: b"[" + b"99999999," * MIB + b"1]",
    "1,000,000 texts": lambda: b"[" + b'"abcdef",' * MIB + b'""]',
    "3,000,000 empty texts": lambda: b"[" + b'"",' * 3_000_000 + b'""]',
    "1,000,000 keys": lambda: b"{" + _keys(700_000) + b"}",
    "the same key a million times": lambda: b"{" + b'"a":1,' * MIB + b'"a":1}',
    "a number of 9,000,000 digits": lambda: b'{"a":' + b"9" * 9_000_000 + b"}",
    "a number with an exponent of digits": lambda: b'{"a":1e' + b"9" * 9_000_000 + b"}",
    "a fraction of 9,000,000 digits": lambda: b'{"a":0.' + b"1" * 9_000_000 + b"}",
}


def _keys(count: int) -> bytes:
    return b",".join(b'"%x":1' % number for number in range(count))


def cases() -> Iterator[Case]:
    """Yield them."""
    for name, make in JSONS.items():
        yield Case(f"a share's JSON: {name}", make, as_share_document)
        yield Case(f"an import's JSON: {name}", make, as_import(".json"))
    for name in (
        "100,000 arrays deep",
        "100,000 objects deep",
        "3,000,000 empty arrays",
        "a number of 9,000,000 digits",
    ):
        yield Case(f"a vault's JSON: {name}", JSONS[name], as_vault_document)
    yield from _tables()
    yield from _deflated()
    yield from _typed()


HEADER: Final = b"platform,name,login,codes\n"


def _tables() -> Iterator[Case]:
    tables: dict[str, Callable[[], bytes]] = {
        "9 MiB of commas": lambda: b"," * (9 * MIB),
        "9 MiB of commas below a header": lambda: HEADER + b"," * (9 * MIB),
        "9 MiB of commas and a letter": lambda: HEADER + b"," * (9 * MIB) + b"x",
        "9 MiB of semicolons": lambda: b";" * (9 * MIB) + b"x",
        "4,000,000 columns": lambda: b"a," * 4_000_000,
        "4,000,000 columns called name": lambda: b"name," * 1_900_000,
        "4,000,000 cells in a row": lambda: HEADER + b"a," * 4_000_000,
        "9 MiB of line ends": lambda: HEADER + b"\n" * (9 * MIB) + b"x" * 9,
        "9 MiB of line ends before a header": lambda: b"\n" * (9 * MIB) + HEADER,
        "2,000,000 rows": lambda: HEADER + b"a,b\n" * 2_000_000,
        "50,001 rows": lambda: HEADER + b"etsy,a,b,\n" * 50_001,
        "9 MiB of quotes": lambda: HEADER + b'"' * (9 * MIB + 1),
        "a cell of 9 MiB": lambda: HEADER + b'"' + b"x" * (9 * MIB) + b'"\n',
        "a cell that never ends": lambda: HEADER + b'"' + b"x\n" * (4 * MIB),
        "sep= and 9 MiB": lambda: b"sep=|\n" + b"|" * (9 * MIB) + b"x",
        "10 MiB and a byte": lambda: HEADER + b"x" * IMPORT_BYTES,
        "64 MiB": lambda: bytes(64 * MIB),
        "9 MiB of letters beyond the plane": lambda: (
            HEADER + b'"' + "\U0001f511".encode() * (2 * MIB)
        ),
    }
    for name, make in tables.items():
        yield Case(f"a table: {name}", make, as_import(".csv"))
    codes: dict[str, Callable[[], bytes]] = {
        "9 MiB of one line": lambda: b"x" * (9 * MIB),
        "9 MiB of line ends": lambda: b"\n" * (9 * MIB),
        "4,000,000 words": lambda: b"x " * (4 * MIB),
        "a NUL behind 9 MiB": lambda: b"x" * (9 * MIB) + b"\0",
    }
    for name, make in codes.items():
        yield Case(f"a file of codes: {name}", make, as_import(".txt"))


def _deflated() -> Iterator[Case]:
    """Kits whose body unpacks to more than a kit may hold."""

    def said(size: int, raw: bytes, level: int = 9) -> Callable[[], bytes]:
        def made() -> bytes:
            deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
            return size.to_bytes(4, "big") + deflate.compress(raw) + deflate.flush()

        return made

    bombs = {
        "16 MiB of zeros, said": said(16 * MIB, bytes(16 * MIB)),
        "100 MiB of zeros, said": said(100 * MIB, bytes(100 * MIB)),
        "100 MiB of zeros, said to be 16": said(16 * MIB, bytes(100 * MIB)),
        "100 MiB of zeros, said to be 9": said(9, bytes(100 * MIB)),
        "100 MiB of zeros, said to be 60,000": said(60_000, bytes(100 * MIB)),
        "4 GiB said": said(2**32 - 1, b"x"),
        "nothing said": said(0, bytes(100 * MIB)),
        "empty blocks without end": lambda: (
            (9).to_bytes(4, "big") + b"\0\0\0\xff\xff" * 10_000
        ),
    }
    for name, make in bombs.items():
        yield Case(f"a kit: {name}", make, _as_kit)


def _as_kit(body: bytes) -> object:
    collection = Collection()
    for text in texts(printed(envelope(body))):
        collection.add(text)
    return open_kit(Gathering(collection, ()), OWNER.by_code)


def _typed() -> Iterator[Case]:
    yield Case("a code of 9 MiB", lambda: b"7" * (9 * MIB), as_code)
    yield Case("a code of 9 MiB of dashes", lambda: b"-" * (9 * MIB), as_code)
    long = "\ufdfa".encode() * MIB  # one sign that is eighteen once it is spelt apart
    yield Case("a code that grows eighteenfold", lambda: long, as_code)
    yield Case("a frame of 9 MiB", lambda: b"SK:" + b"0" * (9 * MIB), as_frame)
    yield Case("a frame of 9 MiB of colons", lambda: b"SK:" + b":" * MIB * 9, as_frame)
