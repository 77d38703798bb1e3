"""One person and the assistant without database or channels: facts are what this page says."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from babel.messages.pofile import read_po

from conversations.outcome import Outcome
from conversations.said import Said
from conversations.situation import Door, Form, Here, Open, Situation, Surroundings
from conversations.think import think
from dialog.errors import Lacking
from dialog.state import State
from dialog.turn import Translate, World
from rules import requests
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, HistoryOfEntry
from rules.findings import Findings, FoundUnit
from rules.office_requests import Waiting, WaitingFor
from rules.person import Human, Membership, Person, Unit
from rules.programme import Programme
from rules.programme_file import read_programme
from rules.quotas import Standing
from rules.rounds import round_of
from rules.unit_requests import UnitsOfMine
from tests.hamlet import HERE, ZONE

NOW = dt.datetime(2027, 3, 16, 19, 42, tzinfo=ZONE)
SUOI_DA = Unit("u" * 16, "Chi bộ bản Suối Đá", "chi_bo", "bản Suối Đá, xã Mường Mẫu")
FRONT = Unit("v" * 16, "Ban Công tác Mặt trận bản Suối Đá", "doan_the")
FOUND = FoundUnit(SUOI_DA.id, SUOI_DA.name)
SECRETARY = Membership(SUOI_DA, "Bí thư chi bộ", "officer", confirmed=True)
PAO = Person("p" * 16, "Giàng A Páo", memberships=(SECRETARY,))
TWO_HATS = replace(PAO, memberships=(SECRETARY, Membership(FRONT, "Trưởng ban")))
DOOR = Door("telegram", abroad=True, page="https://kheo.example")
DIALOG = "d" * 17


@cache
def the_programme(name: str) -> Programme:
    """Return one of the programmes there are, or the one of nine boxes that tests have."""
    folder = "tests/rules/programmes" if name == "nine-boxes" else "programmes"
    path = HERE / folder / f"{name}.toml"
    return read_programme(path.read_text("utf-8"), file=path.name)


def form(name: str = "can-tho-khoi", *, now: dt.datetime = NOW) -> Form:
    """Return a programme as it stands now."""
    programme = the_programme(name)
    return Form(programme, 1, round_of(programme, now.date()))


@cache
def strict(language: str) -> Translate:
    """Return a catalogue that raises KeyError for a sentence it does not have."""
    path = HERE / "locales" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        catalogue = {str(m.id): str(m.string or m.id) for m in read_po(file) if m.id}
    return catalogue.__getitem__


def entry(programme: Programme, year: int, name: str = "Nuôi ong lấy mật dưới tán rừng") -> Entry:
    """Return an entry of the unit in a year."""
    return Entry(
        id=f"entry-{year}".ljust(16, "0"),
        code=f"DVK-{year}-0017",
        number=17,
        unit=SUOI_DA,
        programme=programme.code,
        round=year,
        kind=programme.kinds[0].code,
        name=name,
        address="bản Suối Đá",
        field="economy",
        content="Chi bộ vận động 12 hộ nuôi ong.",
        state="sent",
        version=1,
        received=NOW.replace(year=year),
        typed_by=PAO.id,
        more={box.key: _said(box.type) for box in programme.boxes},
    )


def _said(kind: str) -> str:
    return {"number": "12", "date": "2027-04-15", "choice": "ward"}.get(kind, "Nêu rõ. " * 5)


def here(forms: tuple[Form, ...], person: Person, dialog: Open) -> dict[Any, Any]:
    """Return the fact of where a script runs."""
    return {Here(): Surroundings(person, DOOR, forms, dialog)}


def world(
    forms: tuple[Form, ...],
    *,
    person: Person = PAO,
    subject: str = "",
    translate: Translate = str,
    facts: Mapping[Any, Any] | None = None,
) -> World:
    """Return the world of one script."""
    dialog = Open(DIALOG, "register", State(), subject, round=forms[0].year)
    return World(NOW, {**here(forms, person, dialog), **(facts or {})}, translate)


@dataclass(slots=True)
class Alone:
    """Somebody who talks; `dialogs` and `menu` are kept as the shell would keep them."""

    situation: Situation
    ids: int = 0

    def hears(self, said: Said) -> Outcome:
        """Return what comes of something said, and keep what has to be kept."""
        self.ids += 1
        self.situation = replace(self.situation, fresh=f"{self.ids:016}", facts={})
        outcome = self._thought(said)
        kept = {dialog.id: stored(dialog) for dialog in outcome.keep}
        old = [d for d in self.situation.dialogs if d.id not in {*kept, *outcome.close}]
        self.situation = replace(self.situation, dialogs=(*kept.values(), *old))
        return outcome

    def _thought(self, said: Said) -> Outcome:
        while True:
            try:
                return think(self.situation, said)
            except Lacking as lacking:
                known = {**self.situation.facts, lacking.request: answer(lacking.request)}
                self.situation = replace(self.situation, facts=known)


def stored(dialog: Open) -> Open:
    """Return a dialog as it comes back from where it was stored."""
    return replace(dialog, state=State.from_json(dialog.state.to_json()), touched=NOW)


ANSWERS: Mapping[type, Any] = {
    requests.StandingOf: Standing(1, 0),
    requests.UnitsLike: (SUOI_DA, FRONT),
    requests.HumanFor: Human("Trần Thị Hạnh", "+84912000009"),
    requests.Found: Findings(9, ("u" + SUOI_DA.id,) * 9, (FOUND,)),
    requests.FoundAgain: (FOUND,),
    requests.CodeMeaning: requests.Meaning(),
    UnitsOfMine: (),
    AtOfficeOf: AtOffice(),
    HistoryOfEntry: (),
    WaitingFor: Waiting(),
}


def answer(request: Any) -> Any:
    """Return the data a request names in this small world."""
    if isinstance(request, requests.EntriesOf | requests.MyEntries):
        return (entry(the_programme("can-tho-khoi"), 2026),)
    return ANSWERS.get(type(request), request.examples[0])


def somebody(*forms: Form, person: Person = PAO, consent: bool = True) -> Alone:
    """Return somebody who talks, by default a secretary who has agreed."""
    situation = Situation(
        person=person,
        consent="given" if consent else "",
        dialogs=(),
        menu=(),
        misses=0,
        door=DOOR,
        forms=forms or (form(),),
        now=NOW,
        fresh="",
        translate=strict("vi"),
    )
    return Alone(situation)
