"""The files that the tour imports: an owner's own, taken in one after the other."""

from importlib.resources import files

from tests.vault.exchange.reading import done, problems, read
from vault.exchange.base import Plan
from vault.model.validate import findings
from vault.model.vault import Vault
from vault.packs import shipped_packs

ORDER = ("accounts.csv", "contacts-and-more.json", "instagram-codes.txt")


def taken_in() -> tuple[Vault, dict[str, Plan]]:
    """Return the vault after all files, and the plan of each."""
    plans = {}
    vault = done(Plan())
    for name in ORDER:
        data = files("resources").joinpath("samples", name).read_bytes()
        plans[name] = read(name, data, vault)
        vault = done(plans[name], vault)
    return vault, plans


def test_the_three_files_make_a_vault_without_errors() -> None:
    """At least nine shipped platforms are among the twelve accounts."""
    vault, plans = taken_in()
    assert [one for one in findings(vault) if one.severity == "error"] == []
    platforms = {one.platform for one in vault.accounts.values()}
    assert len(platforms & set(shipped_packs())) >= 9
    assert len(vault.accounts) == 12
    codes = {name: plan.counts["code-set"].new for name, plan in plans.items()}
    assert codes == dict(zip(ORDER, (7, 1, 1), strict=True))


def test_what_is_left_out_of_them_is_said() -> None:
    """A shelf, a password, an undated use, and the advice around the codes."""
    _, plans = taken_in()
    assert problems(plans["accounts.csv"]) == [
        "unknown-column",
        "used-undated",
        "passwords-left-out",
    ]
    assert problems(plans["contacts-and-more.json"]) == []
    assert set(problems(plans["instagram-codes.txt"])) == {"line-left-out"}


def test_a_second_import_of_them_changes_nothing() -> None:
    """The tour may be walked twice."""
    vault, _ = taken_in()
    for name in ORDER:
        data = files("resources").joinpath("samples", name).read_bytes()
        assert read(name, data, vault).changes == ()
