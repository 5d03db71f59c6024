"""Changes of single codes, besides use: void, and valid again."""

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


def _with(one: CodeSet, new: Code) -> Change:
    codes = tuple(new if code.id == new.id else code for code in one.codes)
    return Replace("code-set", one, replace(one, codes=codes))
