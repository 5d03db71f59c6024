"""An incident's log and ticks are spelt in one way, and read back in that way alone."""

from vault.model.incident import Done, Line, parse_done, parse_log

FIRST, SECOND = "2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z"


def test_a_line_of_the_log_comes_back_in_the_order_of_time() -> None:
    """Two computers may have written into one log."""
    lines = (Line(SECOND, "rang the bank: on hold"), Line(FIRST, "noticed it"))
    assert parse_log(line.spelt() for line in lines) == lines[::-1]


def test_a_line_that_is_spelt_otherwise_is_left_out() -> None:
    """A newer program may know more; nothing of it is made up."""
    assert parse_log(["", "yesterday it began", FIRST]) == ()


def test_a_step_that_was_done_comes_back_with_its_account_or_none() -> None:
    """A step of no account is told from one of an account."""
    steps = (Done(FIRST, "", "block-the-number"), Done(SECOND, "a" * 10, "codes:2"))
    assert parse_done(step.spelt() for step in steps) == steps
    assert steps[0].spelt() == f"{FIRST} - block-the-number"


def test_a_step_that_is_spelt_otherwise_is_left_out() -> None:
    """Neither a part too few nor one too many is guessed at."""
    assert parse_done([f"{FIRST} -", f"{FIRST} - a b", "soon - a"]) == ()
