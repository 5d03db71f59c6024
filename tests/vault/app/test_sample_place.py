"""The sample as a file of its own."""

from pathlib import Path

from tests.desk import opened
from vault.app.kit_order import default_ways
from vault.app.ports import Ports
from vault.app.sample_place import SAMPLE_WORDS, make_sample


def test_the_sample_is_a_vault_like_any_other(tmp_path: Path, ports: Ports) -> None:
    """It opens with words that everybody is told, and every lock can be tried."""
    with make_sample(ports, tmp_path, 9) as session:
        assert len(session.vault.accounts) == 9
        assert session.vault.identity
    with opened(ports, tmp_path / "sample.sparekey", SAMPLE_WORDS) as again:
        assert again.vault.name == "Kiln & Clay (sample)"
        assert default_ways(again.vault) == "either"
