"""Somebody leaves: everything that the person touches, and what a tick on it does.

Complete by construction: the one table of links is walked, then what hangs from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from msgspec.structs import replace

from vault.app import leaving_words as told
from vault.app.adopt import LOW
from vault.app.incident_order import by_harm
from vault.app.leaving_words import Place
from vault.app.own_packs import pack_for
from vault.errors import NotFound
from vault.model.account import Account
from vault.model.change import Change, Replace
from vault.model.code import CodeSet
from vault.model.kit import Kit
from vault.model.link import LINKS, targets
from vault.model.person import Access, Person
from vault.model.record import Record
from vault.model.share import Share
from vault.model.vault import Vault
from vault.packs import source_words

_NO_CODES: Final = ("procedures", "access")  # depths of a share
OWNER: Final = "account:owner:"  # how the key of an account to be answered for begins


class Item(NamedTuple):
    """One thing to settle; `key` names it, `account` is the id it belongs to or ""."""

    key: str
    kind: str
    record: str
    account: str
    what: str
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    done: bool


def leaving(vault: Vault, person: str) -> tuple[Item, ...]:
    """Return everything that a person touches, by account; raises `NotFound`.

    The account whose loss would cost most is first; what belongs to none is last.
    """
    one = _person(vault, person)
    found: dict[str, Item] = {}
    for item in (*_linked(vault, one), *_hanging(vault, one)):
        found.setdefault(item.key, item)
    place = {one.id: n for n, one in enumerate(by_harm(vault.accounts.values()))}
    return tuple(
        sorted(
            found.values(),
            key=lambda item: (
                place.get(item.account, len(place)),
                item.account,
                item.key,
            ),
        )
    )


def ticking(
    vault: Vault, person: str, keys: Iterable[str], day: str, owner: str = ""
) -> list[Change]:
    """Return what settles those items on `day`; `owner` answers from now on.

    An access ends, codes are to be renewed, a kept kit counts as known, a file for a
    deputy as withdrawn; anything else is noted with the day on the person. Raises
    `NotFound`.
    """
    one = _person(vault, person)
    items = {item.key: item for item in leaving(vault, person)}
    notes = one.notes
    after: dict[tuple[str, str], Record] = {}
    for key in dict.fromkeys(keys):
        if key not in items:
            raise NotFound("leaving", key)
        item = items[key]
        if item.done:
            continue
        ticked = _ticked(vault, item, day, owner)
        if ticked is None:
            notes = f"{notes}\n{day}: {item.what} [{key}]".lstrip("\n")
        else:
            after[item.kind, item.record] = ticked
    if notes != one.notes:
        after["person", one.id] = replace(one, notes=notes)
    return [
        Replace(kind, vault.get(kind, id_), record)
        for (kind, id_), record in after.items()
    ]


def _ticked(vault: Vault, item: Item, day: str, owner: str) -> Record | None:
    record = vault.find(item.kind, item.record)
    match record:
        case Access():
            return replace(record, ended=day)
        case CodeSet():
            return replace(record, renew=day)
        case Kit() if item.key.startswith("kit:keeper:"):
            return replace(record, exposed=record.exposed or day)
        case Share():
            return replace(record, withdrawn=day)
        case Account() if item.key.startswith(OWNER):
            return replace(record, owner=owner)
        case _:
            return None


def _linked(vault: Vault, person: Person) -> Iterator[Item]:
    for link in LINKS:
        if link.target != "person":
            continue
        place = told.LINK_WORDS.get((link.kind, link.field), told.ANY_LINK)
        for record in vault.collection(link.kind).values():
            if any(_is(person, name) for name in targets(record, link)):
                sort = "codes" if link.kind == "code-set" else link.field
                yield _item(vault, person, sort, link.kind, record, place)


def _hanging(vault: Vault, person: Person) -> Iterator[Item]:
    reached = _reached(vault, person)
    shared = _shared(vault, person)
    for codes in vault.code_sets.values():
        if codes.account in reached or codes.account in shared:
            yield _item(vault, person, "codes", "code-set", codes, told.SEEN)
    for account in vault.accounts.values():
        if account.id not in reached and reached & set(account.recovers_through):
            yield _item(vault, person, "leans", "account", account, told.LEANS)
    for kit in vault.kits.values():
        holds = not kit.partial or reached & set(kit.accounts)
        if reached and holds and not kit.destroyed and not _is(person, kit.keeper):
            yield _item(vault, person, "printed", "kit", kit, told.PRINTED)
    yield from _own_lines(vault, person)
    yield from _trust(vault, person)


def _own_lines(vault: Vault, person: Person) -> Iterator[Item]:
    for account in vault.accounts.values():
        if _same(account.email, person.email):
            yield _item(vault, person, "email", "account", account, told.EMAIL)
        if _same(account.phone, person.phone):
            yield _item(vault, person, "phone", "account", account, told.PHONE)
    for contact in vault.contacts.values():
        lines = [channel.address for channel in contact.channels]
        if any(_same(x, y) for x in lines for y in (person.email, person.phone)):
            yield _item(vault, person, "channel", "contact", contact, told.CHANNEL)


def _trust(vault: Vault, person: Person) -> Iterator[Item]:
    if person.trusted:
        yield _item(vault, person, "trusted", "person", person, told.TRUSTED)
    for way in vault.ways:
        if _is(person, way.whose):
            sort = f"way-{way.slot[:8]}"  # not its place in the list: that shifts
            yield _item(vault, person, sort, "person", person, told.WAY)


def _item(
    vault: Vault, person: Person, sort: str, kind: str, record: Record, place: Place
) -> Item:
    key = f"{kind}:{sort}:{record.id}"
    account = record.id if kind == "account" else getattr(record, "account", "")
    steps = [place.advice]
    warnings: list[str] = []
    if isinstance(record, Access):
        steps += _pack_steps(vault, vault.accounts.get(account))
        warnings += _warnings(vault, person, record)
    return Item(
        key,
        kind,
        record.id,
        account,
        place.what.format(name=_called(vault, record)),
        tuple(steps),
        tuple(warnings),
        _done(record, key, person),
    )


def _done(record: Record, key: str, person: Person) -> bool:
    match record:
        case Access():
            return bool(record.ended)
        case CodeSet():
            return bool(record.renew or record.retired)
        case Kit() if key.startswith("kit:keeper:"):
            return bool(record.exposed or record.destroyed)
        case Share():
            return bool(record.withdrawn)
        case _:
            return f"[{key}]" in person.notes


def _warnings(vault: Vault, person: Person, access: Access) -> Iterator[str]:
    account = vault.accounts.get(access.account)
    others = (
        one
        for one in vault.access.values()
        if one.account == access.account and one.person != person.id and not one.ended
    )
    if not any(others):
        yield told.ONLY_ONE
    if account and _is(person, account.owner):
        yield told.ACCOUNTABLE
    if account and _same(account.email, person.email):
        yield told.OWN_MAILBOX
    if account and _same(account.phone, person.phone):
        yield told.OWN_PHONE


def _pack_steps(vault: Vault, account: Account | None) -> Iterator[str]:
    pack = pack_for(vault, account)
    if pack is None or not pack.leaving:
        yield told.NO_PACK
        return
    for fact in pack.leaving:
        sure = fact.confidence != LOW
        step = fact.text if sure else told.CHECK.format(step=fact.text)
        yield told.SOURCED.format(step=step, source=source_words(pack, fact))


def _reached(vault: Vault, person: Person) -> set[str]:
    own = {one.id for one in vault.accounts.values() if _is(person, one.owner)}
    return own | {
        one.account for one in vault.access.values() if one.person == person.id
    }


def _shared(vault: Vault, person: Person) -> set[str]:
    """Return the accounts whose codes are in a file that the person has."""
    files = (one for one in vault.shares.values() if _is(person, one.keeper))
    return {id_ for one in files if one.depth not in _NO_CODES for id_ in one.accounts}


def _called(vault: Vault, record: Record) -> str:
    if isinstance(record, Kit):
        return told.KIT.format(number=record.number)
    if isinstance(record, Share):
        return told.SHARE.format(issue=record.issue, day=record.made[:10])
    account: Mapping[str, Account] = vault.accounts
    of = account.get(getattr(record, "account", ""))
    own = getattr(record, "title", "") or getattr(record, "name", "")
    return str(own or (of.name if of else "") or told.REVIEW)


def _person(vault: Vault, id_: str) -> Person:
    found = vault.people.get(id_)
    if found is None:
        raise NotFound("person", id_)
    return found


def _is(person: Person, name: str) -> bool:
    return name == person.id or _same(name, person.name)


def _same(one: str, other: str) -> bool:
    plain, wanted = ("".join(text.split()).casefold() for text in (one, other))
    return bool(plain) and plain == wanted
