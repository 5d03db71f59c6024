"""The words for what a merge would do: by record, field by field; codes stay hidden."""

from collections.abc import Sequence

from vault.app.code_words import set_words
from vault.app.merge_flow import BaseFrom, Conflict, Difference, Merging
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.merge.three_way import OF_THE_WAYS
from vault.model.code import Code, CodeSet
from vault.model.entry import VAULT
from vault.model.link import links_of
from vault.model.person import Access
from vault.model.record import Record
from vault.model.share import Share
from vault.model.vault import Vault

Vaults = Sequence[Vault]  # where names are looked up: mine before theirs

BASE_WORDS: dict[BaseFrom, str] = {
    "given": _("Compared with the common save that you named."),
    "mine": _("Theirs went on from mine."),
    "theirs": _("Mine went on from theirs."),
    "backup": _("Compared with the newest common save, found among the backups."),
    "history": _("No common save was found, so the histories were compared."),
}


def ways_words(merging: Merging) -> str:
    """Say whose ways in are kept; "" where they are the same."""
    if not merging.ways_differ:
        return ""
    if merging.ways == "theirs":
        return _(
            "The ways in were changed in theirs, which went on from mine: from now on "
            "those open it, and not what opened mine."
        )
    return _(
        "The ways in differ (passphrase, key card): mine stay. What opens theirs may "
        "not open it. To keep theirs, merge the other way round."
    )


def belongs_to_the_ways(one: Difference) -> bool:
    """Tell whether a difference is said already by `ways_words`."""
    return one.kind == VAULT and one.field in OF_THE_WAYS


def heading(vaults: Vaults, one: Difference | Conflict) -> str:
    """Return what a record is called, with its kind; one of the vaults has it."""
    if one.kind == VAULT:
        return _("the vault itself")
    vault = next(each for each in vaults if each.find(one.kind, one.id))
    return f"{one.kind} {called(vault, vault.get(one.kind, one.id))}"


def called(vault: Vault, record: Record) -> str:
    """Return what a record of the vault is called; a code set by its account."""
    if isinstance(record, CodeSet):
        words = _("“{set}” of {account}")
        account = _linked([vault], "account", record.account)
        return words.format(set=set_words(record), account=account)
    if isinstance(record, Access):
        words = _("of {person} to {account}")
        return words.format(
            person=_linked([vault], "person", record.person),
            account=_linked([vault], "account", record.account),
        )
    if isinstance(record, Share):
        person = vault.people.get(record.keeper)
        keeper = person.name if person else record.keeper or _("nobody named")
        return _("“{keeper}, issue {n}”").format(keeper=keeper, n=record.issue)
    fields = ("name", "title", "number", "began", "id")  # a review has its day alone
    return next(f"“{getattr(record, one)}”" for one in fields if hasattr(record, one))


def difference_words(merging: Merging, one: Difference) -> str:
    """Say what becomes of one field, code or record."""
    if not one.field:
        return _record_words(one)
    vaults = (merging.vault, merging.copy.vault)
    label, mine, theirs = _told(vaults, one, (one.mine, one.theirs))
    result = {"mine": mine, "theirs": theirs}.get(one.outcome)
    if result is None:
        _label, result, _same = _told(vaults, one, (one.result, one.result))
        words = _("{field}: {result}, from both")
        if one.check:
            words = _("{field}: {result}, from both; look at it")
    elif one.check:
        words = {
            "mine": _("{field}: two values. {mine} (mine) shows; {theirs} is kept too"),
            "theirs": _(
                "{field}: two values. {theirs} (theirs) shows; {mine} is kept too"
            ),
        }[one.outcome]
    elif one.outcome == "mine":
        words = _("{field}: {mine} stays; theirs has {theirs}")
    else:
        words = _("{field}: {theirs} from theirs, in place of {mine}")
    return words.format(field=label, mine=mine, theirs=theirs, result=result)


def conflict_words(vault: Vault, one: Conflict) -> str:
    """Say what an earlier merge left to be looked at."""
    if not one.field:
        return _("one copy had removed it, the other had changed it or needed it")
    label, shown, other = _told([vault], one, (one.shown, one.other))
    words = _("{field}: {shown} shows; the other copy had {other}")
    return words.format(field=label, shown=shown, other=other)


def _record_words(one: Difference) -> str:
    if one.check:
        if one.theirs is None:
            return _("removed in theirs; stays, since mine changed or needs it")
        return _("removed in mine; stays, since theirs changed or needs it")
    if one.theirs is None:
        here = _("only in mine: stays")
        return here if one.result is not None else _("removed in theirs: goes")
    there = _("only in theirs: taken")
    return there if one.result is not None else _("removed in mine: stays away")


def _told(
    vaults: Vaults, one: Difference | Conflict, values: tuple[object, object]
) -> tuple[str, str, str]:
    """Return a field's name and two values of it, as a person reads them."""
    if one.part:
        return (code_label(vaults, one), *uses(vaults, values))
    label = one.field.replace("_", " ")
    if one.field == "codes":
        return label, _("the order of mine"), _("the order of theirs")
    first, second = (shown(vaults, one, value) for value in values)
    return label, first, second


def code_label(vaults: Vaults, one: Difference | Conflict) -> str:
    """Name a code by its place, as one of the vaults lists it."""
    for vault in vaults:
        held = vault.code_sets.get(one.id)
        for number, code in enumerate(held.codes if held else (), 1):
            if code.id == one.part:
                return _("code {n}").format(n=number)
    return _("code {id}").format(id=one.part)


def uses(vaults: Vaults, codes: tuple[object, object]) -> tuple[str, str]:
    """Return the states of two codes; where these are alike their values differ."""
    first, second = (_use(vaults, code) for code in codes)
    if first == second and codes[0] != codes[1]:
        return _("its value (hidden)"), _("another value (hidden)")
    return first, second


def _use(vaults: Vaults, code: object) -> str:
    """Return a code's state, and of a used one when, by whom and for what."""
    if not isinstance(code, Code):
        return _("“not there”")
    if code.state != "used":
        return {"unused": _("“unused”"), "void": _("“void”")}[code.state]
    parts = [_("used"), code.used_at[:10]]
    if code.used_by:
        who = _linked(vaults, "person", code.used_by)
        parts.append(_("by {who}").format(who=who))
    if code.used_for:
        parts.append(_("for {what}").format(what=code.used_for))
    return f"“{' '.join(filter(None, parts))}”"


def shown(vaults: Vaults, one: Difference | Conflict, value: object) -> str:
    """Return a value as a person reads it, links by their names."""
    if value in ("", None, ()):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    listed = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(item, str | int) for item in listed):
        entries = translate_count("{n} entry", "{n} entries", len(listed))
        return entries.format(n=len(listed))
    texts = (linked(vaults, one, str(item)) for item in listed)
    return f"“{' '.join(', '.join(texts).split())}”"


def linked(vaults: Vaults, one: Difference | Conflict, text: str) -> str:
    """Return what a text of a field stands for: a name for an id, else the text."""
    target = {link.field: link.target for link in links_of(one.kind)}.get(one.field, "")
    return _linked(vaults, target, text)


def _linked(vaults: Vaults, target: str, text: str) -> str:
    """Return what a link's target is called; a text that is no id as it is."""
    found = (vault.find(target, text) for vault in vaults if target)
    return next((str(getattr(one, "name", text)) for one in found if one), text)
