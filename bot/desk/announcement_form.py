"""What the form of an announcement says: to whom, and the words as they go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.desk.chosen import Chosen
from conversations.desk.box_form import open_text
from rules.announcement_requests import UnitsNamed
from rules.announcing import BASIS, SUBJECT, TEXT, Audience, compose, names_in
from rules.person import Unit
from rules.refused import Refused

TYPE = "loai-"  # before the code of a type that is ticked
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: by field, as it stands there; `rest` is the announcement that goes on."""

    said: Mapping[str, str]

    @property
    def rest(self) -> str:
        """The id of the stopped announcement whose left-out people it is for, ""."""
        return self.said.get("rest", "")

    @property
    def whom(self) -> str:
        """How the audience is given."""
        return self.said.get("whom", "all")

    def names(self) -> tuple[str, ...]:
        """Return the names of units that have to be looked up."""
        if self.rest or self.whom not in {"below", "list"}:
            return ()
        return names_in(self.said.get(self.whom, ""))[: 1 if self.whom == "below" else None]


def words_of(typed: Typed, slogan: str) -> str:
    """Return the words as they go, with the slogan if ticked; Refused for what cannot be taken."""
    about = open_text(_LEAST, SUBJECT)(typed.said.get("about", ""))
    text = open_text(_LEAST, TEXT)(typed.said.get("text", ""))
    basis = typed.said.get("basis", "").strip()
    named = open_text(2, BASIS)(basis) if basis else ""
    return compose(about, text, named, slogan if typed.said.get("slogan") == "1" else "")


def looked_up(typed: Typed, chosen: Chosen) -> UnitsNamed:
    """Return the request for the units that are named."""
    return UnitsNamed(chosen.unit.id, typed.names())


def audience_of(typed: Typed, found: Sequence[Sequence[Unit]]) -> Audience:
    """Return to whom it goes; Refused where a name fits no unit or several."""
    exempt = typed.said.get("exempt") == "1"
    if typed.rest:
        return Audience(rest=typed.rest, exempt=exempt)
    how: Callable[[Typed, tuple[str, ...]], Audience] = _WAYS.get(typed.whom, _everybody)
    audience = how(typed, _sure(typed, found))
    return Audience(audience.types, audience.below, audience.units, exempt=exempt)


def _sure(typed: Typed, found: Sequence[Sequence[Unit]]) -> tuple[str, ...]:
    names = typed.names()
    unclear = [name for name, units in zip(names, found, strict=False) if len(units) != 1]
    if unclear or (typed.whom in {"below", "list"} and not names):
        raise Refused("units-unclear", names="; ".join(unclear))
    return tuple(units[0].id for units in found)


def _everybody(_typed: Typed, _units: tuple[str, ...]) -> Audience:
    return Audience()


def _types(typed: Typed, _units: tuple[str, ...]) -> Audience:
    ticked = [key.removeprefix(TYPE) for key in typed.said if key.startswith(TYPE)]
    if not ticked:
        raise Refused("no-type")
    return Audience(types=tuple(sorted(ticked)))


_WAYS: Mapping[str, Callable[[Typed, tuple[str, ...]], Audience]] = {
    "types": _types,
    "below": lambda _typed, units: Audience(below=units[0]),
    "list": lambda _typed, units: Audience(units=units),
}
