"""The readable page holds everything, and no field can break it."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import a_code_set, a_vault, an_account, an_empty_vault
from tests.strategies import vaults
from vault.exchange.markdown import escaped, export_markdown
from vault.model.code import Code
from vault.model.procedure import Procedure, Step
from vault.model.vault import KINDS, Vault
from vault.packs import shipped_packs

NASTY = "a | b\n# c\n`d` <script>[x](y) *e* __f__ &amp; ~~g~~"


def page(vault: Vault, *, reveal: bool = True) -> str:
    """Return the page of a vault."""
    return export_markdown(vault, shipped_packs(), reveal=reveal).decode()


def unescaped(text: str) -> str:
    """Return the text as a reader of Markdown shows it."""
    plain = text.replace("<br>", "\n")
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain)


def test_every_value_of_every_record_is_on_the_page() -> None:
    """Ids, dates and codes of all kinds can be found."""
    vault = a_vault(3, used=2)
    text = unescaped(page(vault))
    for kind in KINDS:
        for record in vault.collection(kind).values():
            for name in record.__struct_fields__:
                value = getattr(record, name)
                if isinstance(value, str | int) and not isinstance(value, bool):
                    assert str(value) in text


def test_codes_steps_and_channels_are_on_the_page() -> None:
    """The parts of records stand in tables and numbered lists."""
    vault = a_vault(3, used=2)
    text = unescaped(page(vault))
    for code_set in vault.code_sets.values():
        for code in code_set.codes:
            assert f"`{code.value}` | {code.state} | {code.used_at}" in text
    for procedure in vault.procedures.values():
        for number, step in enumerate(procedure.steps, start=1):
            assert f"{number}. {step.text}" in text
            assert step.link in text
    for contact in vault.contacts.values():
        assert all(channel.address in text for channel in contact.channels)


def test_the_page_holds_no_secret_of_the_vault_itself() -> None:
    """Neither seed nor vault code leaves with an export."""
    vault = a_vault()
    assert vault.identity is not None
    text = page(vault)
    assert vault.identity.signing_seed not in text
    assert vault.vault_code not in text


def test_codes_can_be_left_out() -> None:
    """Without `reveal` a page may be shown to others."""
    vault = a_vault(2)
    text = page(vault, reveal=False)
    for code_set in vault.code_sets.values():
        assert not any(code.value in text for code in code_set.codes)
        assert all(code.id in text for code in code_set.codes)


def test_the_same_vault_gives_the_same_page() -> None:
    """The order in which records came in does not matter."""
    vault = a_vault(4)
    turned = {
        kind.collection: dict(reversed(vault.collection(kind.word).items()))
        for kind in KINDS.values()
    }
    assert page(replace(vault, **turned)) == page(vault)


@given(vaults())
def test_every_table_row_has_the_cells_of_its_header(vault: Vault) -> None:
    """No text of a record adds a column or ends a row."""
    bars = 0
    for line in page(vault).split("\n"):
        found = len(re.findall(r"(?<!\\)\|", line))
        if not line.startswith("|"):
            assert not found
            bars = 0
        else:
            assert found == (bars or found)
            bars = found


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_what_was_escaped_is_read_as_it_was(text: str) -> None:
    """A reader of Markdown sees the owner's text."""
    assert unescaped(escaped(text)) == text


def test_no_field_becomes_a_heading_a_tag_or_a_link() -> None:
    """A hostile name stays a name, in headings, lists, steps and tables."""
    account = replace(an_account(), name=NASTY, notes=NASTY)
    codes = replace(a_code_set(account.id), codes=(Code(id="0" * 10, value=NASTY),))
    step = Procedure(id="1" * 10, title="t", steps=(Step("# one"), Step("2. two")))
    vault = replace(
        an_empty_vault(),
        name=NASTY,
        accounts={account.id: account},
        code_sets={codes.id: codes},
        procedures={step.id: step},
    )
    text = page(vault)
    assert "<script>" not in text
    assert "](y)" not in text.replace("\\](y)", "")
    assert "\n# c" not in text
    assert "1. \\# one\n2. 2\\. two" in text
    headings = re.findall(r"^#+ ", text, re.MULTILINE)
    assert headings == ["# ", "## ", "### ", "## ", "### ", "## ", "### "]
