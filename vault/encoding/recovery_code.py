"""The printed code of 31 characters: 128 random bits, 2 bits of kind, and a checksum.

26 symbols of data and 5 of a Reed-Solomon code over GF(32), made by x^5 + x^2 + 1 with
the roots a^1 to a^5; the first symbol is the highest power. Codes differ in at least
six symbols, so one or two wrong ones are mended and three are never taken for another
code. What is not a symbol at all counts as a wrong one.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from vault.encoding import base32
from vault.errors import BadInput, BrokenInvariant

KEY_BYTES = 16
DATA_SYMBOLS = 26  # 128 + 2 bits, exactly
CHECK_SYMBOLS = 5
SYMBOLS = DATA_SYMBOLS + CHECK_SYMBOLS
MENDED_SYMBOLS = 2  # half the distance of six, rounded down to leave no tie
GROUP = 4
_TYPED_CHARACTERS = 1000  # 31 of them count; what stands between is no more
_KIND_BITS = 2
_MODULUS = 0b100101  # x^5 + x^2 + 1
_ORDER = 31


class CodeKind(IntEnum):
    """What a code opens, so that a card typed at the wrong place can be named."""

    VAULT = 0
    PARTIAL_KIT = 1
    SHARE = 2


@dataclass(frozen=True)
class ParsedCode:
    """A code as it was meant: `mended` are the positions 0 to 30 that were wrong."""

    key: bytes = field(repr=False)
    kind: CodeKind
    mended: tuple[int, ...]
    text: str = field(repr=False)


def print_code(key: bytes, kind: CodeKind) -> str:
    """Return the 31 characters of a 16-byte key, in groups of four."""
    if len(key) != KEY_BYTES:
        raise BrokenInvariant("code-key")
    number = int.from_bytes(key, "big") << _KIND_BITS | kind
    data = base32.to_symbols(number, DATA_SYMBOLS)
    return base32.spell(data + _checksum(data), GROUP)


def parse_code(text: str) -> ParsedCode:
    """Read a typed code and mend up to two wrong characters; else BadInput.

    Problems: code-length (its detail is the count found), code-wrong, code-kind.
    """
    if len(text) > _TYPED_CHARACTERS:
        raise BadInput("code", "code-length", str(len(text)))
    typed = base32.read_typed(text)
    if len(typed) != SYMBOLS:
        raise BadInput("code", "code-length", str(len(typed)))
    received = tuple(max(symbol, 0) for symbol in typed)
    meant = _mend(received)
    mended = tuple(i for i in range(SYMBOLS) if typed[i] != meant[i])
    if len(mended) > MENDED_SYMBOLS:  # three that are no symbols, by luck near a code
        raise BadInput("code", "code-wrong")
    number = base32.from_symbols(meant[:DATA_SYMBOLS])
    kind = number & (1 << _KIND_BITS) - 1
    if kind > max(CodeKind):
        raise BadInput("code", "code-kind")
    return ParsedCode(
        key=(number >> _KIND_BITS).to_bytes(KEY_BYTES, "big"),
        kind=CodeKind(kind),
        mended=mended,
        text=base32.spell(meant, GROUP),
    )


def _powers() -> tuple[int, ...]:
    powers = [1]
    while len(powers) < _ORDER:
        doubled = powers[-1] << 1
        powers.append(doubled ^ _MODULUS if doubled > _ORDER else doubled)
    return tuple(powers)


_POWER = _powers()
_LOG = {value: exponent for exponent, value in enumerate(_POWER)}


def _times(a: int, b: int) -> int:
    return _POWER[(_LOG[a] + _LOG[b]) % _ORDER] if a and b else 0


def _over(a: int, b: int) -> int:
    return _POWER[(_LOG[a] - _LOG[b]) % _ORDER] if a else 0


def _generator() -> tuple[int, ...]:
    product = [1]
    for root in _POWER[1 : CHECK_SYMBOLS + 1]:
        shifted, scaled = [*product, 0], [0, *(_times(c, root) for c in product)]
        product = [a ^ b for a, b in zip(shifted, scaled, strict=True)]
    return tuple(product)


_GENERATOR = _generator()


def _checksum(data: tuple[int, ...]) -> tuple[int, ...]:
    """Return the remainder of data * x^5 divided by the generator."""
    rest = [*data, *[0] * CHECK_SYMBOLS]
    for i in range(DATA_SYMBOLS):
        lead = rest[i]
        for j, coefficient in enumerate(_GENERATOR):
            rest[i + j] ^= _times(lead, coefficient)
    return tuple(rest[DATA_SYMBOLS:])


def _syndromes(received: tuple[int, ...]) -> tuple[int, ...]:
    values = []
    for root in _POWER[1 : CHECK_SYMBOLS + 1]:
        value = 0
        for symbol in received:
            value = _times(value, root) ^ symbol
        values.append(value)
    return tuple(values)


def _mend(received: tuple[int, ...]) -> tuple[int, ...]:
    """Return the only code within two symbols of `received`; BadInput if none is."""
    syndromes = _syndromes(received)
    if not any(syndromes):
        return received
    x, y = _locate(syndromes)
    a = _over(syndromes[1] ^ _times(syndromes[0], y), x ^ y)
    b = syndromes[0] ^ a
    if not _explains(syndromes, (a, x), (b, y)):
        raise BadInput("code", "code-wrong")
    meant = list(received)
    for error, at in ((a, x), (b, y)):
        if error:
            meant[SYMBOLS - 1 - _LOG[at]] ^= _over(error, at)
    return tuple(meant)


def _locate(syndromes: tuple[int, ...]) -> tuple[int, int]:
    """Return where the errors must be, if they are two or one: as powers of a.

    Peterson's equations: x and y are the roots of z^2 + (x + y) z + x y, whose
    coefficients follow from four syndromes. One error leaves them undetermined; its
    place is then the quotient of two syndromes, and the other one is void.
    """
    first, second, third, fourth = syndromes[:4]
    determinant = _times(first, third) ^ _times(second, second)
    if determinant == 0:
        if not (first and second):
            raise BadInput("code", "code-wrong")
        return _over(second, first), 0
    total = _over(_times(first, fourth) ^ _times(second, third), determinant)
    product = _over(_times(second, fourth) ^ _times(third, third), determinant)
    roots = [z for z in _POWER if _times(z, z ^ total) == product]
    if len(roots) != MENDED_SYMBOLS:
        raise BadInput("code", "code-wrong")
    return roots[0], roots[1]


def _explains(
    syndromes: tuple[int, ...], first: tuple[int, int], second: tuple[int, int]
) -> bool:
    """Tell whether errors a at x and b at y make every syndrome a*x^j + b*y^j."""
    (a, x), (b, y) = first, second
    for syndrome in syndromes:
        if a ^ b != syndrome:
            return False
        a, b = _times(a, x), _times(b, y)
    return True
