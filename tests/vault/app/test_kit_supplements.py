"""Supplements: made of what changed, joined to their kit in any order."""

from pathlib import Path

import pytest

from tests.builders import a_code_set, an_account
from tests.desk import WORDS, new_words, quick_paper
from tests.reader import kit as reader
from tests.reader.supplement import join
from tests.supplements import (
    BY_WORDS,
    a_kit,
    a_supplement,
    bare,
    by_code,
    change_all,
    pile,
    rename,
    states,
)
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.kit_changed import lacking
from vault.app.kit_make import Made
from vault.app.kit_register import read_back
from vault.app.kit_restore import open_kit, openable, restore
from vault.app.kit_retire import replaced_by
from vault.app.session import Session
from vault.app.supplement_order import ways_of
from vault.envelope.header import MAGIC
from vault.errors import Incomplete, NoKey, Refused
from vault.kit.frames import frames_of
from vault.model.change import Add, Remove
from vault.model.kit import Kit


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing."""
    quick_paper(monkeypatch)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("first", [0, 1])
def test_kit_and_supplement_give_the_vault_of_that_day(
    session: Session, order: int, first: int
) -> None:
    """Whichever sheet comes first."""
    papers = [a_kit(session)]
    change_all(session)
    papers.append(a_supplement(session))
    gathering = pile(papers[first], papers[1 - first], order=order)
    opened = open_kit(gathering, by_code(session))
    assert bare(opened.vault) == bare(session.vault)
    assert opened.recovered.kit.hex() == papers[0].entry.kit
    assert states(opened) == ["joined"]


def test_it_is_small(session: Session) -> None:
    """Two sheets, whatever the kit has: they hold one record."""
    kit = a_kit(session)
    rename(session)
    supplement = a_supplement(session)
    assert len(supplement.document) < len(kit.document) / 3
    assert supplement.card_pdf is None
    assert supplement.plan.sheets == 2


def test_the_passphrase_of_the_day_opens_both(session: Session) -> None:
    """Of a kit that it opens."""
    papers = a_kit(session), (rename(session), a_supplement(session))[1]
    assert states(open_kit(pile(*papers), BY_WORDS)) == ["joined"]


def test_it_is_no_second_kit_to_choose_from(session: Session) -> None:
    """Nobody is asked which."""
    kit = a_kit(session)
    rename(session)
    (one,) = openable(pile(a_supplement(session), kit))
    assert one.kit.hex() == kit.entry.kit


def test_the_newest_says_all(session: Session) -> None:
    """What the first brought and the second took back is gone."""
    kit = a_kit(session)
    session.apply(Add("account", an_account(77)))
    first = a_supplement(session)
    session.apply(Remove("account", an_account(77)))
    rename(session)
    second = a_supplement(session)
    assert (first.entry.supplement, second.entry.supplement) == (1, 2)
    both = open_kit(pile(second, first, kit), by_code(session))
    assert bare(both.vault) == bare(session.vault)
    assert sorted(states(both)) == ["earlier", "joined"]
    alone = open_kit(pile(kit, second), by_code(session))
    assert bare(alone.vault) == bare(session.vault)


def test_where_the_newest_lacks_sheets_the_one_before_it_counts(
    session: Session,
) -> None:
    """It is as good as on its own day."""
    kit = a_kit(session)
    rename(session, "First")
    first, then = a_supplement(session), session.vault
    rename(session, "Second")
    second = a_supplement(session)
    gathering = pile(kit, first)
    frame, *_ = frames_of(second.envelope, second.plan)
    gathering.collection.add(frame)
    assert bare(open_kit(gathering, by_code(session)).vault) == bare(then)


def test_a_kit_with_its_supplement_is_fresh(session: Session) -> None:
    """Until the next change."""
    kit = a_kit(session)
    rename(session)
    a_supplement(session)
    entry = session.vault.kits[kit.entry.id]
    assert not lacking(session.vault, entry).is_stale
    rename(session, "Again")
    assert lacking(session.vault, entry).count == 1


def test_what_is_restored_knows_what_kit_and_supplement_hold(
    session: Session, tmp_path: Path
) -> None:
    """The next supplement can be made from there."""
    kit = a_kit(session)
    change_all(session)
    supplement = a_supplement(session)
    opened = open_kit(pile(kit, supplement), BY_WORDS)
    words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    with restore(session.ports, opened, tmp_path / "back", words) as back:
        assert back.vault.kits[kit.entry.id].prints == kit.entry.prints
        assert back.vault.kits[supplement.entry.id].kit == supplement.entry.kit
        assert not lacking(back.vault, back.vault.kits[kit.entry.id]).is_stale
        rename(back, "After all")
        next_one = a_supplement(back)
    assert next_one.entry.supplement == 2
    both = open_kit(pile(kit, next_one), BY_WORDS)
    assert min(both.vault.accounts.values(), key=lambda one: one.id).name == "After all"


def test_without_its_kit_it_can_be_looked_at(session: Session, tmp_path: Path) -> None:
    """What its records hang on stands in the kit; no vault is made of it."""
    a_kit(session)
    owner = min(session.vault.accounts)
    session.apply(Add("code-set", a_code_set(owner, 77)))
    opened = open_kit(pile(a_supplement(session)), by_code(session))
    assert [one.name for one in opened.vault.accounts.values()] == ["(stands in kit 1)"]
    assert len(opened.vault.code_sets) == 1
    words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    with pytest.raises(Refused, match="supplement-needs-kit"):
        restore(session.ports, opened, tmp_path / "back", words)


def test_where_sheets_of_its_kit_lack_they_are_asked_for(session: Session) -> None:
    """It is not opened alone."""
    kit = a_kit(session)
    rename(session)
    gathering = pile(a_supplement(session))
    gathering.collection.add(frames_of(kit.envelope, kit.plan)[0])
    assert openable(gathering) == ()
    with pytest.raises(Incomplete):
        open_kit(gathering, by_code(session))


def test_two_supplements_without_their_kit_are_the_newer(session: Session) -> None:
    """Which holds all of the older."""
    a_kit(session)
    rename(session, "First")
    papers = [a_supplement(session)]
    rename(session, "Second")
    papers.append(a_supplement(session))
    (one,) = openable(pile(*papers))
    assert one.kit.hex() == papers[1].entry.kit
    opened = open_kit(pile(*papers), by_code(session))
    assert opened.alone is not None
    assert opened.alone.number == 2


def test_one_to_another_kit_is_left_out_by_name(session: Session) -> None:
    """The newer kit holds what it holds."""
    a_kit(session)
    rename(session)
    supplement = a_supplement(session)
    newer = a_kit(session)
    opened = open_kit(pile(supplement, newer), by_code(session))
    assert states(opened) == ["other"]
    assert bare(opened.vault) == bare(session.vault)


def test_after_another_passphrase_both_are_asked_for(session: Session) -> None:
    """Each opens with the one of its day."""
    kit = a_kit(session, "passphrase")
    rename(session)
    new_words(session, "other words than before here", drawn=True)
    supplement = a_supplement(session, kit.entry)
    shut = open_kit(pile(kit, supplement), BY_WORDS)
    assert states(shut) == ["shut"]
    new = Credentials(typed_passphrase("other words than before here").secret)
    assert states(open_kit(pile(kit, supplement), BY_WORDS, more=[new])) == ["joined"]


def test_a_supplement_never_opens_more_easily_than_a_kit_made_today(
    session: Session,
) -> None:
    """A passphrase that somebody chose opens none."""
    kit = a_kit(session)
    rename(session)
    new_words(session, "chosen by hand")
    assert ways_of(session.vault, kit.entry) == "card"
    supplement = a_supplement(session, kit.entry)
    chosen = Credentials(typed_passphrase("chosen by hand").secret)
    with pytest.raises(NoKey):
        open_kit(pile(supplement), chosen)


def test_a_later_one_that_was_read_back_takes_the_place_of_the_first(
    session: Session,
) -> None:
    """A newer kit that was read back takes the place of both."""
    kit = a_kit(session)
    rename(session, "First")
    first = a_supplement(session)
    rename(session, "Second")
    second = a_supplement(session, kit.entry)

    def replacing(made: Made) -> Kit | None:
        return replaced_by(session.vault, session.vault.kits[made.entry.id])

    def prove(made: Made) -> Kit:
        entry = session.vault.kits[made.entry.id]
        session.apply(read_back(entry, session.ports.now()))
        return session.vault.kits[made.entry.id]

    assert replacing(first) is None
    proven = prove(second)
    assert (replacing(first), replacing(second)) == (proven, None)
    newer = prove(a_kit(session))
    assert replacing(first) == replacing(second) == replacing(kit) == newer


def test_the_second_reader_opens_both_and_joins_them(session: Session) -> None:
    """From the pages that tell the format, and nothing of ours."""
    made = a_kit(session)
    change_all(session)
    more = a_supplement(session)
    code = made.code_text
    kit, rest = (reader.opened(MAGIC + one.envelope, code=code) for one in (made, more))
    whole = join(kit, rest)
    assert whole == open_kit(pile(made, more), by_code(session)).document
