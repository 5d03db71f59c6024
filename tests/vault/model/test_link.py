"""The table of links holds every link there is, and follows and rewrites them."""

from collections.abc import Iterator

import msgspec
import pytest

from tests.builders import a_lived_in_vault
from vault.model.link import LINKS, Link, links_of, relinked, targets
from vault.model.vault import KINDS

# Text that is no link. A new text field fails the test below until it stands either
# here or in LINKS: whoever adds one has to decide.
# fmt: off
NO_LINKS = frozenset([
    "id", "name", "platform", "login", "email", "phone", "url", "created", "notes",
    "note", "kind", "label", "issued", "retired", "value", "state", "used_at",
    "used_for", "situation", "title", "text", "link", "checked", "source",
    "source_date", "role", "address", "hours", "language", "case_numbers", "since",
    "factor", "last_confirmed", "ended", "worth_a_day", "wait_days", "card_number",
    "kit", "made", "ways", "paper", "density", "places", "read_back", "destroyed",
    "renew", "exposed", "in_clear", "present", "prints", "drills", "retiring",
    "collected", "shredded", "began", "done", "lesson", "log", "sort", "things",
    "importance", "cards", "next_day", "parts", "score", "tried", "rules_confirmed",
    "size", "content", "added", "expires", "share", "issue", "depth", "opened",
    "withdrawn", "counter", "place", "evidence", "days", "last_tried",
    "aliases", "recover", "example", "menu", "renewal", "what", "leaving", "roles",
    "traps", "keep", "count",
])
# fmt: on
NUMBERS = (msgspec.inspect.IntType, msgspec.inspect.BoolType)


def _text_fields(struct: type[msgspec.Struct], path: str = "") -> Iterator[str]:
    """Yield the path of every field of a Struct and its parts that can hold text."""
    for field in msgspec.structs.fields(struct):
        inner = msgspec.inspect.type_info(field.type)
        item = getattr(inner, "item_type", inner)
        if isinstance(item, msgspec.inspect.StructType):
            yield from _text_fields(item.cls, f"{path}{field.name}.")
        elif not isinstance(item, NUMBERS):
            yield path + field.name


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_is_forgotten(kind: str) -> None:
    """Each text field is known as a link or known as none."""
    links = {link.field for link in links_of(kind)}
    fields = set(_text_fields(KINDS[kind].struct))
    assert links <= fields
    undecided = {one for one in fields - links if one.split(".")[-1] not in NO_LINKS}
    assert not undecided


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_from_a_kind_to_a_kind(link: Link) -> None:
    """The table names only kinds that exist."""
    assert link.kind in KINDS
    assert link.target in KINDS


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_followed_and_rewritten(link: Link) -> None:
    """What is put under a link is what is found there; empty text is never found."""
    vault = a_lived_in_vault(2)
    for record in vault.collection(link.kind).values():
        renamed = relinked(record, link, lambda name: name + "x")
        assert list(targets(renamed, link)) == [
            name + "x" for name in targets(record, link)
        ]
        assert not list(targets(relinked(record, link, lambda _: ""), link))


@pytest.mark.parametrize("link", LINKS)
def test_rewriting_to_the_same_returns_the_record_itself(link: Link) -> None:
    """No copy is made where nothing changes."""
    for record in a_lived_in_vault(2).collection(link.kind).values():
        assert relinked(record, link, str) is record


def test_parts_are_rewritten_one_by_one() -> None:
    """A link inside a part changes that part and leaves its neighbours alone."""
    link = next(one for one in LINKS if one.field == "codes.used_by")
    code_set = next(iter(a_lived_in_vault(1).code_sets.values()))
    codes = (msgspec.structs.replace(code_set.codes[0], used_by="ann"),)
    before = msgspec.structs.replace(code_set, codes=codes + code_set.codes[1:])
    after = relinked(before, link, str.upper)
    assert list(targets(after, link)) == ["ANN"]
    assert after.codes[1:] == before.codes[1:]
