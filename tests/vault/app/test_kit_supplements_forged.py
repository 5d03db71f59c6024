"""Supplements that are not the owner's, or do not fit, are left out by name."""

import json

import pytest

from tests.desk import quick_paper
from tests.supplements import (
    a_kit,
    a_supplement,
    about,
    bare,
    by_code,
    held,
    label,
    pile,
    rename,
    sealed,
    states,
)
from vault.app.kit_restore import open_kit
from vault.app.kit_supplements import TRIED
from vault.app.session import Session
from vault.crypto import signing
from vault.document.codec import encode_document
from vault.document.supplement import About, encode_supplement
from vault.encoding.canonical import to_json
from vault.errors import Malformed
from vault.kit.frames import kit_id
from vault.kit.label import Label


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing."""
    quick_paper(monkeypatch)


def test_what_a_stranger_signed_is_left_out_by_name(session: Session) -> None:
    """Whoever knows the code can't speak for the owner; the owner's own is taken."""
    kit = a_kit(session)
    rename(session)
    own = a_supplement(session)
    seed = signing.new_seed(session.ports.random)
    signer = signing.public_key(seed).hex()
    his = encode_supplement(held(session, signer=signer), about(kit, 2), set(), set())
    papers = kit, own, sealed(session, his, label(kit, 2), seed)
    opened = open_kit(pile(*papers), by_code(session))
    assert sorted(states(opened)) == ["forged", "joined"]
    assert bare(opened.vault) == bare(session.vault)


def test_one_that_names_the_owner_without_her_key_is_left_out(
    session: Session,
) -> None:
    """The signature does not hold."""
    kit = a_kit(session)
    seed = signing.new_seed(session.ports.random)
    his = encode_supplement(held(session, name="His"), about(kit), set(), set())
    opened = open_kit(
        pile(kit, sealed(session, his, label(kit), seed)), by_code(session)
    )
    assert states(opened) == ["forged"]
    assert opened.vault.name == "Tea Shop"


def test_a_signer_that_is_no_key_is_left_out(session: Session) -> None:
    """No traceback."""
    kit = a_kit(session)
    for signer in ("", "zz"):
        his = encode_supplement(held(session, signer=signer), about(kit), set(), set())
        papers = pile(kit, sealed(session, his, label(kit)))
        assert states(open_kit(papers, by_code(session))) == ["forged"]


@pytest.mark.parametrize("number", [1, 2])
def test_its_label_must_be_what_it_is(session: Session, number: int) -> None:
    """Else an old one could pass for the newest."""
    kit = a_kit(session)
    mine = encode_supplement(held(session, name="Mine"), about(kit), set(), set())
    opened = open_kit(
        pile(kit, sealed(session, mine, label(kit, number))), by_code(session)
    )
    assert states(opened) == ["joined" if number == 1 else "misfit"]


def test_a_whole_kit_under_the_label_of_a_supplement_is_none(
    session: Session,
) -> None:
    """And a supplement without a label is no kit."""
    kit = a_kit(session)
    whole = sealed(session, encode_document(held(session)), label(kit))
    assert states(open_kit(pile(kit, whole), by_code(session))) == ["misfit"]
    mine = encode_supplement(held(session), about(kit), set(), set())
    with pytest.raises(Malformed):
        open_kit(pile(sealed(session, mine, None)), by_code(session))


def test_what_it_does_not_name_it_can_not_remove(session: Session) -> None:
    """Of a kit in another state than the one it was made for nothing is joined."""
    kit = a_kit(session)
    accounts = dict(list(session.vault.accounts.items())[1:])
    after = held(session, accounts=accounts)
    mine = encode_supplement(after, about(kit), set(), set())
    opened = open_kit(pile(kit, sealed(session, mine, label(kit))), by_code(session))
    assert states(opened) == ["misfit"]
    assert opened.vault.accounts == session.vault.accounts


def test_of_two_with_one_number_the_later_counts(session: Session) -> None:
    """Two copies of the vault may each have made one."""
    kit = a_kit(session)
    early = held(session, name="Early", counter=5)
    late = held(session, name="Late", counter=9)
    for pair in ((early, late), (late, early)):
        papers = [
            sealed(
                session, encode_supplement(one, about(kit), set(), set()), label(kit)
            )
            for one in pair
        ]
        opened = open_kit(pile(kit, *papers), by_code(session))
        assert opened.vault.name == "Late"
        assert sorted(states(opened)) == ["earlier", "joined"]


def test_only_so_many_are_tried(session: Session) -> None:
    """Each could ask for a costly key: whoever prints a hundred stops nobody."""
    kit = a_kit(session)
    rename(session)
    own = a_supplement(session)
    junk = encode_document(held(session))
    papers = [sealed(session, junk, label(kit, 9 + n)) for n in range(TRIED)]
    opened = open_kit(pile(kit, own, *papers), by_code(session))
    assert states(opened).count("misfit") == TRIED
    assert "joined" not in states(opened)


@pytest.mark.parametrize(
    ("field", "state"), [("version", "newer"), ("minor", "joined")]
)
def test_what_a_newer_program_wrote_is_read_as_far_as_it_is_known(
    session: Session, field: str, state: str
) -> None:
    """A newer version not at all, a newer minor to be looked at."""
    kit = a_kit(session)
    mine = encode_supplement(held(session, name="Mine"), about(kit), set(), set())
    plain = json.loads(mine)
    plain[field] += 1
    papers = pile(kit, sealed(session, to_json(plain), label(kit)))
    opened = open_kit(papers, by_code(session))
    assert states(opened) == [state]
    assert opened.read_only is (state == "joined")


def test_to_a_kit_of_a_newer_program_it_is_joined_to_be_looked_at(
    session: Session,
) -> None:
    """What that kit has besides is not seen, so that no hash can be compared."""
    kit = a_kit(session)
    plain = json.loads(kit.document)
    plain["minor"] += 1
    plain["vault"]["accounts"][0]["colour"] = "red"
    newer = sealed(session, to_json(plain), None)
    key = kit_id(newer.envelope)
    told = About(to=key.hex(), kit=1, number=1)
    mine = encode_supplement(held(session, name="Mine"), told, set(), set())
    papers = pile(newer, sealed(session, mine, Label(key, 1, 1)))
    opened = open_kit(papers, by_code(session))
    assert (opened.vault.name, opened.read_only) == ("Mine", True)
