"""`kit check` and `kit restore`: what is said, and what is left alone."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.desk import OPENS, SHEET, WORDS, Desk, files_in, opened, write_sheets
from tests.paper import file_of
from vault.app import kit_make
from vault.app.kit_make import Made
from vault.app.tour_steps import document_on_paper
from vault.document import schema
from vault.envelope.header import parse_header
from vault.envelope.slot import Factor
from vault.kit.frames import Frame, frames_of, parse_frame
from vault.model.vault import Vault

Sheets = Callable[..., list[str]]
BACK = ("-o", "back.sparekey")
BY_CARD = ("--code-file", "code.txt")


def restore(desk: Desk, *words: str, **given: object) -> object:
    return desk("kit", "restore", *words, *BACK, **given)


def texts_of(desk: Desk, name: str) -> list[str]:
    return desk.read(name).removeprefix(SHEET).decode().splitlines()


def lay(desk: Desk, name: str, texts: Iterable[str]) -> str:
    return desk.write(name, SHEET + "\n".join(texts).encode())


def forged(text: str) -> str:
    """Return a code with right numbers and checksum, and data that no key made."""
    frame: Frame = parse_frame(text)
    return replace(frame, data=bytes(b ^ 0x5A for b in frame.data)).to_text()


def paper_of(desk: Desk, name: str, words: str = WORDS) -> bytes:
    with opened(desk.ports, desk.folder / name, words) as session:
        return document_on_paper(session)


def test_check_tells_every_sheet_and_needs_no_passphrase(
    shop: Desk, sheets: Sheets
) -> None:
    """Codes found, sheet by sheet, and whether they are enough."""
    told = shop.done("kit", "check", *sheets())
    assert "sheet 1 of 2: 24 of 24 codes" in told.out
    assert "enough: this kit can be restored" in told.out
    assert "It could lose " in told.out


def test_check_of_too_little_says_how_many_more_and_ends_with_1(
    shop: Desk, sheets: Sheets
) -> None:
    """Half a kit is found wanting."""
    few = lay(shop, "few", texts_of(shop, sheets()[0])[:3])
    told = shop("kit", "check", few)
    assert told.code == 1
    assert "not enough: " in told.out
    assert " more code" in told.out


def test_check_reports_the_same_facts_as_json(shop: Desk, sheets: Sheets) -> None:
    """Pages and kits."""
    report = shop.done("kit", "check", *sheets(), "--json").json
    (kit,) = report["kits"]
    assert (kit["codes_by_sheet"], kit["complete"]) == ([24, 24], True)
    assert [page["new"] for page in report["pages"]] == [24, 24]


def test_check_of_a_page_without_codes_is_still_one_json_value(
    shop: Desk, quick: None
) -> None:
    """A program that reads the report must not trip over a second one."""
    page = shop.write("cover.png", file_of(Image.new("L", (300, 300), 255)))
    told = shop("kit", "check", page, "--json")
    assert told.code == 1
    assert told.json["kits"] == []
    assert "No code of a kit could be read" in told.err


def test_check_names_what_is_no_picture_and_reads_the_others(
    shop: Desk, sheets: Sheets
) -> None:
    """One bad photograph does not end it."""
    bad = shop.write("note.doc", b"\x00\x01garbage")
    told = shop.done("kit", "check", bad, *sheets())
    assert "note.doc" in told.err
    assert "24 of 24" in told.out


@pytest.mark.parametrize(
    "data", [b"", b"words", b"\x89PNG\r\n\x1a\n cut", b"%PDF-1.4 no pdf"]
)
def test_check_of_garbage_alone_says_what_it_is(
    shop: Desk, quick: None, data: bytes
) -> None:
    """Nothing to be read: a sentence, and exit code 1."""
    shop.write("scan.png", data)
    told = shop("kit", "check", "scan.png")
    assert told.code == 1
    assert told.err.startswith("sparekey: scan.png: ")


def test_a_missing_picture_is_named(shop: Desk, quick: None) -> None:
    """The path is in the sentence."""
    told = shop("kit", "check", "nowhere.png")
    assert told.code == 1
    assert "nowhere.png: there is no such file" in told.err


def test_a_restored_vault_has_the_same_records_to_the_byte(
    shop: Desk, sheets: Sheets
) -> None:
    """What the paper holds is what comes back, and it opens with the same words."""
    names = sheets()
    told = shop.done("kit", "restore", *names, *BACK, *OPENS)
    assert "Restored 3 accounts" in told.out
    assert "The codes read as they were on 2026-03-01" in told.out
    assert paper_of(shop, "back.sparekey") == paper_of(shop, "shop.sparekey")


def test_a_restored_vault_stands_above_the_one_that_was_printed(
    shop: Desk, sheets: Sheets
) -> None:
    """Generation and epoch are higher, so that a merge takes its ways in."""
    before = shop.opened().file.stamp
    names = sheets()
    shop.done("kit", "restore", *names, *BACK, *OPENS)
    after = shop.opened("back.sparekey").file.stamp
    assert after.generation > before.generation
    assert after.epoch == before.epoch + 1


def test_a_restored_vault_opens_by_the_old_card_too(shop: Desk, sheets: Sheets) -> None:
    """The card in the other place stays good."""
    shop.done("kit", "restore", *sheets(), *BACK, *OPENS)
    assert "Shop 2" in shop.done("list", "back.sparekey", *BY_CARD).out


def test_restoring_reports_as_json(shop: Desk, sheets: Sheets) -> None:
    """Accounts, kit, signer."""
    told = shop.done("kit", "restore", *sheets(), *BACK, *OPENS, "--json")
    assert told.json["accounts"] == 3
    assert len(told.json["signed_by"]) == 8


def test_one_of_two_sheets_is_enough(shop: Desk, sheets: Sheets) -> None:
    """PAPER: either sheet alone."""
    shop.done("kit", "restore", sheets()[1], *BACK, *OPENS)


def test_too_few_codes_say_how_many_more_and_make_nothing(
    shop: Desk, sheets: Sheets
) -> None:
    """Before any passphrase is asked for."""
    texts = texts_of(shop, sheets()[0])
    few = lay(shop, "few", texts[:3])
    needed = parse_frame(texts[0]).k
    before = shop.files()
    told = restore(shop, few)
    assert told.code == 1
    assert f"3 of the {needed} codes were found; {needed - 3} more codes" in told.err
    assert "Scan more sheets" in told.err
    assert shop.files() == before


def test_two_kits_neither_complete_is_said(shop: Desk, sheets: Sheets) -> None:
    """Mixed sheets are named as mixed."""
    old, new = texts_of(shop, sheets("old")[0]), texts_of(shop, sheets("new")[0])
    mixed = lay(shop, "mixed", [*old[:2], *new[:3]])
    before = shop.files()
    told = restore(shop, mixed, *OPENS)
    assert told.code == 1
    assert "of 2 different kits, and none is complete" in told.err
    assert shop.files() == before


def test_of_two_kits_the_complete_one_is_restored_and_the_other_named(
    shop: Desk, sheets: Sheets
) -> None:
    """A sheet of last year among those of today does no harm."""
    old = texts_of(shop, sheets("old")[0])[:2]
    new = sheets("new")
    kit = parse_frame(old[0]).kit.hex()
    told = restore(shop, lay(shop, "stray", old), *new, *OPENS)
    assert told.code == 0
    assert f"Sheets of other kits were left aside: {kit}" in told.out


def test_two_complete_kits_ask_which_and_take_the_answer(
    shop: Desk, sheets: Sheets
) -> None:
    """A beginning of the kit's id is enough to choose."""
    old, new = sheets("old"), sheets("new")
    kit = parse_frame(texts_of(shop, old[0])[0]).kit.hex()
    before = shop.files()
    told = restore(shop, *old, *new, *OPENS)
    assert told.code == 1
    assert kit in told.err
    assert "--kit ID" in told.err
    assert shop.files() == before
    told = restore(shop, *old, *new, *OPENS, "--kit", kit[:6], "--json")
    assert told.json["kit"] == kit


def test_a_kit_id_that_fits_none_is_said(shop: Desk, sheets: Sheets) -> None:
    """And nothing is made."""
    told = restore(shop, *sheets(), *OPENS, "--kit", "ffff00000000")
    assert told.code == 1
    assert "There is no kit “ffff00000000”" in told.err


def test_a_beginning_that_fits_both_kits_is_ambiguous(
    shop: Desk, sheets: Sheets
) -> None:
    """An empty one fits all."""
    told = restore(shop, *sheets("old"), *sheets("new"), *OPENS, "--kit", " ")
    assert told.code == 1
    assert "fits more than one kit" in told.err


def test_forged_codes_among_enough_genuine_ones_are_left_out_and_counted(
    shop: Desk, sheets: Sheets
) -> None:
    """A checksum that fits is not proof: the whole kit's hash is."""
    one, two = sheets()
    texts = texts_of(shop, one)
    lay(shop, one, [forged(texts[0]), forged(texts[1]), *texts[2:]])
    told = restore(shop, one, two, *OPENS)
    assert told.code == 0
    assert "2 codes were not genuine and were left out." in told.out


def test_too_many_forged_codes_leave_the_kit_incomplete(
    shop: Desk, sheets: Sheets
) -> None:
    """It says that some are not genuine, and makes nothing."""
    texts = texts_of(shop, sheets()[0])
    needed = parse_frame(texts[0]).k
    few = texts[: needed - 1]
    spoiled = lay(shop, "spoiled", [*few, forged(texts[needed]), forged(texts[0])])
    before = shop.files()
    told = restore(shop, spoiled, *OPENS)
    assert told.code == 1
    assert "not genuine" in told.err
    assert shop.files() == before


def test_a_wrong_passphrase_opens_no_kit(shop: Desk, sheets: Sheets) -> None:
    """It says what the kit opens with, and that it wants that day's words."""
    names = sheets()
    shop.write("wrong.txt", "not these words")
    before = shop.files()
    told = restore(shop, *names, "--passphrase-file", "wrong.txt")
    assert told.code == 1
    assert "It opens with: passphrase; key card." in told.err
    assert "the day it was printed" in told.err
    assert shop.files() == before


def test_a_kit_is_never_restored_onto_a_file_that_is_there(
    shop: Desk, sheets: Sheets
) -> None:
    """Asked before anything is read."""
    shop.write("back.sparekey", "mine")
    before = sheets() and shop.files()
    told = restore(shop, "nowhere.png", *OPENS)
    assert told.code == 1
    assert "back.sparekey is there already" in told.err
    assert shop.files() == before


def test_the_card_alone_wants_a_new_passphrase_and_draws_one(
    shop: Desk, sheets: Sheets
) -> None:
    """The new vault opens with the words that were drawn."""
    told = restore(shop, *sheets(), *BY_CARD, "--generate", "new.txt")
    assert told.code == 0
    assert (
        "Shop 0"
        in shop.done("list", "back.sparekey", "--passphrase-file", "new.txt").out
    )


def test_the_card_alone_takes_a_new_passphrase_from_a_file(
    shop: Desk, sheets: Sheets
) -> None:
    """Whose words are no generated ones."""
    shop.write("mine.txt", "my own words")
    told = restore(shop, *sheets(), *BY_CARD, "--new-passphrase-file", "mine.txt")
    assert told.code == 0
    assert not opened(
        shop.ports, Path("back.sparekey"), "my own words"
    ).vault.passphrase_generated


def test_the_card_alone_asks_twice_for_a_new_passphrase(
    shop: Desk, sheets: Sheets
) -> None:
    """Where somebody sits there."""
    told = restore(shop, *sheets(), *BY_CARD, answers=("my own", "my own"))
    assert told.code == 0
    opened(shop.ports, Path("back.sparekey"), "my own").close()


def test_two_different_new_passphrases_make_nothing(shop: Desk, sheets: Sheets) -> None:
    """A typing mistake must not lock the owner out."""
    names = sheets()
    before = shop.files()
    told = restore(shop, *names, *BY_CARD, answers=("my own", "my won"))
    assert told.code == 1
    assert "The two passphrases are not the same." in told.err
    assert shop.files() == before


def test_the_card_alone_with_nobody_there_names_the_option(
    shop: Desk, sheets: Sheets
) -> None:
    """Misuse, not a hang."""
    told = restore(shop, *sheets(), *BY_CARD)
    assert told.code == 2
    assert "--generate" in told.err


def test_a_kit_for_both_keeps_the_passphrase_that_opened_it(
    shop: Desk, sheets: Sheets
) -> None:
    """And neither alone opens it."""
    names = sheets(ways="both")
    assert restore(shop, *names, *OPENS).code == 1
    assert restore(shop, *names, *BY_CARD, "--generate", "new.txt").code == 1
    assert not (shop.folder / "new.txt").exists()
    assert restore(shop, *names, *OPENS, *BY_CARD).code == 0
    shop.opened("back.sparekey").close()


def test_a_kit_for_the_card_does_not_open_with_the_passphrase(
    shop: Desk, sheets: Sheets
) -> None:
    """Whoever finds the sheets has nothing to guess."""
    told = restore(shop, *sheets(ways="card"), *OPENS)
    assert told.code == 1
    assert "It opens with: key card." in told.err


def test_a_restore_that_fails_leaves_no_drawn_passphrase(
    shop: Desk, sheets: Sheets
) -> None:
    """A file of words that open nothing would mislead, and stop the next try."""
    names = sheets()
    before = shop.files()
    words = ("-o", "nowhere/back.sparekey", *BY_CARD, "--generate", "new.txt")
    told = shop("kit", "restore", *names, *words)
    assert told.code == 1
    assert "no such file or folder" in told.err
    assert shop.files() == before


def test_the_register_of_a_restored_vault_knows_the_kit_it_came_from(
    shop: Desk, sheets: Sheets
) -> None:
    """Its id and sheets could not stand inside the kit itself."""
    names = sheets()
    kit = parse_frame(texts_of(shop, names[0])[0]).kit.hex()
    shop.done("kit", "restore", *names, *BACK, *OPENS)
    vault: Vault = shop.vault("back.sparekey")
    assert [(one.kit, one.sheets) for one in vault.kits.values()] == [(kit, 2)]


def test_a_part_restores_as_a_vault_of_its_own(
    shop: Desk, a_kit: Callable[..., Made]
) -> None:
    """With its own id, its own signing key and its own code."""
    whole = shop.vault()
    one = next(iter(whole.accounts))
    made = a_kit("either", (one,))
    names = write_sheets(shop.folder, frames_of(made.envelope, made.plan), "part")
    told = restore(shop, *names, *OPENS)
    assert told.code == 0, told.err
    part = shop.vault("back.sparekey")
    assert set(part.accounts) == {one}
    assert part.id != whole.id
    assert part.vault_code not in ("", whole.vault_code)
    assert part.signer not in ("", whole.signer)


def test_the_card_of_the_vault_never_opens_a_part(
    shop: Desk, a_kit: Callable[..., Made]
) -> None:
    """And the part's code never opens the vault."""
    made = a_kit("card", (next(iter(shop.vault().accounts)),))
    names = write_sheets(shop.folder, frames_of(made.envelope, made.plan), "part")
    assert restore(shop, *names, *BY_CARD, "--generate", "new.txt").code == 1
    shop.write("part-code.txt", made.code_text)
    assert shop("list", "shop.sparekey", "--code-file", "part-code.txt").code == 1
    by_own = ("--code-file", "part-code.txt", "--generate", "new.txt")
    assert restore(shop, *names, *by_own).code == 0


def test_the_sealed_kit_has_the_slots_that_were_ordered(
    shop: Desk, a_kit: Callable[..., Made]
) -> None:
    """A lock of two factors is one slot that needs both."""
    slots = {
        ways: [s.mask for s in parse_header(a_kit(ways).envelope, paper=True).slots]
        for ways in ("passphrase", "card", "either", "both")
    }
    p, c = int(Factor.PASSPHRASE), int(Factor.CODE)
    assert slots == {"passphrase": [p], "card": [c], "either": [p, c], "both": [p | c]}
    assert files_in(shop.folder)


def test_a_kit_signed_by_another_key_is_not_trusted(
    shop: Desk, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has the passphrase could lock other content, but not sign it."""
    with monkeypatch.context() as patch:
        patch.setattr(kit_make, "signature", lambda *_: bytes(64))
        names = sheets()
    before = shop.files()
    told = restore(shop, *names, *OPENS)
    assert told.code == 1
    assert "Trust nothing in it" in told.err
    assert shop.files() == before


def test_a_kit_of_a_newer_minor_is_not_made_a_vault(
    shop: Desk, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this program would drop, it does not write."""
    form = replace(schema.FORM, minor=7)
    with monkeypatch.context() as patch:
        encode = kit_make.encode_document
        patch.setattr(kit_make, "encode_document", lambda vault: encode(vault, form))
        names = sheets()
    before = shop.files()
    told = restore(shop, *names, *OPENS)
    assert told.code == 1
    assert "get the newer program" in told.err
    assert shop.files() == before
