"""Steps as people type them."""

from vault.app.step_lines import step_lines, steps_in
from vault.model.procedure import Step


def test_a_line_is_a_step_and_may_end_with_its_address() -> None:
    """Empty lines are none; an address within a line or alone is text."""
    text = "Ring them\n\n  Write to  https://a.example/x \nhttps://b.example\n"
    assert steps_in(text) == (
        Step("Ring them"),
        Step("Write to", "https://a.example/x"),
        Step("https://b.example"),
    )


def test_what_is_written_is_read_again() -> None:
    """Nothing is lost between the two."""
    steps = (Step("Ring them"), Step("Write", "https://a.example"))
    assert steps_in(step_lines(steps)) == steps
