"""The cover's sentences for a stranger; they name only the ways in that the kit has."""

from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.kit.pages_facts import KitFacts, enough_words, key_words


def what_words(facts: KitFacts) -> str:
    """Return in two sentences what these pages are."""
    if facts.partial:
        holds = translate_count(
            "These sheets hold, encrypted, what it takes to get back into {count} "
            "chosen online account of this business: codes, steps, people to ask.",
            "These sheets hold, encrypted, what it takes to get back into {count} "
            "chosen online accounts of this business: codes, steps, people to ask.",
            facts.accounts_count,
        )
    else:
        holds = translate_count(
            "These sheets hold, encrypted, what it takes to get back into the one "
            "online account of this business: codes, steps, people to ask.",
            "These sheets hold, encrypted, what it takes to get back into all {count} "
            "online accounts of this business: codes, steps, people to ask.",
            facts.accounts_count,
        )
    locked = _("Nobody can read them without {key}.")
    both = f"{holds} {locked}"
    return both.format(count=facts.accounts_count, key=key_words(facts))


def step_words(facts: KitFacts) -> list[str]:
    """Return how to open the kit, step by step."""
    gather = _("{enough}, in any order. Worn, folded or copied ones often still read.")
    return [
        gather.format(enough=enough_words(facts)),
        _(
            "On a computer you trust, let Spare Key restore a kit (the command is "
            "sparekey kit restore) from scans or photos of the sheets."
        ),
        _key_step(facts),
        *_signer_step(facts),
    ]


def _key_step(facts: KitFacts) -> str:
    words = {
        "passphrase": _("Then type {phrase}. There is no other way in."),
        "card": _("Then type the code on key card {card}. There is no other way in."),
        "either": _(
            "Then type the code on key card {card} or {phrase}. One is enough."
        ),
        "both": _(
            "Then type {phrase} and the code on key card {card}. Both are needed."
        ),
    }[facts.ways]
    return words.format(card=facts.card_number, phrase=_phrase_words(facts))


def _phrase_words(facts: KitFacts) -> str:
    if facts.partial:
        return _("the passphrase made for this kit")
    return _("the passphrase of {date}").format(date=facts.date.isoformat())


def _signer_step(facts: KitFacts) -> list[str]:
    """Without a card, the cover carries the words of the key that signed the kit."""
    if facts.card_number is not None or not facts.signer_words:
        return []
    signed = _("Spare Key shows eight words of who signed the kit: {words}.")
    return [signed.format(words=" ".join(facts.signer_words))]
