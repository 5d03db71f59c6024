"""The words for each problem of `BadInput` and of an import's notes."""

import re

from vault.i18n import translate as _

PROBLEMS: dict[str, str] = {
    "account-ambiguous": _("“{detail}” fits more than one account"),
    "account-needed": _("it is not clear whose codes these are; name the account"),
    "account-unknown": _("there is no account “{detail}”"),
    "bad-quoting": _("a quotation mark is opened and not closed, or stands astray"),
    "bytes-left-out": _(
        "an export names a file and does not hold it; attach {detail} again"
    ),
    "cell-long": _("a cell of {detail} characters; a field holds 20,000 at most"),
    "code-doubled": _("a code stood there twice; it was taken once"),
    "code-kind": _("this code is of a kind that no program of ours prints"),
    "code-length": _("a recovery code has 31 characters, this one has {detail}"),
    "code-odd": _("a code does not look like this platform's; it was taken as it is"),
    "code-wrong": _("more than two characters of the code are wrong; compare the card"),
    "codes-beside": _("these codes stand beside others that are still in force"),
    "codes-in-picture": _(
        "codes in pictures are not read yet; type them, or paste them as text"
    ),
    "codes-retired": _("the earlier set was retired; its unused codes are void now"),
    "column-left-out": _("a column that only its program needs was left out: {detail}"),
    "day-past": _("{detail} is past already; name a day to come, or none"),
    "day-before-made": _("{detail} is before it was made; name the day or a later one"),
    "day-to-come": _("{detail} is still to come; name a day that was, or today"),
    "day-unknown": _("“{detail}” is no day; write it as 2026-03-01"),
    "differs": _("the vault has other values here; what the vault has was kept"),
    "empty-file": _("the file is empty"),
    "field-fixed": _("this field cannot be changed"),
    "field-type": _("the value does not fit: {detail}"),
    "field-unknown": _("there is no such field; there are: {detail}"),
    "half-character": _("it holds half a character, which no keyboard types"),
    "history-left-out": _("the history of changes was not taken over"),
    "json-large": _("more than one mebibyte for one record"),
    "json-shape": _("the JSON is not of our shape: {detail}"),
    "kept-ours": _("the vault has its own, which was kept; not taken: {detail}"),
    "kind-unknown": _("what kind of file this is can't be seen; there are: {detail}"),
    "line-left-out": _("not a code, so it was left out: {detail}"),
    "mark-left-out": _("a mark beside a code was left out: {detail}"),
    "no-account": _("no account is named here"),
    "no-card": _("no recovery code of a key card is seen here"),
    "no-codes": _("no code was found"),
    "no-known-column": _("no column is known; the header may have: {detail}"),
    "not-a-number": _("not a whole number, so it went into the notes: {detail}"),
    "not-json": _("not JSON: {detail}"),
    "not-utf-8": _("not UTF-8 text; save it again as “CSV UTF-8” or as UTF-8 text"),
    "note-long": _("{detail} characters; the note of a share holds 20,000 at most"),
    "notes-long": _(
        "notes of {detail} characters with all that goes there; 20,000 at most"
    ),
    "nul-byte": _("a zero byte: this is no text file; save it again as UTF-8 text"),
    "pack-not-json": _("the pack is not JSON: {detail}"),
    "pack-shape": _("the pack is not of our shape: {detail}"),
    "other-platform": _("taken as you said, but the file speaks of {detail}"),
    "paper-unnamed": _("bytes that no attachment in the file names; they were left"),
    "paper-wrong": _(
        "the bytes of {detail}… are not those that were exported; export again"
    ),
    "papers-in-json": _("only JSON holds papers; choose JSON, or leave them away"),
    "passwords-left-out": _(
        "the passwords were left out: they belong in your password manager"
    ),
    "pdf-large": _("the PDF is larger than this program reads ({detail})"),
    "pdf-unreadable": _("the PDF can't be read: broken, or locked with a password"),
    "picture-crash": _(
        "reading it brought the reader down: it is broken, takes too much memory, or "
        "is made to do harm; scan or photograph the sheet again"
    ),
    "picture-film": _("this is a film; take a photo of each sheet instead"),
    "picture-heic": _(
        "{detail} pictures are not read. On the phone, share the photo as JPEG "
        "(iPhone: Settings, Camera, Formats, Most Compatible), or save it as JPEG on "
        "a computer"
    ),
    "picture-kind": _("{detail} is not read; save the picture as PNG or JPEG"),
    "picture-large": _("the picture is larger than this program reads ({detail})"),
    "picture-memory": _(
        "reading it takes more memory than a picture may have; save it smaller, as "
        "PNG or JPEG"
    ),
    "picture-slow": _(
        "reading it took longer than {detail} seconds and was ended; scan or "
        "photograph the sheet again"
    ),
    "picture-unreadable": _("this is no picture that can be read: broken or cut off"),
    "key-file-changes": _(
        "a file of Spare Key is another one after each save: choose one that stays"
    ),
    "key-file-short": _("too short for a key file: 16 bytes at least are needed"),
    "secret-not-utf-8": _("the text is not UTF-8; save it again as UTF-8"),
    "secret-large": _("too large to hold a passphrase or a code"),
    "sort-unknown": _("there is no such sort; there are: {detail}"),
    "title-left-out": _("the line above the header was left out: {detail}"),
    "too-long": _("too long for this field, so it went into the notes: {detail}"),
    "too-many-codes": _(
        "{detail} codes were seen; one set takes at most 200: are these codes?"
    ),
    "too-many-pictures": _("at most {detail} files at once"),
    "unknown-column": _("an unknown column went into the notes: {detail}"),
    "unknown-field": _("an unknown field was not taken: {detail}"),
    "used-mark-left-out": _(
        "a code was marked used; here it counts as unused: {detail}"
    ),
    "used-undated": _("codes marked used came without a date, and have none: {detail}"),
    "way-needs-nothing": _(
        "a way that needs nothing is none; tick what it needs, or name a new thing"
    ),
    "wrong-type": _("the value does not fit: {detail}"),
}


def problem_words(problem: str, detail: str = "") -> str:
    """Return what is wrong, in words, without saying where."""
    if problem in _TYPED:
        detail = _type_words(detail)
    return PROBLEMS[problem].format(detail=detail)


_TYPED = frozenset({"field-type", "wrong-type", "json-shape"})
_WANTED = {
    "str": _("a text"),
    "int": _("a whole number"),
    "bool": _("true or false"),
    "array": _("a list"),
    "object": _("an object"),
    "null": _("nothing"),
}
_EXPECTED = re.compile(r"Expected `([a-z |]+)`(?:, got `[a-z]+`)?")
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_PLACE = re.compile(r" - at `([^`]+)`")


def _type_words(detail: str) -> str:
    """Put the decoder's sentence about a type into plain words, and keep the place."""
    where = _PLACE.search(detail)
    place = _(" at {place}").format(place=where[1]) if where else ""
    if missing := _MISSING.search(detail):
        return _("the field “{field}” is missing").format(field=missing[1]) + place
    if expected := _EXPECTED.search(detail):
        words = [_WANTED.get(one, one) for one in expected[1].split(" | ")]
        return _("it must be {types}").format(types=_(" or ").join(words)) + place
    return detail
