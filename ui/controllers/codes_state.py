"""What the codes section shows of an account, in words, made from the records."""

from collections.abc import Iterator, Mapping, Sequence

from ui.shared.days import day_words
from ui.views.account_codes import CodesState
from ui.widgets.code_row import CodeLine
from ui.widgets.code_set_part import SetState
from vault.app.code_count import codes_left, runs_low
from vault.app.code_words import issue_words, set_words
from vault.app.edit import next_code, sets_of
from vault.app.platforms import platform_name
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.code import STANDING_KINDS, Code, CodeSet
from vault.model.person import Person
from vault.model.vault import Vault


def codes_state(vault: Vault, account: Account, *, may_write: bool) -> CodesState:
    """Return what the section of an account shows; no code is in it but in `value`."""
    sets = sets_of(vault, account.id)
    names = names_of(sets)
    said = [set_state(vault, one, names, may_write=may_write) for one in sets]
    return CodesState(
        sets=tuple(s for s, one in zip(said, sets, strict=True) if not one.retired),
        retired=tuple(s for s, one in zip(said, sets, strict=True) if one.retired),
        example=issue_words(account.platform, vault),
        has_next=next_code(sets) is not None,
        may_write=may_write,
    )


def names_of(sets: Sequence[CodeSet]) -> dict[str, str]:
    """Return, by id, what each set is called, no two alike where that can be."""
    names = [_whole_title(one) for one in sets]
    return {
        one.id: _issued_too(one, name) if names.count(name) > 1 else name
        for one, name in zip(sets, names, strict=True)
    }


def _whole_title(one: CodeSet) -> str:
    """Return the title of a set, told apart from the retired ones of its name."""
    if not one.retired:
        return set_words(one)
    words = _("{codes}, retired {day}")
    return words.format(codes=set_words(one), day=day_words(one.retired))


def _issued_too(one: CodeSet, name: str) -> str:
    if not one.issued:
        return name
    words = _("{codes}, issued {day}")
    return words.format(codes=name, day=day_words(one.issued))


def set_state(
    vault: Vault, one: CodeSet, names: Mapping[str, str], *, may_write: bool
) -> SetState:
    """Return one set in words; `names` are those of all sets beside it."""
    account = vault.accounts.get(one.account)
    stands = one.kind in STANDING_KINDS
    counted = not stands and not one.retired
    left = _("{left} of {n} left").format(left=codes_left(one), n=len(one.codes))
    return SetState(
        id=one.id,
        title=set_words(one),
        called=names[one.id],
        lines=tuple(_lines(vault, one, names, may_write=may_write)),
        left=left if counted and one.codes else "",
        low=_low_words(one, account) if runs_low(one) else "",
        about="  ·  ".join(_about(one)),
        notes=one.notes,
        may_write=may_write,
    )


def code_called(one: CodeSet, code: Code, name: str = "") -> str:
    """Return what a code is called within a sentence: "code 3", or "PIN".

    `name` is what its set is called, where another could be meant.
    """
    number = one.codes.index(code) + 1
    if one.kind in STANDING_KINDS:
        title = name or set_words(one)
        return title if len(one.codes) == 1 else f"{title} {number}"
    if not name:
        return _("code {n}").format(n=number)
    return _("code {n} of {codes}").format(n=number, codes=name)


def used_words(vault: Vault, code: Code) -> str:
    """Return when a code was used, by whom and what for, as far as is known."""
    person = vault.people.get(code.used_by)
    who = person.name if isinstance(person, Person) else code.used_by
    said = _("Used")
    if code.used_at:
        said = _("Used {day}").format(day=day_words(code.used_at))
    if who:
        said = _("{used} by {who}").format(used=said, who=who)
    return ": ".join(filter(None, [said, code.used_for]))


def _lines(
    vault: Vault, one: CodeSet, names: Mapping[str, str], *, may_write: bool
) -> Iterator[CodeLine]:
    stands = one.kind in STANDING_KINDS
    single = stands and len(one.codes) == 1
    for number, code in enumerate(one.codes, 1):
        called = code_called(one, code, names[one.id] if len(names) > 1 else "")
        yield CodeLine(
            id=code.id,
            name=called[:1].upper() + called[1:],
            called=called,
            said=_said(vault, code, stands=stands),
            value=code.value,
            state=code.state,
            stands=stands and code.state == "unused",
            number="" if single else str(number),
            may_copy=code.state == "unused",
            may_mark=may_write and not one.retired and not stands,
        )


def _said(vault: Vault, code: Code, *, stands: bool) -> str:
    if code.state == "used":
        return used_words(vault, code)
    if code.state == "void":
        return _("Void")
    return "" if stands else _("Unused")


def _about(one: CodeSet) -> Iterator[str]:
    if one.issued:
        yield _("Issued {day}").format(day=day_words(one.issued))
    if one.retired:
        yield _("retired {day}").format(day=day_words(one.retired))


def _low_words(one: CodeSet, account: Account | None) -> str:
    left = codes_left(one)
    where = platform_name(account.platform) if account else ""
    place = where or _("the platform")
    if not left:
        said = _("No code is left. Get new ones at {place}, then add them here.")
        return said.format(place=place)
    said = translate_count(
        "Only {n} code is left. Get new ones at {place}, then add them here.",
        "Only {n} codes are left. Get new ones at {place}, then add them here.",
        left,
    )
    return said.format(n=left, place=place)
