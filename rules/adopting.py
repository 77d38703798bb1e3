"""How far units are with the models launched to them from above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.programme import Launched, Programme
from rules.progress import Progress, progress
from rules.summary import Adoption, UnitNow

SOURCE = "launched:"  # before the model's code, as the source of an entry that takes it up


@dataclass(frozen=True, slots=True)
class LaunchTold:
    """What the message of a launch is made of; `programme` is its code."""

    launch: str
    board: str
    programme: str
    model: Launched


def adoption(model: Launched, below: Sequence[UnitNow]) -> Adoption:
    """Return how far the units are that a model is asked of."""
    asked = [now for now in below if not model.units or now.unit.type in model.units]
    return Adoption(
        model.code,
        model.name,
        adopted=_far(asked, lambda now: model.code in now.adopted),
        planned=_far(asked, lambda now: model.code in now.planned),
    )


def adopted_all(programme: Programme, below: Sequence[UnitNow]) -> Progress:
    """Return how many units take up every launched model that is open and asked of them."""
    asked = {now.unit.id: programme.launched_for(now.unit.type) for now in below}
    return _far(
        [now for now in below if asked[now.unit.id]],
        lambda now: all(model.code in now.adopted for model in asked[now.unit.id]),
    )


def _far(asked: Sequence[UnitNow], done: Callable[[UnitNow], bool]) -> Progress:
    exempt = {now.unit.id for now in asked if now.exempt}
    return progress({now.unit.id: done(now) for now in asked}, exempt=exempt)
