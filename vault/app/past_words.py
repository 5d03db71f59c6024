"""The words for one change of the past; codes stay hidden unless asked for."""

from dataclasses import dataclass, field
from functools import partial
from typing import Final

from vault.app.field_words import field_name
from vault.app.past_names import Names
from vault.history.bring_back import Hindrance, hindrance
from vault.history.past import Lost, Past
from vault.i18n import translate as _
from vault.model.code import Code, CodeSet
from vault.model.contact import Channel
from vault.model.entry import TO_CHECK
from vault.model.link import links_of
from vault.model.procedure import Step
from vault.model.vault import Vault

HIDDEN: Final = "••••••••"
WHY: Final[dict[Hindrance, str]] = {
    "forgotten": "",  # the value itself says so
    "no-record": _("What it belonged to is removed."),
    "same": _("This is what shows now."),
    "dangling": _("What it points to is removed."),
    "no-value": "",
}


@dataclass(frozen=True)
class PastLine:
    """One change, as a person reads it. `secret` where values hide behind dots.

    `why` tells why its earlier value cannot be brought back; `can` that it can.
    """

    past: Past = field(repr=False)
    record: str  # what the record is called, with its kind
    label: str  # the field; "" for a record as a whole
    before: str = field(repr=False)
    after: str = field(repr=False)  # "" where nobody knows
    where: str  # the device, or that two copies were joined
    secret: bool
    can: bool
    why: str


def line_of(vault: Vault, names: Names, past: Past, *, reveal: bool) -> PastLine:
    """Return one change in words."""
    why = hindrance(vault, past)
    spelt = partial(_value, names, past, reveal=reveal)
    return PastLine(
        past,
        names.with_kind(past.kind, past.id),
        _label(names, past),
        spelt(past.before) if past.field else "",
        spelt(past.after) if past.field else whole_words(past),
        device_words(past),
        any(isinstance(one, Code) and one.value for one in (past.before, past.after)),
        why is None,
        WHY[why] if why else "",
    )


def whole_words(past: Past) -> str:
    """Say what became of a record as a whole."""
    if past.action == "add":
        return _("Added")
    return _("Removed") if past.action == "remove" else ""


def device_words(past: Past) -> str:
    """Say where a change was made; "" where that is not known."""
    if past.device == TO_CHECK:
        return _("set aside when two copies were joined, to be checked")
    if past.set_aside:
        return _("set aside when two copies were joined")
    return past.device


def act_name(names: Names, past: Past) -> str:
    """Return what bringing an earlier value back is called in "Undo …"."""
    label = _label(names, past)
    name = names.of(past.kind, past.id)
    return _("Bring back “{field}” of {name}").format(field=label, name=name)


def _label(names: Names, past: Past) -> str:
    if not past.part:
        return field_name(past.kind, past.field) if past.field else ""
    record = names.find(past.kind, past.id)
    codes = record.codes if isinstance(record, CodeSet) else ()
    for number, code in enumerate(codes, 1):
        if code.id == past.part:
            return _("Code {n}").format(n=number)
    return _("A code")


def _value(names: Names, past: Past, value: object, *, reveal: bool) -> str:
    """Return a value as a person reads it, links by their names."""
    if isinstance(value, Lost):
        return {
            Lost.FORGOTTEN: _("not kept any more"),
            Lost.UNKNOWN: "",
            Lost.NOTHING: _("not there"),
        }[value]
    if isinstance(value, Code):
        return _code(names, value, reveal=reveal)
    if value in ("", None, ()):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    listed = value if isinstance(value, tuple) else (value,)
    return ", ".join(_item(names, past, one) for one in listed)


def _item(names: Names, past: Past, one: object) -> str:
    if isinstance(one, Step):
        return one.text
    if isinstance(one, Channel):
        return _("{kind}: {address}").format(kind=one.kind, address=one.address)
    for link in links_of(past.kind):
        if link.field == past.field:
            return names.of(link.target, str(one))
    return str(one)


def _code(names: Names, code: Code, *, reveal: bool) -> str:
    """Return a code and its state, and of a used one when, by whom and for what."""
    value = code.value if reveal or not code.value else HIDDEN
    parts = [value or _("not kept any more"), STATES[code.state]]
    if code.state == "used":
        parts.append(code.used_at[:10])
        if code.used_by:
            who = names.of("person", code.used_by)
            parts.append(_("by {who}").format(who=who))
        if code.used_for:
            parts.append(_("for {what}").format(what=code.used_for))
    return " ".join(filter(None, parts))


STATES: Final = {"unused": _("unused"), "used": _("used"), "void": _("void")}
