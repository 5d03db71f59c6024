"""A platform of the owner's own as a form: one text a part, one line an entry.

What a form has no place for, such as a code's menu, stays as it was.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from vault.app.edit import adding, editing
from vault.app.ports import Ports
from vault.app.step_lines import lines_in, step_lines, steps_in
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.change import Add, Change, Remove, Replace
from vault.model.contact import Channel
from vault.model.platform import (
    OwnPlatform,
    PlatformCode,
    PlatformDeadline,
    PlatformStep,
)
from vault.model.vault import Vault
from vault.packs import find_pack, own_pack

PLAIN: Final = ("name", "url", "recover", "checked", "notes")
LISTS: Final = ("aliases", "leaving", "roles", "traps", "keep")
SITUATIONS: Final = ("locked-out", "hacked", "suspended", "phone-lost", "handover")
FIELDS: Final = (*PLAIN, *LISTS, *SITUATIONS, "codes", "channels", "deadlines")
_KINDS: Final = (
    "form",
    "mail",
    "email",
    "chat",
    "phone",
    "community",
    "social",
    "post",
)
_BETWEEN: Final = "; "
_FEW_DIGITS: Final = 4  # more is no count of codes or days

Typed = Mapping[str, str]


def form_of(one: OwnPlatform) -> dict[str, str]:
    """Return what stands in each field of the form."""
    lists = {name: "\n".join(getattr(one, name)) for name in LISTS}
    steps = {
        each: step_lines(step for step in one.steps if step.situation == each)
        for each in SITUATIONS
    }
    return {
        **{name: getattr(one, name) for name in PLAIN},
        **lists,
        **steps,
        "codes": "\n".join(map(_code_line, one.codes)),
        "channels": "\n".join(map(_channel_line, one.channels)),
        "deadlines": "\n".join(map(_deadline_line, one.deadlines)),
    }


def with_typed(one: OwnPlatform, typed: Typed) -> OwnPlatform:
    """Return the platform with every field as it was typed."""
    simple = {
        **{name: typed[name].strip() for name in PLAIN},
        **{name: lines_in(typed[name]) for name in LISTS},
    }
    other = (step for step in one.steps if step.situation not in SITUATIONS)
    steps = [
        PlatformStep(situation=situation, text=step.text, link=step.link)
        for situation in SITUATIONS
        for step in steps_in(typed[situation])
    ]
    codes = {code.label: code for code in one.codes}
    return replace(
        one,
        **simple,
        steps=(*steps, *other),
        codes=tuple(_code(line, codes) for line in lines_in(typed["codes"])),
        channels=tuple(map(_channel, lines_in(typed["channels"]))),
        deadlines=tuple(map(_deadline, lines_in(typed["deadlines"]))),
    )


def beginning_platform(
    ports: Ports, vault: Vault, typed: Typed, account: str = ""
) -> tuple[str, list[Change]]:
    """Return the id of a new platform, and what brings it in, gone through today.

    With the id of an account, that one is put on it.
    Raises `Refused` where a pack is there for what people call so.
    """
    typed = {**typed, "checked": typed["checked"].strip() or ports.today()}
    made = with_typed(OwnPlatform(id="", name=""), typed)
    record, changes = adding(ports, vault, "platform", _plain(made))
    first = vault.accounts.get(account)
    if first and not _is_on(made, first):
        moved = replace(first, platform=made.name)
        changes.append(Replace("account", first, moved))
    return record.id, changes


def keeping_platform(
    ports: Ports, vault: Vault, id_: str, typed: Typed
) -> list[Change]:
    """Return what puts a form into its platform; [] where it reads so already.

    Accounts that named it by a name that it no longer has get its new one. Raises
    `Refused` where a pack is there for what people call so.
    """
    before = vault.platforms[id_]
    after = with_typed(before, typed)
    if form_of(after) == form_of(before):
        return []
    changes = editing(ports, vault, "platform", id_, _plain(after))[1]
    named = accounts_on(vault, before)
    lost = [one for one in named if not _is_on(after, one)]
    moved = [Replace("account", one, replace(one, platform=after.name)) for one in lost]
    return [*changes, *moved]


def accounts_on(vault: Vault, one: OwnPlatform) -> tuple[Account, ...]:
    """Return the accounts that are on a platform of the owner's own."""
    return tuple(acc for acc in vault.accounts.values() if _is_on(one, acc))


def own_platform_of(vault: Vault, account: Account) -> OwnPlatform | None:
    """Return the owner's own platform that an account is on, or None."""
    own = (one for one in vault.platforms.values() if _is_on(one, account))
    return next(own, None)


def changes_name(changes: Iterable[Change]) -> str:
    """Say in history what was done to a platform."""
    for one in changes:
        if isinstance(one, Add) and isinstance(one.record, OwnPlatform):
            return _("Add the platform {name}").format(name=one.record.name)
        if isinstance(one, Replace) and isinstance(one.after, OwnPlatform):
            return _("Change the platform {name}").format(name=one.after.name)
        if isinstance(one, Remove) and isinstance(one.record, OwnPlatform):
            return _("Remove the platform {name}").format(name=one.record.name)
    return _("Change the platform")


def _is_on(one: OwnPlatform, account: Account) -> bool:
    pack = own_pack(one)
    named = account.platform.strip()
    return bool(named) and find_pack({pack.id: pack}, named) is not None


def _plain(one: OwnPlatform) -> dict[str, object]:
    """Return the fields of a platform as plain values, without its id."""
    plain: dict[str, object] = msgspec.to_builtins(one)
    return {name: value for name, value in plain.items() if name != "id"}


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(";")]


def _count(text: str) -> int | None:
    """Return a number that can be a count of codes or days."""
    whole = text.isascii() and text.isdecimal() and len(text) <= _FEW_DIGITS
    return int(text) if whole else None


def _code_line(one: PlatformCode) -> str:
    count = "" if one.count is None else str(one.count)
    needed = [count] if count or _count(one.example) is not None else []
    return _BETWEEN.join([one.label, *needed, *filter(None, [one.example])])


def _code(line: str, before: Mapping[str, PlatformCode]) -> PlatformCode:
    """Read “label; how many; an example”, the last two where they are known."""
    label, *rest = _parts(line)
    count = _count(rest[0]) if rest else None
    if rest and (count is not None or not rest[0]):
        rest = rest[1:]
    known = before.get(label) or PlatformCode(label=label)
    return replace(known, count=count, example=_BETWEEN.join(filter(None, rest)))


def _kind(address: str) -> str:
    """Return how an address that looks so is reached."""
    if "://" in address:
        return "form"
    if "@" in address:
        return "mail"
    return "phone" if any(map(str.isdigit, address)) else "community"


def _channel_line(one: Channel) -> str:
    usual = _kind(one.address) == one.kind
    address = one.address if usual else f"{one.kind}: {one.address}"
    return _BETWEEN.join(filter(None, (address, one.note)))


def _channel(line: str) -> Channel:
    """Read “address; what for”; a kind may stand before it, as in “post: …”."""
    address, *notes = _parts(line)
    kind, found, rest = address.partition(":")
    if found and kind.strip().casefold() in _KINDS:
        kind, address = kind.strip().casefold(), rest.strip()
    else:
        kind = _kind(address)
    return Channel(kind, address, _BETWEEN.join(notes))


def _deadline_line(one: PlatformDeadline) -> str:
    days = [] if one.days is None else [str(one.days)]
    return _BETWEEN.join([one.what, *days])


def _deadline(line: str) -> PlatformDeadline:
    """Read “what; days”, the days where they are known."""
    *what, last = _parts(line)
    days = _count(last) if what else None
    if days is None:
        return PlatformDeadline(what=line)
    return PlatformDeadline(what=_BETWEEN.join(what), days=days)
