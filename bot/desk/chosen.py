"""Which office, programme and round a page of the desk is about, as its address says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from aiohttp import web

from bot.desk.visitor import Visitor
from conversations.situation import Form
from rules.person import Unit

OFFICE, PROGRAMME, ROUND = "ban", "ct", "nam"


@dataclass(frozen=True, slots=True)
class Chosen:
    """An office, and a programme's form in the round chosen.

    present  the year of the programme's present round
    place    what an address says of the office and the programme; `query` of the round too
    """

    unit: Unit
    form: Form
    present: int
    place: str

    @property
    def query(self) -> str:
        """What chooses all this again; nothing of the present round."""
        year = f"{ROUND}={self.round}" if self.round != self.present else ""
        return "&".join(filter(None, (self.place, year)))

    @property
    def programme(self) -> str:
        """The programme's code."""
        return self.form.programme.code

    @property
    def round(self) -> int:
        """The year of the round."""
        return self.form.year

    def rounds(self, found: Sequence[int]) -> list[tuple[str, str]]:
        """Return the rounds there are to choose from, newest first: code and label.

        `found` are those in which anything came in.
        """
        years = {self.present, self.round, *(year for year in found if year <= self.present)}
        return [(str(year), str(year)) for year in sorted(years, reverse=True)]


def chosen(request: web.Request, visitor: Visitor) -> Chosen:
    """Return what the address chooses of the visitor's own; raises HTTPNotFound for all else.

    Where it says nothing that is their first office, the first programme and its present round.
    """
    wanted, code = request.query.get(OFFICE, ""), request.query.get(PROGRAMME, "")
    units = [unit for unit in visitor.offices if wanted in {"", unit.id}]
    fitting = [form for form in visitor.forms if code in {"", form.programme.code}]
    if not units or not fitting:
        raise web.HTTPNotFound
    year = _year(request.query.get(ROUND, ""), visitor, units[0], fitting[0])
    said = {OFFICE: wanted, PROGRAMME: code}
    place = urlencode({key: value for key, value in said.items() if value})
    return Chosen(units[0], replace(fitting[0], year=year), fitting[0].year, place)


def _year(said: str, visitor: Visitor, unit: Unit, form: Form) -> int:
    """Return the year of the round: one in which anything came in, or the present one.

    Also where only another office or programme of theirs has the year: whoever goes from one to
    the other does not choose the year again.
    """
    there = visitor.rounds.get((unit.id, form.programme.code), ())
    every = {str(year) for years in visitor.rounds.values() for year in years}
    every |= {str(each.year) for each in visitor.forms}
    if said and said not in every:
        raise web.HTTPNotFound
    return next((year for year in there if str(year) == said and year < form.year), form.year)
