"""The words for errors: for a window, and with what to type for a terminal."""

import pytest

from tests.builders import an_id
from vault import errors as e
from vault.app.explain import explain, explain_typed
from vault.app.explain_commands import _LIMITS, _PROBLEMS, _REASONS
from vault.app.explain_envelope import wrong_try
from vault.app.explain_limits import LIMITS
from vault.app.explain_problems import PROBLEMS
from vault.app.explain_reasons import REASONS
from vault.envelope.slot import Factor
from vault.model.vault import KINDS

EVERY_WAY = tuple(Factor)
ERRORS: list[e.VaultError] = [
    *(e.Refused(reason, "it") for reason in REASONS),
    *(e.BadInput("line 1", problem, "it") for problem in PROBLEMS),
    *(e.TooLarge(limit, 1, 2) for limit in LIMITS),
    *(e.NotFound(kind, "it") for kind in ("kind", "code", "kit", *KINDS)),
    e.WrongKind("shop.sparekey", "vault", "share"),
    e.NeedsConsent(4_000_000, 60, 4),
    e.Malformed("magic"),
    e.Malformed("payload-cut"),
    e.Malformed("slot-cost", 2**32),
    *(e.StillComing("magic", None, "it", here, 100 * here) for here in (0, 1)),
    e.StillComing("payload-cut", 1, "it", 1),
    e.TooNew(9, 1),
    e.NoKey(EVERY_WAY),
    e.Tampered(),
    e.Damaged("shop.sparekey", ((1024, 2048), (4096, 9000))),
    e.Busy("shop.sparekey", ""),
    e.ChangedUnderneath("shop.sparekey"),
    e.FileTrouble("shop.sparekey", "write", 28),
    e.OnlyReadable("shop.sparekey", "lock", 30),
    e.Unconfirmed("shop.sparekey", 28),
    e.Exists("shop.sparekey"),
    e.Incomplete(more=1, needed=3, found=2),
    e.Incomplete(more=1, needed=3, found=0),
    e.Ambiguous("account", "it", (an_id(1), an_id(2))),
    e.ReadOnly("newer-minor"),
    e.BrokenInvariant("somewhere"),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_what_a_window_says_names_no_command(error: e.VaultError) -> None:
    """Whoever sits at a window can't type it anywhere."""
    words = explain(error)
    said = f"{words.title} {words.happened} {words.advice}"
    assert "--" not in said
    assert "`" not in said
    assert words.title
    assert words.happened


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_a_terminal_is_told_the_same_and_what_to_type(error: e.VaultError) -> None:
    """One table; the command comes after the advice."""
    window, terminal = explain(error), explain_typed(error)
    assert terminal.happened == window.happened
    assert terminal.advice.startswith(window.advice)


def test_a_command_is_told_where_there_is_one() -> None:
    """And nothing is added where there is none."""
    assert "--accept-cost" in explain_typed(e.NeedsConsent(1, 1, 1)).advice
    assert "--code-file" in explain_typed(e.NoKey((Factor.CODE,))).advice
    assert "--code-file" not in explain_typed(e.NoKey((Factor.PASSPHRASE,))).advice
    assert explain_typed(e.Tampered()) == explain(e.Tampered())


def test_where_a_backup_was_found_it_is_named_with_how_to_open_it() -> None:
    """Whatever it is that keeps the vault itself from opening."""
    for error in (e.Damaged("a", ((0, 9),)), e.Malformed("magic"), e.Tampered()):
        error.backup = "shop backups/g7.sparekey"
        assert "shop backups/g7.sparekey" in explain(error).advice
        assert "sparekey list 'shop backups/g7" in explain_typed(error).advice
        assert "`" not in explain(error).advice


def test_damage_is_told_with_how_much_and_where() -> None:
    """And nothing in it sounds like a wrong passphrase."""
    words = explain(e.Damaged("shop.sparekey", ((1024, 2048), (4096, 9000))))
    assert "damaged at 2 places" in words.happened
    assert "5,928 bytes from byte 1,024 on" in words.happened


def test_a_wrong_passphrase_is_not_blamed_on_a_file_that_is_whole() -> None:
    """The parity has proven the ways in; without parity both are possible."""
    assert "shows no damage" in explain(e.NoKey((1,), undamaged=True)).advice
    assert "the file is damaged" in explain(e.NoKey((1,))).advice


@pytest.mark.parametrize("by_code", [True, False])
def test_whoever_typed_one_thing_is_told_of_that_one(by_code: bool) -> None:
    """At a window there is one field; the other ways in are no help there."""
    told = wrong_try(e.NoKey(EVERY_WAY, undamaged=True), by_code=by_code)
    assert ("passphrase" in told.happened) != by_code
    assert "shows no damage" in told.advice
    assert "open a backup" in wrong_try(e.NoKey(EVERY_WAY), by_code=by_code).advice


def test_no_command_is_kept_for_what_nobody_meets() -> None:
    """Each belongs to an entry of the table it helps."""
    assert set(_REASONS) <= set(REASONS)
    assert set(_PROBLEMS) <= set(PROBLEMS)
    assert set(_LIMITS) <= set(LIMITS)
