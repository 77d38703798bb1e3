"""Answers what conversations ask for, a whole batch at once, each person only what is theirs."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.adoption_requests import AdoptionRequest
from rules.announcement_requests import AnnouncementRequest
from rules.code_requests import CodeRequest
from rules.confirmation import ConfirmationOf
from rules.deadline_requests import DeadlineRequest
from rules.desk_requests import DeskRequest
from rules.duty_commands import DutyRequest
from rules.entry_requests import EntryRequest
from rules.import_commands import ImportPlan
from rules.meeting_requests import MeetingRequest
from rules.member_requests import MemberRequest
from rules.office_requests import OfficeRequest
from rules.paper_requests import PaperRequest
from rules.permissions import FREE, REQUESTS, permits
from rules.person import Human
from rules.reminding_requests import RemindingRequest
from rules.requests import (
    CodeMeaning,
    EntriesOf,
    EntryMadeBy,
    EntryOf,
    Found,
    FoundAgain,
    HumanFor,
    MyEntries,
    StandingOf,
    UnitsLike,
)
from rules.schedule_requests import ScheduleRequest
from rules.status_requests import FormsOf
from rules.subjects import subjects_of
from rules.table_requests import TableRequest
from rules.unit_requests import UnitRequest
from rules.unit_search import rank_units
from rules.why_requests import WhyRequest
from storage import (
    adoption_facts,
    announcement_facts,
    code_facts,
    codes,
    deadline_facts,
    desk_facts,
    duties_said,
    entry_facts,
    humans,
    import_facts,
    meeting_facts,
    member_facts,
    memberships,
    paper_facts,
    register,
    reminding_facts,
    schedule_facts,
    search_facts,
    spending,
    status_facts,
    summary_facts,
    table_facts,
    unit_facts,
    units,
    why_facts,
)
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.footing import footings
from storage.register import Asked, RoundOf

Request: TypeAlias = (
    CodeMeaning | EntriesOf | EntryMadeBy | EntryOf | HumanFor | MyEntries | StandingOf | UnitsLike
    | Found | FoundAgain | UnitRequest | MemberRequest | ConfirmationOf | CodeRequest
    | ImportPlan | AdoptionRequest | DeskRequest | EntryRequest | OfficeRequest | PaperRequest
    | TableRequest | FormsOf | DeadlineRequest | ScheduleRequest | MeetingRequest
    | AnnouncementRequest | WhyRequest | RemindingRequest | DutyRequest
)  # fmt: skip


_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def answer(
    tx: Transaction, asked: Sequence[tuple[str, Request]], around: Circumstances
) -> list[Any]:
    """Answer requests, each with the id of who asks, as each request says it is answered."""
    barred = await _barred(tx, asked, around)
    # A request's first example is the answer where there is nothing.
    answers = [request.examples[0] if n in barred else None for n, (_, request) in enumerate(asked)]
    for kind, answered in _ANSWERED.items():
        places = [
            n
            for n, (_, request) in enumerate(asked)
            if isinstance(request, kind) and n not in barred
        ]
        if places:
            found = await answered(tx, [asked[n] for n in places], around)
            for n, one in zip(places, found, strict=True):
                answers[n] = one
    return answers


async def _barred(
    tx: Transaction, asked: Sequence[tuple[str, Request]], around: Circumstances
) -> set[int]:
    """Return the places of the requests that who asks may not make of what they are about."""
    needs = [REQUESTS[type(request)] for _, request in asked]
    places = [
        n for n, need in enumerate(needs) if need not in FREE and type(asked[n][1]) not in _SCOPED
    ]
    about = [(asked[n][0], subjects_of(asked[n][1])[0]) for n in places]
    found = await footings(tx, about, today=around.today) if about else []
    return {n for n, footing in zip(places, found, strict=True) if not permits(needs[n], footing)}


async def _entries_of(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(person, request.unit) for person, request in asked]
    return await register.entries_of(tx, keys, today=around.today, zone=around.zone)


async def _my_entries(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(person) for person, _ in asked]
    return await register.my_entries(tx, keys, today=around.today, zone=around.zone)


async def _entry_of(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(person, request.key) for person, request in asked]
    return await register.entry_of(tx, keys, today=around.today, zone=around.zone)


async def _entry_made_by(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(person, request.dialog) for person, request in asked]
    return await register.entry_made_by(tx, keys, today=around.today, zone=around.zone)


async def _standings(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    rounds = [
        RoundOf(person, r.unit, r.round, r.programme or around.programme) for person, r in asked
    ]
    return await register.standings(tx, rounds, today=around.today, quota=around.quota_of)


async def _humans(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    homeless = sorted({person for person, request in asked if not request.unit})
    homes = await memberships.of_people(tx, homeless, today=around.today) if homeless else {}
    meant = [
        request.unit or next((place.unit.id for place in homes.get(person, ())), "")
        for person, request in asked
    ]
    found = await humans.human_for(tx, sorted(set(meant)), today=around.today)
    return [found[unit] or Human("", "") for unit in meant]


async def _codes(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    hashes = [codes.hash_code(around.pepper, request.code) for _, request in asked]
    return [
        (await codes.meaning(tx, key, now=around.now, today=around.today)).meaning for key in hashes
    ]


async def _units_like(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    named = {n.unit.id: n for n in await units.unit_names(tx, today=around.today)}
    names = [(key, unit.names) for key, unit in named.items()]
    ranked = [rank_units(request.words, names) for _, request in asked]
    return [tuple(named[key].unit for key in keys) for keys in ranked]


# Asked at nearly every message: what who asks sees of these, their answers look to by themselves.
_SCOPED = {EntriesOf, EntryOf, StandingOf}
_ANSWERED: Mapping[type, Answered] = {
    CodeMeaning: _codes,
    EntriesOf: _entries_of,
    EntryMadeBy: _entry_made_by,
    EntryOf: _entry_of,
    HumanFor: _humans,
    MyEntries: _my_entries,
    StandingOf: _standings,
    UnitsLike: _units_like,
    **unit_facts.ANSWERED,
    **code_facts.ANSWERED,
    **search_facts.ANSWERED,
    **member_facts.ANSWERED,
    **import_facts.ANSWERED,
    **adoption_facts.ANSWERED,
    **announcement_facts.ANSWERED,
    **entry_facts.ANSWERED,
    **status_facts.ANSWERED,
    **paper_facts.ANSWERED,
    **desk_facts.ANSWERED,
    **summary_facts.ANSWERED,
    **table_facts.ANSWERED,
    **deadline_facts.ANSWERED,
    **schedule_facts.ANSWERED,
    **why_facts.ANSWERED,
    **meeting_facts.ANSWERED,
    **duties_said.ANSWERED,
    **reminding_facts.ANSWERED,
    **spending.ANSWERED,
}
