"""The printed words in another language: none left in English, and longer ones fit.

The pseudo-language brackets each message and makes it 40 % longer, as German or Finnish
would; what stands in no bracket was never handed to the catalogue.
"""

import gettext
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.printed import (
    CHINESE,
    KOREAN,
    all_pages,
    facts,
    outside,
    overlaps,
    words_of,
)
from tests.vault.kit.test_readable import WITH_CODES, clear, many
from vault import i18n
from vault.kit.pages import KitFacts
from vault.kit.plan import Density
from vault.kit.readable import readable_pages
from vault.printing.page import Page, Text

LONGER = 0.4
FIELD = re.compile(r"(\{\w*\})")
PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
KITS = {
    "either": {},
    "one account": {"accounts_count": 1, "ring": []},
    "card": {"ways": "card", "letter": "qq"},
    "passphrase": {"ways": "passphrase"},
    "both, a part": {"ways": "both", "partial": True, "accounts_count": 3},
    "a part": {"partial": True, "accounts_count": 60, "sheets": 24, "needed": 17},
    "compact": {"density": Density.COMPACT, "sheets": 4, "needed": 3},
    "long names": {"owner": CHINESE, "ring": [(KOREAN, "+82 10 1234 5678")] * 3},
}


class Pseudo(gettext.NullTranslations):
    """Letters become accented ones, each message longer and in brackets."""

    def gettext(self, message: str) -> str:
        """Return the message as nobody would write it."""
        parts = FIELD.split(message)
        strange = "".join(p if FIELD.fullmatch(p) else _strange(p) for p in parts)
        more = " ".join(["öö"] * max(1, round(len(message) * LONGER / 3)))
        return f"[{strange} {more}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form that fits, as strange."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def _strange(text: str) -> str:
    return text.translate(str.maketrans("aeiouAEIOU", "äëïöüÄËÏÖÜ"))


@pytest.fixture(autouse=True)
def _another_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pseudo = Pseudo()
    monkeypatch.setattr(i18n, "_catalogue", lambda: pseudo)
    return


def own_words(kit: KitFacts) -> str:
    """Return what the owner wrote, and what is the same in every language."""
    ring = [part for pair in kit.ring for part in pair]
    same = ("mask + P", "mask + C", "mask", "Spare Key", *kit.signer_words)
    return " ".join([kit.owner, kit.letter, kit.kit_id.upper(), *ring, *same])


def english(pages: list[Page], own: str) -> list[str]:
    """Name the words with an English vowel that the owner did not write."""
    words = re.findall(r"[A-Za-z]{3,}", " ".join(words_of(page) for page in pages))
    return [w for w in words if re.search("[aeiou]", w) and w not in own]


@PAPERS
@pytest.mark.parametrize("kind", KITS)
def test_no_english_is_left_on_cover_sheets_and_card(paper: str, kind: str) -> None:
    """Every string goes through the catalogue."""
    kit = facts(paper=paper, **KITS[kind])
    code = "7QXK 4M2P 9VTA 03HD WRZ8 C5NE JB1Y 6GF"
    pages = all_pages(kit)
    assert all("[" in words_of(page) for page in pages)
    assert english(pages, own_words(kit) + code) == []


@PAPERS
@pytest.mark.parametrize("kind", KITS)
def test_words_that_are_longer_still_fit(paper: str, kind: str) -> None:
    """Two fifths longer: nothing touches, leaves the paper or is cut."""
    for page in all_pages(facts(paper=paper, **KITS[kind])):
        assert kind == "long names" or "…" not in words_of(page)
        assert list(overlaps(page)) == []
        assert outside(page, margin=14.2) == []


@PAPERS
def test_the_part_in_clear_speaks_it_too(paper: str) -> None:
    """Its head, its warning and its words; what was typed stays as it is."""
    own = clear(owner="Tsk", parts=(replace(WITH_CODES, name="Psst", under=""),))
    quiet = replace(own, parts=(replace(own.parts[0], blocks=()),), paper=paper)
    pages = readable_pages(quiet)
    assert pages
    assert english(pages, "") == []
    for page in readable_pages(clear(paper=paper, parts=many(6))):
        assert list(overlaps(page)) == []
        assert outside(page, margin=14.2) == []


def test_the_pseudo_language_would_be_seen() -> None:
    """A string that is not handed to the catalogue is found."""
    page = Page(600, 800, (Text(50, 50, 12, "Sheet"), Text(50, 70, 12, "Shëët")))
    assert english([page], "") == ["Sheet"]
