"""A pasted block of codes is understood, counted and told before it is kept."""

from pathlib import Path

import pytest

from vault.app.code_paste import (
    Pasted,
    PasteOrder,
    keeping,
    read_code_file,
    understand,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import BadInput, FileTrouble, NotFound, TooLarge
from vault.limits import CODES_AT_ONCE, IMPORT_BYTES
from vault.model.change import Add, Replace
from vault.model.code import CodeSet

FIVE = "1. 1111 2222\n2. 3333 4444\n3. 5555 6666\n4. 7777 8888\n5. 9999 0000\n"


def first(session: Session) -> tuple[str, CodeSet]:
    """Return an account on Instagram and its set in force."""
    account = next(iter(session.vault.accounts))
    sets = session.vault.code_sets.values()
    (one,) = [s for s in sets if s.account == account and not s.retired]
    return account, one


def look(session: Session, text: str, *, joins: str = "", kind: str = "") -> Pasted:
    account, _one = first(session)
    return understand(session, PasteOrder(account, kind or "backup-codes", text, joins))


def test_a_block_is_split_and_counted_and_nothing_is_kept(session: Session) -> None:
    """The preview is only a preview."""
    before = session.vault
    pasted = look(session, "Your backup codes\n" + FIVE)
    assert [code.value for code in pasted.codes][:2] == ["1111 2222", "3333 4444"]
    assert (pasted.new, pasted.doubled, pasted.expected) == (5, 0, 5)
    assert pasted.left_out == ("Your backup codes",)
    assert pasted.shape == "8 digits in two groups of 4"
    assert session.vault is before


def test_a_new_set_says_how_many_codes_it_makes_void(session: Session) -> None:
    """Nobody loses ten codes unasked."""
    assert look(session, FIVE).voids == 10


def test_doubles_and_odd_ones_are_told_apart(session: Session) -> None:
    """Odd codes are kept: the platform may have changed its shape."""
    pasted = look(session, FIVE + "6. 1111-2222\n7. 1234 567\n")
    odd = [code for code in pasted.codes if code.odd]
    assert pasted.doubled == 1
    assert [code.value for code in odd] == ["1234 567"]
    assert pasted.new == 6


def test_codes_that_are_there_already_are_not_taken_twice(session: Session) -> None:
    """However they are grouped."""
    _account, one = first(session)
    known = "\n".join(f"{code.value[:4]}-{code.value[4:]}" for code in one.codes)
    pasted = look(session, known)
    assert len(pasted.codes) == 10
    assert (pasted.new, pasted.changes) == (0, ())
    more = look(session, known + "\n1111 2222\n")
    assert more.new == 1
    (change,) = more.changes
    assert isinstance(change, Replace)


def test_codes_of_a_retired_set_are_recognised(session: Session) -> None:
    """An old sheet is easily pasted by mistake."""
    _account, one = first(session)
    known = "\n".join(code.value for code in one.codes)
    session.apply(look(session, FIVE).changes)
    pasted = look(session, known)
    assert pasted.new == 0
    assert "these codes are of a set that was retired already" in pasted.notes


def test_codes_can_join_the_set_they_belong_to(session: Session) -> None:
    """Somebody types five today and five tomorrow."""
    _account, one = first(session)
    text = f"{FIVE}{one.codes[0].value}\n"
    pasted = look(session, text, joins=one.id)
    assert (pasted.new, pasted.voids) == (5, 0)
    session.apply(keeping(pasted, {"label": "not for an old set"}))
    after = session.vault.code_sets[one.id]
    assert len(after.codes) == 15
    assert after.label == one.label
    assert look(session, text, joins=one.id).changes == ()


def test_used_marks_come_along(session: Session) -> None:
    """Without a day, because none is known."""
    _account, one = first(session)
    for joins in ("", one.id):
        pasted = look(session, "[x] 1111 2222\n[ ] 3333 4444\n", joins=joins)
        assert [code.used for code in pasted.codes] == [True, False]


def test_a_kept_set_has_the_day_and_label_that_were_given(session: Session) -> None:
    """They belong to the new set, not to the one it retires."""
    _account, before = first(session)
    pasted = look(session, FIVE)
    session.apply(keeping(pasted, {"issued": "2026-02-28", "label": "From the app"}))
    (made,) = [c.record for c in pasted.changes if isinstance(c, Add)]
    kept = session.vault.code_sets[made.id]
    assert (kept.issued, kept.label) == ("2026-02-28", "From the app")
    old = session.vault.code_sets[before.id]
    assert (old.label, old.retired) == (before.label, "2026-03-01")


def test_a_kind_without_a_shape_takes_a_line_as_it_is(session: Session) -> None:
    """A PIN is four digits or anything."""
    pasted = look(session, "4711", kind="pin")
    assert [code.value for code in pasted.codes] == ["4711"]
    assert (pasted.shape, pasted.expected, pasted.voids) == ("", None, 0)


@pytest.mark.parametrize("text", ["", "   \n", "No codes here, sorry."])
def test_a_text_without_codes_has_none(session: Session, text: str) -> None:
    """That is no error: somebody is still typing."""
    pasted = look(session, text)
    assert (pasted.codes, pasted.changes, pasted.new) == ((), (), 0)


def test_codes_for_another_platform_are_noted(session: Session) -> None:
    """Two files are easily mixed up."""
    pasted = look(session, "Facebook recovery codes\n1111 2222\n")
    assert pasted.notes == ("taken as you said, but the file speaks of Facebook",)


def test_a_flood_is_refused(session: Session) -> None:
    """Somebody dropped the wrong file."""
    text = "\n".join(f"{n:08}" for n in range(CODES_AT_ONCE + 1))
    with pytest.raises(BadInput) as caught:
        look(session, text)
    assert caught.value.problem == "too-many-codes"


def test_an_account_or_set_that_is_gone_is_named(session: Session) -> None:
    """It may have been removed while somebody typed."""
    with pytest.raises(NotFound):
        understand(session, PasteOrder("nobody", "backup-codes", FIVE))
    with pytest.raises(NotFound):
        look(session, FIVE, joins="nothing")


def test_a_preview_tells_no_code(session: Session) -> None:
    """Tracebacks and logs are no safe."""
    account, one = first(session)
    order = PasteOrder(account, "backup-codes", FIVE, one.id)
    assert "1111" not in repr(order)
    assert "1111" not in repr(understand(session, order))


def test_a_file_of_codes_is_read(tmp_path: Path, ports: Ports) -> None:
    """As text, with or without the mark that some programs put in front."""
    path = tmp_path / "codes.txt"
    path.write_text("\ufeff" + FIVE, encoding="utf-8")
    assert read_code_file(ports, path) == FIVE


def test_a_file_that_is_no_text_is_refused_with_its_reason(
    tmp_path: Path, ports: Ports
) -> None:
    """Each says what to do."""
    picture = tmp_path / "codes.PNG"
    picture.write_bytes(b"\x89PNG")
    with pytest.raises(BadInput) as caught:
        read_code_file(ports, picture)
    assert caught.value.problem == "codes-in-picture"
    (tmp_path / "codes.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(BadInput):
        read_code_file(ports, tmp_path / "codes.doc")
    (tmp_path / "huge.txt").write_bytes(b"1" * (IMPORT_BYTES + 1))
    with pytest.raises(TooLarge):
        read_code_file(ports, tmp_path / "huge.txt")
    with pytest.raises(FileTrouble):
        read_code_file(ports, tmp_path / "gone.txt")


def test_half_a_character_does_not_end_the_program(session: Session) -> None:
    """A paste may hold anything."""
    assert look(session, "1111 2222\n9999 \ud800999\n").new >= 1
