"""Files from anywhere that an owner is talked into importing."""

import json
from collections.abc import Iterator
from typing import Any, Final

from tests.attacks.attack import Attack, on
from tests.attacks.stage import MARK
from tests.builders import a_vault
from tests.vault.exchange.reading import a_vault_to_fill, read
from vault import limits
from vault.errors import BadInput, Malformed, TooLarge, TooNew, VaultError
from vault.exchange.json_plain import export_json

EXPORT: Final[dict[str, Any]] = json.loads(export_json(a_vault(2)))
HEADER: Final = "platform,name,login,notes\n"
ROW: Final = f"etsy,Shop,shop,{MARK}\n"
LONG: Final = "x" * (limits.TEXT_CHARACTERS + 1)


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _tables()
    yield from _texts()
    yield from _json()
    yield from _exports()


def _reading(name: str, data: bytes | str) -> object:
    return lambda: read(name, data)


def _tables() -> Iterator[Attack]:
    rows = ROW * (limits.IMPORT_ROWS + 1)
    many = TooLarge("IMPORT_ROWS", limits.IMPORT_ROWS, limits.IMPORT_ROWS + 1)
    size = limits.IMPORT_BYTES + 1
    huge = TooLarge("IMPORT_BYTES", limits.IMPORT_BYTES, size)
    quoting, below = (BadInput(f"line {n}", "bad-quoting") for n in (2, 3))
    tables: dict[str, tuple[bytes | str, VaultError]] = {
        "50,001 rows": (HEADER + rows, many),
        "10 MiB and a byte": (b"x" * size, huge),
        "a cell too long": (
            f"{HEADER}etsy,Shop,shop,{LONG}\n",
            BadInput("line 2, notes", "cell-long", str(len(LONG))),
        ),
        "a cell of 200,000 letters": (
            f"{HEADER}etsy,Shop,shop,{LONG * 10}\n",
            BadInput("line 2", "cell-long", "> 131072"),
        ),
        "a cell too long without a header": (
            f"{HEADER}etsy,Shop,shop,x,{LONG}\n",
            BadInput("line 2, column 5", "cell-long", str(len(LONG))),
        ),
        "a quote that never ends": (f'{HEADER}etsy,"Shop,{MARK}\n', quoting),
        "text behind a quote": (f'{HEADER}etsy,"Shop"x,{MARK}\n', quoting),
        "quotes upon quotes": (f'{HEADER}a,b"""\n"x"y,\n', below),
        "no column that is known": (
            "a,b\n1,2\n",
            BadInput("header", "no-known-column", _words()),
        ),
        "nothing but commas": (",,,\n,,\n", BadInput("header", "empty-file")),
        "nothing": ("", BadInput("header", "empty-file")),
        "a NUL": (f"{HEADER}etsy,Sh\0p,x,\n", BadInput("line 2", "nul-byte")),
        "utf-16": ((HEADER + ROW).encode("utf-16"), BadInput("line 1", "not-utf-8")),
        "latin-1": (
            (HEADER + "etsy,Käse,x,\n").encode("latin-1"),
            BadInput("line 2", "not-utf-8"),
        ),
        "bytes that are no text": (
            HEADER.encode() + b"\xff\xfe\xfd\n",
            BadInput("line 2", "not-utf-8"),
        ),
    }
    for name, (data, refusal) in tables.items():
        yield on(f"a table: {name}", refusal, _reading("a.csv", data))


def _words() -> str:
    """Return the columns there are, as the refusal names them."""
    try:
        read("a.csv", "a,b\n1,2\n")
    except BadInput as error:
        return error.detail
    return ""


def _texts() -> Iterator[Attack]:
    account = next(iter(a_vault_to_fill().accounts))
    for name, data, refusal in (
        ("nothing", b"", BadInput("text", "no-codes", "Shop 0")),
        ("a novel", b"It was a dark night.\n" * 99, None),
        ("a NUL", b"1234 5678\n\0", BadInput("line 2", "nul-byte")),
        ("utf-16", "1234".encode("utf-16"), BadInput("line 1", "not-utf-8")),
    ):
        wanted = refusal or BadInput("text", "no-codes", "Shop 0")

        def act(data: bytes = data) -> object:
            return read("codes.txt", data, a_vault_to_fill(), account=account)

        yield on(f"codes: {name}", wanted, act)
    for name, data in {
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(90),
        "a program": b"MZ\x90\0" + bytes(90),
        "an archive": b"PK\3\4" + bytes(90),
        "a page for a browser": b"<html><script>alert(1)</script></html>",
    }.items():
        refusal = BadInput("file", "kind-unknown", "codes, csv, json")
        yield on(f"an import of {name}", refusal, _reading("a.bin", data))


def _json() -> Iterator[Attack]:
    doubled, depth = Malformed("json.doubled-key"), Malformed("json.depth")
    texts: dict[str, tuple[bytes | str, VaultError]] = {
        "a key twice": ('{"accounts":[],"accounts":[]}', doubled),
        "a key twice, once escaped": (
            '{"accounts":[],"\\u0061ccounts":[]}',
            doubled,
        ),
        "17 deep": ("[" * 17, depth),
        "100,000 deep": ('{"accounts":' + "[" * 100_000, depth),
        "100,000 deep in objects": ('{"a":' * 100_000, depth),
        "a text of a mebibyte": (
            '{"accounts":[{"name":"' + "x" * 2**20 + '"}]}',
            Malformed("json.string"),
        ),
        "10,001 keys": (
            "{" + ",".join(f'"k{n}":0' for n in range(10_001)) + "}",
            Malformed("json.keys"),
        ),
        "a bracket too many": ('{"accounts":[]}]', Malformed("json.syntax")),
        "10 MiB and a byte": (
            b"{" + b" " * limits.IMPORT_BYTES,
            TooLarge("IMPORT_BYTES", limits.IMPORT_BYTES, limits.IMPORT_BYTES + 1),
        ),
        "a NUL": ('{"accounts":[]}\0', BadInput("line 1", "nul-byte")),
    }
    for name, (data, refusal) in texts.items():
        yield on(f"json: {name}", refusal, _reading("a.json", data))


def _exports() -> Iterator[Attack]:
    """Our own export, changed by hand."""

    def changed(**more: object) -> bytes:
        return json.dumps(EXPORT | more).encode()

    def with_vault(**more: object) -> bytes:
        return json.dumps(EXPORT | {"vault": EXPORT["vault"] | more}).encode()

    account = EXPORT["vault"]["accounts"][0]
    path = "$.vault.accounts[0]"
    texts: dict[str, tuple[bytes, VaultError]] = {
        "of version 3": (changed(version=3), TooNew(3, 2)),
        "of version 1,000,000": (changed(version=10**6), TooNew(10**6, 2)),
        "of another program": (changed(format="bitwarden"), _shape("$.format")),
        "with a part that there is not": (changed(extra=1), _shape("$")),
        "with a number for a name": (
            with_vault(accounts=[account | {"name": 7}]),
            _shape(f"{path}.name"),
        ),
        "with a list for a record": (
            with_vault(accounts=[[]]),
            _shape(path),
        ),
    }
    for name, (data, refusal) in texts.items():
        yield on(
            f"an export {name}", _detailed(refusal, data), _reading("a.json", data)
        )


def _shape(where: str) -> BadInput:
    return BadInput(where, "json-shape")


def _detailed(refusal: VaultError, data: bytes) -> VaultError:
    """Fill in the decoder's own words, which are another library's."""
    if isinstance(refusal, BadInput):
        try:
            read("a.json", data)
        except BadInput as error:
            return BadInput(refusal.where, refusal.problem, error.detail)
        except VaultError:
            return refusal
    return refusal
