"""JSON that means to be read in two ways, to drown its reader, or to slip through."""

from collections.abc import Iterator
from typing import Final

from tests.attacks.attack import Attack, on
from tests.builders import a_vault
from tests.vectors.share_maker import plain, spelt, written
from vault.document.body import decode_body, encode_body
from vault.document.codec import decode_document, encode_document
from vault.errors import Malformed, TooNew, VaultError
from vault.share.document import decode_share

SHARE: Final = written()
VAULT: Final = encode_document(a_vault(1))
HEAD: Final = Malformed("document.head")
NOT_CANONICAL: Final = Malformed("share.not-canonical")
TYPE: Final = Malformed("share.type")


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _spellings()
    yield from _sizes()
    yield from _versions()
    yield from _vaults()


def _spelt(old: bytes, new: bytes) -> bytes:
    assert old in SHARE
    return SHARE.replace(old, new, 1)


def _spellings() -> Iterator[Attack]:
    """Texts that one reader takes for one thing and another for another."""
    doubled = Malformed("json.doubled-key")
    head = Malformed("share.head")
    spelt_so: dict[str, tuple[bytes, VaultError]] = {
        "a key twice": (_spelt(b'"issue":1', b'"issue":1,"issue":9'), doubled),
        "a key twice, once escaped": (
            _spelt(b'"issue":1', b'"issue":1,"iss\\u0075e":9'),
            doubled,
        ),
        "a key twice, with a blank before the colon": (
            _spelt(b'"issue":1', b'"issue":1,"issue" :9'),
            doubled,
        ),
        "a key twice, outermost": (
            _spelt(b'{"document"', b'{"version":1,"document"'),
            doubled,
        ),
        "not a number": (_spelt(b'"issue":1', b'"issue":NaN'), head),
        "infinity": (_spelt(b'"issue":1', b'"issue":Infinity'), head),
        "minus zero": (_spelt(b'"minor":0', b'"minor":-0'), NOT_CANONICAL),
        "a number with a point": (_spelt(b'"issue":1', b'"issue":1.0'), TYPE),
        "a number with an exponent": (_spelt(b'"issue":1', b'"issue":1e0'), TYPE),
        "a number of 400 digits": (
            _spelt(b'"issue":1', b'"issue":1' + b"0" * 400),
            TYPE,
        ),
        "a number above 2^53": (
            _spelt(b'"issue":1', b'"issue":9007199254740993'),
            TYPE,
        ),
        "a number in front with zeros": (_spelt(b'"issue":1', b'"issue":01'), head),
        "a lone surrogate": (_spelt(b"Ring", b"\\ud800ing"), head),
        "surrogates turned": (_spelt(b"Ring", b"\\udc00\\ud800"), head),
        "surrogates as bytes": (_spelt(b"Ring", b"\xed\xa0\x80\xed\xb0\x80"), TYPE),
        "a letter of too many bytes": (_spelt(b"Ring", b"\xc1\x81ing"), TYPE),
        "latin-1": (_spelt("Käse".encode(), b"K\xe4se"), Malformed("document.type")),
        "utf-16": (SHARE.decode().encode("utf-16"), head),
        "a mark in front": (b"\xef\xbb\xbf" + SHARE, head),
        "a letter escaped": (_spelt(b"Ring", b"\\u0052ing"), NOT_CANONICAL),
        "a slash escaped": (
            _spelt(b"https://", b"https:\\/\\/"),
            Malformed("document.not-canonical"),
        ),
        "a zero in a text": (_spelt(b"Ring", b"R\0ng"), head),
        "a comment": (_spelt(b'"issue":1', b'/* */"issue":1'), head),
        "a comma too many": (_spelt(b'"issue":1', b'"issue":1,'), head),
        "single quotes": (SHARE.replace(b'"', b"'"), head),
        "a key without quotes": (_spelt(b'"issue"', b"issue"), head),
        "a newline behind": (SHARE + b"\n", NOT_CANONICAL),
        "a second document behind": (SHARE + SHARE, head),
        "a bracket behind": (SHARE + b"]", Malformed("json.syntax")),
        "its end missing": (SHARE[:-1], head),
        "a text without an end": (b'{"version', Malformed("json.syntax")),
        "nothing": (b"", head),
    }
    for name, (data, refusal) in spelt_so.items():
        yield on(f"share: {name}", refusal, _reading(data))


def _reading(data: bytes) -> object:
    return lambda: decode_share(data)


def _sizes() -> Iterator[Attack]:
    many = b",".join(b'"k%d":0' % n for n in range(10_001))
    large: dict[str, tuple[bytes, VaultError]] = {
        "17 deep": (b"[" * 17 + b"]" * 17, Malformed("json.depth")),
        "100,000 deep": (b"[" * 100_000, Malformed("json.depth")),
        "100,000 deep in objects": (b'{"a":' * 100_000, Malformed("json.depth")),
        "deep by turns": (b'[{"a":' * 9, Malformed("json.depth")),
        "10,001 keys": (b"{" + many + b"}", Malformed("json.keys")),
        "a text of a mebibyte": (
            b'{"note":"' + b"x" * 2**20 + b'"}',
            Malformed("json.string"),
        ),
        "a key of a mebibyte": (
            b'{"' + b"k" * 2**20 + b'":1}',
            Malformed("json.string"),
        ),
        "a text of a million escapes": (
            b'{"note":"' + b"\\n" * 600_000 + b'"}',
            Malformed("json.string"),
        ),
        "brackets that only close": (b"]" * 100_000, Malformed("json.syntax")),
        "quotes without end": (b'"' * 99_999, Malformed("json.syntax")),
        "a million commas": (b"[" + b"," * 2**20 + b"]", Malformed("share.head")),
        "a million numbers": (b"[" + b"1," * 2**20 + b"1]", Malformed("share.head")),
    }
    for name, (data, refusal) in large.items():
        yield on(f"share: {name}", refusal, _reading(data))


def _versions() -> Iterator[Attack]:
    newer, none = TooNew(2, 1), Malformed("share.version", 0)
    inner = plain()
    inner["document"]["version"] = 2
    told: dict[str, tuple[bytes, VaultError]] = {
        "version 2": (spelt(plain() | {"version": 2}), newer),
        "version 0": (spelt(plain() | {"version": 0}), none),
        "version -1": (
            spelt(plain() | {"version": -1}),
            Malformed("share.version", -1),
        ),
        "a version that is a text": (
            spelt(plain() | {"version": "1"}),
            Malformed("share.head"),
        ),
        "minor -1": (spelt(plain() | {"minor": -1}), Malformed("share.version", 1)),
        "a vault of version 2 inside": (spelt(inner), newer),
        "a newer minor with a key twice": (
            spelt(plain() | {"minor": 1}).replace(b'"issue":1', b'"issue":1,"issue":2'),
            Malformed("json.doubled-key"),
        ),
        "a fact that there is not": (_with_fact(), NOT_CANONICAL),
    }
    for name, (data, refusal) in told.items():
        yield on(f"share: {name}", refusal, _reading(data))


def _with_fact() -> bytes:
    values = plain()
    values["share"]["seen"] = True
    return spelt(values)


def _vaults() -> Iterator[Attack]:
    """What a program with another idea of our format may have sealed."""
    canonical, type_ = Malformed("document.not-canonical"), Malformed("document.type")
    old: dict[str, tuple[bytes, VaultError]] = {
        "a space": (VAULT.replace(b'"minor":', b'"minor": '), canonical),
        "a field that there is not": (
            VAULT.replace(b'"vault":{', b'"vault":{"aaa":1,'),
            canonical,
        ),
        "a key twice": (
            VAULT.replace(b'"card_number":', b'"card_number":0,"card_number":'),
            canonical,
        ),
        "a default written": (
            VAULT.replace(b'"card_number":1', b'"card_number":1,"counter":0'),
            canonical,
        ),
        "a number for a name": (VAULT.replace(b'"name":"Shop 0"', b'"name":7'), type_),
        "a fraction": (VAULT.replace(b'"version":1', b'"version":1.5'), HEAD),
        "an array": (b"[]", HEAD),
        "version 0": (
            VAULT.replace(b'"version":1', b'"version":0'),
            Malformed("document.version", 0),
        ),
        "version 2": (VAULT.replace(b'"version":1', b'"version":2'), TooNew(2, 1)),
        "100,000 deep": (
            b'{"minor":0,"vault":' + b"[" * 100_000 + b',"version":1}',
            HEAD,
        ),
    }
    for name, (data, refusal) in old.items():
        assert data != VAULT
        yield on(f"vault: {name}", refusal, lambda data=data: decode_document(data))
    for name, (body, refusal) in {
        "a body with bytes behind": (
            encode_body(VAULT) + b"\0",
            Malformed("body.length", len(VAULT)),
        ),
        "a body of three bytes": (b"\0\0\0", Malformed("body.length", 3)),
        "a body said to be 4 GiB": (
            b"\xff" * 4 + VAULT,
            Malformed("body.length", 2**32 - 1),
        ),
    }.items():
        yield on(f"vault: {name}", refusal, lambda body=body: decode_body(body))
