"""Changes of single codes and whole sets, besides use: void, valid again, retired."""

from msgspec.structs import replace

from vault.errors import Refused
from vault.model.change import Change, Replace
from vault.model.code import Code, CodeSet


def voiding(one: CodeSet, code: Code) -> list[Change]:
    """Mark a code that does not work; `Refused` where it is not unused."""
    if code.state != "unused":
        raise Refused("code-not-unused", code.state)
    return [_with(one, replace(code, state="void"))]


def reviving(one: CodeSet, code: Code) -> list[Change]:
    """Take back that a code is used or void; `Refused` where it is neither."""
    if code.state == "unused":
        raise Refused("code-unused")
    return [_with(one, Code(id=code.id, value=code.value))]


def retiring(one: CodeSet, today: str) -> Change:
    """Retire a set that a newer one replaces: its unused codes become void."""
    codes = tuple(
        replace(code, state="void") if code.state == "unused" else code
        for code in one.codes
    )
    return Replace("code-set", one, replace(one, retired=today, codes=codes))


def _with(one: CodeSet, new: Code) -> Change:
    codes = tuple(new if code.id == new.id else code for code in one.codes)
    return Replace("code-set", one, replace(one, codes=codes))
