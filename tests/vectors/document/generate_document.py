"""Makes the vectors of the document: sound ones, and ones with a single fault each.

A vector is a file of a few header lines (`expect`, `comment`), an empty line, and the
document's bytes to the end of the file. `expect` is "decoded", "read-only" or the name
of an error class. `python -m tests.vectors.document.generate_document` writes the files
beside it; a test compares what it makes with what lies there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account, an_empty_vault
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.document.schema import MINOR
from vault.history.forget import forgetting
from vault.model.change import Add, Replace, apply, edit_vault
from vault.model.removal import removal_of
from vault.model.vault import Vault
from vault.model.way import WayNote


class Vector(NamedTuple):
    """One file: its name, what must happen, why, and the document."""

    name: str
    expect: str
    comment: str
    data: bytes

    def text(self) -> bytes:
        """Return the bytes of the file."""
        head = f"expect: {self.expect}\ncomment: {self.comment}\n\n"
        return head.encode() + self.data


def _with_history() -> Vault:
    """Return a vault after every action a history can tell."""
    vault = a_vault(2, codes=2)
    account = next(iter(vault.accounts.values()))
    code_set = next(iter(vault.code_sets.values()))
    code = replace(code_set.codes[0], state="used", used_at=LATER, used_for="login")
    person = next(iter(vault.people))
    acts = [
        Add("account", an_account(7)),
        Replace("account", account, replace(account, name="Other", worth_a_day=None)),
        Replace("code-set", code_set, replace(code_set, codes=(code,))),
        edit_vault(vault, name="New name", vault_code="aa" * 16),
    ]
    vault, _ = apply(vault, acts, NOON, device="laptop")
    vault, _ = apply(vault, removal_of(vault, "person", person), LATER)
    return vault


def _escapes() -> Vault:
    hard = 'tab\t newline\n quote" backslash\\ slash/ del\x7f nul\x00 unit\x1f'
    hard += " é 漢 🔑 \u2028"
    account = replace(an_account(), name="Hard", notes=hard)
    return replace(an_empty_vault(), accounts={account.id: account})


def _ways() -> Vault:
    """Return a vault whose ways in were changed, after somebody knew them."""
    vault = a_vault(1, codes=2)
    sets = {i: replace(one, renew="2026-03-02") for i, one in vault.code_sets.items()}
    kits = {i: replace(one, exposed="2026-03-02") for i, one in vault.kits.items()}
    notes = (
        WayNote(slot="0a" * 16, added=LATER, generated=True),
        WayNote(slot="0b" * 16, whose="Mina", added=LATER),
    )
    vault = replace(vault, code_sets=sets, kits=kits)
    return apply(vault, edit_vault(vault, ways=notes), LATER)[0]


def _forgotten() -> Vault:
    """Return a vault in which earlier values and a removal are kept no longer."""
    vault = _with_history()
    keys = {(entry.kind, entry.id) for entry in vault.history}
    return apply(vault, forgetting(vault, keys), LATER)[0]


def _sound() -> Iterator[Vector]:
    part = kit_document(a_vault(3), list(a_vault(3).accounts)[:1], "ffeeddccbbaa9988")
    vaults = (
        ("empty", "the first day of a vault", an_empty_vault()),
        ("bare", "nothing but an id", Vault(id="00112233445566aa")),
        ("small", "one of every record and every link", a_vault(1, codes=2, used=1)),
        ("history", "every action a history tells", _with_history()),
        ("forgotten", "earlier values and a removal kept no longer", _forgotten()),
        ("escapes", "every sort of escape in a string", _escapes()),
        ("ways", "notes on ways in, codes to renew, a kit exposed", _ways()),
        ("part", "what a kit of one account carries", part),
    )
    for name, comment, vault in vaults:
        yield Vector(f"good-{name}", "decoded", comment, encode_document(vault))
    older = _cut(b'"minor":4', b'"minor":0')
    yield Vector("older-minor", "decoded", "nothing of a later minor in it", older)


SOUND = encode_document(a_vault(2, codes=2, used=1))


def _plain() -> Any:  # noqa: ANN401  plain JSON, bent at will below
    return json.loads(SOUND)


def _spelt(plain: object, **options: object) -> bytes:
    """Return JSON as canonical as the plain value allows, or bent by an option."""
    chosen: Any = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    } | options
    return json.dumps(plain, **chosen).encode()


def _set(*path: str | int, to: object) -> bytes:
    """Return the sound document with the value at `path` set, and nothing else."""
    plain = inner = _plain()
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return _spelt(plain)


def _swapped(*path: str | int) -> bytes:
    """Return the sound document with the first two items at `path` exchanged."""
    plain = inner = _plain()
    for step in path:
        inner = inner[step]
    inner[0], inner[1] = inner[1], inner[0]
    return _spelt(plain)


def _cut(old: bytes, new: bytes, data: bytes = SOUND) -> bytes:
    """Return the sound document with one place spelt otherwise."""
    if old not in data:
        raise ValueError(old)
    return data.replace(old, new, 1)


_ACCOUNT = ("vault", "accounts", 0)
_CODE = ("vault", "code_sets", 0, "codes", 0)


def _spellings() -> Iterator[tuple[str, str, bytes]]:
    yield "space", "a space after a colon", _cut(b'"minor":4', b'"minor": 4')
    yield "newline-behind", "a newline behind the document", SOUND + b"\n"
    yield "mark-in-front", "a byte order mark", b"\xef\xbb\xbf" + SOUND
    yield "truncated", "the last byte is missing", SOUND[:-1]
    yield "twice", "two documents in a row", SOUND + SOUND
    yield "empty", "no bytes at all", b""
    yield (
        "unsorted-keys",
        "keys in another order",
        _spelt(dict(reversed(_plain().items())), sort_keys=False),
    )
    yield (
        "escaped-letter",
        "a letter spelt as an escape",
        _cut(b"Shop 0", b"\\u0053hop 0"),
    )
    yield (
        "escaped-slash",
        "a slash spelt as an escape",
        _cut(b"https://", b"https:\\/\\/"),
    )
    yield "raw-control", "a control character unescaped", _cut(b"Shop 0", b"Shop\t0")
    yield "not-utf-8", "a byte that is no UTF-8", _cut(b"Shop 0", b"Shop\xff0")
    yield "surrogate", "half a character as an escape", _cut(b"Shop 0", b"\\ud800")
    yield (
        "surrogate-bytes",
        "half a character as bytes",
        _cut(b"Shop 0", b"\xed\xa0\x80"),
    )
    yield "float", "a whole number as a float", _cut(b'"minor":4', b'"minor":4.0')
    yield (
        "exponent",
        "a number with an exponent",
        _cut(b'"worth_a_day":100', b'"worth_a_day":1e2'),
    )
    yield (
        "minus-zero",
        "a zero below zero",
        _cut(b'"worth_a_day":100', b'"worth_a_day":-0'),
    )
    yield "nan", "no number", _cut(b'"worth_a_day":100', b'"worth_a_day":NaN')
    yield (
        "doubled-key",
        "a key given twice",
        _cut(b'"name":"Shop 0"', b'"name":"Shop 0","name":"Shop 0"'),
    )
    yield (
        "doubled-key-escaped",
        "a key given twice, once as an escape",
        _cut(b'"name":"Shop 0"', b'"n\\u0061me":"Shop 1","name":"Shop 0"'),
    )


def _values() -> Iterator[tuple[str, str, bytes]]:
    yield "default-written", "a default written out", _set(*_ACCOUNT, "notes", to="")
    yield (
        "unused-written",
        "the default state written out",
        _set("vault", "code_sets", 0, "codes", 1, "state", to="unused"),
    )
    yield "unknown-field", "a field nobody knows", _set(*_ACCOUNT, "colour", to="red")
    yield "unknown-part-field", "such a field in a code", _set(*_CODE, "hint", to="h")
    yield (
        "unknown-collection",
        "a collection nobody knows",
        _set("vault", "errands", to=[]),
    )
    yield "unknown-top", "a field beside the vault", _set("extra", to=1)
    yield (
        "unsorted-records",
        "records not in the order of ids",
        _swapped("vault", "accounts"),
    )
    yield (
        "doubled-id",
        "two records of one id",
        _set("vault", "accounts", 1, "id", to=_plain()["vault"]["accounts"][0]["id"]),
    )
    yield "wrong-state", "a state no code can have", _set(*_CODE, "state", to="lost")
    yield "wrong-type", "a number where text belongs", _set(*_ACCOUNT, "name", to=1)
    yield "null-text", "null where text belongs", _set(*_ACCOUNT, "login", to=None)
    yield (
        "large-integer",
        "one more than any reader keeps",
        _set(*_ACCOUNT, "worth_a_day", to=2**53),
    )
    yield "no-name", "a required field is missing", _cut(b'"name":"Shop 0",', b"")
    yield "no-vault", "no vault", b'{"minor":4,"version":1}'
    yield "no-minor", "no minor", _cut(b'"minor":4,', b"")
    yield "negative-minor", "a minor below zero", _set("minor", to=-1)
    yield "version-zero", "a version that never was", _set("version", to=0)
    yield "version-text", "the version as text", _set("version", to="1")
    yield "array", "an array instead of an object", b"[" + SOUND + b"]"
    yield "deep", "a hundred thousand brackets", _cut(b'"Shop 0"', b"[" * 100_000)


def _newer() -> Iterator[Vector]:
    plain = _plain()
    plain["minor"] = MINOR + 1
    plain["vault"]["errands"] = [{"id": "r", "needs": [1.5, None, {}]}]
    plain["vault"]["accounts"][0]["colour"] = "red"
    data = _spelt(plain)
    yield Vector("newer-minor", "read-only", "a record and a field of tomorrow", data)
    twice = _cut(b'"colour":"red"', b'"colour":"red","colour":"blue"', data)
    yield Vector("newer-doubled-key", "Malformed", "an unknown key twice", twice)
    deep = _cut(b'"colour":"red"', b'"colour":' + b"[" * 17 + b"]" * 17, data)
    yield Vector("newer-deep", "Malformed", "nesting beyond the bound", deep)
    broken = _cut(b'"name":"Shop 0"', b'"name":0', data)
    yield Vector("newer-wrong-type", "Malformed", "a known field of other type", broken)
    later = _set("version", to=2)
    yield Vector("newer-version", "TooNew", "a version of tomorrow", later)


def vectors() -> Iterator[Vector]:
    """Yield every vector there is."""
    yield from _sound()
    yield from _newer()
    for name, comment, data in (*_spellings(), *_values()):
        yield Vector(f"bad-{name}", "Malformed", comment, data)


def main() -> None:
    """Write every vector beside this file."""
    for vector in vectors():
        path = Path(__file__).with_name(f"{vector.name}.vector")
        path.write_bytes(vector.text())


if __name__ == "__main__":
    main()
