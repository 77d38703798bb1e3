"""How far a duty is done: of how many units, which are left, and at what rate."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from rules.programme import Programme
from rules.quotas import Standing

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many units have done something, of how many that owe it; `left` are the others' ids."""

    done: int
    of: int
    left: tuple[str, ...] = ()

    @property
    def rate(self) -> Decimal:
        """The rate in percent, to the hundredth."""
        return percent(self.done, self.of)


def progress(done: Mapping[str, bool], *, exempt: Collection[str] = ()) -> Progress:
    """Return how far units are, by id; those exempt are in no count and on no list."""
    owing = {unit: is_done for unit, is_done in done.items() if unit not in exempt}
    left = tuple(unit for unit, is_done in owing.items() if not is_done)
    return Progress(len(owing) - len(left), len(owing), left)


def percent(part: int, whole: int) -> Decimal:
    """Return the rate in percent, to the hundredth and halves up; of nothing it is 0."""
    rate = Decimal(100 * part) / whole if whole else Decimal(0)
    return rate.quantize(_HUNDREDTH, ROUND_HALF_UP)


def effective(programme: Programme, unit_type: str, recognised: int) -> Standing:
    """Return how a unit stands that owes effective models; only the recognised ones are."""
    return Standing(dict(programme.effective).get(unit_type, 0), recognised)
