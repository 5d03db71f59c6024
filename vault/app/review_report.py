"""What the report of a review tells: answers, what was tried, the score, who signed.

No code and no secret goes in; but names of accounts and people do.
"""

from typing import Final

from vault.app.review import CODE, MAILBOX, WORKED
from vault.app.review_score import NAMES
from vault.app.review_words import part_words
from vault.i18n import translate as _
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.model.review import (
    Review,
    Tried,
    parse_cards,
    parse_parts,
    parse_tried,
)
from vault.model.vault import Vault

_ANSWERS: Final = {
    "right": _("Still right"),
    "changed": _("Changed"),
    "gone": _("Gone"),
    "skipped": _("Skipped"),
}


def review_facts(vault: Vault, review: Review) -> ReportFacts:
    """Return a whole review; what is empty is left out."""
    blocks = (
        _about(vault, review),
        ReportBlock(title=_("Score"), lines=_parts(review)),
        *_answers(vault, review),
        ReportBlock(title=_("Ways in that were tried"), lines=_tried(vault, review)),
        ReportBlock(title=_("Notes"), notes=review.notes),
    )
    told = tuple(one for one in blocks if one.pairs or one.lines or one.notes)
    return ReportFacts(
        title=_("Review"),
        under=vault.name,
        owner=signer(vault, review),
        date=(review.ended or review.began)[:10],
        blocks=told,
        foot=_("No code and no password is in this report."),
        sign=() if review.ended else (_("Date and place"), _("Signature")),
    )


def signer(vault: Vault, review: Review) -> str:
    """Return the name of who signed it off, or ""."""
    person = vault.people.get(review.signed_by)
    return person.name if person else review.signed_by


def _about(vault: Vault, review: Review) -> ReportBlock:
    score = _("{n} of 100").format(n=review.score) if review.score is not None else ""
    pairs = (
        (_("Begun"), review.began[:10]),
        (_("Signed off"), review.ended[:10] or _("not yet")),
        (_("Signed by"), signer(vault, review)),
        (_("Score"), score),
        (_("Next review"), review.next_day),
    )
    filled = tuple((caption, said) for caption, said in pairs if said)
    return ReportBlock(title=_("In short"), pairs=filled)


def _parts(review: Review) -> tuple[ReportLine, ...]:
    return tuple(
        ReportLine(f"{part_words(part)}.", "done" if part.got >= part.of else "open")
        for part in parse_parts(review.parts)
        if part.name in NAMES
    )


def _answers(vault: Vault, review: Review) -> list[ReportBlock]:
    """Return a block an answer, with the accounts that it was given for."""
    cards = parse_cards(review.cards)
    return [
        ReportBlock(
            title=title,
            lines=tuple(
                ReportLine(f"{_name(vault, card.account)} ({card.day})")
                for card in cards
                if card.answer == answer
            ),
        )
        for answer, title in _ANSWERS.items()
    ]


def _tried(vault: Vault, review: Review) -> tuple[ReportLine, ...]:
    return tuple(
        ReportLine(_try_words(vault, one), "done" if one.result == WORKED else "open")
        for one in parse_tried(review.tried)
    )


def _try_words(vault: Vault, one: Tried) -> str:
    ways = {CODE: _("a recovery code"), MAILBOX: _("a reset mail")}
    way = ways.get(one.way, _("a code to the phone"))
    said = _("{name}, {way}: it worked ({day})")
    if one.result != WORKED:
        said = _("{name}, {way}: it did not work ({day})")
    return said.format(name=_name(vault, one.account), way=way, day=one.day)


def _name(vault: Vault, account: str) -> str:
    found = vault.accounts.get(account)
    return found.name if found else _("an account that was removed since")
