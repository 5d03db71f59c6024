"""Sheets that somebody else printed, copied, mixed, or had in his hands for a while."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Final

from msgspec.structs import replace as with_fields

from tests.attacks.attack import Attack, on, on_kit
from tests.attacks.stage import MARK, OWNER, STAMP, keys_for
from tests.builders import a_vault
from tests.vectors.envelope_maker import sign, signing_seed
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.document.body import encode_body, pack_paper
from vault.document.codec import encode_document
from vault.encoding import base45
from vault.encoding.checksum import checksum
from vault.envelope.header import Profile
from vault.envelope.seal import Keys, seal
from vault.errors import Incomplete, Malformed, Refused, Tampered, TooNew, VaultError
from vault.kit.frames import Frame, frames_of, kit_id, parse_frame
from vault.kit.plan import Density, Plan, plan_for

OWNERS: Final = with_fields(
    a_vault(1),
    name=MARK,
    signer=signing.public_key(signing_seed()).hex(),
)
DOCUMENT: Final = encode_document(OWNERS)
KEYS: Final = keys_for(OWNER.c, seed=81)
THIEFS_SEED: Final = Secret(bytes(32))
SYMBOL: Final = Density.STURDY.symbol_bytes


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _gathered()
    yield from _numbers()
    yield from _signatures()
    yield from _bodies()


def envelope(body: bytes, seed: int = 82, signed: object = sign) -> bytes:
    """Seal the body of a kit, signed by the owner where nobody else is named."""
    keys: Keys = KEYS
    return seal(
        body,
        profile=Profile.KIT,
        ident=b"ownervlt",
        keys=keys,
        stamp=STAMP,
        random=Random(seed).randbytes,
        sign=signed,  # type: ignore[arg-type]
        symbol_bytes=SYMBOL,
    )


def printed(data: bytes) -> list[Frame]:
    """Return all codes of a kit."""
    return frames_of(data, plan_for(len(data), Density.STURDY))


def texts(frames: Sequence[Frame]) -> list[str]:
    """Return what the codes say."""
    return [frame.to_text() for frame in frames]


def on_body(name: str, body: bytes, refusal: VaultError) -> Attack:
    """Return an attack by a kit that the owner's key signed and whose body is odd."""
    return on_kit(name, texts(printed(envelope(body))), refusal, OWNER.by_code)


SOUND: Final = envelope(pack_paper(encode_body(DOCUMENT)))
FRAMES: Final = printed(SOUND)
K: Final = FRAMES[0].k
OTHERS: Final = printed(envelope(pack_paper(encode_body(DOCUMENT)), seed=83))


def forged(frame: Frame, seed: int) -> Frame:
    """Return a code of the same number with other data and a fitting checksum."""
    return replace(frame, data=Random(seed).randbytes(SYMBOL))


def _gathered() -> Iterator[Attack]:
    """Codes that are not enough, or not of one kit, or not genuine."""

    def short(more: int, found: int, forged: int = 0, kits: int = 1) -> Incomplete:
        return Incomplete(more, K, found, forged, kits)

    lies = [forged(frame, n) for n, frame in enumerate(FRAMES)]
    moved = [replace(f, kit=FRAMES[0].kit) for f in OTHERS]
    half = K // 2
    piles: dict[str, tuple[Sequence[Frame], VaultError]] = {
        "one code too few": (FRAMES[: K - 1], short(1, K - 1)),
        "one sheet photographed many times": (
            FRAMES[: K - 1] * 6,
            short(1, K - 1),
        ),
        "halves of two kits": (
            (*FRAMES[:half], *OTHERS[half : K - 1]),
            short(K - half, half, kits=2),
        ),
        "halves of two kits under one kit's number": (
            (*FRAMES[:half], *moved[half:K]),
            short(1, K, forged=1),
        ),
        "another kit's codes under this kit's number": (
            moved,
            short(1, len(moved), forged=1),
        ),
        "every code forged": (lies, short(1, len(lies), forged=1)),
        "one forged code and none to spare": (
            (*FRAMES[: K - 1], lies[K]),
            short(1, K, forged=1),
        ),
        "two whole kits": (
            (*FRAMES, *OTHERS),
            Refused("two-kits", f"{FRAMES[0].kit.hex()} {OTHERS[0].kit.hex()}"),
        ),
    }
    for name, (frames, refusal) in piles.items():
        yield on_kit(name, texts(frames), refusal, OWNER.by_code)
    nothing = Incomplete(1, 1, 0, 0, 0)
    for name, read in {
        "no code at all": [],
        "codes of somebody else's": ["https://example.com/pay", "WIFI:T:WPA;S:x;;"],
        "codes with a letter changed": [t[:-1] + "?" for t in texts(FRAMES)],
        "codes cut in half": [t[: len(t) // 2] for t in texts(FRAMES)],
        "codes in small letters": [t.lower() for t in texts(FRAMES)],
    }.items():
        yield on_kit(name, read, nothing, OWNER.by_code)


def _numbers() -> Iterator[Attack]:
    """One code whose numbers are lies, its checksum right."""
    frame = FRAMES[0]
    lies: dict[str, tuple[Frame, VaultError]] = {
        "of 0 sheets": (replace(frame, sheets=0), Malformed("frame-sheets", 0)),
        "of one sheet": (replace(frame, sheets=1), Malformed("frame-sheets", 1)),
        "of 41 sheets": (replace(frame, sheets=41), Malformed("frame-sheets", 41)),
        "of 0 groups": (replace(frame, groups=0), Malformed("frame-groups", 0)),
        "of 5 groups": (replace(frame, groups=5), Malformed("frame-groups", 5)),
        "of group 1 of 1": (replace(frame, group=1), Malformed("frame-group", 1)),
        "of no data": (replace(frame, k=0), Malformed("frame-k", 0)),
        "of more data than codes": (
            replace(frame, k=frame.n + 1),
            Malformed("frame-k", frame.n + 1),
        ),
        "of too few codes": (
            replace(frame, n=frame.n - 1),
            Malformed("frame-n", frame.n - 1),
        ),
        "of a place behind the last": (
            replace(frame, index=frame.n),
            Malformed("frame-index", frame.n),
        ),
        "of a sheet it is not on": (
            replace(frame, sheet=1),
            Malformed("frame-sheet", 1),
        ),
    }
    for name, (lie, refusal) in lies.items():
        yield on(f"a code {name}", refusal, _parsing(lie.to_text()))
    raw = frame.to_bytes()
    spoilt: dict[str, tuple[bytes, VaultError]] = {
        "of format 3": (b"\3" + raw[1:], Malformed("frame-format", 3)),
        "of the other density": (b"\2" + raw[1:], Malformed("frame-length", len(raw))),
        "a byte short": (raw[:-1], Malformed("frame-length", len(raw) - 1)),
        "with its data turned": (raw[:20] + raw[:19:-1], Malformed("frame-checksum")),
        "with a checksum of zeros": (
            raw[:16] + bytes(4) + raw[20:],
            Malformed("frame-checksum"),
        ),
        "with a checksum of its data alone": (
            raw[:16] + checksum(raw[20:]) + raw[20:],
            Malformed("frame-checksum"),
        ),
        "renumbered without a new checksum": (
            raw[:13] + b"\1" + raw[14:],
            Malformed("frame-checksum"),
        ),
    }
    for name, (data, refusal) in spoilt.items():
        text = "SK:" + base45.encode(data)
        yield on(f"a code {name}", refusal, _parsing(text))
    yield on("a code of another program", Malformed("frame-prefix"), _parsing("XX:00"))


def _parsing(text: str) -> object:
    return lambda: parse_frame(text)


def _signatures() -> Iterator[Attack]:
    """The whole kit is right but for who vouches for it."""
    body = pack_paper(encode_body(DOCUMENT))

    def by_thief(message: bytes) -> bytes:
        return signing.sign(THIEFS_SEED, message)

    unnamed = with_fields(OWNERS, signer="")
    stranger = with_fields(OWNERS, signer=signing.public_key(THIEFS_SEED).hex())
    kits = {
        "a kit signed by nobody": envelope(body, signed=None),
        "a kit signed by a thief": envelope(body, signed=by_thief),
        "a kit that names no key": envelope(_body(encode_document(unnamed))),
        "a kit that names another key": envelope(_body(encode_document(stranger))),
        "a kit with the signature of another": envelope(
            body, seed=84, signed=lambda message: sign(message[::-1])
        ),
    }
    for name, data in kits.items():
        yield on_kit(name, texts(printed(data)), Tampered(), OWNER.by_code)
    changed = SOUND[:-30] + bytes(30)
    plan = Plan(Density.STURDY, FRAMES[0].sheets, 1, K)
    frames = frames_of(changed, plan)
    name = "a kit with another end, numbered as its own"
    yield on_kit(name, texts(frames), Tampered(), OWNER.by_code)
    assert kit_id(changed) != kit_id(SOUND)


def _body(document: bytes) -> bytes:
    return pack_paper(encode_body(document))


def _bodies() -> Iterator[Attack]:
    """Signed by the key that it names, and yet no kit that we would have made."""
    packed = pack_paper(encode_body(DOCUMENT))
    length = int.from_bytes(packed[:4], "big")

    def says(number: int) -> bytes:
        return number.to_bytes(4, "big") + packed[4:]

    zeros = pack_paper(encode_body(b" " * 60_000))
    bodies: dict[str, tuple[bytes, VaultError]] = {
        "no body": (b"", Malformed("paper.length", 0)),
        "a body of three bytes": (b"\0\0\1", Malformed("paper.length", 3)),
        "a body said to be empty": (says(0), Malformed("paper.deflate")),
        "a body said a byte short": (says(length - 1), Malformed("paper.deflate")),
        "a body said a byte long": (says(length + 1), Malformed("paper.deflate")),
        "a body said to be 4 GiB": (
            says(2**32 - 1),
            Malformed("paper.length", 2**32 - 1),
        ),
        "a body said to be 16 MiB and a byte": (
            says(2**24 + 1),
            Malformed("paper.length", 2**24 + 1),
        ),
        "a body said to shrink a hundredfold": (
            says(2**20),
            Malformed("paper.length", 2**20),
        ),
        "a body with bytes behind": (packed + b"\0", Malformed("paper.deflate")),
        "a body cut short": (packed[:-5], Malformed("paper.deflate")),
        "a body that is no deflate": (
            packed[:4] + b"\xff" * 300,
            Malformed("paper.deflate"),
        ),
        "a body of blanks": (zeros, Malformed("document.head")),
        "a document with a key twice": (
            _body(DOCUMENT.replace(b'"minor":', b'"minor":9,"minor":')),
            Malformed("json.doubled-key"),
        ),
        "a document 17 deep": (_body(b"[" * 17), Malformed("json.depth")),
        "a document of version 2": (
            _body(DOCUMENT.replace(b'"version":1', b'"version":2')),
            TooNew(2, 1),
        ),
        "a document with a space": (
            _body(DOCUMENT.replace(b'"minor":', b'"minor": ')),
            Malformed("document.not-canonical"),
        ),
        "a vault with an id that is none": (
            _body(encode_document(with_fields(OWNERS, id="../../x"))),
            Malformed("document.vault"),
        ),
    }
    for name, (body, refusal) in bodies.items():
        yield on_body(f"a kit with {name}", body, refusal)
