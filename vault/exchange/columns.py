"""Header words: which column of a stranger's table is which field of an account."""

import re
from typing import Final

from vault.exchange.secret_columns import is_bookkeeping, secret_kind

# The words for each field as owners and other programs write them, normalised by
# `_plain`. Chinese and Korean ones are those the platforms' own pages use.
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "platform": (
        "platform",
        "service",
        "site",
        "app",
        "provider",
        "平台",
        "플랫폼",
        "서비스",
    ),
    "name": (
        "name",
        "title",
        "account",
        "account name",
        "名称",
        "帐户",
        "账户",
        "이름",
    ),
    "login": (
        "login",
        "username",
        "user name",
        "user",
        "handle",
        "user id",
        "login username",
        "login name",
        "账号",
        "帐号",
        "用户名",
        "아이디",
        "사용자 이름",
    ),
    "email": ("email", "e mail", "mail", "email address", "邮箱", "电子邮件", "이메일"),
    "phone": (
        "phone",
        "telephone",
        "mobile",
        "phone number",
        "手机",
        "电话",
        "전화번호",
    ),
    "url": ("url", "website", "web site", "link", "login uri", "网址", "웹사이트"),
    "owner": ("owner", "person", "responsible", "负责人", "담당자"),
    "worth": ("worth", "worth a day", "worth per day", "每日价值", "하루 가치"),
    "notes": (
        "notes",
        "note",
        "comment",
        "comments",
        "remarks",
        "extra",
        "备注",
        "메모",
    ),
    "codes": (
        "codes",
        "code",
        "backup codes",
        "backup code",
        "recovery codes",
        "recovery code",
        "备用码",
        "恢复代码",
        "백업 코드",
        "복구 코드",
    ),
    "password": (
        "password",
        "passwd",
        "pass",
        "pwd",
        "login password",
        "密码",
        "비밀번호",
    ),
}
# Fields that records do not have: one is left out, the other is a secret of its kind.
LEFT_OUT: Final = "-"
AS_CODES: Final = "as-codes"
# Several such columns together say no less than one, so none of them is left over.
_MANY: Final = ("notes", "codes", "password", LEFT_OUT, AS_CODES)
_FIELD_OF: Final = {word: field for field, words in FIELDS.items() for word in words}
_SEPARATORS: Final = re.compile(r"[\s_\-:*./]+")


def known_words() -> str:
    """Return the first word for every field, for a message that lists them."""
    return ", ".join(words[0] for words in FIELDS.values())


def field_of(header: str) -> str:
    """Return the field that a header word means, or "" where it is unknown."""
    plain = _plain(header)
    if is_bookkeeping(plain):
        return LEFT_OUT
    found = _FIELD_OF.get(plain)
    if found is None and (kind := secret_kind(plain)):
        return "password" if kind == "password" else AS_CODES
    return found or ""


def secret_of(header: str) -> str:
    """Return the kind of the code set that a column of secrets becomes."""
    return secret_kind(_plain(header))


def fields_of(headers: list[str]) -> list[str]:
    """Return the field of each column, "" for a column that is kept as a note.

    A second column for one field is kept as a note: which of the two is right only
    the owner knows.
    """
    taken: set[str] = set()
    fields = []
    for header in headers:
        field = field_of(header)
        fields.append("" if field in taken else field)
        if field not in _MANY:
            taken.add(field)
    return fields


def _plain(header: str) -> str:
    return _SEPARATORS.sub(" ", header).strip().casefold()
