"""`packs`: what is known of platforms, and what newer packs say otherwise."""

import argparse
from collections.abc import Sequence

from vault.app.own_packs import own_packs
from vault.app.pack_facts import ToldPart
from vault.app.pack_news import News, pack_news, part_words, settling
from vault.app.pack_told import PART_WORDS, ToldPack, told_pack, told_packs
from vault.app.ports import Ports
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count

EVERY = "all"


def do_packs_list(options: argparse.Namespace, _p: Ports, terminal: Terminal) -> int:
    """List the platforms that there is a pack for."""
    del options
    packs = told_packs()
    terminal.report({"packs": [_plain(one) for one in packs]})
    head = (
        _("id"),
        _("platform"),
        _("group"),
        _("facts"),
        _("of these weak"),
        _("newest source"),
    )
    rows = [
        (
            one.id,
            one.name,
            one.group,
            str(one.facts),
            str(one.low),
            one.newest or _("undated"),
        )
        for one in packs
    ]
    for line in table(head, rows):
        terminal.say(line)
    count = translate_count("{n} platform", "{n} platforms", len(packs))
    terminal.say(count.format(n=len(packs)))
    return 0


def do_packs_own(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """List the platforms of the owner's own, or show one as a pack is shown."""
    with opened(options, ports, terminal, write=False) as session:
        packs = {one.id: one for one in own_packs(session.vault)}
    if options.platform:
        return _show(told_pack(options.platform, packs), terminal)
    told = told_packs(packs)
    terminal.report({"packs": [_plain(one) for one in told]})
    for one in told:
        lacks = [PART_WORDS[part.part] for part in one.parts if not part.facts]
        words = _("{name}: not written down: {lacks}") if lacks else "{name}"
        terminal.say(words.format(name=one.name, lacks=", ".join(lacks)))
    if not told:
        terminal.say(
            _(
                "No platform of your own. Where we ship no pack, write one down: "
                "`sparekey add VAULT platform`, its parts as JSON."
            )
        )
    return 0


def do_packs_show(options: argparse.Namespace, _p: Ports, terminal: Terminal) -> int:
    """Show what is known of one platform, part by part."""
    return _show(told_pack(options.platform), terminal)


def _show(told: tuple[ToldPack, tuple[ToldPart, ...]], terminal: Terminal) -> int:
    pack, parts = told
    facts = {part.part: [fact._asdict() for fact in part.facts] for part in parts}
    terminal.report({**_plain(pack), "facts": facts})
    terminal.say(f"{pack.name}  ({pack.group})")
    words = _("Pack of {edition}; its sources were read on {stored}.")
    if pack.own:
        words = _("Written down by you.")
    terminal.say(words.format(edition=pack.edition, stored=pack.stored))
    for part in parts:
        terminal.say()
        terminal.say(part.heading)
        if not part.facts:
            terminal.say("  " + _("Nothing is known of it, or there is none."))
        for number, fact in enumerate(part.facts, 1):
            link = f" ({fact.link})" if fact.link else ""
            terminal.say(f"  {number}. {fact.text}{link}")
            terminal.say(f"     [{fact.source}]")
    return 0


def do_packs_news(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show what newer packs say otherwise; take some of it, or leave it."""
    write = bool(options.take or options.leave)
    with opened(options, ports, terminal, write=write) as session:
        found = pack_news(session.vault)
        if not write:
            return _say(found, terminal)
        chosen = _chosen(found, options.take, options.leave)
        changes = [
            change
            for number, taken in sorted(chosen.items())
            for change in settling(ports, session.vault, found[number], taken)
        ]
        session.apply(changes, _("Compare with newer packs"))
        session.save()
    count = sum(map(len, chosen.values()))
    terminal.report({"taken": count, "accounts": len(chosen)})
    words = translate_count("{n} difference taken.", "{n} differences taken.", count)
    terminal.say(words.format(n=count))
    terminal.say(_("What was not taken stays as it is, and is not asked again."))
    return 0


def _chosen(
    found: Sequence[News], take: Sequence[str], leave: Sequence[str]
) -> dict[int, set[int]]:
    """Return for each account that is named, by its place, what is taken of it."""
    chosen: dict[int, set[int]] = {}
    for word in leave:
        for number, _places in _meant(found, word):
            chosen.setdefault(number, set())
    for word in take:
        for number, places in _meant(found, word):
            chosen.setdefault(number, set()).update(places)
    return chosen


def _meant(found: Sequence[News], word: str) -> list[tuple[int, range]]:
    """Return the accounts and differences that "2", "1.3" or "all" means."""
    everything = [(n, range(len(one.differences))) for n, one in enumerate(found)]
    if word == EVERY:
        return everything
    account, _dot, place = word.partition(".")
    if account.isdecimal() and 1 <= int(account) <= len(found):
        number, places = everything[int(account) - 1]
        if not place:
            return [(number, places)]
        if place.isdecimal() and int(place) - 1 in places:
            return [(number, range(int(place) - 1, int(place)))]
    raise Misuse(
        _("there is no number {word}; `packs news` lists them").format(word=word)
    )


def _say(found: Sequence[News], terminal: Terminal) -> int:
    terminal.report({"news": [_plain_news(n, one) for n, one in enumerate(found, 1)]})
    if not found:
        terminal.say(_("No newer pack says otherwise than what was taken from one."))
        return 0
    for number, news in enumerate(found, 1):
        words = _("{number}  {account}: pack {pack} of {edition}")
        terminal.say(
            words.format(
                number=number,
                account=news.account.name,
                pack=news.pack.id,
                edition=news.pack.edition,
            )
        )
        for place, one in enumerate(news.differences, 1):
            terminal.say(
                f"  {number}.{place}  {one.of}, {part_words(one.part, one.place)}"
            )
            terminal.say("    - " + (one.mine or _("(nothing)")))
            terminal.say("    + " + (one.theirs or _("(nothing)")))
            if one.source:
                terminal.say(f"      [{one.source}]")
    terminal.say(
        _("Yours is marked -, the pack's +. Take with --take 1.2, or --leave.")
    )
    return 0


def _plain(pack: ToldPack) -> dict[str, object]:
    return {**pack._asdict(), "parts": [one._asdict() for one in pack.parts]}


def _plain_news(number: int, news: News) -> dict[str, object]:
    return {
        "number": number,
        "account": news.account.id,
        "pack": news.pack.id,
        "edition": news.pack.edition,
        "differences": [one._asdict() for one in news.differences],
    }
