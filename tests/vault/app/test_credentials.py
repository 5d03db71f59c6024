"""What is drawn, typed, and taken away again."""

from pathlib import Path

import pytest

from vault.app.credentials import (
    chosen_passphrase,
    code_typed,
    draw_words,
    drawn_passphrase,
    kept_if_made,
    typed_passphrase,
)
from vault.app.ports import Ports
from vault.encoding.recovery_code import CodeKind, print_code
from vault.errors import BadInput, Exists, Refused

CODE = print_code(bytes(range(16)), CodeKind.VAULT)


def test_six_words_are_drawn_into_a_private_file(tmp_path: Path, ports: Ports) -> None:
    """They count as generated, and the file is known."""
    drawn = drawn_passphrase(ports, tmp_path / "w")
    words = (tmp_path / "w").read_text(encoding="utf-8").rstrip("\n")
    assert drawn.secret.reveal() == words.encode()
    assert (drawn.generated, drawn.file) == (True, tmp_path / "w")
    assert (tmp_path / "w").stat().st_mode & 0o777 == 0o600


def test_six_words_are_drawn_to_be_shown(ports: Ports, tmp_path: Path) -> None:
    """And written nowhere."""
    words = draw_words(ports)
    assert len(words.split()) == 6
    assert words != draw_words(ports)
    assert not list(tmp_path.iterdir())


def test_a_passphrase_that_was_typed_again_is_taken() -> None:
    """With how it came about: a kit's locks depend on it."""
    taken = chosen_passphrase("glad amber", "glad amber", drawn=True)
    assert (taken.secret.reveal(), taken.generated) == (b"glad amber", True)
    assert not chosen_passphrase("mine alone", "mine alone", drawn=False).generated


@pytest.mark.parametrize(
    ("again", "place"),
    [
        ("glad amber rivet", "3"),
        ("glad", "2"),
        ("glad amber river stone", "4"),
        ("Glad amber river", "1"),
        ("", "1"),
        ("glad amber  river", ""),
    ],
)
def test_a_passphrase_typed_otherwise_is_refused_with_the_place(
    again: str, place: str
) -> None:
    """The word that is another; whoever wrote them down looks there."""
    with pytest.raises(Refused) as refused:
        chosen_passphrase("glad amber river", again, drawn=True)
    assert (refused.value.reason, refused.value.detail) == (
        "passphrases-differ",
        place,
    )


def test_of_a_single_word_no_place_is_told() -> None:
    """There is only one."""
    with pytest.raises(Refused) as refused:
        chosen_passphrase("eleventeapots", "eleventeapot", drawn=False)
    assert refused.value.detail == ""


def test_two_draws_differ(tmp_path: Path, ports: Ports) -> None:
    """Chance is handed in, and used up."""
    one = drawn_passphrase(ports, tmp_path / "one")
    two = drawn_passphrase(ports, tmp_path / "two")
    assert not one.secret.equals(two.secret)


def test_words_are_never_drawn_over_a_file(tmp_path: Path, ports: Ports) -> None:
    """They may be another vault's."""
    (tmp_path / "w").write_text("mine", encoding="utf-8")
    with pytest.raises(Exists):
        drawn_passphrase(ports, tmp_path / "w")
    assert (tmp_path / "w").read_text(encoding="utf-8") == "mine"


def test_drawn_words_go_where_nothing_was_made(tmp_path: Path, ports: Ports) -> None:
    """What failed is what is raised."""
    drawn = drawn_passphrase(ports, tmp_path / "w")
    with pytest.raises(ZeroDivisionError), kept_if_made(ports, drawn, tmp_path / "v"):
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_drawn_words_stay_where_something_was_made(
    tmp_path: Path, ports: Ports
) -> None:
    """Also where a failure came after it: a vault without its words is lost."""
    drawn = drawn_passphrase(ports, tmp_path / "w")
    (tmp_path / "v").write_bytes(b"vault")
    with pytest.raises(ZeroDivisionError), kept_if_made(ports, drawn, tmp_path / "v"):
        raise ZeroDivisionError
    assert (tmp_path / "w").exists()


def test_a_passphrase_of_ones_own_has_no_file_to_take_away(
    tmp_path: Path, ports: Ports
) -> None:
    """Nor is there always a passphrase."""
    for one in (typed_passphrase("own"), None):
        with pytest.raises(ZeroDivisionError), kept_if_made(ports, one, tmp_path / "v"):
            raise ZeroDivisionError


def test_an_empty_passphrase_is_refused() -> None:
    """It would lock nothing."""
    with pytest.raises(Refused):
        typed_passphrase("")


def test_a_mended_code_says_where(ports: Ports) -> None:
    """Places count from 0 over the 31 characters."""
    wrong = ("2" if CODE[0] != "2" else "3") + CODE[1:]
    typed = code_typed(wrong)
    assert typed.mended == (0,)
    assert typed.secret.reveal() == bytes(range(16))


def test_what_is_no_code_is_bad_input() -> None:
    """By its length or its characters."""
    with pytest.raises(BadInput):
        code_typed("words of a passphrase")
