"""A drill: is this a kit of ours, does it open, does every sheet read, what is stale.

Nothing is changed by it; whoever wants it noted applies what `drilled` gives. A kit is
known by the hash of all that was printed: what is found under it is that kit, to the
byte.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from vault.app.credentials import Credentials
from vault.app.kit_changed import Since, lacking, passphrase_changed
from vault.app.kit_reading import Gathering, KitState
from vault.app.kit_register import of_codes, registered
from vault.app.kit_restore import OpenedKit, open_kit
from vault.document.kit_prints import prints_of
from vault.errors import VaultError
from vault.limits import CODES_A_SHEET
from vault.model.drill import OPENED, READ, SHORT, SHUT, Drill
from vault.model.kit import Kit
from vault.model.vault import Vault

PASSED: Final = frozenset({OPENED, READ})


@dataclass(frozen=True)
class Found:
    """What a drill found of one kit; `entry` is None where it is none of this vault.

    `result` is one of `vault.model.drill`; `trouble` is why it did not open; `differs`
    tells that what it opens to is not what the register says went into it.
    """

    state: KitState
    entry: Kit | None
    result: str
    since: Since
    passphrase: bool = False
    trouble: VaultError | None = None
    differs: bool = False

    @property
    def passed(self) -> bool:
        """Whether it is one of ours, and did all that was asked of it."""
        return bool(self.entry) and self.result in PASSED and not self.differs

    @property
    def poor_sheets(self) -> tuple[tuple[int, int], ...]:
        """The sheets that did not read whole: number from 1, and codes read."""
        counts = enumerate(self.state.found_by_sheet, 1)
        return tuple((n, found) for n, found in counts if found < CODES_A_SHEET)


def drill(
    vault: Vault,
    gathering: Gathering,
    shown: Credentials | None,
    *,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Found, ...]:
    """Try every kit that was read; without `shown` they are read and not opened.

    With `consent` to its cost, `cancelled` ends the wait.
    """

    def opens(entry: Kit) -> bool:
        """Open it, wipe its key; whether it holds what the register says."""
        assert shown is not None  # noqa: S101 - for the type: asked for just above
        kit = open_kit(
            gathering,
            shown,
            bytes.fromhex(entry.kit),
            consent=consent,
            cancelled=cancelled,
        )
        kit.opened.keys.file_key.close()
        return _holds(entry, kit)

    trial = opens if shown is not None else None
    return tuple(_found(vault, state, trial) for state in gathering.collection.kits())


def _found(vault: Vault, state: KitState, trial: Callable[[Kit], bool] | None) -> Found:
    entry = of_codes(vault, state.kit)
    if entry is None:
        return Found(state, None, READ if state.complete else SHORT, Since())
    since, phrase = lacking(vault, entry), passphrase_changed(vault, entry)
    if not state.complete:
        return Found(state, entry, SHORT, since, phrase)
    if trial is None:
        return Found(state, entry, READ, since, phrase)
    try:
        holds = trial(entry)
    except VaultError as error:
        return Found(state, entry, SHUT, since, phrase, error)
    return Found(state, entry, OPENED, since, phrase, differs=not holds)


def opened_found(vault: Vault, states: Iterable[KitState], kit: OpenedKit) -> Found:
    """Return what is found of a kit of the register that was opened already.

    Raises `Refused` where it is none of it.
    """
    entry = registered(vault, kit.recovered.kit)
    (state,) = (one for one in states if one.kit.hex() == entry.kit)
    since, phrase = lacking(vault, entry), passphrase_changed(vault, entry)
    return Found(state, entry, OPENED, since, phrase, differs=not _holds(entry, kit))


def drill_of(found: Found, at: str) -> Drill:
    """Return what the register notes of it."""
    return Drill(at, found.result, found.state.reserve)


def _holds(entry: Kit, kit: OpenedKit) -> bool:
    """Tell whether a kit opened to what the register says went into it.

    Of a part or a supplement, and of a kit from before prints, its id must do.
    """
    if not entry.prints or entry.partial or entry.supplement_to:
        return True
    return prints_of(kit.of_kit, entry) == entry.prints
