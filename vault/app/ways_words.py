"""The ways in, in words: what each is, what a change loses, what is left to do."""

from collections.abc import Callable, Iterator

from vault.app.factor_words import factor_words
from vault.app.ways_in import WayIn
from vault.app.ways_known import Left
from vault.app.ways_plan import Plan
from vault.envelope.slot import Factor
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault

_NAMED = 5  # accounts, those of most worth; the list of codes has all
_WITH_FILE = Factor.PASSPHRASE | Factor.KEY_FILE


def way_words(way: WayIn) -> str:
    """Name a way in, as in "Mina's passphrase"."""
    if way.mask == Factor.CODE:
        return _("key card {n}").format(n=way.card_number)
    if way.mask == Factor.PASSPHRASE and not way.whose:
        return _("your passphrase")
    if way.mask == Factor.PASSPHRASE:
        return _("the passphrase of {whose}").format(whose=way.whose)
    if way.mask == _WITH_FILE and not way.whose:
        return _("your passphrase with the key file")
    if way.mask == _WITH_FILE:
        words = _("the passphrase of {whose} with the key file")
        return words.format(whose=way.whose)
    return _(" and ").join(factor_words(way.mask))


def fact_words(way: WayIn, day_words: Callable[[str], str] = str) -> Iterator[str]:
    """Yield what is known of a way in: since when, how it was made, what it costs."""
    if way.added:
        yield _("since {day}").format(day=day_words(way.added[:10]))
    if way.by_passphrase:
        yield _("drawn by the program") if way.generated else _("chosen by hand")
    if way.cost:
        cost = translate_count(
            "each try costs {mib} MiB and {t} pass",
            "each try costs {mib} MiB and {t} passes",
            way.cost.t,
        )
        yield cost.format(mib=way.cost.m_kib // 1024, t=way.cost.t)
    if way.cheap:
        yield _("cheaper to guess than today's: a new passphrase mends that")


def standing_words(ways: tuple[WayIn, ...]) -> Iterator[str]:
    """Yield what an owner should know of the ways in as they are."""
    if len(ways) == 1:
        yield _("This is the only way in: when it is lost, everything is.")
    if not any(way.by_code for way in ways):
        yield _("No key card opens the vault: whoever forgets the passphrase is out.")
    if not any(way.by_passphrase for way in ways):
        yield _("No passphrase opens the vault: only the key card does.")


def plan_words(plan: Plan) -> Iterator[str]:
    """Yield what a change takes away, and what to mind of what is left."""
    for way in plan.lost:
        words = _("Lost: {way}. Whoever has it was not there to show it.")
        yield words.format(way=way_words(way))
    yield from standing_words(plan.left)


def kept_words(plan: Plan) -> Iterator[str]:
    """Yield what still opens with what was replaced: nothing can call paper back."""
    if any(way.by_passphrase for way in (*plan.gone, *plan.lost)):
        yield _(
            "Kits and backups from before still open with the passphrase of their day."
        )
    if plan.new_code:
        words = _(
            "Kits and backups from before still open with key card {n}: keep it with "
            "them, or print a new kit and destroy them."
        )
        yield words.format(n=plan.vault.card_number - 1)


def left_words(vault: Vault, left: Left) -> Iterator[str]:
    """Yield what is left to be done after somebody knew it, most urgent first."""
    if left.code_sets:
        yield _codes(vault, left)
    yield _("Print a new kit: the new key card does not open the old sheets.")
    for kit in sorted(left.kits, key=lambda one: one.number):
        words = _("Destroy kit {n}: what is known opens it.")
        yield words.format(n=kit.number)
    yield _("Destroy key card {n} wherever it lies.").format(n=left.card_number)
    yield _(
        "Make new shares: ask each deputy to compare the eight words again, and to "
        "delete the old share."
    )
    if left.copies:
        words = translate_count(
            "Delete {n} older copy of this file: what is known opens it.",
            "Delete {n} older copies of this file: what is known opens them.",
            len(left.copies),
        )
        yield words.format(n=len(left.copies))
    yield _(
        "Copies that were synced, mailed or put on other disks still open too: delete "
        "them there."
    )


def _codes(vault: Vault, left: Left) -> str:
    accounts = dict.fromkeys(one.account for one in left.code_sets)
    names = [vault.accounts[id_].name for id_ in accounts if id_ in vault.accounts]
    words = translate_count(
        "Renew the codes of {n} account on its platform: {names}.",
        "Renew the codes of {n} accounts on their platforms: {names}.",
        len(names),
    )
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more > 0:
        shown = _("{names} and {n} more").format(names=shown, n=more)
    return words.format(n=len(names), names=shown)
