"""A table of accounts becomes records, and nothing in it is dropped silently."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.vault.exchange.reading import (
    a_vault_to_fill,
    done,
    problems,
    read,
    states,
)
from vault import limits
from vault.errors import BadInput
from vault.exchange.base import Count, Plan
from vault.exchange.columns import FIELDS
from vault.model.account import Account
from vault.model.validate import findings
from vault.model.vault import Vault
from vault.packs.lines import says_nothing


def the_account(vault: Vault) -> Account:
    """Return the one account of a vault."""
    (account,) = vault.accounts.values()
    return account


def test_a_row_becomes_an_account_its_owner_and_its_codes() -> None:
    """Each known column finds its field; the owner is made a person."""
    plan = read(
        "a.csv",
        "Service;Title;Login;E-mail;Phone;Website;Owner;Worth;Notes;Codes\n"
        "Instagram;Kiln;@kiln;m@example.com;+1 202 555 0101;https://a.example;"
        'Mina;1 200;hello;"1234 5678, 8765 4321"\n',
    )
    vault = done(plan)
    account = the_account(vault)
    assert account.platform == "instagram"
    assert (account.name, account.login) == ("Kiln", "@kiln")
    assert (account.email, account.phone) == ("m@example.com", "+1 202 555 0101")
    assert (account.url, account.worth_a_day) == ("https://a.example", 1200)
    assert account.notes == "hello"
    assert vault.people[account.owner].name == "Mina"
    (codes,) = vault.code_sets.values()
    assert states(codes) == {"1234 5678": "unused", "8765 4321": "unused"}
    assert (codes.account, codes.label) == (account.id, "Backup codes")
    assert plan.counts == dict.fromkeys(("account", "code-set", "person"), Count(new=1))
    assert plan.notes == ()


def test_one_person_owns_many_accounts() -> None:
    """The same name, whatever its case, is one person."""
    vault = done(read("a.csv", "platform,owner\nx,Mina\netsy,mina\nsnapchat,MINA \n"))
    assert len(vault.people) == 1
    assert {one.owner for one in vault.accounts.values()} == set(vault.people)


def test_an_account_without_a_name_is_called_after_its_platform() -> None:
    """A platform that no pack knows keeps its own words."""
    vault = done(read("a.csv", "platform,login\ninstagram,a\nCorner Mail,b\n,c\n"))
    named = {one.login: one.name for one in vault.accounts.values()}
    assert named == {"a": "Instagram", "b": "Corner Mail", "c": "c"}


def test_unknown_columns_are_kept_in_the_notes_and_said() -> None:
    """Each such cell stands there with the name of its column."""
    plan = read("a.csv", "platform,shelf,notes,\netsy,A1,mine,spare\n")
    assert the_account(done(plan)).notes == "shelf: A1\nmine\nColumn 4: spare"
    assert [note.detail for note in plan.notes] == ["shelf"]
    assert problems(plan) == ["unknown-column"]


def test_cells_beyond_the_header_are_kept_too() -> None:
    """A row that is longer than the header loses nothing."""
    plan = read("a.csv", "platform\netsy,more\n")
    assert the_account(done(plan)).notes == "Column 2: more"


def test_passwords_stay_in_the_password_manager() -> None:
    """No record and no note holds one; how many were left out is said."""
    text = "platform,login,password,pwd\nx,mina,hunter2,hunter3\netsy,mina,,\n"
    plan = read("a.csv", text)
    assert "hunter" not in repr(plan)
    (note,) = plan.notes
    assert (note.problem, note.detail) == ("passwords-left-out", "2")


def test_a_guard_against_formulas_is_taken_off() -> None:
    """What an export put before a formula is not the owner's text."""
    account = the_account(done(read("a.csv", "platform,login,notes\nx,'@mina,'=1+1\n")))
    assert (account.login, account.notes) == ("@mina", "=1+1")


def test_an_account_that_is_there_stays_as_it_is() -> None:
    """The same platform and login are one account; what differs is noted."""
    first = read(
        "a.csv", "platform,login,email,owner\nInstagram,@Kiln,a@b.example,Mina\n"
    )
    vault = done(first)
    plan = read(
        "a.csv",
        "platform,login,email,owner,notes\nIG,kiln,other@b.example,Ada,new\n",
        vault,
    )
    assert plan.changes == ()
    assert plan.counts == {"account": Count(there=1)}
    (note,) = plan.notes
    assert (note.place, note.problem) == ("line 2", "kept-ours")
    assert note.detail == "owner: Ada; login: kiln; email: other@b.example; notes: new"


def test_what_was_not_taken_is_told_on_one_line() -> None:
    """Notes of several lines would break the report of an import."""
    vault = done(read("a.csv", "platform,notes\nx,ours\n"))
    (note,) = read("a.csv", 'platform,notes\nx,"one\ntwo"\n', vault).notes
    assert note.detail == "notes: one / two"


def test_new_codes_of_an_account_that_is_there_stand_beside_the_old() -> None:
    """A table does not say which set is newer, so none is retired."""
    head = "platform,login,codes\n"
    vault = done(read("a.csv", f"{head}instagram,a,1111 1111\n"))
    plan = read("a.csv", f"{head}instagram,a,2222 2222\n", vault)
    assert problems(plan) == ["codes-beside"]
    sets = done(plan, vault).code_sets.values()
    assert [one.retired for one in sets] == ["", ""]


def test_codes_marked_used_are_used_and_the_missing_date_is_said() -> None:
    """No date is invented, and the vault has no error for want of one."""
    plan = read("a.csv", 'platform,codes\ninstagram,"1111 1111 (used), 2222 2222"\n')
    (codes,) = done(plan).code_sets.values()
    assert states(codes) == {"1111 1111": "used", "2222 2222": "unused"}
    assert problems(plan) == ["used-undated"]
    assert [code.used_at for code in codes.codes] == ["", ""]
    found = {one.problem: one.severity for one in findings(done(plan))}
    assert found == {"used-without-time": "warning", "no-owner": "warning"}


def test_codes_that_come_in_new_are_counted_over_all_sets() -> None:
    """A set that is completed counts what it lacked, one that is there nothing."""
    head = "platform,login,codes\n"
    first = read("a.csv", f"{head}instagram,a,1111 1111\ngoogle,b,2222 2222 3333 3333")
    assert first.codes == 3
    more = f"{head}instagram,a,1111 1111 4444 4444\ngoogle,b,2222 2222\n"
    assert read("a.csv", more, done(first)).codes == 1


@pytest.mark.parametrize("cell", ["-", "---", "\u2013", "n/a", "N/A", "none", "'-"])
def test_a_cell_that_says_nothing_is_empty(cell: str) -> None:
    """No code, no owner and no note is made of a stroke."""
    plan = read("a.csv", f"platform,owner,codes,shelf\netsy,{cell},{cell},{cell}\n")
    vault = done(plan)
    assert (the_account(vault).notes, dict(vault.people)) == ("", {})
    assert (problems(plan), plan.codes) == (["unknown-column"], 0)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("PIN", "pin"),
        ("Carrier PIN", "pin"),
        ("Passcode", "pin"),
        ("PUK", "sim-puk"),
        ("TOTP", "totp-seed"),
        ("otpauth", "totp-seed"),
        ("2FA secret", "totp-seed"),
        ("Secret", "totp-seed"),
        ("Seed", "totp-seed"),
        ("API secret", "secret"),
        ("Security answer", "security-answer"),
    ],
)
def test_a_column_of_secrets_becomes_a_code_set_of_its_kind(
    header: str, kind: str
) -> None:
    """Notes are printed in clear, so what recovery needs is not left to them."""
    plan = read("a.csv", f"platform,login,{header}\nCorner Mail,a,JBSW Y3DP\n")
    vault = done(plan)
    (codes,) = vault.code_sets.values()
    assert (codes.kind, codes.label) == (kind, header)
    assert states(codes) == {"JBSW Y3DP": "unused"}
    assert (the_account(vault).notes, plan.notes) == ("", ())
    assert "JBSW" not in repr(plan.shown)


def test_a_secret_is_taken_whatever_it_looks_like() -> None:
    """An address of a seed is no web page, and two columns are two sets."""
    seed = "otpauth://totp/Shop?secret=JBSWY3DP&digits=6"
    text = f"name,TOTP,SIM PIN,Mailbox PIN\nShop,{seed},4711,0815\n"
    plan = read("a.csv", text)
    vault = done(plan)
    told = {one.label: list(states(one)) for one in vault.code_sets.values()}
    assert told == {"TOTP": [seed], "SIM PIN": ["4711"], "Mailbox PIN": ["0815"]}
    assert plan.notes == ()
    assert read("a.csv", text, vault).changes == ()


def test_whether_there_is_a_secret_is_no_secret() -> None:
    """A "yes" below TOTP is a remark."""
    plan = read("a.csv", "platform,TOTP\netsy,yes\n")
    assert (the_account(done(plan)).notes, plan.codes) == ("TOTP: yes", 0)


@pytest.mark.parametrize(
    "header",
    [
        "Instagram password",
        "login_pwd",
        "Passwort",
        "Kennwort (alt)",
        "Contraseña",
        "Mot de passe",
        "Senha",
        "登录密码",
        "口令",
        "새 비밀번호",
        "パスワード",
        "Passphrase",
    ],
)
def test_a_column_of_passwords_is_known_in_many_languages(header: str) -> None:
    """None of them is put into the notes, or anywhere."""
    plan = read("a.csv", f"platform,{header}\netsy,hunter2\n")
    assert problems(plan) == ["passwords-left-out"]
    assert "hunter2" not in repr(plan)


@pytest.mark.parametrize(
    "header", ["Passport", "Passkey", "Pinterest", "Secret question"]
)
def test_a_word_that_only_begins_so_is_no_secret(header: str) -> None:
    """A passport is a document to keep."""
    vault = done(read("a.csv", f"platform,{header}\netsy,mine\n"))
    assert the_account(vault).notes == f"{header}: mine"


def test_custom_fields_tell_no_secrets_either() -> None:
    """A cell of "name: value" lines is read line by line."""
    text = 'name,fields\nShop,"PIN: 4711\nshelf: A1\nold password: hunter2"\n'
    plan = read("a.csv", text)
    vault = done(plan)
    assert the_account(vault).notes == "fields: shelf: A1"
    assert [list(states(one)) for one in vault.code_sets.values()] == [["4711"]]
    assert problems(plan) == ["unknown-column", "passwords-left-out"]


def test_the_secrets_of_a_row_without_an_account_are_in_its_note() -> None:
    """A row that names nothing is not taken, and not lost."""
    plan = read("a.csv", "platform,PIN\n,4711\n")
    assert [(one.problem, one.detail) for one in plan.notes] == [
        ("no-account", "PIN: 4711")
    ]


def test_a_list_without_platforms_has_as_many_accounts_as_names() -> None:
    """One address logs in to everything: it does not make one account of them."""
    text = "Title,Username\nBakery,m@b.example\nPrinter,m@b.example\n"
    vault = done(read("a.csv", text))
    assert {one.name for one in vault.accounts.values()} == {"Bakery", "Printer"}
    assert read("a.csv", text, vault).changes == ()


@pytest.mark.parametrize(
    ("name", "url", "platform"),
    [
        ("Instagram", "", "instagram"),
        ("Shop", "https://www.etsy.com/signin", "etsy"),
        ("Mail", "accounts.google.com", "google-account"),
        ("Shop", "https://etsy.shop.example", ""),
        ("Shop", "https://[etsy", ""),
    ],
)
def test_a_platform_is_told_by_title_or_address(
    name: str, url: str, platform: str
) -> None:
    """Password managers have no column for it, and codes are told by it."""
    vault = done(read("a.csv", f"title,url\n{name},{url}\n"))
    assert the_account(vault).platform == platform


def test_what_hides_in_a_mark_is_noted() -> None:
    """A code that stands behind a used mark is not lost."""
    plan = read("a.csv", "platform,codes\ninstagram,1111 1111 (used) 2222 2222\n")
    assert any("22222222" in one.detail.replace(" ", "") for one in plan.notes)


def test_codes_of_unknown_shape_are_parted_by_separators() -> None:
    """Commas, semicolons and strokes between codes are no part of them."""
    plan = read("a.csv", 'platform,codes\nCorner Mail,"ab cd; ef gh | ij kl"\n')
    (codes,) = done(plan).code_sets.values()
    assert [code.value for code in codes.codes] == ["ab cd", "ef gh", "ij kl"]


def test_a_worth_that_is_no_number_goes_to_the_notes() -> None:
    """Nobody guesses what "a lot" is in euros."""
    plan = read("a.csv", "platform,worth\nx,a lot\netsy,€ 35\nsnapchat,12.50\nig,03\n")
    worth = {one.platform: one.worth_a_day for one in done(plan).accounts.values()}
    assert worth == {"x": None, "etsy": 35, "snapchat": None, "instagram": None}
    assert [one.detail for one in plan.notes] == ["a lot", "12.50", "03"]


@pytest.mark.parametrize("text", ["€ 1 200", "1200 EUR", "$1200", "1'200", "1200元"])
def test_a_worth_may_name_its_currency(text: str) -> None:
    """The vault has one currency for all."""
    assert (
        the_account(done(read("a.tsv", f"platform\tworth\nx\t{text}\n"))).worth_a_day
        == 1200
    )


@pytest.mark.parametrize("text", ["35k", "03", "-5", "1200 a week"])
def test_a_worth_with_more_to_say_is_not_cut(text: str) -> None:
    """It goes to the notes as it stands."""
    account = the_account(done(read("a.tsv", f"platform\tworth\nx\t{text}\n")))
    assert (account.worth_a_day, account.notes) == (None, f"worth: {text}")


def test_a_line_break_in_a_cell_is_one_sign() -> None:
    """Excel writes two, and a field has the one that every system reads."""
    plan = read("a.csv", 'platform,notes\r\netsy,"one\r\ntwo"\r\n')
    assert the_account(done(plan)).notes == "one\ntwo"


def test_a_name_too_long_for_a_record_goes_to_the_notes() -> None:
    """The account takes its platform's name, and says where the long one is."""
    long = "n" * (limits.NAME_CHARACTERS + 1)
    plan = read("a.csv", f"platform,name\netsy,{long}\n")
    account = the_account(done(plan))
    assert (account.name, account.notes) == ("Etsy", f"name: {long}")
    assert problems(plan) == ["too-long"]


def test_notes_that_no_record_could_hold_are_refused() -> None:
    """Two long cells do not fit together: nothing is cut."""
    half = limits.TEXT_CHARACTERS * 2 // 3
    with pytest.raises(BadInput) as caught:
        read("a.csv", f"platform,notes,comment\n\netsy,{'a' * half},{'b' * half}\n")
    assert (caught.value.where, caught.value.problem) == ("line 3", "notes-long")
    assert caught.value.detail == str(2 * half + 1)


def test_only_the_first_rows_are_shown() -> None:
    """The preview has twenty rows, and no code in it."""
    rows = "".join(f"instagram,u{n},1234 {n:04}\n" for n in range(30))
    plan = read("a.csv", "platform,login,codes\n" + rows)
    assert len(plan.shown) == 20
    assert plan.shown[0].place == "line 2"
    assert "1234 " not in repr(plan.shown)


HEADERS = st.sampled_from(
    [word for field, words in FIELDS.items() if field != "password" for word in words]
    + ["Shelf", "Colour", "", "PIN", "TOTP"]
)
CELLS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12
)


def quoted(cell: str) -> str:
    """Write a cell as every program does."""
    return '"' + cell.replace('"', '""') + '"'


def everything(plan: Plan, vault: Vault) -> str:
    """Return all that the records and the notes say, in one text."""
    codes = [code.value for one in vault.code_sets.values() for code in one.codes]
    people = [one.name for one in vault.people.values()]
    accounts = [
        str(getattr(one, name))
        for one in vault.accounts.values()
        for name in one.__struct_fields__
    ]
    notes = [note.detail for note in plan.notes]
    return "\n".join(codes + people + accounts + notes)


@example(["platform", "codes"], [["0", "", "0;A"]])
@given(
    st.lists(HEADERS, min_size=1, max_size=5),
    st.lists(st.lists(CELLS, max_size=6), max_size=4),
)
def test_nothing_is_dropped_silently(headers: list[str], rows: list[list[str]]) -> None:
    """Every cell's letters and digits are in a record or in a note of the plan."""
    lines = [["platform", *headers], *rows]
    text = "\n".join(";".join(map(quoted, line)) for line in lines)
    vault = a_vault_to_fill()
    plan = read("a.csv", text, vault)
    said = squeezed(everything(plan, done(plan, vault)))
    for row in rows:
        for cell in row:
            if says_nothing(cell):
                continue
            for word in re.findall(r"\w+", cell):  # a mark may part code from note
                assert squeezed(word) in said


def squeezed(text: str) -> str:
    """Return the letters and digits alone, so that marks and spaces may move."""
    return "".join(filter(str.isalnum, text)).casefold()
