"""What sorts of codes there are, and what each is called; packs know the most."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from vault.app.own_packs import packs_of
from vault.exchange.issue import PLAIN_KIND
from vault.i18n import translate as _
from vault.model.code import STANDING_KINDS, CodeSet
from vault.model.vault import Vault
from vault.packs import OWN, CodeKind, find_pack, shipped_packs

KIND_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        PLAIN_KIND: _("Backup codes"),
        "recovery-key": _("Recovery key"),
        "pin": _("PIN"),
        "sim-puk": _("SIM PUK"),
        "totp-seed": _("Authenticator key"),
        "security-answer": _("Security answers"),
        "secret": _("Other secret"),
    }
)


@dataclass(frozen=True)
class KindChoice:
    """A sort of codes one may add; `count` and `shape` are unknown as None and ""."""

    kind: str
    label: str
    count: int | None = None
    shape: str = ""
    example: str = ""

    @property
    def stands(self) -> bool:
        """Whether it is kept rather than used up."""
        return self.kind in STANDING_KINDS


def kind_choices(platform: str, vault: Vault | None = None) -> tuple[KindChoice, ...]:
    """Return the sorts of codes, those that the platform issues first.

    With a vault, its owner's own platforms count too.
    """
    issued = [_choice(one) for one in _issued_by(platform, vault)]
    known = {one.kind for one in issued}
    others = [
        KindChoice(kind, words)
        for kind, words in KIND_WORDS.items()
        if kind not in known
    ]
    return (*issued, *others)


def set_words(one: CodeSet) -> str:
    """Return what a set is called: its label, else the word for its kind."""
    return one.label or KIND_WORDS.get(one.kind, one.kind) or _("Codes")


def issue_words(platform: str, vault: Vault | None = None) -> str:
    """Return what the platform issues, such as "10 codes, 8 digits"; "" if unknown.

    With a vault, its owner's own platforms count too.
    """
    issued = _issued_by(platform, vault)
    told = (one for one in issued if one.shape or one.sources == (OWN,))
    first = next(told, None)
    if first is None:
        return ""
    parts = [first.label]
    if first.count:
        parts.append(_("{n} at a time").format(n=first.count))
    if first.shape:
        parts.append(first.shape)
    if first.examples:
        parts.append(_("like {example}").format(example=first.examples[0]))
    return ", ".join(parts)


def _issued_by(platform: str, vault: Vault | None = None) -> tuple[CodeKind, ...]:
    packs = shipped_packs() if vault is None else packs_of(vault)
    pack = find_pack(packs, platform) if platform else None
    return pack.codes if pack else ()


def _choice(one: CodeKind) -> KindChoice:
    example = one.examples[0] if one.examples else ""
    return KindChoice(one.kind, one.label, one.count, one.shape, example)
