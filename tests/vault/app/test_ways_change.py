"""The acts on the ways in: what each asks for, changes, and says will be lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import WORDS, opened
from tests.fakes import FailingFiles, with_files
from vault.app import ways_change
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.kit_order import vault_passphrase
from vault.app.ports import Costs, Ports
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.app.ways_change import (
    plan_code,
    plan_key_file,
    plan_no_key_file,
    plan_partner,
    plan_passphrase,
    plan_removal,
    proven_way,
)
from vault.app.ways_in import way_numbered, ways_in
from vault.app.ways_plan import Plan, carry_out, discard
from vault.crypto.secret import Secret
from vault.errors import (
    BrokenInvariant,
    FileTrouble,
    NoKey,
    ReadOnly,
    Refused,
    TooLarge,
    Unconfirmed,
)
from vault.limits import Cost
from vault.model.change import Add

NEW = "other words than before"
FILE = Secret(bytes(64))


def secret(words: str) -> Secret:
    return typed_passphrase(words).secret


def words(text: str, *, drawn: bool = False) -> Passphrase:
    return Passphrase(secret(text), generated=drawn)


def shown(text: str = WORDS, file: Secret | None = None) -> Credentials:
    return Credentials(secret(text), key_file=file)


def by_card(session: Session, ports: Ports) -> Session:
    """Open the vault again, by its code alone."""
    code = Secret(bytes.fromhex(session.vault.vault_code))
    path = session.file.path
    session.close()
    return open_vault(ports, path, Credentials(code=code), write=True)


def masks(plan: Plan) -> tuple[list[int], list[int], list[int]]:
    """Return the masks of what goes, what is lost, and what is left."""
    return tuple(
        [way.mask for way in ways] for ways in (plan.gone, plan.lost, plan.left)
    )


def test_the_ways_in_are_listed_in_the_order_of_the_file(session: Session) -> None:
    """With what each needs, its cost, and the number of its card."""
    own, card = ways_in(session)
    assert (own.number, own.mask, own.whose, own.generated) == (1, 1, "", True)
    assert (card.number, card.mask, card.card_number) == (2, 2, 1)
    assert card.cost is None
    assert own.cost == session.file.keys.slots[0].cost
    with pytest.raises(Refused, match="way-unknown"):
        way_numbered(session, 3)


def test_a_new_passphrase_takes_the_place_of_the_proven_one(session: Session) -> None:
    """The card stays, wrapped again from the code that the vault keeps."""
    plan = plan_passphrase(session, words(NEW), shown())
    assert masks(plan) == ([1], [], [2, 1])
    assert session.file.stamp.epoch == 1  # nothing is written by planning
    carry_out(session, plan)
    assert not session.vault.passphrase_generated
    assert vault_passphrase(session).secret.equals(secret(NEW))


def test_a_wrong_passphrase_replaces_nothing(session: Session) -> None:
    """Nor does a right one that is no passphrase here."""
    with pytest.raises(NoKey):
        plan_passphrase(session, words(NEW), shown("wrong"))
    with pytest.raises(NoKey):
        proven_way(session, Credentials(code=Secret(bytes(16))))


def test_the_passphrase_of_another_way_is_no_proof(session: Session) -> None:
    """Mina changes hers with hers, and not the owner's."""
    minas = "mina's own words"
    carry_out(session, plan_partner(session, words(minas), "Mina"))
    with pytest.raises(NoKey):
        plan_passphrase(session, words(NEW), shown(minas), number=1)
    plan = plan_passphrase(session, words(NEW), shown(minas), number=3)
    assert [way.whose for way in plan.left] == ["", "", "Mina"]
    assert plan.lost == ()


def test_without_proof_only_the_card_may_replace_a_passphrase(
    session: Session, ports: Ports
) -> None:
    """Who forgot it opens with the card; who found the window open may not."""
    with pytest.raises(Refused, match="way-not-proven"):
        plan_passphrase(session, words(NEW))
    with by_card(session, ports) as again:
        carry_out(again, plan_passphrase(again, words(NEW)))
    opened(ports, session.file.path, NEW).close()


def test_with_several_passphrases_the_card_says_which(
    session: Session, ports: Ports
) -> None:
    """The other is lost, since nobody shows it, and is named first."""
    carry_out(session, plan_partner(session, words("mina's own words"), "Mina"))
    with by_card(session, ports) as again:
        with pytest.raises(Refused, match="way-which"):
            plan_passphrase(again, words(NEW))
        with pytest.raises(Refused, match="way-unknown"):
            plan_passphrase(again, words(NEW), number=2)  # that is the card
        plan = plan_passphrase(again, words(NEW), number=1)
        assert [way.whose for way in plan.lost] == ["Mina"]
        assert not plan.single


@pytest.mark.parametrize("plan", [plan_passphrase, plan_partner])
def test_the_same_passphrase_is_no_new_one(
    session: Session, plan: Callable[..., Plan]
) -> None:
    """It would look like a change and be none."""
    second = shown() if plan is plan_passphrase else "Mina"
    with pytest.raises(Refused, match="way-same"):
        plan(session, words(WORDS), second)


def test_a_partners_passphrase_is_added_and_named(
    session: Session, ports: Ports
) -> None:
    """The file key stays, so nobody is lost; what is noted is read again."""
    plan = plan_partner(session, words("mina's own words", drawn=True), "  Mina ")
    assert masks(plan) == ([], [], [1, 2, 1])
    carry_out(session, plan)
    with opened(ports, session.file.path, "mina's own words") as again:
        added = ways_in(again)[2]
        assert (added.whose, added.generated) == ("Mina", True)
        assert added.added == ports.now()
        assert again.vault.passphrase_generated


def test_a_partners_passphrase_needs_a_name(session: Session) -> None:
    """Else nobody could tell later whose it is."""
    with pytest.raises(Refused, match="way-needs-name"):
        plan_partner(session, words(NEW), "  ")


def test_one_invented_passphrase_is_enough_to_guess(session: Session) -> None:
    """The rule for kits looks at all that open the vault; removing it ends that."""
    carry_out(session, plan_partner(session, words("invented"), "Mina"))
    assert not session.vault.passphrase_generated
    carry_out(session, plan_removal(session, 3))
    assert session.vault.passphrase_generated


def test_there_is_room_for_four_passphrases(session: Session) -> None:
    """Each costs a wait where a wrong one is tried."""
    for number in range(3):
        carry_out(session, plan_partner(session, words(f"words {number}"), "Somebody"))
    with pytest.raises(TooLarge):
        plan_partner(session, words("one more"), "Somebody")


def test_the_way_that_opened_the_vault_may_be_removed(
    session: Session, ports: Ports
) -> None:
    """It counts as presented no longer: a kit would be locked with it."""
    code = Secret(bytes.fromhex(session.vault.vault_code))
    path = session.file.path
    session.close()
    session = open_vault(ports, path, Credentials(secret(WORDS), code), write=True)
    plan = plan_removal(session, 1)
    assert plan.single
    carry_out(session, plan)
    assert session.presented.passphrase is None
    with pytest.raises(Refused, match="kit-needs-passphrase"):
        vault_passphrase(session)
    with pytest.raises(NoKey):
        opened(ports, session.file.path)


def test_a_card_that_nobody_has_shown_is_never_all_that_is_left(
    session: Session,
) -> None:
    """It may never have been printed, and its code lies in the vault alone."""
    with pytest.raises(Refused, match="card-not-shown"):
        plan_removal(session, 1)
    carry_out(session, plan_partner(session, words(NEW), "Mina"))
    with pytest.raises(Refused, match="card-not-shown"):
        plan_removal(session, 1)  # hers is not at hand, and would be lost
    carry_out(session, plan_removal(session, 3))


@pytest.mark.parametrize("number", [0, 3, -1])
def test_what_is_no_way_in_is_not_removed(session: Session, number: int) -> None:
    """Not the last one by counting backwards, either."""
    with pytest.raises(Refused, match="way-unknown"):
        plan_removal(session, number)


def test_a_new_code_has_a_new_card(session: Session, ports: Ports) -> None:
    """The old card opens nothing more, the passphrase everything as before."""
    old = session.vault.vault_code
    plan = plan_code(session)
    assert masks(plan) == ([2], [], [1, 2])
    assert plan.left[1].card_number == 2
    assert plan.new_code
    carry_out(session, plan)
    assert session.vault.vault_code == plan.vault.vault_code != old
    assert session.vault.card_number == 2
    dead = Credentials(code=Secret(bytes.fromhex(old)))
    with pytest.raises(NoKey):
        open_vault(ports, session.file.path, dead, write=False)


def test_no_secret_of_a_plan_shows(session: Session) -> None:
    """Plans are handed about."""
    plan = plan_code(session)
    assert plan.vault.vault_code not in repr(plan)
    assert session.vault.vault_code not in repr(plan)


def test_a_key_file_is_needed_beside_the_passphrase(
    session: Session, ports: Ports
) -> None:
    """Not by the card; and a kit may still be locked with the passphrase."""
    carry_out(session, plan_key_file(session, FILE, shown()))
    assert [way.mask for way in ways_in(session)] == [2, 5]
    path = session.file.path
    with pytest.raises(NoKey) as caught:
        opened(ports, path)
    assert caught.value.ways == (2, 5)
    both = open_vault(ports, path, shown(WORDS, FILE), write=False)
    with both:
        assert vault_passphrase(both, secret(WORDS)).secret.equals(secret(WORDS))
        assert ways_in(both)[1].generated


def test_a_new_passphrase_goes_on_with_the_key_file(session: Session) -> None:
    """It was shown when the vault was opened, and need not be again."""
    carry_out(session, plan_key_file(session, FILE, shown()))
    carry_out(session, plan_passphrase(session, words(NEW), shown()))
    assert [way.mask for way in ways_in(session)] == [2, 5]


def test_the_card_gets_rid_of_a_key_file_that_is_lost(
    session: Session, ports: Ports
) -> None:
    """With a new passphrase: the old one can't be proven without it."""
    carry_out(session, plan_key_file(session, FILE, shown()))
    with by_card(session, ports) as again:
        carry_out(again, plan_passphrase(again, words(NEW)))
        assert [way.mask for way in ways_in(again)] == [2, 1]


def test_a_key_file_is_taken_away(session: Session, ports: Ports) -> None:
    """By whoever shows both; there must be one."""
    with pytest.raises(Refused, match="way-without-file"):
        plan_no_key_file(session, shown())
    carry_out(session, plan_key_file(session, FILE, shown()))
    with pytest.raises(NoKey):
        plan_no_key_file(session, shown(WORDS, Secret(b"x" * 64)))
    carry_out(session, plan_no_key_file(session, shown(WORDS, FILE)))
    assert session.presented.key_file is None
    opened(ports, session.file.path).close()


def test_a_slot_that_is_cheap_to_guess_is_made_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Machines grow: what was enough ten years ago is marked, then replaced."""
    dearer = Cost(128, 2, 1)
    costs = Costs(disk=dearer, paper=dearer, floor=dearer)
    session.ports = replace(session.ports, costs=costs)
    assert [way.cheap for way in ways_in(session)] == [True, False]
    carry_out(session, plan_passphrase(session, words(NEW), shown()))
    assert [(way.cost, way.cheap) for way in ways_in(session)] == [
        (None, False),
        (dearer, False),
    ]


def test_a_kept_way_is_wrapped_at_no_less_than_the_floor(session: Session) -> None:
    """A new card rewraps the passphrase that was presented."""
    dearer = Cost(128, 2, 1)
    costs = Costs(disk=dearer, paper=dearer, floor=dearer)
    session.ports = replace(session.ports, costs=costs)
    carry_out(session, plan_code(session))
    assert not any(way.cheap for way in ways_in(session))


def test_a_plan_is_for_the_ways_it_was_made_for(session: Session) -> None:
    """Two windows, one after the other."""
    first, second = plan_code(session), plan_passphrase(session, words(NEW), shown())
    carry_out(session, first)
    with pytest.raises(Refused, match="ways-changed"):
        carry_out(session, second)


def test_edits_made_while_a_plan_was_looked_at_are_kept(session: Session) -> None:
    """They go to the disk with it; autosave may come between, too."""
    plan = plan_code(session)
    session.apply(Add("account", an_account(77)))
    session.save()
    session.apply(Add("account", an_account(78)))
    carry_out(session, plan)
    assert not session.unsaved
    assert {an_account(77).id, an_account(78).id} <= set(session.vault.accounts)
    assert not session.undo_name


def test_carrying_out_wipes_the_file_key_that_was(session: Session) -> None:
    """And giving a plan up wipes the one that was drawn."""
    old = session.file.keys.file_key
    given_up, plan = plan_code(session), plan_code(session)
    discard(given_up)
    carry_out(session, plan)
    for key in (old, given_up.keys.file_key):
        with pytest.raises(BrokenInvariant):
            key.reveal()
    discard(plan_partner(session, words(NEW), "Mina"))
    session.file.keys.file_key.reveal()


def test_a_vault_open_for_reading_has_its_ways_listed_and_kept(
    session: Session,
) -> None:
    """It says why before any key work."""
    session.read_only = "newer-minor"
    assert len(ways_in(session)) == 2
    with pytest.raises(ReadOnly):
        plan_code(session)


def test_a_disk_that_fails_leaves_the_old_ways_in_force(
    folder: Path, ports: Ports
) -> None:
    """On the disk and in memory; the same can be tried again."""
    full = with_files(ports, FailingFiles("write"))
    path = folder / "shop.sparekey"
    with opened(full, path, write=True) as session:
        vault, presented = session.vault, session.presented
        plan = plan_code(session)
        with pytest.raises(FileTrouble):
            carry_out(session, plan)
        assert (session.vault, session.presented) == (vault, presented)
        session.ports = ports
        carry_out(session, plan)
    opened(ports, path).close()


def test_what_the_disk_did_not_confirm_is_in_force(folder: Path, ports: Ports) -> None:
    """The new file lies there."""
    doubtful = with_files(ports, FailingFiles("sync_directory", after=1))
    with opened(doubtful, folder / "shop.sparekey", write=True) as session:
        with pytest.raises(Unconfirmed):
            carry_out(session, plan_passphrase(session, words(NEW), shown()))
        assert vault_passphrase(session).secret.equals(secret(NEW))
    opened(ports, folder / "shop.sparekey", NEW).close()


def test_argon2_runs_at_todays_cost_for_a_new_passphrase(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calibrated anew for each."""
    today = Cost(96, 3, 1)
    monkeypatch.setattr(ways_change, "disk_cost", lambda _: today)
    assert plan_partner(session, words(NEW), "Mina").left[2].cost == today


def test_a_new_passphrase_is_noted_for_the_kits_that_lack_it(
    session: Session,
) -> None:
    """And no other change of the ways in, which leaves the passphrase as it is."""
    assert session.vault.passphrase_since == ""
    carry_out(session, plan_code(session))
    carry_out(session, plan_key_file(session, FILE, shown()))
    carry_out(session, plan_partner(session, words("of a partner"), "Ben"))
    assert session.vault.passphrase_since == ""
    plan = plan_passphrase(session, words(NEW), shown(file=FILE))
    carry_out(session, plan)
    assert session.vault.passphrase_since == session.ports.now()
