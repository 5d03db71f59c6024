"""A fault of ours is told by its place; what was worked with is not."""

from vault.errors import BrokenInvariant, told_of

SECRET = "glad amber river"


def breaks(secret: str) -> None:
    raise KeyError(secret)


def test_a_fault_is_told_by_its_class_and_function() -> None:
    """Without the message, which holds a value here."""
    try:
        breaks(SECRET)
    except KeyError as bug:
        told = told_of(bug)
    assert isinstance(told, BrokenInvariant)
    assert told.where == "KeyError in breaks"
    assert SECRET not in repr(told)


def test_a_fault_that_was_never_raised_is_told_as_well() -> None:
    """Such as one that a library hands over by itself."""
    assert told_of(ValueError(SECRET)).where == "ValueError in nowhere"
