"""Names and options in any order."""

from itertools import permutations

import pytest

from vault.cli.parser import parse

OPENS = ("--passphrase-file", "w.txt")


@pytest.mark.parametrize(
    "parts",
    list(permutations([("v.sparekey", "Etsy"), OPENS, ("--reveal",), ("--use", "3")])),
)
def test_the_parts_of_a_command_come_in_any_order(
    parts: tuple[tuple[str, ...], ...],
) -> None:
    """The vault before the account, that is all."""
    words = [word for part in parts for word in part]
    options = parse(["codes", *words])
    assert (options.vault, options.account, options.use) == ("v.sparekey", "Etsy", "3")
    assert (options.reveal, options.passphrase_file) == (True, "w.txt")


def test_an_option_may_stand_between_the_names() -> None:
    """Also between the vault and its account, and between two files."""
    options = parse(["codes", "v.sparekey", *OPENS, "Etsy"])
    assert (options.vault, options.account) == ("v.sparekey", "Etsy")
    options = parse(["import", "v.sparekey", "a.csv", "--dry-run", "b.csv"])
    assert options.files == ["a.csv", "b.csv"]
    options = parse(["kit", "restore", "a.png", "-o", "v.sparekey", "b.png"])
    assert (options.files, options.out) == (["a.png", "b.png"], "v.sparekey")


def test_a_name_that_may_be_left_out_may_be_left_out() -> None:
    """None stands for it."""
    assert parse(["codes", "v.sparekey", *OPENS]).account is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["codes", *OPENS], "required: VAULT"),
        (["codes", "v", "a", "b"], "unrecognized arguments: b"),
        (["kit", "make", "v", *OPENS], "required: -o/--out"),
        (["codes", "v", "--use", "1", "--unuse", "2"], "not allowed with"),
        (["list", "v", "--kit"], "unrecognized arguments: --kit"),
    ],
)
def test_what_is_missing_or_too_much_is_said(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name, with the usage of that command."""
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
    assert says in capsys.readouterr().err
