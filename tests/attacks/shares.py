"""What a dishonest deputy can make of a share, knowing all that is in it.

He has the words that open it, hence its file key; he lacks the owner's signing key.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from tests.attacks.attack import Attack, on_share
from tests.attacks.stage import OWNER, THIEF
from tests.vectors.envelope_maker import Maker, put, sign
from tests.vectors.share_maker import (
    SHARE_ID,
    SIGNER,
    facts,
    plain,
    sealed,
    sealed_body,
    spelt,
    written,
)
from vault.crypto import signing, stream
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.document.body import encode_body
from vault.encoding.framing import Field
from vault.envelope import seal
from vault.envelope.header import Header
from vault.envelope.seal import Keys, new_keys, open_envelope
from vault.errors import Malformed, Tampered, TooNew, VaultError
from vault.limits import Cost

SOUND: Final = sealed(written())
OPENED: Final = open_envelope(SOUND, OWNER.by_phrase)
FILE_KEY: Final = Secret(OPENED.keys.file_key.reveal())
COVERED: Final = OPENED.body
THIEFS_SEED: Final = Secret(bytes(32))
THIEFS_KEY: Final = signing.public_key(THIEFS_SEED).hex()
Values = dict[str, Any]


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _retold()
    yield from _readdressed()
    yield from _signatures()
    yield from _contents()


def _resealed(header: Header, body: bytes, signature: bytes) -> bytes:
    """Seal under the file key that the deputy knows, with a signature he has."""
    size = 4096 if len(body) < 4000 else -(-len(body) // 4096) * 4096 + 4096
    front = OPENED.stamp.to_bytes() + len(body).to_bytes(4, "big") + body
    plaintext = front + bytes(size - 64 - len(front)) + signature
    header = replace(header, payload_bytes=stream.sealed_bytes(len(plaintext)))
    key = seal._input_key(FILE_KEY, header.ident)
    context = seal._context(header.to_bytes())
    payload = stream.seal_stream(key, context, plaintext, Maker(71).random)
    return header.to_bytes() + payload


def _edits() -> dict[str, Callable[[Values], None]]:
    """Return what a deputy would like the owner to have written."""

    def share(**told: object) -> Callable[[Values], None]:
        return lambda values: values["share"].update(told)

    def vault(**told: object) -> Callable[[Values], None]:
        return lambda values: values["document"]["vault"].update(told)

    def first(kind: str, **told: object) -> Callable[[Values], None]:
        def edit(values: Values) -> None:
            values["document"]["vault"][kind][0].update(told)

        return edit

    return {
        "another note": share(note="Give the shop to Ada."),
        "a later issue": share(issue=2),
        "an issue of long ago": share(made="2020-01-01T00:00:00Z"),
        "a day that never comes": share(expires="2199-12-31"),
        "another owner's name": vault(name="Krug & Co."),
        "another currency": vault(currency="USD"),
        "another login": first("accounts", login="ada"),
        "another address for mail": first("accounts", email="ada@example.com"),
        "another page to log in at": first("accounts", url="https://shop.example.net"),
        "another desk to ring": first("contacts", name="Ada's desk"),
        "another title for the steps": first("procedures", title="Give up"),
        "another code": first("code_sets", label="the good ones"),
        "another name for a person": first("people", name="Ada"),
        "a person said to be trusted": first("people", trusted=True),
        "a person rung elsewhere": first("people", phone="+1 555 0100"),
        "another role": first("access", role="owner"),
    }


def _retold() -> Iterator[Attack]:
    """The owner's signature under words that are not the owner's."""
    for name, edit in _edits().items():
        values = plain()
        edit(values)
        body = encode_body(spelt(values))
        assert body != COVERED
        data = _resealed(OPENED.header, body, OPENED.signature)
        yield on_share(f"retold with {name}", data, Tampered(), OWNER.by_phrase)


def _readdressed() -> Iterator[Attack]:
    """The owner's very words and signature, addressed to somebody else."""
    header = OPENED.header
    own = header.slots[0]
    for_thief = new_keys(header.ident, [THIEF.p], Maker(72).random, TESTS_ONLY)
    thiefs = _wrapped(header, THIEF.p, Maker(73))
    cheaper = _wrapped(header, replace(OWNER.p, cost=Cost(32, 1, 1)), Maker(74))
    again = _wrapped(header, OWNER.p, Maker(75))
    by_code = _wrapped(header, THIEF.c, Maker(76))
    assert for_thief.slots
    made = {
        "to a thief alone": (replace(header, slots=thiefs), THIEF.by_phrase),
        "to a thief as well": (
            replace(header, slots=(own, *thiefs)),
            OWNER.by_phrase,
        ),
        "to a thief first": (replace(header, slots=(*thiefs, own)), THIEF.by_phrase),
        "to a thief by code": (replace(header, slots=by_code), THIEF.by_code),
        "at a lower cost": (replace(header, slots=cheaper), OWNER.by_phrase),
        "with another salt": (replace(header, slots=again), OWNER.by_phrase),
        "as another save": (replace(header, save_id=bytes(8)), OWNER.by_phrase),
        "with a later writer's field": (
            replace(header, kept=(Field(0x80, b""),)),
            OWNER.by_phrase,
        ),
    }
    for name, (changed, way) in made.items():
        data = _resealed(changed, COVERED, OPENED.signature)
        yield on_share(f"sent on {name}", data, Tampered(), way)
    renamed = replace(header, ident=b"other-id", slots=())
    slots = _wrapped(renamed, OWNER.p, Maker(77))
    data = _resealed(replace(renamed, slots=slots), COVERED, OPENED.signature)
    yield on_share("sent on under another id", data, Tampered(), OWNER.by_phrase)


def _wrapped(header: Header, way: object, make: Maker) -> tuple[Any, ...]:
    """Wrap the share's own file key for somebody."""
    given = iter([FILE_KEY.reveal()])

    def random(count: int) -> bytes:
        return next(given, None) or make.random(count)

    keys: Keys = new_keys(header.ident, [way], random, Cost(8, 1, 1))  # type: ignore[list-item]
    return keys.slots


def _signatures() -> Iterator[Attack]:
    """Every signature but the right one."""
    body = COVERED
    head, covered = OPENED.signed[15:79], OPENED.signed[79:]
    messages = {
        "of the words alone": covered,
        "of the head alone": head,
        "without the label": OPENED.signed[15:],
        "under another label": OPENED.signed.replace(b"/1", b"/2"),
        "of head and words turned": b"sparekey/1 sig\0" + covered + head,
        "of the body": body,
        "of nothing": b"",
    }
    for name, message in messages.items():
        data = _resealed(OPENED.header, body, sign(message))
        yield on_share(f"a signature {name}", data, Tampered(), OWNER.by_phrase)
    own = OPENED.signature
    order = (2**252 + 27742317777372353535851937790883648493).to_bytes(32, "little")
    scalar = int.from_bytes(own[32:], "little") + int.from_bytes(order, "little")
    spoilt = {
        "of zeros": bytes(64),
        "of ones": b"\xff" * 64,
        "with its halves turned": own[32:] + own[:32],
        "with its first half gone": bytes(32) + own[32:],
        "with its second half gone": own[:32] + bytes(32),
        "with the group's order added": own[:32] + scalar.to_bytes(32, "little"),
        "with a bit turned": bytes([own[0] ^ 1]) + own[1:],
        "by a thief": signing.sign(THIEFS_SEED, OPENED.signed),
    }
    for name, signature in spoilt.items():
        data = _resealed(OPENED.header, body, signature)
        yield on_share(f"a signature {name}", data, Tampered(), OWNER.by_phrase)
    values = plain()
    values["document"]["vault"]["signer"] = THIEFS_KEY
    data = sealed(spelt(values))
    name = "the thief's key named, the owner's signature"
    yield on_share(name, data, Tampered(), OWNER.by_phrase)
    assert SIGNER != THIEFS_KEY


def _contents() -> Iterator[Attack]:
    """What nobody may put into a share, whoever signs it."""
    entry = {"n": 1, "at": "2026-03-01T12:00:00Z", "kind": "vault", "id": "x"}
    more: dict[str, tuple[Values, VaultError]] = {
        "a vault code": ({"vault_code": "0f" * 16}, Malformed("share.scope")),
        "a signing seed": (
            {"identity": {"signing_seed": "5e" * 32}},
            Malformed("share.scope"),
        ),
        "a history": (
            {"history": [entry | {"action": "edit"}]},
            Malformed("share.scope"),
        ),
        "an id that is none": ({"id": "../../etc/passwd"}, Malformed("share.vault")),
        "another share's id": ({"id": "ff" * 8}, Malformed("share.id")),
        "a key that is none": ({"signer": "ab"}, Malformed("share.vault")),
        "a name of 201 letters": ({"name": "x" * 201}, Malformed("share.vault")),
        "a field that there is not": (
            {"colour": "red"},
            Malformed("document.not-canonical"),
        ),
    }
    for name, (told, refusal) in more.items():
        values = plain()
        values["document"]["vault"] |= told
        data = sealed(spelt(values))
        yield on_share(f"a share with {name}", data, refusal, OWNER.by_phrase)
    for name, (told, refusal) in {
        "a depth that there is not": ({"depth": "all"}, Malformed("share.type")),
        "codes, said to be steps only": (
            {"depth": "procedures"},
            Malformed("share.scope"),
        ),
        "issue 0": ({"issue": 0}, Malformed("share.facts")),
        "a day that there is not": (
            {"expires": "2027-02-30"},
            Malformed("share.facts"),
        ),
    }.items():
        values = plain()
        values["share"] |= told
        data = sealed(spelt(values))
        yield on_share(f"a share with {name}", data, refusal, OWNER.by_phrase)
    body = encode_body(written())
    short = put(body, 0, (len(body) - 5).to_bytes(4, "big"))
    refusal = Malformed("body.length", len(body) - 5)
    yield on_share(
        "a share with words behind", sealed_body(short), refusal, OWNER.by_phrase
    )
    data = sealed(spelt(plain() | {"version": 2}))
    yield on_share("a share of version 2", data, TooNew(2, 1), OWNER.by_phrase)
    assert OPENED.header.ident == SHARE_ID
    assert facts().issue == 1
