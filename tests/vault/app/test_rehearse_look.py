"""What a window shows of a rehearsal: reckoned once a vault, and anew at each loss."""

from dataclasses import replace

from tests.fakes import ports_on_disk
from vault.app.rehearse import losable_nodes
from vault.app.rehearse_look import reckon, reckon_pairs
from vault.app.rehearse_map import key_of
from vault.app.sample import sample_vault

NOW = "2026-11-24T09:00:00Z"


def test_a_loss_is_told_and_drawn_alike() -> None:
    """As many fall in the drawing as in the report."""
    vault = sample_vault(8, now=NOW)
    known = reckon(vault, ()).known
    for node in losable_nodes(known.built):
        done = reckon(vault, (key_of(node),), known)
        assert done.lost == (key_of(node),)
        drawn = [one for one in done.states if one.state != "stands"]
        assert len(drawn) == len(done.told.fallen)
        assert done.known is known


def test_another_vault_is_reckoned_anew_and_unknown_keys_are_left_out() -> None:
    """As after a change, when what was lost was removed."""
    known = reckon(sample_vault(8, now=NOW), ()).known
    other = sample_vault(3, now=NOW)
    done = reckon(other, ("account:gone",), known)
    assert done.known.vault is other
    assert done.lost == ()
    assert {one.state for one in done.states} == {"stands"}


def test_two_losses_that_cost_more_together_are_told_with_what_mends_them() -> None:
    """Each by the keys of the map; either alone leaves those accounts had."""
    told: list[tuple[str, int, int]] = []
    ports = replace(ports_on_disk(), progress=lambda *words: told.append(words))
    vault = sample_vault(60, now=NOW)
    known = reckon(vault, ()).known
    pairs = reckon_pairs(ports, known)
    assert pairs.vault is vault
    assert pairs.faults
    for fault in pairs.faults:
        keys = tuple(one.map_key for one in fault.lost)
        together = reckon(vault, keys, known)
        assert together.lost == keys
        stuck = {one.what.key for one in together.told.stuck}
        assert stuck.issuperset(fault.accounts)
        assert set(fault.mends) <= set(together.told.suggestions)
        for key in keys:
            alone = {one.what.key for one in reckon(vault, (key,), known).told.stuck}
            assert not alone.intersection(fault.accounts)
    assert any(fault.mends for fault in pairs.faults)
    assert told
    assert {what for what, _done, _total in told} == {"pairs"}
