"""Make the vectors of the share: sound ones, and ones with a single fault each.

    python -m tests.vectors.generate_share

A vector is a head (`expect`, `comment`, `form`, and `passphrase` for a file), an empty
line, and the bytes of a share file or of a share document. `expect` is "opened",
"newer" or the name of an error class.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tests.builders import a_kit
from tests.vectors.envelope_maker import Maker, flip, put, sign, with_fields
from tests.vectors.envelope_maker import field as one_field
from tests.vectors.share_maker import (
    ShareVector,
    facts,
    part,
    plain,
    sealed,
    sealed_body,
    spelt,
    written,
)
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.document.body import encode_body
from vault.document.schema import MINOR
from vault.envelope.header import Profile, parse_header
from vault.limits import Cost
from vault.share.document import encode_share

FOLDER = Path(__file__).parent / "share"


def vectors() -> Iterator[ShareVector]:
    """Yield every vector."""
    yield from _sound()
    yield from _facts()
    yield from _parts()
    yield from _spelling()
    yield from _versions()
    yield from _files()
    yield from _forged()


def _sound() -> Iterator[ShareVector]:
    for depth in ("procedures", "access", "codes"):
        told = f"one account, {depth}"
        yield ShareVector(f"good-document-{depth}", "opened", told, written(depth))
        data = sealed(written(depth))
        yield ShareVector(f"good-file-{depth}", "opened", told, data, "file")
    old = encode_share(replace(facts(), expires="2026-03-02"), part())
    told = "past its day: age never decides whether it opens"
    yield ShareVector("good-file-old", "opened", told, sealed(old), "file")
    bare = encode_share(replace(facts(), note="", expires=""), part())
    yield ShareVector("good-document-bare", "opened", "no note, no last day", bare)


def _spoilt(name: str, comment: str, **share: object) -> ShareVector:
    """Return a document with other facts; None takes one away."""
    values = plain()
    told = values["share"] | share
    values["share"] = {name: value for name, value in told.items() if value is not None}
    return ShareVector(f"bad-facts-{name}", "Malformed", comment, spelt(values))


def _facts() -> Iterator[ShareVector]:
    yield _spoilt("issue-0", "issues count from 1", issue=0)
    yield _spoilt("issue-text", "an issue is a number", issue="1")
    yield _spoilt("issue-missing", "a required fact", issue=None)
    yield _spoilt("made-day", "made is a time", made="2026-03-02")
    yield _spoilt("made-missing", "a required fact", made=None)
    yield _spoilt("expires-time", "expires is a day", expires="2027-03-01T00:00:00Z")
    yield _spoilt("expires-no-day", "there is no 30 February", expires="2027-02-30")
    yield _spoilt("expires-default", "a default is left out", expires="")
    yield _spoilt("depth-unknown", "the list of depths is closed", depth="everything")
    yield _spoilt("depth-missing", "a required fact", depth=None)
    yield _spoilt("note-number", "a note is a text", note=7)
    yield _spoilt("unknown", "our minor has no such fact", seen=True)
    yield _spoilt("depth-codes", "access, and yet codes are inside", depth="access")
    yield _spoilt("depth-people", "people are inside", depth="procedures")


def _inside(name: str, comment: str, **more: object) -> ShareVector:
    values = plain()
    values["document"]["vault"] |= more
    return ShareVector(f"bad-part-{name}", "Malformed", comment, spelt(values))


def _parts() -> Iterator[ShareVector]:
    yield _inside("vault-code", "never inside", vault_code="0f" * 16)
    yield _inside("identity", "never inside", identity={"signing_seed": "5e" * 32})
    entry = {"n": 1, "at": "2026-03-01T12:00:00Z", "kind": "vault", "id": "x"}
    yield _inside("history", "never inside", history=[entry | {"action": "edit"}])
    values = encode_share(facts(), replace(part(), kits={a_kit().id: a_kit()}))
    yield ShareVector("bad-part-register", "Malformed", "never inside", values)
    yield _inside("id", "an id is 16 hex digits", id="xyz")
    yield _inside("signer", "a key is 64 hex digits", signer="ab")
    yield _inside("unknown-field", "our minor has no such field", colour="red")
    yield _inside("unsorted", "records stand in the order of ids", people=_backwards())


def _backwards() -> list[Any]:
    people: list[Any] = plain()["document"]["vault"]["people"]
    return people[::-1]


def _spelling() -> Iterator[ShareVector]:
    sound = written()
    changes = {
        "newline-behind": (sound + b"\n", "nothing stands behind the end"),
        "space": (sound.replace(b'"minor":0', b'"minor": 0'), "no spaces"),
        "space-around-part": (sound.replace(b'},"minor"', b'} ,"minor"'), "no spaces"),
        "doubled-key": (
            sound.replace(b'"issue":1', b'"issue":1,"issue":1'),
            "each key once",
        ),
        "doubled-part": (
            sound.replace(b'{"document":', b'{"document":null,"document":', 1),
            "each key once",
        ),
        "unsorted": (b'{"version":1,' + sound[1:-13] + b"}", "keys in their order"),
        "escaped": (sound.replace(b"Ring", b"\\u0052ing"), "letters are not escaped"),
        "cut": (sound[:-1], "the end is missing"),
        "not-utf-8": (sound.replace(b"Ring", b"R\xffng"), "text is UTF-8"),
        "part-not-utf-8": (sound.replace(b"Shop", b"Sh\xffp"), "text is UTF-8"),
        "empty": (b"", "there is nothing"),
        "array": (b"[]", "it is an object"),
        "deep": (b"[" * 17 + b"]" * 17, "deeper than documents are"),
        "bare-vault": (spelt(plain()["document"]), "a vault's document is no share's"),
    }
    for name, (data, comment) in changes.items():
        yield ShareVector(f"bad-spelling-{name}", "Malformed", comment, data)


def _versions() -> Iterator[ShareVector]:
    outer, inner = plain(), plain()
    outer |= {"minor": 1, "receipt": {"wanted": True}}
    outer["share"]["priority"] = "high"
    inner["document"]["minor"] = MINOR + 1
    inner["document"]["vault"]["errands"] = [{"id": "x"}]
    told = "what is known is read, and that there is more is said"
    for name, values in (("share", outer), ("part", inner)):
        data = spelt(values)
        yield ShareVector(f"newer-document-{name}", "newer", told, data)
        data = sealed(data)
        yield ShareVector(f"newer-file-{name}", "newer", told, data, "file")
    told = "a newer minor goes through the pre-scan too"
    data = spelt(outer).replace(b'"issue":1', b'"issue":1,"issue":1')
    yield ShareVector("bad-newer-doubled-key", "Malformed", told, data)
    for name, number, expect in (
        ("newer-version", 2, "TooNew"),
        ("bad-version-0", 0, "Malformed"),
        ("bad-version-text", "1", "Malformed"),
    ):
        values = plain() | {"version": number}
        told = "versions begin with 1, and there is no other yet"
        yield ShareVector(name, expect, told, spelt(values))
    values = plain() | {"minor": -1}
    yield ShareVector("bad-minor", "Malformed", "minors begin with 0", spelt(values))
    values = plain()
    values["document"]["version"] = 2
    told = "the part has a version of its own"
    yield ShareVector("newer-part-version", "TooNew", told, spelt(values))


def _file(
    name: str, expect: str, comment: str, data: bytes, second: str = ""
) -> ShareVector:
    return ShareVector(f"file-{name}", expect, comment, data, "file", second)


def _files() -> Iterator[ShareVector]:
    sound, body = sealed(written()), encode_body(written())
    start = parse_header(sound, paper=False).payload_start
    yield _file("cut", "Malformed", "the last byte is missing", sound[:-1])
    yield _file("trailing", "Malformed", "a byte behind the payload", sound + b"\0")
    yield _file("flipped-end", "Tampered", "the last bit is turned", flip(sound, -1))
    yield _file("flipped-id", "NoKey", "the id is in the key", flip(sound, 12))
    yield _file("flipped-save", "Tampered", "the save id is bound", flip(sound, 20))
    yield _file("newer-format", "TooNew", "format 2", put(sound, 8, b"\x02"))
    spliced = sound[:start] + sealed(written(), seed=8)[start:]
    yield _file("spliced", "Tampered", "the payload of another share", spliced)
    yield ShareVector(
        "file-other-words",
        "NoKey",
        "what was presented is not what locks it",
        sound,
        "file",
        passphrase="abacus abacus abacus abacus abacus abacus",
    )
    costly = Maker(9).slot(Cost(2 * 1024 * 1024, 16, 4)).to_bytes()
    size = (len(sound) - start).to_bytes(8, "big")
    fields = one_field(1, costly) + one_field(2, size)
    told = "2 GiB are not spent unasked"
    yield _file("costly", "NeedsConsent", told, with_fields(sound, fields))
    told = "a body holds one document"
    data = sealed_body(body + b"!")
    yield _file("body-trailing", "Malformed", told, data, "opens")
    yield _file("body-short", "Malformed", told, sealed_body(body[:-1]))
    told = "another profile is no share"
    vault = sealed_body(body, None, profile=Profile.VAULT)
    yield _file("profile-vault", "Malformed", told, vault, "opens")
    proposal = sealed_body(body, profile=Profile.PROPOSAL)
    yield _file("profile-proposal", "Malformed", told, proposal, "opens")


def _forged() -> Iterator[ShareVector]:
    """Yield what somebody may seal who knows the words, but is not the owner."""
    document = written()
    thief = Secret(bytes(32))
    told = "signed by another key than it names"
    data = sealed(document, lambda message: signing.sign(thief, message))
    yield _file("signed-by-another", "Tampered", told, data, "opens")
    data = sealed(document, None)
    yield _file("unsigned", "Tampered", "every share is signed", data, "opens")
    values = plain()
    del values["document"]["vault"]["signer"]
    told = "it names no key"
    yield _file("no-signer", "Tampered", told, sealed(spelt(values)), "opens")
    theirs: list[bytes] = []

    def kept(message: bytes) -> bytes:
        theirs.append(sign(message))
        return theirs[0]

    sealed(document, kept)
    data = sealed(document, lambda _: theirs[0], seed=8)
    told = "the owner's signature of another share"
    yield _file("signature-spliced", "Tampered", told, data, "opens")
    other = replace(part(), id="ffeeddccbbaa9988")
    told = "the id inside is not the one outside"
    data = sealed(encode_share(facts(), other))
    yield _file("other-id", "Malformed", told, data, "opens")
    values = plain()
    values["document"]["vault"]["vault_code"] = "0f" * 16
    told = "a vault code is never inside, whoever signed it"
    yield _file("vault-code", "Malformed", told, sealed(spelt(values)), "opens")


def main() -> None:
    """Write every file anew, and take away what is no longer made."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.vector"):
        old.unlink()
    for vector in vectors():
        (FOLDER / f"{vector.name}.vector").write_bytes(vector.to_bytes())


if __name__ == "__main__":
    main()
