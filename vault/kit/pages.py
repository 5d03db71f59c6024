"""The printed pages of a kit: what goes where, as data, in the user's language.

The door to `cover`, `sheet` and `card`; nothing here draws or touches a disk.
"""

from vault.kit.card import card_page
from vault.kit.cover import cover_page, letter_pages
from vault.kit.pages_facts import KitFacts, Ways
from vault.kit.pages_paper import PaperName
from vault.kit.sheet import code_sheets

__all__ = [
    "KitFacts",
    "PaperName",
    "Ways",
    "card_page",
    "code_sheets",
    "cover_page",
    "letter_pages",
]
