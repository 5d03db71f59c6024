"""`check` and `rehearse`, as a person and as a script use them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.desk import OPENS, WORDS, Desk
from tests.planted import (
    sound_vault,
    with_a_circle,
    with_a_lone_admin_who_left,
    with_one_code_left,
    with_stale_steps,
    with_the_mailbox_on_one_phone,
)
from vault.app.credentials import typed_passphrase
from vault.app.unlock import blank_vault, create_vault
from vault.model.vault import KINDS, Vault

CHECK = ("check", "v.sparekey", *OPENS)
REHEARSE = ("rehearse", "v.sparekey", *OPENS)


@pytest.fixture
def at(desk: Desk) -> Callable[[Vault], Desk]:
    """Return a maker of a desk with that vault."""

    def made(vault: Vault) -> Desk:
        path = desk.folder / "v.sparekey"
        kept = {one.collection: vault.collection(one.word) for one in KINDS.values()}
        whole = replace(blank_vault(desk.ports, vault.name), **kept)
        create_vault(desk.ports, path, whole, typed_passphrase(WORDS)).close()
        (desk.folder / "words.txt").write_text(WORDS + "\n", "utf-8")
        return desk

    return made


def test_a_sound_vault_needs_no_care(at: Callable[[Vault], Desk]) -> None:
    """Exit code 0, and a list without a line."""
    desk = at(sound_vault())
    assert "Nothing needs care." in desk.done(*CHECK).out
    report = desk.done(*CHECK, "--json").json
    assert (report["cares"], report["accounts"], report["ready"]) == ([], 3, 3)


@pytest.mark.parametrize(
    ("plant", "sentence"),
    [
        (with_a_circle, "Mailbox and Old mailbox come back only through each other"),
        (with_a_lone_admin_who_left, "Whoever ruled Instagram has left"),
        (
            with_the_mailbox_on_one_phone,
            "If Mina's phone is lost, nothing leads back into Mailbox",
        ),
        (with_one_code_left, "Instagram is down to its last codes"),
        (with_stale_steps, "Nobody confirmed the steps of Instagram for half a year"),
    ],
)
def test_a_planted_fault_is_found_and_told_in_one_line(
    at: Callable[[Vault], Desk], plant: Callable[[Vault], Vault], sentence: str
) -> None:
    """Exit code 1; the same list for scripts."""
    desk = at(plant(sound_vault()))
    said = desk(*CHECK)
    assert said.code == 1
    (line,) = [one for one in said.out.splitlines() if sentence in one]
    assert line.startswith("- ")
    report = desk(*CHECK, "--json").json
    assert any(sentence in one["what"] and one["advice"] for one in report["cares"])
    assert len(report["cares"]) == said.out.count("\n- ")


def test_a_sound_vault_loses_no_account_by_any_loss(
    at: Callable[[Vault], Desk],
) -> None:
    """Nor by any pair; what was tried is counted."""
    said = at(sound_vault()).done(*REHEARSE, "--pairs")
    assert said.out.endswith("losses were tried. No account would stay lost.\n")


def test_a_loss_tells_what_comes_back_in_order_and_how(
    at: Callable[[Vault], Desk],
) -> None:
    """By names as people say them; a sort where there is one of it."""
    desk = at(sound_vault())
    said = desk.done(*REHEARSE, "--lose", "mina's PHONE", "--lose", "Jonas")
    assert "Lost: Mina's phone, Jonas" in said.out
    assert "At once gone with it:" in said.out
    assert (
        "- Mailbox: a recovery code kept here, with Mina and what is kept" in said.out
    )
    assert said.out.endswith("Every account is had, or comes back.\n")
    for name in ("laptop", "the safe", "+44 20 79460101", "kit 1", "kilnandclay"):
        desk.done(*REHEARSE, "--lose", name)


def test_what_stays_lost_is_told_with_the_reason_and_what_to_add(
    at: Callable[[Vault], Desk],
) -> None:
    """Exit code 1, and the same in JSON."""
    desk = at(with_the_mailbox_on_one_phone(sound_vault()))
    lose = ("--lose", "Mina's phone")
    said = desk(*REHEARSE, *lose)
    assert said.code == 1
    assert "- Mailbox: signing in, with Mina and the number" in said.out
    assert "- Make recovery codes for Mailbox and keep them here." in said.out
    assert "the carrier's account is not kept here" in said.out
    report = desk(*REHEARSE, *lose, "--json").json
    assert [one["name"] for one in report["lost"]] == ["Mina's phone"]
    stuck = [one["what"]["name"] for one in report["stuck"]]
    assert "Mailbox" in stuck
    assert report["suggestions"]
    over = desk(*REHEARSE, "--json")
    assert over.code == 1
    assert over.json["pairs"] is None
    assert over.json["single"][0]["accounts"]


def test_a_name_that_means_nothing_or_too_much_is_said(
    at: Callable[[Vault], Desk],
) -> None:
    """And misuse is misuse."""
    desk = at(sound_vault())
    nothing = desk(*REHEARSE, "--lose", "the moon")
    assert nothing.code == 1
    assert "There is no thing “the moon”" in nothing.err
    many = desk(*REHEARSE, "--lose", "person")
    assert "Ana, Jonas, Mina" in many.err
    assert desk(*REHEARSE, "--pairs", "--lose", "laptop").code == 2
    longer = desk(*REHEARSE, "--lose", next(iter(sound_vault().people))[:5])
    assert longer.code == 0
