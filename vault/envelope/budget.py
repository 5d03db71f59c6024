"""What opening may cost without asking: pure arithmetic on the costs of the slots."""

from collections.abc import Sequence

from vault import limits
from vault.errors import NeedsConsent
from vault.limits import Cost


def is_unasked(cost: Cost, free_memory_kib: int | None = None) -> bool:
    """Tell whether one run at this cost is spent without asking."""
    most = limits.UNASKED_M_KIB
    if free_memory_kib is not None:
        most = min(most, free_memory_kib // 2)
    return (
        cost.m_kib <= most
        and cost.t <= limits.UNASKED_T
        and cost.p <= limits.UNASKED_P
        and cost.m_kib * cost.t <= limits.UNASKED_MT_KIB
    )


def check_budget(costs: Sequence[Cost], free_memory_kib: int | None = None) -> None:
    """Raise NeedsConsent, with the dearest cost, where these runs must be asked for."""
    total = sum(cost.m_kib * cost.t for cost in costs)
    if total <= limits.UNASKED_TOTAL_MT_KIB and all(
        is_unasked(cost, free_memory_kib) for cost in costs
    ):
        return
    dearest = max(costs, key=lambda cost: (cost.m_kib * cost.t, cost.m_kib))
    raise NeedsConsent(dearest.m_kib, dearest.t, dearest.p)
