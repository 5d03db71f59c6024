"""Header words are understood as owners write them."""

import pytest

from vault.exchange.columns import FIELDS, field_of, fields_of


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Platform", "platform"),
        ("SERVICE", "platform"),
        (" User-Name ", "login"),
        ("e_mail", "email"),
        ("E-Mail:", "email"),
        ("Backup  Codes", "codes"),
        ("login_uri", "url"),
        ("平台", "platform"),
        ("담당자", "owner"),
        ("Worth per day", "worth"),
        ("login_password", "password"),
        ("Shelf", ""),
        ("", ""),
    ],
)
def test_a_header_word_means_a_field(header: str, field: str) -> None:
    """Case, spaces, hyphens and underscores do not matter."""
    assert field_of(header) == field


def test_a_second_column_for_one_field_is_left_to_the_notes() -> None:
    """Two logins cannot both be the login; two notes can both be notes."""
    fields = fields_of(["login", "username", "notes", "comment"])
    assert fields == ["login", "", "notes", "notes"]


def test_no_word_means_two_fields() -> None:
    """The table of words is a function."""
    words = [word for words in FIELDS.values() for word in words]
    assert len(words) == len(set(words))
    assert all(field_of(word) for word in words)
