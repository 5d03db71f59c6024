"""The ways in: made, used to find the file key, changed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from vault import limits
from vault.crypto.kdf import DESKTOP, FLOOR
from vault.crypto.random import Random
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope.budget import is_unasked
from vault.envelope.factors import KEY_BYTES, Credentials, unwrap_slot, wrap_slot
from vault.envelope.slot import SALT_BYTES, Factor, Slot
from vault.errors import BrokenInvariant, NoKey, Refused, TooLarge
from vault.limits import Cost


@dataclass(frozen=True, eq=False)
class Way:
    """Which factors a new slot needs: those given; `cost` goes with a passphrase."""

    passphrase: Secret | None = None
    code: Secret | None = None
    cost: Cost | None = None
    key_file: Secret | None = None  # the SHA-512 of the file


@dataclass(frozen=True, eq=False)
class Keys:
    """The file key and the slots around it; `kept` are fields of later writers."""

    file_key: Secret
    slots: tuple[Slot, ...]
    kept: tuple[Field, ...] = ()


@dataclass(frozen=True, eq=False)
class ChangedWays:
    """The keys after a change; `dropped` are old slots lost without being named."""

    keys: Keys
    dropped: tuple[int, ...]
    new_file_key: bool


def new_keys(
    ident: bytes, ways: Sequence[Way], random: Random, floor: Cost = FLOOR
) -> Keys:
    """Draw a file key and wrap it once for each way.

    Refused: cost-below-floor, cost-above-limit, no-way-in. TooLarge beyond the slots.
    """
    file_key = Secret(random(KEY_BYTES))
    slots = tuple(_make_slot(ident, way, file_key, random, floor) for way in ways)
    _check_count(slots)
    return Keys(file_key, slots)


def find_key(
    slots: Sequence[Slot],
    ident: bytes,
    credentials: Credentials,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[int, Secret]:
    """Return the first slot that opens, and the file key; NoKey with every mask.

    Slots without Argon2 are tried first; `cancelled` is as in `factors.kek`.
    """
    for index in slots_to_try(slots, credentials):
        try:
            return index, unwrap_slot(slots[index], ident, credentials, cancelled)
        except NoKey:
            continue
    raise NoKey(tuple(slot.mask for slot in slots))


def slots_to_try(slots: Sequence[Slot], credentials: Credentials) -> list[int]:
    """Return the indices of slots whose factors are all presented, cheapest first."""
    fitting = [i for i, slot in enumerate(slots) if credentials.fit(slot.mask)]
    return sorted(fitting, key=lambda i: slots[i].cost is not None)


def change_ways(  # noqa: PLR0913 -- keyword-only: each is the owner's own choice
    ident: bytes,
    keys: Keys,
    *,
    random: Random,
    presented: Sequence[Credentials] = (),
    add: Sequence[Way] = (),
    remove: Collection[int] = (),
    renew: bool = False,
    floor: Cost = FLOOR,
) -> ChangedWays:
    """Return the keys after adding ways and removing the slots of these indices.

    A removal, or `renew`, draws a new file key, since an old copy and an old factor
    would otherwise open every later save; the caller raises the epoch. The slots that
    stay are then wrapped again for whoever's factors are `presented`; the others are
    dropped and named. An addition alone keeps the file key and every slot.
    """
    fresh = renew or bool(remove)
    file_key = Secret(random(KEY_BYTES)) if fresh else keys.file_key
    slots = {i: slot for i, slot in enumerate(keys.slots) if i not in remove}
    dropped: tuple[int, ...] = ()
    if fresh:
        ways = {i: _way_of(s, ident, keys, presented, floor) for i, s in slots.items()}
        dropped = tuple(i for i, way in ways.items() if way is None)
        slots = {
            i: _make_slot(ident, way, file_key, random, floor)
            for i, way in ways.items()
            if way is not None
        }
    added = [_make_slot(ident, way, file_key, random, floor) for way in add]
    changed = (*slots.values(), *added)
    _check_count(changed)
    return ChangedWays(Keys(file_key, changed, keys.kept), dropped, fresh)


def _way_of(
    slot: Slot,
    ident: bytes,
    keys: Keys,
    presented: Sequence[Credentials],
    floor: Cost,
) -> Way | None:
    """Return the way that opens this slot, from what was presented and does fit."""
    for credentials in presented:
        if not credentials.fit(slot.mask):
            continue
        try:
            found = unwrap_slot(slot, ident, credentials)
        except NoKey:
            continue
        with found:
            if not found.equals(keys.file_key):
                raise BrokenInvariant("slot-other-key")
        return Way(
            credentials.passphrase if slot.mask & Factor.PASSPHRASE else None,
            credentials.code if slot.mask & Factor.CODE else None,
            slot.cost and _writable(slot.cost, floor),
            credentials.key_file if slot.mask & Factor.KEY_FILE else None,
        )
    return None


def _writable(cost: Cost, floor: Cost) -> Cost:
    if not is_unasked(cost):
        return DESKTOP  # what had to be consented to is not written again
    m_kib, t = max(cost.m_kib, floor.m_kib), max(cost.t, floor.t)
    return replace(cost, m_kib=m_kib, t=t)


def _make_slot(
    ident: bytes, way: Way, file_key: Secret, random: Random, floor: Cost
) -> Slot:
    mask = 0
    if way.passphrase is not None:
        mask |= Factor.PASSPHRASE
        _check_cost(way.cost, floor)
    if way.code is not None:
        mask |= Factor.CODE
    if way.key_file is not None:
        mask |= Factor.KEY_FILE
    if not mask:
        raise BrokenInvariant("way-empty")
    cost = way.cost if way.passphrase is not None else None
    slot = Slot(mask, random(SALT_BYTES), cost, hpke=b"", wrapped=b"")
    shown = Credentials(way.passphrase, way.code, way.key_file)
    return wrap_slot(slot, file_key, ident, shown)


def _check_cost(cost: Cost | None, floor: Cost) -> None:
    if cost is None or cost.m_kib < floor.m_kib or cost.t < floor.t or cost.p < 1:
        raise Refused("cost-below-floor")
    if not is_unasked(cost):
        raise Refused("cost-above-limit")


def _check_count(slots: Sequence[Slot]) -> None:
    if not slots:
        raise Refused("no-way-in")
    asking = sum(1 for slot in slots if slot.mask & Factor.PASSPHRASE)
    if asking > limits.PASSPHRASE_SLOTS:
        raise TooLarge("PASSPHRASE_SLOTS", limits.PASSPHRASE_SLOTS, asking)
    if len(slots) > limits.SLOTS:
        raise TooLarge("SLOTS", limits.SLOTS, len(slots))
