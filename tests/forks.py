"""Two copies of one vault that went on apart, as people would make them.

Values come from small alphabets and most clocks stand still, so that what collides by
chance in years collides here at once.
"""

import hashlib
from collections.abc import Callable

from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.builders import LATER, NOON, a_vault, an_access, an_account
from tests.strategies import ids
from vault.app.edit import freeing, using
from vault.ids import new_id
from vault.merge.side import Two
from vault.merge.three_way import Merged, merge
from vault.model.change import Add, Change, Replace, apply, edit_vault, inverse
from vault.model.code import Code, CodeSet
from vault.model.kit import Kit
from vault.model.person import Person
from vault.model.procedure import Step
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import Vault

words = st.sampled_from("abc")
texts = st.sampled_from(["", "a", "b", "c"])
moments = st.sampled_from([NOON, NOON, LATER])
days = st.sampled_from(["", "2026-03-01", "2026-03-02"])
REQUIRED = {"name", "title"}
TEXTS = {
    "account": ("name", "login", "phone", "notes"),
    "code-set": ("label", "notes"),
    "procedure": ("title", "source", "notes"),
    "contact": ("name", "hours"),
    "person": ("name", "role"),
    "access": ("role", "notes"),
    "kit": ("note", "paper"),
}
Act = Callable[[st.DrawFn, Vault], list[Change]]


def _new(draw: st.DrawFn, *content: object) -> str:
    """Draw the id of something new: one id never stands for two contents.

    It has 50 bits of chance, and the history tells only the id of what came in.
    """
    digest = hashlib.sha256(repr(content).encode()).digest()
    return draw(ids)[:4] + new_id(lambda count: digest[:count])[4:]


def _any(draw: st.DrawFn, vault: Vault, kind: str) -> Record | None:
    there = vault.collection(kind)
    return there[draw(st.sampled_from(sorted(there)))] if there else None


def _edited(kind: str, before: Record, **fields: object) -> list[Change]:
    return [Replace(kind, before, replace(before, **fields))]


def _text(draw: st.DrawFn, vault: Vault) -> list[Change]:
    kind = draw(st.sampled_from(sorted(TEXTS)))
    record = _any(draw, vault, kind)
    if record is None:
        return []
    name = draw(st.sampled_from(TEXTS[kind]))
    return _edited(kind, record, **{name: draw(words if name in REQUIRED else texts)})


def _renamed(draw: st.DrawFn, vault: Vault) -> list[Change]:
    return [edit_vault(vault, name=draw(words), currency=draw(words))]


def _linked(draw: st.DrawFn, vault: Vault) -> list[Change]:
    account = _any(draw, vault, "account")
    if account is None:
        return []
    through = st.lists(st.sampled_from(sorted(vault.accounts)), max_size=3, unique=True)
    return _edited(
        "account",
        account,
        owner=draw(st.sampled_from(["", *sorted(vault.people)])),
        recovers_through=tuple(draw(through)),
    )


def _checked(draw: st.DrawFn, vault: Vault) -> list[Change]:
    found = _any(draw, vault, "procedure")
    if found is None:
        return []
    by = st.sampled_from(["", "Mina", *sorted(vault.people)])
    steps = st.lists(st.builds(Step, words), max_size=2).map(tuple)
    return _edited(
        "procedure", found, checked=draw(days), checked_by=draw(by), steps=draw(steps)
    )


def _case(draw: st.DrawFn, vault: Vault) -> list[Change]:
    found = _any(draw, vault, "contact")
    numbers = st.lists(words, max_size=3, unique=True).map(tuple)
    return _edited("contact", found, case_numbers=draw(numbers)) if found else []


def _codes(draw: st.DrawFn, vault: Vault) -> list[Change]:
    found = _any(draw, vault, "code-set")
    if not isinstance(found, CodeSet):
        return []
    acts = [_pasted, _shuffled, *([_of_one] * 6 if found.codes else [])]
    return draw(st.sampled_from(acts))(draw, vault, found)


def _of_one(draw: st.DrawFn, vault: Vault, one: CodeSet) -> list[Change]:
    code = draw(st.sampled_from(one.codes))
    act = draw(st.sampled_from(["use", "use", "free", "void", "drop", "value", "for"]))
    rest = tuple(other for other in one.codes if other is not code)
    if act == "use" and code.state == "unused":
        by = draw(st.sampled_from(["Mina", *sorted(vault.people)]))
        return using(one, code, by, draw(texts), draw(moments))
    if act == "free" and code.state == "used":
        return freeing(one, code)
    if act == "drop":
        return _edited("code-set", one, codes=rest)
    if act == "value":
        code_now = replace(code, value=draw(words))
    elif act == "for" and code.state == "used":
        code_now = replace(code, used_for=draw(texts))
    elif act == "void" and code.state == "unused":
        code_now = replace(code, state="void")
    else:
        return []
    if code_now.value in {other.value for other in rest}:
        return []
    codes = tuple(code_now if other is code else other for other in one.codes)
    return _edited("code-set", one, codes=codes)


def _pasted(draw: st.DrawFn, vault: Vault, one: CodeSet) -> list[Change]:
    value = draw(words)
    new = Code(id=_new(draw, value), value=value)
    if any(new.value == code.value or new.id == code.id for code in one.codes):
        return []
    place = draw(st.integers(0, len(one.codes)))
    return _edited("code-set", one, codes=(*one.codes[:place], new, *one.codes[place:]))


def _shuffled(draw: st.DrawFn, vault: Vault, one: CodeSet) -> list[Change]:
    return _edited("code-set", one, codes=tuple(draw(st.permutations(one.codes))))


def _added(draw: st.DrawFn, vault: Vault) -> list[Change]:
    account = _any(draw, vault, "account")
    person = _any(draw, vault, "person")
    word = draw(words)
    choices: list[tuple[str, Record]] = [
        ("account", replace(an_account(), name=word)),
        ("person", Person(id="", name=word)),
    ]
    if account:
        codes = (Code(id=_new(draw, word), value=word),)
        choices.append(("code-set", CodeSet(id="", account=account.id, codes=codes)))
        owned = replace(an_account(), recovers_through=(account.id,))
        choices.append(("account", owned))
    if account and person:
        choices.append(("access", an_access(person.id, account.id)))
    kind, record = draw(st.sampled_from(choices))
    new = _new(draw, kind, asdict(record))
    added = Add(kind, replace(record, id=new))
    return [added] if new not in vault.collection(kind) else []


def _printed(draw: st.DrawFn, vault: Vault) -> list[Change]:
    number = 1 + max((kit.number for kit in vault.kits.values()), default=0)
    kit = Kit(id=draw(ids), number=number, made=draw(moments), ways="either")
    return [Add("kit", kit)] if kit.id not in vault.kits else []


def _removed(draw: st.DrawFn, vault: Vault) -> list[Change]:
    kind = draw(st.sampled_from(sorted(TEXTS)))
    found = _any(draw, vault, kind)
    return removal_of(vault, kind, found.id) if found else []


ACTS: tuple[Act, ...] = (
    *(_text,) * 4,
    *(_codes,) * 5,
    _renamed,
    _linked,
    _checked,
    _case,
    _added,
    _printed,
    *(_removed,) * 2,
)


@st.composite
def edited(draw: st.DrawFn, vault: Vault, device: str | None = None) -> Vault:
    """Draw what becomes of a vault after some acts, and some of them undone."""
    if device is None:
        device = draw(st.sampled_from(["", "laptop", "phone"]))
    for _ in range(draw(st.integers(0, 4))):
        was = vault
        act = draw(st.sampled_from(ACTS))(draw, vault)
        vault, done = apply(vault, act, draw(moments), device)
        if was is not vault and draw(st.integers(0, 9)) == 0:
            backwards = [inverse(one) for one in reversed(done.changes)]
            vault, _ = apply(vault, backwards, draw(moments), device)
    return vault


@st.composite
def started(draw: st.DrawFn) -> Vault:
    """Draw the vault that the copies were made of."""
    codes, used = draw(st.integers(0, 3)), draw(st.integers(0, 1))
    return draw(edited(a_vault(draw(st.integers(1, 2)), codes=codes, used=used)))


@st.composite
def forks(draw: st.DrawFn, *devices: str | None) -> tuple[Vault, ...]:
    """Draw the common vault, then a copy for each device that went on apart.

    None is any device: two copies may then make changes that look alike.
    """
    base = draw(started())
    return (base, *(draw(edited(base, device)) for device in devices or (None, None)))


@st.composite
def onward(draw: st.DrawFn, vault: Vault, tag: str) -> Vault:
    """Draw what becomes of a copy where nobody removes, and no value comes twice."""
    for number in range(draw(st.integers(0, 4))):
        fresh = f"{tag}{number}"
        kind = draw(st.sampled_from(["account", "person", "use", "paste", "add"]))
        one = _any(draw, vault, "code-set")
        found = (
            _any(draw, vault, "account" if kind == "add" else kind)
            if kind in TEXTS
            else None
        )
        act: list[Change] = []
        new = draw(ids)
        if kind == "use" and isinstance(one, CodeSet):
            unused = [code for code in one.codes if code.state == "unused"]
            act = using(one, unused[0], fresh, "", draw(moments)) if unused else []
        elif kind == "paste" and isinstance(one, CodeSet):
            pasted = Code(id=new, value=fresh)
            taken = {code.id for code in one.codes}
            act = (
                []
                if new in taken
                else _edited("code-set", one, codes=(*one.codes, pasted))
            )
        elif kind == "add" and new not in vault.accounts:
            act = [Add("account", replace(an_account(), id=new, name=fresh))]
        elif found is not None:
            name = draw(st.sampled_from(["name", "phone", "notes"]))
            act = _edited(kind, found, **{name: fresh})
        vault, _ = apply(vault, act, draw(moments), tag)
    return vault


def merged(mine: Vault, theirs: Vault, base: Vault | None = None) -> Merged:
    """Merge two copies."""
    return merge(Two(mine, theirs), base)


def joined(mine: Vault, theirs: Vault, base: Vault | None = None) -> Vault:
    """Return what both copies become."""
    return apply(mine, merged(mine, theirs, base).changes, LATER)[0]
