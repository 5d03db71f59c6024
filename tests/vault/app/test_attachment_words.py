"""What is said of papers that run out."""

from msgspec.structs import replace

from tests.builders import DAY, a_vault, an_attachment, an_id
from vault.app.attachment_words import all_running_out_words, running_out_words

SHOP = a_vault(1)
OVER = replace(an_attachment(), name="id.pdf", expires="2020-01-01")
SOON = replace(an_attachment(), id=an_id(1), name="permit.pdf", expires=DAY)


def test_one_is_named_with_its_day() -> None:
    """As it was or as it will be, in the reader's manner of days."""
    assert running_out_words(SHOP, OVER, DAY) == "id.pdf ran out on 2020-01-01"
    assert (
        running_out_words(SHOP, SOON, DAY, str.lower) == f"permit.pdf runs out on {DAY}"
    )
    assert all_running_out_words(SHOP, [OVER], DAY) == running_out_words(
        SHOP, OVER, DAY
    )


def test_several_are_counted() -> None:
    """Their page names them."""
    said = all_running_out_words(SHOP, [OVER, SOON], DAY)
    assert said == "2 papers ran out or soon will"


def test_one_of_an_account_names_it() -> None:
    """Two accounts may want a paper of the same name."""
    [account] = SHOP.accounts.values()
    one = replace(OVER, account=account.id)
    said = running_out_words(SHOP, one, DAY)
    assert said == f"id.pdf ({account.name}) ran out on 2020-01-01"
