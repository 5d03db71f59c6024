"""A key card by itself: for a new vault code, when no kit is printed with it."""

from datetime import date
from typing import Final

from vault.app.kit_make import CARD_LEVEL, CARD_VERSION
from vault.app.owner_key import signer_words
from vault.encoding.recovery_code import CodeKind, print_code
from vault.kit.card import card_page
from vault.kit.pages_facts import KitFacts
from vault.kit.pages_paper import PaperName
from vault.kit.plan import Density
from vault.model.vault import Vault
from vault.optics.qr_write import matrix
from vault.printing.draw import draw_pdf

_NO_KIT: Final = 0  # a card names no kit; what a page of it would say is left blank


def card_text(vault: Vault) -> str:
    """Return the vault's code as a key card carries it: a secret."""
    return print_code(bytes.fromhex(vault.vault_code), CodeKind.VAULT)


def key_card(vault: Vault, paper: PaperName, day: str) -> bytes:
    """Return the PDF of the vault's key card; its code is in it, in clear."""
    code = card_text(vault)
    facts = KitFacts(
        kit_number=_NO_KIT,
        kit_id="",
        date=date.fromisoformat(day),
        owner="",
        ring=(),
        ways="either",
        card_number=vault.card_number,
        sheets=1,
        needed=1,
        paper=paper,
        partial=False,
        accounts_count=0,
        letter="",
        signer_words=signer_words(vault),
        generation=_NO_KIT,
        density=Density.STURDY,
    )
    drawn = matrix(code.replace("-", ""), CARD_VERSION, CARD_LEVEL)
    page = card_page(facts, code, drawn)
    return draw_pdf([page], f"Spare Key key card {vault.card_number}")
