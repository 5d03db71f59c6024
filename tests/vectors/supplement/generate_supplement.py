"""Makes the vectors of supplements: a kit's document, and one that is to join it.

A vector is a file of header lines (`expect`, `comment`, `kit`, the length of the kit's
document in bytes), an empty line, the kit's document and the supplement's. `expect` is
"joined" or the name of an error class. `python -m
tests.vectors.supplement.generate_supplement` writes the files beside it; a test
compares what it makes with what lies there.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from tests.builders import a_kit, a_vault, an_account
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.document.supplement import About, Key, encode_supplement
from vault.encoding.canonical import to_json
from vault.model.vault import KINDS, Vault

KIT = kit_document(a_vault(2, codes=2))
ABOUT = About(to="0123456789abcdef", kit=2, number=1)


class Vector(NamedTuple):
    """One file: its name, what must happen, why, and both documents."""

    name: str
    expect: str
    comment: str
    kit: bytes
    supplement: bytes

    def text(self) -> bytes:
        """Return the bytes of the file."""
        head = f"expect: {self.expect}\ncomment: {self.comment}\nkit: {len(self.kit)}"
        return head.encode() + b"\n\n" + self.kit + self.supplement


def changed(after: Vault) -> bytes:
    """Return the supplement that makes `after` of the kit."""

    def records(vault: Vault) -> dict[Key, object]:
        kinds = [kind for kind in KINDS if kind != "kit"]
        return {(k, i): one for k in kinds for i, one in vault.collection(k).items()}

    had, has = records(KIT), records(after)
    otherwise = {key for key, one in has.items() if had.get(key) != one}
    return encode_supplement(after, ABOUT, otherwise, had.keys() - has.keys())


def _after(**fields: object) -> Vault:
    """Return the vault later: an account renamed, one new, a code set gone."""
    first, *rest = KIT.accounts.values()
    known = {one.id: one for one in (replace(first, name="茶 Renamed"), *rest)}
    sets = dict(list(KIT.code_sets.items())[1:])
    later = {
        "accounts": {**known, an_account(7).id: an_account(7)},
        "code_sets": sets,
        "kits": {**KIT.kits, a_kit(2).id: a_kit(2)},
        "counter": KIT.counter + 9,
    }
    return replace(KIT, **(later | fields))


def _sound() -> Iterator[Vector]:
    kit = encode_document(KIT)
    yield Vector("good-all", "joined", "new, changed, gone", kit, changed(_after()))
    yield Vector("good-nothing", "joined", "nothing changed", kit, changed(KIT))
    name = changed(_after(name="Tea House", accounts=KIT.accounts))
    yield Vector("good-name", "joined", "a field of the vault itself", kit, name)
    none = changed(replace(KIT, procedures={}))
    yield Vector("good-empty", "joined", "a collection without records", kit, none)


def _set(change: Callable[[Any], object]) -> bytes:
    plain = json.loads(changed(_after()))
    change(plain)
    return to_json(plain)


def _faults() -> Iterator[tuple[str, str, bytes, bytes]]:
    kit, sound = encode_document(KIT), changed(_after())
    more = {**KIT.accounts, an_account(9).id: an_account(9)}
    other = encode_document(replace(KIT, accounts=more))
    yield "kit-has-more", "an account that it does not name", other, sound
    other = encode_document(replace(KIT, id="11" * 8))
    yield "other-vault", "a kit of another vault", other, sound
    other = encode_document(replace(KIT, signer="cd" * 32))
    yield "other-signer", "a kit of another owner", other, sound
    other = encode_document(replace(KIT, code_sets={}))
    yield "gone-already", "what is to go was never there", other, sound
    renamed = [{"id": next(iter(KIT.accounts)), "kind": "account"}]
    both = _set(lambda plain: plain["supplement"].update(gone=renamed))
    yield "gone-and-there", "a record that it brings and takes", kit, both
    fields: dict[str, tuple[str, Callable[[Any], object]]] = {
        "whole": ("another hash", lambda s: s["supplement"].update(whole="00" * 32)),
        "no-kit": ("no kit is named", lambda s: s["supplement"].pop("to")),
        "unknown-field": ("a field too many", lambda s: s["supplement"].update(a=1)),
        "unknown-kind": (
            "a kind that never was",
            lambda s: s["supplement"].update(gone=[{"id": "0" * 10, "kind": "boat"}]),
        ),
        "register-gone": (
            "an entry of the register named as gone",
            lambda s: s["supplement"].update(gone=[{"id": "0" * 10, "kind": "kit"}]),
        ),
        "gone-twice": (
            "one record gone twice",
            lambda s: s["supplement"].update(gone=2 * s["supplement"]["gone"]),
        ),
        "secret": ("the vault code", lambda s: s["vault"].update(vault_code="0f" * 16)),
        "unsorted": (
            "records out of order",
            lambda s: s["vault"]["accounts"].reverse(),
        ),
        "version-zero": ("a version that never was", lambda s: s.update(version=0)),
        "no-vault": ("no vault", lambda s: s.pop("vault")),
    }
    for name, (comment, change) in fields.items():
        yield name, comment, kit, _set(change)
    yield "whole-kit", "a kit instead of a supplement", kit, kit


def vectors() -> Iterator[Vector]:
    """Yield every vector there is."""
    yield from _sound()
    for name, comment, kit, supplement in _faults():
        yield Vector(f"bad-{name}", "Malformed", comment, kit, supplement)
    newer = _set(lambda plain: plain.update(version=2))
    comment = "a version of tomorrow"
    yield Vector("newer-version", "TooNew", comment, encode_document(KIT), newer)


def main() -> None:
    """Write every vector beside this file."""
    for vector in vectors():
        path = Path(__file__).with_name(f"{vector.name}.vector")
        path.write_bytes(vector.text())


if __name__ == "__main__":
    main()
