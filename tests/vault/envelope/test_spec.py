"""The page and the code say the same."""

from pathlib import Path

import pytest

from vault import limits
from vault.crypto import signing
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope import factors, header, seal

SPEC = Path(header.__file__).with_name("SPEC.md").read_text("utf-8")
LABELS = (
    factors.CODE_LABEL,
    factors.KEY_FILE_LABEL,
    factors.FACTORS_LABEL,
    factors.KEK_LABEL,
    seal.PAYLOAD_LABEL,
    seal.CONTEXT_LABEL,
    seal.SIGNATURE_LABEL,
    signing.FINGERPRINT_LABEL,
)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.decode().strip("\0"))
def test_every_label_is_literal_in_the_page(label: bytes) -> None:
    """And begins with the format's name and version."""
    literal = label.decode().replace("\0", "\\0")
    assert f'"{literal}"' in SPEC
    assert literal.startswith("sparekey/1 ")


def test_no_two_labels_are_alike() -> None:
    """One key never serves two purposes."""
    assert len(set(LABELS)) == len(LABELS)


def test_magics_and_limits_are_in_the_page() -> None:
    """As bytes and figures."""
    for magic in (header.MAGIC, header.REPAIR_MAGIC):
        assert magic.hex(" ").upper() in SPEC
    for limit in (
        limits.FILE_BYTES,
        limits.PAPER_BYTES,
        limits.FIELDS_BYTES,
        limits.KEY_FILE_BYTES,
    ):
        assert f"{limit:,}" in SPEC


def test_the_example_of_a_code_is_right() -> None:
    """The key 00 to 0F of kind 2."""
    assert print_code(bytes(range(16)), CodeKind.SHARE) in SPEC
